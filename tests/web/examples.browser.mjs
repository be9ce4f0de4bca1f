// The pages of web/examples, as they are: each shows its widget, says nothing in the console, and its security
// policy stops nothing.

import assert from 'node:assert/strict';
import path from 'node:path';
import { PHONE, browserTest, output, storyOf } from './support.mjs';

// Violations are told in the console as well, where every test looks; this says which.
const open = (name, options, run) => browserTest(`examples/${name}`, {
  path: `/examples/${name}.html`, ready: false, ...options,
}, run);
// The page's policy has no eval for the test either: the function is whole.
const shown = (visit, count = 1) => visit.until((count) =>
  [...document.querySelectorAll('say-when')].filter(({ state }) => state === 'ready').length === count, count);
const words = (visit) => visit.page.evaluate(() =>
  document.querySelector('say-when').shadowRoot.querySelector('[data-node=words]')?.textContent);

for (const name of ['plain', 'csp', 'news']) {
  open(name, {}, async (visit) => {
    await visit.page.evaluate(() => document.querySelector('say-when').scrollIntoView());
    await shown(visit);
    await visit.until(() => document.querySelector('say-when').shadowRoot.querySelector('[data-node=words]'));
    await visit.settled();
    assert.ok((await words(visit)).includes(storyOf('seed').quotes[0].text));
    await visit.page.screenshot({ path: path.join(output, `example-${name}.png`) });
  });
}

open('news', { viewport: PHONE }, async (visit) => {
  assert.equal(await visit.page.evaluate(() => document.querySelector('say-when').state), 'idle',
               'nothing is loaded while the reader is far above');
  const asked = await visit.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(asked.filter((name) => !/(examples\.css|say-when\.js)$/.test(name) && !name.startsWith('data:')), []);
  await visit.page.evaluate(() => document.querySelector('say-when').scrollIntoView());
  await visit.until(() => CSS.highlights.get('say-when-quote')?.size > 0);
  const marked = await visit.page.evaluate(() => [...CSS.highlights.get('say-when-quote')].length);
  assert.equal(marked, storyOf('seed').quotes.length);
});

for (const name of ['react', 'vue']) {
  open(name, {}, async (visit) => {
    await shown(visit);
    await visit.page.getByRole('button', { name: 'Choose the second quote' }).click();
    await visit.until(() => document.querySelector('output').textContent === 'q2');
    await visit.settled();
    assert.ok((await words(visit)).includes(storyOf('seed').quotes[1].text));
  });
}

open('frame', {}, async (visit) => {
  const frame = visit.page.frames()[1];
  await frame.waitForFunction(() => document.querySelector('say-when')?.state === 'ready');
  // As tall as the widget is, which is taller for a moment while it still shows text; asked in the frame, where both
  // heights are of one moment.
  await frame.waitForFunction(() => innerHeight > 300 &&
    innerHeight === Math.ceil(document.querySelector('say-when').getBoundingClientRect().height));
});

open('many', { timeout: 180_000 }, async (visit) => {
  // As a reader comes by them.
  const count = await visit.page.evaluate(() => document.querySelectorAll('say-when').length);
  assert.equal(count, 24);
  for (let i = 0; i < count; ++i) {
    await visit.page.evaluate((i) => document.querySelectorAll('say-when')[i].scrollIntoView(), i);
    await visit.until((i) => document.querySelectorAll('say-when')[i].state === 'ready', i);
  }
  await shown(visit, 24);
  await visit.settled();
  assert.equal(await visit.page.evaluate(() => testing.webgl.size), 1, 'contexts');
  const asked = await visit.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.equal(asked.filter((name) => name.endsWith('/saywhen.wasm')).length, 1, 'modules');
});
