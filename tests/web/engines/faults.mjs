// What can go wrong around a widget, in every engine: its quotes can be read, or a message with a way to
// try again stands in its place; the page's own scripts run on; one line in the console says why.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { browserTest, dist, smallStory, storyOf, widget } from '../support.mjs';

const QUOTES = storyOf('seed').quotes.length;
const SEED = readFileSync(path.join(dist, 'stories/seed.json'), 'utf8');
const WASM = readFileSync(path.join(dist, 'saywhen.wasm'));
const REST = readFileSync(path.join(dist, 'saywhen-rest.wasm'));

const status = (code) => (response) => response.writeHead(code, { 'Content-Type': 'text/plain' }).end('no');
const send = (type, content) => (response) => response.writeHead(200, { 'Content-Type': type }).end(content);
const cut = (response) => response.destroy();
const never = () => {};

/** The module with no more memory than half of what it would begin with. */
function withoutMemory(wasm) {
  const bytes = [...wasm];
  let at = 8;
  const number = () => {
    let [value, shift] = [0, 0];
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = number();
    const end = at + size;
    if (id === 5) { // memories: one, its flags, its least pages, its most
      assert.deepEqual([number(), number() & 1], [1, 1], 'one memory with a limit');
      let pages = 0;
      for (let k = 0; k < 2; ++k) {
        const digits = at;
        const written = number();
        pages ||= written / 2;
        // The same number of bytes as before.
        for (let i = digits, rest = pages; i < at; ++i, rest >>= 7) {
          bytes[i] = (rest & 127) | (i + 1 < at ? 128 : 0);
        }
      }
      return Buffer.from(bytes);
    }
    at = end;
  }
  return assert.fail('no memory section');
}

// Its first frame ends in a trap that is real: an `unreachable`.
const TRAP = `<script>
const unreachable = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
  [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11])));
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = async (...rest) => {
  const made = await instantiateStreaming(...rest);
  return { instance: { exports: { ...made.instance.exports, frame: () => unreachable.exports.a() } } };
};
</script>`;

// Its frames need what only its second part holds: a call of that ends in a trap before it is there.
const NEEDS_REST = `<script>
window.engines = 0;
const { instantiateStreaming } = WebAssembly;
WebAssembly.instantiateStreaming = async (...all) => {
  const { instance: { exports } } = await instantiateStreaming(...all);
  if (!exports.frame) return { instance: { exports } };
  window.engines += 1;
  const frame = (widget, ...rest) => {
    exports.prepareSearch(widget, 0);
    return exports.frame(widget, ...rest);
  };
  return { instance: { exports: { ...exports, frame } } };
};
</script>`;

/** The second part, held back until `send()`. */
function slowRest() {
  const waiting = [];
  let sent = false;
  const answer = (response) => (sent ? send('application/wasm', REST)(response) : waiting.push(response));
  return { files: { '/saywhen-rest.wasm': answer }, send() {
    sent = true;
    waiting.splice(0).forEach(answer);
  } };
}

const READABLE = { state: 'html', quotes: QUOTES };
const MESSAGE = { state: 'error', quotes: 0 };

/** name: [options of the test, what is then seen]. */
const faults = {
  'no such story (404)': [{ body: widget('missing') }, MESSAGE],
  'a server that fails (500)': [{ files: { '/stories/seed.json': status(500) } }, MESSAGE],
  'no network for the story': [{ files: { '/stories/seed.json': cut } }, MESSAGE],
  'a story that is cut': [{ files: { '/stories/seed.json': send('application/json', SEED.slice(0, 400)) } }, MESSAGE],
  'a page in place of a story': [{ files: { '/stories/seed.json': send('text/html', '<!doctype html>') } }, MESSAGE],
  'no such module (404)': [{ files: { '/saywhen.wasm': status(404) } }, READABLE],
  'no network for the module': [{ files: { '/saywhen.wasm': cut } }, READABLE],
  'a module that is cut': [{ files: { '/saywhen.wasm': send('application/wasm', WASM.subarray(0, 90_000)) } }, READABLE],
  'a module of the wrong type': [{ files: { '/saywhen.wasm': send('text/plain', WASM) } }, READABLE],
  'no second part of the module (404)': [{ files: { '/saywhen-rest.wasm': status(404) } }, READABLE],
  'no network for the second part': [{ files: { '/saywhen-rest.wasm': cut } }, READABLE],
  'a second part that is cut': [{ files: { '/saywhen-rest.wasm': send('application/wasm', REST.subarray(0, 30_000)) } }, READABLE],
  'a second part of another version': [{ files: { '/saywhen-rest.wasm': send('application/wasm', WASM) } }, READABLE],
  'a second part that never comes': [{
    head: '<script>const { timeout } = AbortSignal; AbortSignal.timeout = () => timeout.call(AbortSignal, 500);</script>',
    files: { '/saywhen-rest.wasm': never },
  }, READABLE],
  'no script for the text': [{ files: { '/plain.js': status(404) } }, MESSAGE],
  'no script for the drawing': [{ files: { '/drawing.js': status(404) } }, READABLE],
  'a policy without WebAssembly': [{
    head: `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`,
  }, READABLE],
  'a module that traps': [{ head: TRAP }, READABLE],
  'no memory for the module': [{
    body: widget('large'),
    files: { '/saywhen.wasm': send('application/wasm', withoutMemory(WASM)),
             '/stories/large.json': smallStory(Array.from({ length: 1500 }, (_, i) => ({ text: `${i} ${'word '.repeat(110)}` }))) },
  }, { state: 'html', quotes: 1500 }],
};

