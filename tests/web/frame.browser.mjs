// The widget in an <iframe>, of another origin and in a sandbox: its height, its links, its limits.

import assert from 'node:assert/strict';
import { PHONE, browserTest, isBlank, pageOf, smallStory } from './support.mjs';

// What the frame said to the page, before and after the page's own script heard it.
const RECORD = `<script>window.said = [];
addEventListener('message', ({ data }) => said.push(data));</script>`;
const PARENT = '<script type="module" src="/frame-parent.js"></script>';

/** A page with a frame; its origin is the test site's by another name where `other`. */
const framed = (query, { other = true, more = '', head = '' } = {}) => ({
  ready: false,
  html: pageOf(`<p>Above</p><div id="place"></div><p id="below">Below</p>
    <script>const frame = document.createElement('iframe');
    frame.id = 'frame'; frame.title = 'Quotes'; ${more}
    frame.src = (${other} ? location.origin.replace('localhost', '127.0.0.1') : '') + '/frame.html?${query}';
    frame.style.cssText = 'width: 100%; border: 0; height: 150px'; place.append(frame);</script>`, head + RECORD + PARENT),
});

const inside = (visit) => visit.page.frames().find((frame) => frame !== visit.page.mainFrame());
async function readyInside(visit) {
  await visit.until(() => window.said.some((data) => data.type === 'say-when:height' && data.height > 300));
  const frame = inside(visit);
  await frame.waitForFunction(() => document.querySelector('say-when')?.shadowRoot.querySelector('[data-node]'));
  return frame;
}
// Frames of the inner page cannot be counted from outside: it is looked at until it is drawn.
async function isDrawnAbove(visit, place) {
  await visit.page.evaluate((place) => document.querySelector(place).scrollIntoView({ block: 'end' }), place);
  const { x, y } = await visit.page.evaluate((place) =>
    document.querySelector(place).getBoundingClientRect().toJSON(), place);
  for (let tries = 0; tries < 60; ++tries) {
    if (!isBlank(await visit.pixels({ x, y: y - 300, width: 300, height: 280 }))) return true;
    await visit.page.waitForTimeout(50);
  }
  return false;
}
const tall = (visit) => visit.page.evaluate(() => document.getElementById('frame').getBoundingClientRect().height);

for (const [name, options] of [
  ['of another origin', {}],
  ['in a sandbox that allows scripts alone', { more: "frame.sandbox = 'allow-scripts';" }],
]) {
  browserTest(`a frame ${name} is drawn, as tall as its widget`, framed('src=stories/seed.json&id=f1', options), async (visit) => {
    const frame = await readyInside(visit);
    const height = await frame.evaluate(() => Math.ceil(document.querySelector('say-when').getBoundingClientRect().height));
    await visit.until((height) => document.getElementById('frame').getBoundingClientRect().height === height, height);
    assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight), 'it does not scroll inside');
    assert.ok(await isDrawnAbove(visit, '#below'));
  });
}

browserTest('a frame taller than any canvas is drawn where it is seen', {
  ...framed('src=stories/long.json&view=article'), viewport: PHONE, deviceScaleFactor: 3,
  files: { '/stories/long.json': smallStory([{ text: 'Words to quote.' }], {
    articles: [{ id: 'a1', headline: 'A long article', language: 'en',
                 text: Array.from({ length: 60 }, (_, i) => `${i}. ${'Words to read. '.repeat(12)}`).join('\n\n') }],
  }) },
}, async (visit) => {
  await readyInside(visit);
  await visit.until(() => document.getElementById('frame').getBoundingClientRect().height * 3 > 9500);
  assert.ok(await isDrawnAbove(visit, '#below'));
});

browserTest('its height is told in four shapes', framed('src=stories/seed.json&id=f1'), async (visit) => {
  await readyInside(visit);
  const said = await visit.page.evaluate(() => window.said);
  const { height } = said.filter((data) => data.type === 'say-when:height').at(-1);
  assert.deepEqual(said.slice(-4), [
    { type: 'say-when:height', version: 1, height, id: 'f1' },
    `pymxPYMxf1xPYMxheightxPYMx${height}`,
    { sentinel: 'amp', type: 'embed-size', height },
    { 'datawrapper-height': { f1: height } },
  ]);
});

browserTest('the page\'s link to a view opens it in the frame, and copied links lead to the page', framed('src=stories/seed.json'), async (visit) => {
  const frame = await readyInside(visit);
  await visit.page.evaluate(() => { location.hash = '#say-when=view=voices'; });
  await frame.waitForFunction(() => document.querySelector('say-when').view.includes('view=voices'));
  assert.equal(await frame.evaluate(() => document.querySelector('say-when').getAttribute('page')),
               `${visit.address}/test.html#say-when=view=voices`);
});

browserTest('only the frame itself sets its height', framed('src=stories/seed.json'), async (visit) => {
  await readyInside(visit);
  const before = await tall(visit);
  await visit.page.evaluate(() => window.postMessage({ type: 'say-when:height', version: 1, height: 7, id: '' }, '*'));
  await visit.until(() => window.said.some((data) => data.height === 7));
  assert.equal(await tall(visit), before);
});

for (const [what, query] of [
  ['of another host', 'src=https://elsewhere.example/story.json'],
  ['by a script\'s address', 'src=javascript:alert(1)'],
  ['that is not named', ''],
]) {
  browserTest(`a story ${what} is not shown in a frame`, {
    path: `/frame.html?${query}`, ready: false, noisy: true,
  }, async (visit) => {
    await visit.until(() => document.querySelector('say-when')?.state === 'idle');
    assert.equal(await visit.page.evaluate(() => document.querySelector('say-when').src), '');
    assert.match(visit.messages.map(({ text }) => text).join(), /say-when: a frame shows a story of its own host/);
    assert.deepEqual(visit.requests.map((request) => new URL(request.url())).filter(({ protocol, origin }) =>
      protocol !== 'data:' && origin !== visit.address).map(String), []);
  });
}
