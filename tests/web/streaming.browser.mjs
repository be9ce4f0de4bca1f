// A story that is still on its way: its first quotes are drawn, and the rest joins them.

import assert from 'node:assert/strict';
import path from 'node:path';
import { browserTest, output, smallStory, widget } from './support.mjs';

const COUNT = 6000;
const JSON_TEXT = smallStory(Array.from({ length: COUNT }, (_, i) =>
  ({ text: `Quote ${i} says that ${'much is said here '.repeat(12)}`, said: { edtf: `20${10 + (i % 15)}-03-05` } })));
const FIRST_PART = JSON_TEXT.slice(0, 300_000);

// The story's first part, and what sends the rest or breaks off.
function slowly() {
  const sent = {};
  return [{ '/stories/slow.json': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.write(FIRST_PART);
    sent.rest = () => response.end(JSON_TEXT.slice(FIRST_PART.length));
    sent.cut = () => response.destroy();
  } }, sent];
}

const listed = (visit) => visit.node('quote-q2', (element) => Number(element.ariaSetSize));
const begun = (visit) => visit.until(() =>
  document.getElementById('first').shadowRoot.querySelector('[data-node=quote-q2]'));

{
  const [files, sent] = slowly();
  browserTest('the first quotes are drawn before the last byte, and the reader’s place stays', {
    body: widget('slow'), files, ready: false,
  }, async (visit) => {
    await begun(visit);
    await visit.settled();
    const first = await listed(visit);
    assert.ok(first >= 100 && first < COUNT, `${first} quotes`);
    assert.deepEqual(await visit.events('say-when-ready'), [], 'it is not all there');
    const progress = () => visit.page.evaluate(() => {
      const element = document.getElementById('first').shadowRoot.querySelector('.progress');
      return element.checkVisibility() ? element.textContent : '';
    });
    assert.match(await progress(), /Loading the quotes… [\d,]+/);
    await visit.page.screenshot({ path: path.join(output, 'streaming.png') });
    await visit.select('q3');
    const words = await visit.words();
    sent.rest();
    await visit.until(() => testing.events.some(({ type }) => type === 'say-when-ready'));
    await visit.settled();
    assert.equal(await listed(visit), COUNT);
    assert.equal(await visit.words(), words);
    assert.equal(await progress(), '');
    assert.deepEqual(await visit.events('say-when-error'), []);
  });
}

{
  const [files, sent] = slowly();
  browserTest('of a story that breaks off what came is shown, and said', {
    body: widget('slow'), files, ready: false, noisy: true,
  }, async (visit) => {
    await begun(visit);
    sent.cut();
    await visit.until(() => testing.events.some(({ type }) => type === 'say-when-ready'));
    await visit.settled();
    const { length } = await visit.events('say-when-error');
    assert.equal(length, 1);
    assert.ok(await listed(visit) > 100);
    assert.equal(visit.messages.filter(({ text }) => text.startsWith('say-when:')).length, 1);
  });
}

{
  const [files, sent] = slowly();
  browserTest('a view that a page asks for waits for all of the story', {
    body: widget('slow', 'first', 'view="voices"'), files, ready: false,
  }, async (visit) => {
    await visit.until(() => performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
      name.endsWith('saywhen.wasm') && responseEnd > 0));
    await visit.settled();
    assert.equal(await visit.page.evaluate(() => document.querySelector('#first').state), 'loading');
    sent.rest();
    await visit.untilState('ready');
    assert.match(await visit.page.evaluate(() => document.querySelector('#first').view), /^view=voices/);
  });
}
