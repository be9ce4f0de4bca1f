// What the tests in a real browser stand on: the built site, a browser, and a page that writes down
// everything that it says and asks for.
//
// Environment: SAYWHEN_DIST  the site to test (default build/web/dist)
//              SAYWHEN_CHROMIUM  another Chromium (default /usr/bin/chromium)

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../web/serve.mjs';
import { chromium } from './engines/chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const dist = process.env.SAYWHEN_DIST ?? path.join(root, 'build/web/dist');
export const output = path.join(root, 'tests/output/web');
mkdirSync(output, { recursive: true });

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export const storyOf = (name) => JSON.parse(readFileSync(path.join(dist, 'stories', `${name}.json`), 'utf8'));

/** Of a quote that says none, its article's. */
export const languageOf = (story, quote) =>
  quote.language ?? story.articles.find(({ id }) => id === quote.article).language;

/** A story of these quotes, as JSON; what they leave out is filled in. */
export function smallStory(quotes, more = {}) {
  return JSON.stringify({
    version: 1,
    title: 'A small story',
    language: 'en',
    articles: [{ id: 'a1', headline: 'A headline', language: 'en', text: 'Words.', published: '2025-02-13' }],
    speakers: [{ id: 's1', name: 'Ada Speaker', kind: 'person' }],
    quotes: quotes.map((quote, i) => ({
      id: `q${i + 1}`, article: 'a1', type: 'direct', speakers: ['s1'],
      said: { edtf: `2025-02-${10 + (i % 18)}`, basis: 'stated' }, ...quote,
    })),
    ...more,
  });
}

// One site and one browser of each kind a test file, started when first asked for.
let site;
const browsers = new Map();

function startBrowser(engine, webgl) {
  const kind = `${engine.name}, WebGL: ${webgl}`;
  if (!browsers.has(kind)) browsers.set(kind, engine.start({ webgl }));
  return browsers.get(kind);
}

async function startSite() {
  const { server, address } = await serve(dist);
  const [serveFile] = server.listeners('request');
  const own = new Map();
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const answer = own.get(new URL(request.url, address).pathname);
    if (answer) answer(response);
    else serveFile(request, response);
  });
  return { server, address, own };
}

after(async () => {
  // One that did not start has failed its tests already.
  for (const browser of browsers.values()) await browser.then(({ close }) => close(), () => {});
  const started = await site;
  started?.server.closeAllConnections();
  started?.server.close();
});

// Runs in the page before its own scripts.
function instrument() {
  const nativeFrame = window.requestAnimationFrame.bind(window);
  const testing = { frames: 0, webgl: new Set(), events: [], nativeFrame, clock: 0 };
  window.testing = testing;
  window.requestAnimationFrame = (callback) => {
    testing.frames += 1;
    // A test may set the clock: then time passes by frames, however slow the machine is.
    return nativeFrame((now) => callback(testing.clock ? testing.clock += 16 : now));
  };
  for (const type of [HTMLCanvasElement, globalThis.OffscreenCanvas]) {
    if (!type) continue;
    const { getContext } = type.prototype;
    type.prototype.getContext = function (kind, ...rest) {
      if (/webgl/.test(kind)) testing.webgl.add(this);
      return getContext.call(this, kind, ...rest);
    };
  }
  for (const name of ['ready', 'select', 'error', 'viewchange']) {
    document.addEventListener(`say-when-${name}`, (event) => {
      testing.events.push({ type: event.type, detail: event.detail, target: event.target.id,
                            bubbles: event.bubbles, composed: event.composed });
    });
  }
}

