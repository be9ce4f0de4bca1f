// The keyboard alone: every quote, every button, and a way out.

import assert from 'node:assert/strict';
import path from 'node:path';
import { PHONE, browserTest, differingPixels, output, storyOf, widget } from './support.mjs';

const body = `<button id="before">Before</button>${widget('seed')}<button id="after">After</button>`;
const count = storyOf('seed').quotes.length;

browserTest('the slider steps through every quote, both ways', { body }, async (visit) => {
  await visit.tabTo(/^timeline-slider$/);
  const slider = () => visit.node('timeline-slider', (e) =>
    ({ now: e.valueAsNumber, most: Number(e.max), text: e.getAttribute('aria-valuetext') }));
  assert.equal((await slider()).most, count - 1);
  await visit.press('Home');
  await visit.until(() => document.getElementById('first').shadowRoot.querySelector('[data-node=timeline-slider]').valueAsNumber === 0);
  await visit.settled();
  const words = [await visit.words()];
  const said = new Set([(await slider()).text]);
  while (words.length < count) {
    await visit.press('ArrowRight');
    words.push(await visit.wordsAfter(words.at(-1)));
    assert.equal((await slider()).now, words.length - 1);
    assert.equal(await visit.focus(), 'timeline-slider');
    said.add((await slider()).text);
  }
  assert.equal(new Set(words).size, count, 'each quote once');
  assert.ok(said.size > 1 && ![...said].includes(null), 'says who and when');
  await visit.press('ArrowRight');
  await visit.settled();
  assert.equal(await visit.words(), words.at(-1), 'the last one stays');
  for (let i = count - 2; i >= 0; --i) {
    await visit.press('ArrowLeft');
    assert.equal(await visit.wordsAfter(words[i + 1]), words[i]);
  }
  const events = await visit.events('say-when-select');
  assert.equal(new Set(events.map(({ detail }) => detail.quote)).size, count);
});

browserTest('the list steps through every quote, and the focus follows', { body }, async (visit) => {
  await visit.tabTo(/^quote-/);
  const check = async () => {
    const focus = await visit.focus();
    assert.equal(await visit.node(focus, (e) => e.getAttribute('aria-selected')), 'true', focus);
    assert.equal(await visit.page.evaluate(() => document.getElementById('first').shadowRoot
      .querySelectorAll('[role=option][aria-selected=true]').length), 1);
    const box = await visit.box(focus);
    assert.ok(box.top >= -1 && box.bottom <= 901, `${focus} is in the window`);
    return focus;
  };
  await visit.press('Home');
  await visit.settled();
  const seen = [await check()];
  let words = await visit.words();
  while (seen.length < count) {
    await visit.press(seen.length % 2 ? 'ArrowDown' : 'ArrowRight');
    words = await visit.wordsAfter(words);
    await visit.settled();
    seen.push(await check());
  }
  assert.equal(new Set(seen).size, count);
  await visit.press('Home');
  await visit.wordsAfter(words);
  await visit.settled();
  assert.equal(await check(), seen[0]);
  words = await visit.words();
  await visit.press('End');
  await visit.wordsAfter(words);
  await visit.settled();
  assert.equal(await check(), seen.at(-1));
  words = await visit.words();
  await visit.press('ArrowUp');
  await visit.wordsAfter(words);
  await visit.settled();
  assert.equal(await check(), seen.at(-2));
});

browserTest('Tab leaves the widget at both ends', { body }, async (visit) => {
  await visit.page.focus('#before');
  await visit.tabTo(/^after$/);
  const inside = [];
  for (let i = 0; i < 40; ++i) {
    await visit.press('Shift+Tab');
    const focus = await visit.focus();
    if (focus === 'before') break;
    inside.push(focus);
  }
  assert.equal(await visit.focus(), 'before');
  assert.ok(inside.includes('timeline-slider') && inside.some((name) => name.startsWith('quote-')));
  assert.equal(inside.filter((name) => name.startsWith('quote-')).length, 1, 'the list is one stop');
});

browserTest('what has the focus has a ring around it, two pixels wide', { body }, async (visit) => {
  for (const wanted of [/^search$/, /^timeline-slider$/, /^quote-/]) {
    const name = await visit.tabTo(wanted);
    assert.match(await visit.node(name, (element) => getComputedStyle(element).outline), /^rgb\(\d+, \d+, \d+\) solid 2px$/);
    const { x, y, width, height } = await visit.box(name);
    const clip = { x, y, width, height };
    const focused = await visit.pixels(clip);
    await visit.page.screenshot({ path: path.join(output, `focus-${name.replace(/-.*/, '')}.png`) });
    await visit.node(name, (element) => element.blur());
    await visit.settled();
    // Two sides at least, two pixels each.
    assert.ok(differingPixels(focused, await visit.pixels(clip)) > width, name);
    await visit.node(name, (element) => element.focus());
  }
});