/** How it stands with a widget, as a reader sees it. */
function seen() {
  const element = document.getElementById('first');
  const root = element.shadowRoot;
  const isSeen = (each) => each.checkVisibility() && each.getBoundingClientRect().height > 10 &&
    each.getBoundingClientRect().width > 20;
  const words = [...root.querySelectorAll('p')].filter(isSeen).map((p) => p.textContent);
  return {
    state: element.state,
    quotes: [...element.querySelectorAll('[data-quote] blockquote')].filter(isSeen).length,
    words: words[0] ?? '',
    retry: [...root.querySelectorAll('button.retry')].some(isSeen),
  };
}

// The page's own script: it goes on counting.
const PAGE = '<script>window.count = 0; setInterval(() => { window.count += 1; }, 10);</script>';

async function assertPageRuns(visit) {
  const before = await visit.tab.evaluate(() => window.count);
  await visit.until((before) => window.count > before + 2, before);
}

async function assertHarmless(visit, lines = 1) {
  await assertPageRuns(visit);
  await visit.tab.gather();
  // Firefox tells of what it could not load or would not run among the page's errors.
  const own = visit.errors.filter((text) => !/^Error: (Loading module from|Content-Security-Policy)/.test(text));
  assert.deepEqual(own, []);
  const ours = visit.messages.filter(({ text }) => /say-when:/.test(text));
  assert.equal(ours.length, lines, ours.map(({ text }) => text).join('\n'));
}

const lose = (visit, back) => visit.tab.evaluate((back) => {
  for (const canvas of testing.webgl) {
    testing.context ??= canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
  }
  if (back) testing.context.restoreContext();
  else testing.context.loseContext();
}, back);

