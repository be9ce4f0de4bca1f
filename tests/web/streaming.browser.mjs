// A story that is still on its way: its first quotes are drawn, and the rest joins them.

import assert from 'node:assert/strict';
import path from 'node:path';
import { browserTest, output, smallStory, widget } from './support.mjs';

const COUNT = 6000;
const JSON_TEXT = smallStory(Array.from({ length: COUNT }, (_, i) =>
  ({ text: `Quote ${i} says that ${'much is said here '.repeat(12)}`, said: { edtf: `20${10 + (i % 15)}-03-05` } })));
const FIRST_PART = JSON_TEXT.slice(0, 300_000);

// The story's first part, and what sends the rest or breaks off.
function slowly(json = JSON_TEXT, first = FIRST_PART.length) {
  const sent = {};
  return [{ '/stories/slow.json': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    if (first > 0) response.write(json.slice(0, first));
    else response.flushHeaders();
    sent.rest = () => response.end(json.slice(first));
    sent.cut = () => response.destroy();
  } }, sent];
}

// The module is there and has drawn what there is.
const waits = async (visit) => {
  await visit.until(() => performance.getEntriesByType('resource').some(({ name, responseEnd }) =>
    name.endsWith('saywhen.wasm') && responseEnd > 0));
  await visit.settled();
};

const listed = (visit) => visit.node('quote-q2', (element) => Number(element.ariaSetSize));
const begun = (visit) => visit.until(() =>
  document.getElementById('first').shadowRoot.querySelector('.stage:not([inert]) [data-node=quote-q2]'));

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
    await waits(visit);
    assert.equal(await visit.page.evaluate(() => document.querySelector('#first').state), 'loading');
    sent.rest();
    await visit.untilState('ready');
    assert.match(await visit.page.evaluate(() => document.querySelector('#first').view), /^view=voices/);
  });
}

{
  const [files, sent] = slowly(JSON_TEXT, 0);
  browserTest('a view that a script asks for meanwhile is shown', { body: widget('slow'), files, ready: false }, async (visit) => {
    await waits(visit);
    await visit.page.evaluate(() => { document.querySelector('#first').view = 'voices'; });
    sent.rest();
    await visit.untilState('ready');
    await visit.until(() => testing.events.some(({ type }) => type === 'say-when-ready'));
    assert.match(await visit.page.evaluate(() => document.querySelector('#first').view), /^view=voices/);
  });
}

{
  const [files, sent] = slowly();
  browserTest('a newer version has to wait for all of the one before', { body: widget('slow'), files, ready: false }, async (visit) => {
    await begun(visit);
    const set = () => visit.page.evaluate((story) => {
      try {
        return document.querySelector('#first').setData(story);
      } catch (error) {
        return error.message;
      }
    }, JSON_TEXT);
    assert.match(String(await set()), /not ready/);
    sent.rest();
    await visit.until(() => testing.events.some(({ type }) => type === 'say-when-ready'));
    assert.equal(await set(), 0);
  });
}

{
  const { quotes, ...others } = JSON.parse(JSON_TEXT);
  const [files, sent] = slowly(JSON.stringify({ quotes, ...others }));
  browserTest('nobody is shown as unknown where speakers stand behind the quotes', {
    body: widget('slow'), files, ready: false,
  }, async (visit) => {
    await waits(visit);
    assert.equal(await visit.page.evaluate(() => document.querySelector('#first').state), 'loading');
    assert.equal(await visit.page.evaluate(() => document.querySelectorAll('[data-quote]').length), 0);
    sent.rest();
    await visit.ready();
    assert.match(await visit.page.evaluate(() => document.querySelector('[data-quote] figcaption').textContent), /Ada Speaker/);
  });
}

for (const [what, act] of [
  ['taken away', () => document.querySelector('#first').remove()],
  ['given another story', () => { document.querySelector('#first').src = '/stories/seed.json'; }],
  ['moved', () => document.body.append(document.querySelector('#first'))],
]) {
  const [files, sent] = slowly();
  browserTest(`an element that is ${what} while its story is on its way harms no other`, {
    body: `${widget('slow')}<p>Between.</p>${widget('seed', 'second')}`, files, ready: false,
  }, async (visit) => {
    await begun(visit);
    await visit.page.evaluate(() => document.querySelector('#second').scrollIntoView());
    await visit.ready('second');
    await visit.page.evaluate(act);
    sent.rest?.();
    if (what !== 'taken away') {
      await visit.page.evaluate(() => document.querySelector('#first').scrollIntoView());
      if (what === 'moved') {
        await begun(visit);
        sent.rest();
      }
      await visit.ready();
    }
    await visit.page.evaluate(() => document.querySelector('#second').scrollIntoView());
    await visit.select('q2', 'second');
    assert.equal(await visit.page.evaluate(() => document.querySelector('#second').state), 'ready');
    assert.ok((await visit.words('second')).length > 10);
    assert.deepEqual(await visit.events('say-when-error'), []);
  });
}