/** The page that a test looks at when it brings none: one widget between two stretches of text. */
export function pageOf(body, head = '') {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Test</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo.css">${head}
<script type="module" src="/say-when.js"></script></head><body>${body}</body></html>`;
}

export const widget = (story, id = 'first', more = '') =>
  `<say-when id="${id}" src="/stories/${story}.json" ${more}></say-when>`;

/** Everything about one visit to one page. */
class Visit {
  constructor(tab, address) {
    this.tab = tab; // as engines/chromium.mjs describes it
    this.page = tab.page; // what the engine's own library calls it: Playwright's page in Chromium
    this.address = address;
  }

  /** What was said in the console. */
  get messages() { return this.tab.messages; }
  /** What nobody caught. */
  get errors() { return this.tab.errors; }
  /** Requests of the page, as Playwright has them; Chromium only. */
  get requests() { return this.tab.requests; }

  /** Waits until a function in the page says true. */
  until(condition, argument) {
    return this.tab.until(condition, argument);
  }

  untilState(state, id = 'first') {
    return this.until(([id, state]) => document.getElementById(id)?.state === state, [id, state]);
  }

  /** Waits until the first frame of a widget is drawn and nothing moves any more. */
  async ready(id = 'first') {
    await this.untilState('ready', id);
    await this.until((id) => document.getElementById(id).shadowRoot.querySelector('.stage:not([inert]) [data-node]'), id);
    await this.settled();
  }

  /** Waits until three frames of the screen pass in which the page asks for none. */
  settled() {
    return this.tab.evaluate(() => new Promise((resolve, reject) => {
      let [known, still] = [testing.frames, 0];
      const end = performance.now() + 15_000;
      const look = () => {
        still = testing.frames === known ? still + 1 : 0;
        known = testing.frames;
        if (still >= 3) resolve();
        else if (performance.now() > end) reject(new Error('frames are asked for without end'));
        else testing.nativeFrame(look);
      };
      testing.nativeFrame(look);
    }));
  }

  /** Waits for the words of the chosen quote to be others than `before`, and returns them. */
  async wordsAfter(before, id = 'first') {
    await this.until(([id, before]) => {
      const words = document.getElementById(id).shadowRoot.querySelector('[data-node=words]');
      return words && words.textContent !== before;
    }, [id, before]);
    return this.words(id);
  }

  words(id = 'first') {
    return this.node('words', (element) => element.textContent, id);
  }

  /** What `read` says of a node of the mirror; undefined where there is none. */
  node(name, read, id = 'first') {
    return this.tab.evaluate(([id, name, read]) => {
      const element = document.getElementById(id).shadowRoot.querySelector(`[data-node="${name}"]`);
      return element ? (0, eval)(`(${read})`)(element) : undefined;
    }, [id, name, String(read)]);
  }

  /** What `read` says of each node of the mirror whose name begins so; without it, their names. */
  nodes(begin, read = (element) => element.dataset.node, id = 'first') {
    return this.tab.evaluate(([id, begin, read]) =>
      [...document.getElementById(id).shadowRoot.querySelectorAll(`[data-node^="${begin}"]`)]
        .map((0, eval)(`(${read})`)), [id, begin, String(read)]);
  }

  /** The ids of the quotes that are listed. */
  async listed(id = 'first') {
    return (await this.nodes('quote-', undefined, id)).map((name) => name.replace('quote-', ''));
  }

  /** The words of a quote as the page has them. */
  pageWords(quote, id = 'first') {
    return this.tab.evaluate(([id, quote]) =>
      document.querySelector(`#${id} [data-quote="${quote}"] blockquote`).textContent, [id, quote]);
  }

  /** As a page's script chooses a quote. */
  async select(quote, id = 'first') {
    await this.tab.evaluate(([id, quote]) => document.getElementById(id).select(quote), [id, quote]);
    await this.settled();
  }

  /** The same, until its text lies over its drawn words in the middle of the window. */
  async showWords(quote) {
    await this.select(quote);
    await this.until((quote) => document.querySelector(`#first [data-quote="${quote}"]`).slot !== '', quote);
    await this.bringIn('words');
  }

  /** The box of a node of the mirror in the window. */
  async box(name, id = 'first') {
    const box = await this.node(name, (element) => element.getBoundingClientRect().toJSON(), id);
    assert.ok(box, `no node ${name}`);
    return box;
  }

  /** Scrolls the page so that a node is in the middle of the window. */
  async bringIn(name, id = 'first') {
    await this.node(name, (element) => element.scrollIntoView({ block: 'center' }), id);
    await this.settled();
  }

  /** The name of the mirror's node that has the focus, or the id of the element that has it. */
  focus() {
    return this.tab.evaluate(() => {
      const active = document.activeElement;
      return active?.shadowRoot?.activeElement?.dataset.node ?? active?.id ?? '';
    });
  }

  /** What assistive technology finds; a name that is a string is all of it. Chromium only. */
  named(role, name) {
    return this.page.getByRole(role, { name, exact: typeof name === 'string' });
  }

  /** Presses the first of them by the keyboard: the mirror lets the pointer through to the canvas. */
  async pressNamed(role, name) {
    await this.named(role, name).first().focus();
    await this.press('Enter');
    await this.settled();
  }

  /** Presses the pointer at one place and lets it go at the other, [x, y] each. Chromium only. */
  async drag(from, to) {
    const { mouse } = this.page;
    await mouse.move(...from);
    await mouse.down();
    await mouse.move(...to, { steps: 5 });
    await mouse.up();
  }

  /** Puts fingers down and moves them: places [{ x, y }…] one after the other. Chromium only. */
  async touch(places) {
    const session = await this.page.context().newCDPSession(this.page);
    const send = (type, fingers) => session.send('Input.dispatchTouchEvent', {
      type, touchPoints: fingers.map((finger, id) => ({ ...finger, id })),
    });
    await send('touchStart', places[0]);
    for (const fingers of places.slice(1)) await send('touchMove', fingers);
    await send('touchEnd', []);
  }

  async press(key) {
    await this.tab.press(key);
  }

  /** Presses Tab until the focus is on a node that `wanted` likes; fails after `most` times. */
  async tabTo(wanted, most = 40) {
    const seen = [];
    for (let i = 0; i < most; ++i) {
      await this.press('Tab');
      const focus = await this.focus();
      if (wanted.test(focus)) return focus;
      seen.push(focus);
    }
    return assert.fail(`Tab did not reach ${wanted}: ${seen.join(' ')}`);
  }

  frames() {
    return this.tab.evaluate(() => testing.frames);
  }

  events(type) {
    return this.tab.evaluate((type) => testing.events.filter((event) => event.type === type), type);
  }

  /** What is seen in a part of the window, as pixels. */
  pixels(clip) {
    return this.tab.pixels(clip);
  }

  /** Nothing was said in the console, and nothing went wrong. */
  assertQuiet() {
    assert.deepEqual(this.errors, [], 'errors that nobody caught');
    assert.deepEqual(this.messages, [], 'messages in the console');
  }
}

