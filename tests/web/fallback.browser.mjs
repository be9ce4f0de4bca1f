// Nothing is ever lost: without scripts, without WebGL 2, without a story, with a bad one.

import assert from 'node:assert/strict';
import { browserTest, smallStory, storyOf, widget } from './support.mjs';

const figures = storyOf('seed').quotes.slice(0, 3).map(({ id, text }) =>
  `<figure data-quote="${id}"><blockquote>${text}</blockquote><figcaption>Somebody</figcaption></figure>`).join('');
const served = `<say-when id="first" src="/stories/seed.json">${figures}</say-when>`;

/** The texts of the light-DOM quotes that can be seen. */
function readable() {
  return [...document.querySelectorAll('#first [data-quote] blockquote')]
    .filter((block) => block.checkVisibility() && block.getBoundingClientRect().height > 10 &&
            block.getBoundingClientRect().width > 50)
    .map((block) => block.textContent);
}
const message = () => document.getElementById('first').shadowRoot.querySelector('[role=status]').textContent;

browserTest('without scripts the quotes that the page brought are shown', {
  body: served, javaScriptEnabled: false, ready: false,
}, async (visit) => {
  for (const { text } of storyOf('seed').quotes.slice(0, 3)) {
    const block = visit.page.getByText(text, { exact: true });
    await block.waitFor({ state: 'visible' });
    const box = await block.boundingBox();
    assert.ok(box.width > 100 && box.height >= 20);
  }
});

browserTest('without WebGL 2 all quotes are shown as HTML', { webgl: false, ready: false, noisy: true }, async (visit) => {
  await visit.untilState('html');
  assert.deepEqual(visit.errors, []);
  assert.equal((await visit.page.evaluate(readable)).length, 11);
  assert.equal(await visit.page.evaluate(() =>
    document.getElementById('first').shadowRoot.querySelectorAll('canvas').length), 0);
  assert.deepEqual(visit.messages.filter(({ type }) => type === 'error'), []);
});

browserTest('without WebGL 2 the page\'s own quotes are not doubled', {
  webgl: false, ready: false, noisy: true, body: served,
}, async (visit) => {
  await visit.untilState('html');
  const texts = await visit.page.evaluate(readable);
  assert.equal(texts.length, 11);
  assert.equal(new Set(texts).size, 11);
});

const ours = ({ text }) => text.startsWith('say-when:');
for (const [what, story, files] of [
  ['a story that is not there', 'missing', {}],
  ['a story that is not JSON', 'broken', { '/stories/broken.json': '{"version": 1, "title": "Cut o' }],
  ['an empty story', 'empty', { '/stories/empty.json': '' }],
  ['a story of a version to come', 'later', { '/stories/later.json': '{"version": 99}' }],
  ['a page in place of a story', 'page', {
    '/stories/page.json': (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html>') }],
  ['a connection that breaks', 'cut', { '/stories/cut.json': (response) => response.destroy() }],
]) {
  browserTest(`${what}: an error, in one line and in words`, {
    body: widget(story), files, ready: false, noisy: true,
  }, async (visit) => {
    await visit.untilState('error');
    await visit.settled();
    assert.deepEqual(visit.errors, []);
    assert.equal(visit.messages.filter(ours).length, 1, 'one line in the console');
    // The browser itself says what it could not load.
    assert.deepEqual(visit.messages.filter((line) => !ours(line) && !/Failed to load resource/.test(line.text)), []);
    const events = await visit.events('say-when-error');
    assert.equal(events.length, 1);
    assert.ok(events[0].detail.message.length > 10);
    assert.match(await visit.page.evaluate(message), /\w+ \w+/);
    assert.equal((await visit.events('say-when-ready')).length, 0);
    const { width, height } = await visit.page.evaluate(() =>
      document.getElementById('first').shadowRoot.querySelector('[role=status]').getBoundingClientRect().toJSON());
    assert.ok(width > 50 && height > 10, 'the message is seen');
  });
}

browserTest('a story that is not there: the page\'s own quotes stay', {
  body: served.replace('seed.json', 'missing.json'), ready: false, noisy: true,
}, async (visit) => {
  await visit.untilState('html');
  assert.equal((await visit.page.evaluate(readable)).length, 3);
  assert.equal(visit.messages.filter(ours).length, 1);
});

browserTest('another story after an error', { body: widget('missing'), ready: false, noisy: true }, async (visit) => {
  await visit.untilState('error');
  await visit.page.evaluate(() => { document.getElementById('first').src = '/stories/seed.json'; });
  await visit.ready();
  assert.equal(await visit.page.evaluate(message), '');
});

for (const [what, answer] of [
  ['is not there', (response) => response.writeHead(404).end()],
  ['is cut', (response) => response.writeHead(200, { 'Content-Type': 'application/wasm' }).end('\0asm\u0001\0\0\0x')],
  ['comes with the wrong type', (response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('no')],
]) {
  browserTest(`the module ${what}: the page's own quotes stay, the others are added, and the page lives on`, {
    body: served, files: { '/saywhen.wasm': answer }, ready: false, noisy: true,
  }, async (visit) => {
    await visit.untilState('html');
    assert.deepEqual(visit.errors, []);
    const texts = await visit.page.evaluate(readable);
    assert.equal(new Set(texts).size, 11);
    assert.equal(texts.length, 11);
    assert.equal(visit.messages.filter(ours).length, 1);
  });
}

browserTest('a story with one bad quote shows the others', {
  body: widget('partly'),
  files: { '/stories/partly.json': smallStory([
    { text: 'The first of three.' },
    { text: 'The second, by nobody that is known.', speakers: ['nobody'], said: { edtf: 'not a date' }, type: 'shouted' },
    { text: 'The third of three.' },
  ]) },
}, async (visit) => {
  const quotes = await visit.page.evaluate(() =>
    [...document.querySelectorAll('#first [data-quote] blockquote')].map((block) => block.textContent).join(' '));
  assert.match(quotes, /first of three.*third of three/);
  const [event] = await visit.events('say-when-ready');
  assert.ok(event.detail.problems >= 1, 'it says that there are problems');
});

browserTest('markup in a story is only text', {
  body: widget('hostile'),
  files: { '/stories/hostile.json': smallStory([
    { text: '<img src=x onerror="window.hurt = 1"><script>window.hurt = 2</script> said he.',
      url: 'javascript:window.hurt = 3', prompt: '<b>bold</b>' },
  ], { title: '<svg onload="window.hurt = 4">' }) },
}, async (visit) => {
  assert.equal(await visit.page.evaluate(() => window.hurt), undefined);
  assert.equal(await visit.page.evaluate(() => document.querySelectorAll('#first img, #first script, #first svg').length), 0);
  assert.match(await visit.words(), /<img src=x/);
});