/** All faults in one engine. */
export function faultsIn(engine) {
  const faultTest = (what, { head = '', ...options }, run) =>
    browserTest(`${engine.name}: ${what}`, { ...options, engine, head: PAGE + head }, run);
  for (const [what, [options, wanted]] of Object.entries(faults)) {
    faultTest(`${what}: ${wanted.quotes ? 'the quotes are text' : 'a message, and a way to try again'}`, {
      ...options, ready: false, noisy: true,
    }, async (visit) => {
      await visit.untilState(wanted.state);
      // Many come piece by piece.
      await visit.until((count) => document.querySelectorAll('#first [data-quote]').length === count, wanted.quotes);
      const { words, retry, ...rest } = await visit.tab.evaluate(seen);
      assert.deepEqual(rest, wanted);
      assert.match(words, /\w+ \w+/);
      assert.ok(retry, 'one can try again');
      assert.equal((await visit.events('say-when-error')).length, 1);
      await assertHarmless(visit);
    });
  }

  faultTest('a module that takes its time: the quotes are there to read meanwhile', {
    ready: false, files: { '/saywhen.wasm': never },
  }, async (visit) => {
    await visit.until((count) => document.querySelectorAll('#first [data-quote]').length === count, QUOTES);
    const { state, quotes } = await visit.tab.evaluate(seen);
    assert.deepEqual([state, quotes], ['loading', QUOTES]);
    await assertHarmless(visit, 0);
  });

  {
    const rest = slowRest();
    faultTest('a second part that takes its time: what is drawn stays, and what a script asks for is done then', {
      ready: false, files: rest.files,
    }, async (visit) => {
      await visit.untilState('ready');
      await visit.until(() => document.getElementById('first').shadowRoot.querySelector('[data-node=quote-q5]'));
      await visit.settled();
      await visit.select('q5');
      const told = await visit.tab.evaluate(() => {
        const stage = document.getElementById('first').shadowRoot.querySelector('.stage');
        return [stage.inert, stage.checkVisibility(), testing.events.filter(({ type }) => type === 'say-when-ready').length];
      });
      assert.deepEqual(told, [true, true, 0]);
      await rest.send();
      await visit.ready();
      assert.equal(await visit.node('quote-q5', (element) => element.ariaSelected), 'true');
      assert.equal((await visit.events('say-when-ready')).length, 1);
      await assertHarmless(visit, 0);
    });
  }

  {
    const rest = slowRest();
    faultTest('a first frame that needs the second part waits for it', {
      ready: false, files: rest.files, head: NEEDS_REST,
    }, async (visit) => {
      await visit.until(() => window.engines === 2);
      assert.equal(await visit.tab.evaluate(() => document.getElementById('first').state), 'loading');
      assert.deepEqual(await visit.events('say-when-ready'), []);
      await rest.send();
      await visit.ready();
      await visit.select('q5');
      await visit.settled();
      assert.equal(await visit.node('quote-q5', (element) => element.ariaSelected), 'true');
      assert.equal((await visit.events('say-when-ready')).length, 1);
      assert.deepEqual(await visit.events('say-when-error'), []);
      assert.equal(await visit.tab.evaluate(() => window.engines), 2);
      await assertHarmless(visit, 0);
    });
  }

  let sendLate;
  faultTest('a story that comes when the module has stopped already', {
    noisy: true, ready: false, head: TRAP,
    body: '<say-when id="first" src="/stories/seed.json"></say-when><say-when id="second" src="/late.json"></say-when>',
    files: { '/late.json': (response) => {
      const answer = () => send('application/json', SEED)(response);
      // Asked for again it comes at once.
      if (sendLate) answer();
      else sendLate = answer;
    } },
  }, async (visit) => {
    await visit.untilState('html');
    sendLate();
    // It begins anew, where it is near the screen.
    await visit.until(() => document.getElementById('second').state !== 'loading');
    await visit.tab.evaluate(() => document.getElementById('second').scrollIntoView());
    await visit.until(() => ['ready', 'html'].includes(document.getElementById('second').state));
    assert.equal(await visit.tab.evaluate(() => document.querySelectorAll('#second > [data-quote]').length), QUOTES);
  });

  let asked = 0;
  faultTest('trying again after a failure', {
    ready: false, noisy: true,
    files: { '/stories/seed.json': (response) => (asked++ ? send('application/json', SEED) : status(503))(response) },
  }, async (visit) => {
    await visit.untilState('error');
    await visit.tab.evaluate(() => document.getElementById('first').shadowRoot.querySelector('.retry').click());
    await visit.ready();
    await assertHarmless(visit);
  });

  faultTest('a context that is lost and comes back', { noisy: true }, async (visit) => {
    await visit.tab.evaluate(() => document.getElementById('first').select('q5'));
    await visit.settled();
    const words = await visit.words();
    await lose(visit, false);
    await visit.untilState('html');
    const { quotes, retry } = await visit.tab.evaluate(seen);
    assert.deepEqual([quotes, retry], [QUOTES, true]);
    await lose(visit, true);
    await visit.ready();
    assert.equal(await visit.words(), words, 'the choice stays');
    await assertHarmless(visit);
  });

  faultTest('a context that is lost for good: a new one by the reader\'s leave', { noisy: true }, async (visit) => {
    await lose(visit, false);
    await visit.untilState('html');
    await visit.tab.evaluate(() => document.getElementById('first').shadowRoot.querySelector('.retry').click());
    await visit.ready();
    assert.equal(await visit.tab.evaluate(() => testing.webgl.size), 2);
    await assertHarmless(visit);
  });

  faultTest('taken away while it loads', {
    ready: false, files: { '/saywhen.wasm': never },
  }, async (visit) => {
    await visit.untilState('loading');
    const left = await visit.tab.evaluate(() => {
      const element = document.getElementById('first');
      element.remove();
      return [element.state, element.children.length];
    });
    assert.deepEqual(left, ['idle', 0]);
    await visit.settled();
    assert.deepEqual(await visit.events('say-when-ready'), []);
    await assertHarmless(visit, 0);
  });

  faultTest('defined twice', {
    head: '<script type="module" src="/say-when.js?again"></script>',
  }, async (visit) => {
    assert.equal((await visit.events('say-when-ready')).length, 1);
    await assertHarmless(visit, 0);
  });

  faultTest('its story set before it is defined', {
    body: `<say-when id="first"></say-when><script>
      document.getElementById('first').data = ${smallStory([{ text: 'Set before the script came.' }])};</script>`,
  }, async (visit) => {
    assert.match(await visit.words(), /Set before the script came/);
    assert.equal(await visit.tab.evaluate(() => document.getElementById('first').data.title), 'A small story');
  });

  faultTest('its story inside it', {
    body: `<say-when id="first"><script type="application/json">${
      smallStory([{ text: 'Written in the page.' }])}</script></say-when>`,
  }, async (visit) => {
    assert.match(await visit.words(), /Written in the page/);
  });
}