/**
 * A test with a page of its own. Options:
 *   body, html     what the page holds (default: the seed story), or the whole of it
 *   head           more for <head>
 *   files          { '/path': text or function (response) } that the site answers with besides
 *   noisy          the test judges console messages by itself
 *   ready          id of the widget to wait for before `run`; false: none
 *   todo           why it fails so far: its failure is told but not counted
 *   webgl          false: a browser without it
 *   engine         what browser (default: Chromium); others know no option below but `viewport`
 *   and those of a browser context: viewport, deviceScaleFactor, colorScheme, hasTouch …
 */
export function browserTest(name, options, run) {
  const { body = widget('seed'), head, html = pageOf(body, head), files = {}, noisy = false,
          ready = 'first', webgl = true, engine = chromium, timeout = 90_000, path: place, todo,
          ...contextOptions } = options;
  test(name, { timeout, todo }, async () => {
    site ??= startSite();
    const [{ address, own }, browser] = await Promise.all([site, startBrowser(engine, webgl)]);
    own.clear();
    const send = (type, content) => (response) => {
      response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
      response.end(content);
    };
    const begin = engine.pageInit ? `<head><script>(${engine.pageInit})(); (${instrument})();</script>` : '<head>';
    own.set('/test.html', send('text/html', html.replace('<head>', () => begin)));
    for (const [file, content] of Object.entries(files)) {
      own.set(file, typeof content === 'function' ? content : send('application/json', content));
    }
    const init = contextOptions.javaScriptEnabled !== false ? instrument : undefined;
    const tab = await browser.open({ viewport: DESKTOP, ...contextOptions, init });
    try {
      const visit = new Visit(tab, address);
      await tab.goto(`${address}${place ?? '/test.html'}`);
      if (ready) await visit.ready(ready);
      await run(visit);
      await tab.gather();
      if (!noisy) visit.assertQuiet();
    } catch (error) {
      // What the page said is often the reason.
      await tab.gather().catch(() => {});
      for (const { type, text } of tab.messages) console.log(`${name}: ${type}: ${text}`);
      for (const text of tab.errors) console.log(`${name}: ${text}`);
      throw error;
    } finally {
      await tab.close();
    }
  });
}

/** Whether an image holds more than one colour, counting only clear differences. */
export function isBlank({ data }) {
  for (let i = 4; i < data.length; i += 4) {
    const difference = Math.abs(data[i] - data[0]) + Math.abs(data[i + 1] - data[1]) +
      Math.abs(data[i + 2] - data[2]);
    if (difference > 96) return false;
  }
  return true;
}

/** How many pixels of two images of one size differ clearly. */
export function differingPixels(a, b) {
  assert.deepEqual([a.width, a.height], [b.width, b.height]);
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    const difference = Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1]) +
      Math.abs(a.data[i + 2] - b.data[i + 2]);
    if (difference > 48) count += 1;
  }
  return count;
}