browserTest('Enter and Space press buttons', { body }, async (visit) => {
  const first = await visit.words();
  await visit.tabTo(/^next$/);
  await visit.press('Enter');
  const second = await visit.wordsAfter(first);
  assert.equal(await visit.focus(), 'next', 'the focus stays');
  await visit.press(' ');
  const third = await visit.wordsAfter(second);
  assert.equal(new Set([first, second, third]).size, 3);
  // Off at the first and the last quote, but still a stop.
  assert.equal(await visit.node('previous', (e) => e.getAttribute('aria-disabled')), null);

  await visit.page.focus('#before');
  await visit.tabTo(/^speaker-/);
  const name = await visit.focus();
  const options = () => visit.page.evaluate(() =>
    document.getElementById('first').shadowRoot.querySelectorAll('[role=option]').length);
  const all = await options();
  assert.equal(await visit.node(name, (e) => e.getAttribute('aria-pressed')), 'false');
  await visit.tabTo(/^speaker-trump$/);
  await visit.press(' ');
  await visit.settled();
  assert.equal(await visit.node('speaker-trump', (e) => e.getAttribute('aria-pressed')), 'true');
  assert.ok(await options() < all, 'one speaker\'s quotes are fewer');
  await visit.press('Enter');
  await visit.settled();
  assert.equal(await visit.node('speaker-trump', (e) => e.getAttribute('aria-pressed')), 'false');
  assert.equal(await options(), all);
});

browserTest('plus, minus and zero zoom the timeline', { body }, async (visit) => {
  const whole = () => visit.node('show-all', (e) => e.getAttribute('aria-disabled') === 'true');
  for (const stop of [/^timeline-slider$/, /^quote-/]) {
    await visit.page.focus('#before');
    await visit.tabTo(stop);
    assert.equal(await whole(), true);
    const step = async (key, expected) => {
      await visit.press(key);
      await visit.settled();
      assert.equal(await whole(), expected, `after ${key}`);
    };
    await step('+', false);
    await step('+', false);
    await step('-', false);
    await step('-', true);
    await step('+', false);
    await step('0', true);
  }
  await visit.tabTo(/^zoom-in$/, 80).catch(() => visit.page.focus('#before'));
  if (await visit.focus() !== 'zoom-in') await visit.tabTo(/^zoom-in$/);
  await visit.press('Enter');
  await visit.settled();
  assert.equal(await whole(), false);
  await visit.tabTo(/^show-all$/);
  await visit.press(' ');
  await visit.settled();
  assert.equal(await whole(), true);
});

browserTest('keys that it has no use for are the page\'s', { body }, async (visit) => {
  await visit.tabTo(/^quote-/);
  await visit.page.evaluate(() => {
    testing.keys = [];
    document.addEventListener('keydown', (event) => testing.keys.push([event.key, event.defaultPrevented]));
  });
  for (const key of ['a', 'PageDown', 'Escape', 'F2', 'Control+ArrowDown']) await visit.press(key);
  const keys = await visit.page.evaluate(() => testing.keys);
  assert.deepEqual(keys.filter(([, prevented]) => prevented), []);
});

browserTest('on a phone each quote is a button that opens it', { body, viewport: PHONE }, async (visit) => {
  const opened = new Set();
  await visit.page.focus('#before');
  for (let i = 0; i < 200; ++i) {
    await visit.press('Tab');
    const focus = await visit.focus();
    if (focus === 'after') break;
    if (!focus.startsWith('quote-')) continue;
    if (await visit.node(focus, (e) => e.getAttribute('aria-expanded')) === 'false') {
      await visit.press(opened.size % 2 ? ' ' : 'Enter');
      await visit.settled();
    }
    assert.equal(await visit.node(focus, (e) => e.getAttribute('aria-expanded')), 'true', focus);
    assert.equal(await visit.focus(), focus, 'the focus stays');
    const quote = focus.replace('quote-', '');
    assert.equal(await visit.words(), await visit.pageWords(quote));
    opened.add(quote);
  }
  assert.equal(await visit.focus(), 'after');
  assert.equal(opened.size, count);
});
