// The element as text: by the reader's wish, in forced colours, on paper, in narrow and enlarged pages.

import assert from 'node:assert/strict';
import path from 'node:path';
import { PHONE, browserTest, output, pageOf, smallStory, storyOf, widget } from './support.mjs';

const { quotes, title } = storyOf('seed');

/** What a reader sees of the text view. */
const seen = (visit) => visit.page.evaluate(() => {
  const element = document.getElementById('first');
  const root = element.shadowRoot;
  const isSeen = (each) => each?.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().height > 10;
  return {
    state: element.state,
    title: isSeen(root.querySelector('h2')) ? root.querySelector('h2').textContent : '',
    quotes: [...element.querySelectorAll('[data-quote] blockquote')].filter(isSeen).map((each) => each.textContent),
    drawn: isSeen(root.querySelector('canvas.band')) ?? false,
    buttons: [...root.querySelectorAll('.head button, .light button')].filter(isSeen).map((each) => each.textContent),
  };
});

async function assertText(visit, buttons = []) {
  const now = await seen(visit);
  assert.deepEqual([now.state, now.title, now.drawn, now.buttons], ['html', title, false, buttons]);
  assert.equal(now.quotes.length, quotes.length);
  quotes.forEach(({ text }, i) => assert.ok(now.quotes[i].includes(text), now.quotes[i]));
}

const noneSideways = (visit) => visit.page.evaluate(() =>
  [document.documentElement, document.getElementById('first')].every((each) => each.scrollWidth <= each.clientWidth));

browserTest('a button shows the text, another the timeline again, where it was', {}, async (visit) => {
  await visit.page.evaluate(() => document.getElementById('first').select('q5'));
  await visit.settled();
  const words = await visit.words();
  await visit.tabTo(/^text-view$/);
  await visit.press('Enter');
  await visit.untilState('html');
  await assertText(visit, ['Show the timeline']);
  assert.equal(await visit.page.evaluate(() => document.getElementById('first').view), 'text');
  assert.equal(await visit.page.evaluate(() =>
    document.getElementById('first').shadowRoot.activeElement.textContent), 'Show the timeline');
  await visit.page.screenshot({ path: path.join(output, 'text-view.png') });
  const frames = await visit.frames();
  await visit.page.mouse.wheel(0, 300);
  assert.equal(await visit.frames(), frames, 'nothing is drawn meanwhile');
  await visit.press('Enter');
  await visit.ready();
  assert.equal(await visit.focus(), 'text-view');
  assert.equal(await visit.words(), words);
  const views = (await visit.events('say-when-viewchange')).map(({ detail }) => detail.view);
  assert.deepEqual(views, ['quote=q5', 'text', 'quote=q5']);
});

browserTest('view="text" begins with the text', { body: widget('seed', 'first', 'view="text"'), ready: false }, async (visit) => {
  await visit.untilState('html');
  await assertText(visit, ['Show the timeline']);
});

browserTest('the attribute view says what is shown first, and then what is shown', {
  body: widget('seed', 'first', 'view="voices"'),
}, async (visit) => {
  const view = () => visit.page.evaluate(() => document.getElementById('first').view);
  assert.match(await view(), /view=voices/);
  await visit.page.evaluate(() => document.getElementById('first').setAttribute('view', 'compare'));
  await visit.settled();
  assert.match(await view(), /view=compare/);
  const changes = await visit.events('say-when-viewchange');
  assert.match(changes.at(-1).detail.view, /view=compare/);
});

browserTest('forced colours: text by itself, and a drawing again without them', {}, async (visit) => {
  await visit.page.emulateMedia({ forcedColors: 'active' });
  await visit.untilState('html');
  await assertText(visit);
  await visit.page.screenshot({ path: path.join(output, 'forced-colours.png') });
  await visit.page.emulateMedia({ forcedColors: 'none' });
  await visit.ready();
});

browserTest('forced colours from the start', { forcedColors: 'active', ready: false }, async (visit) => {
  await visit.untilState('html');
  await assertText(visit);
});

for (const colorScheme of ['light', 'dark']) {
  browserTest(`printed: title and quotes, black on white, though the page is ${colorScheme}`, { colorScheme }, async (visit) => {
    await visit.page.emulateMedia({ media: 'print', colorScheme });
    await visit.settled();
    const now = await seen(visit);
    assert.deepEqual([now.title, now.drawn, now.buttons, now.quotes.length], [title, false, [], quotes.length]);
    const colors = await visit.page.evaluate(() => [...document.querySelectorAll('#first blockquote, #first figcaption')]
      .map((each) => getComputedStyle(each).color));
    assert.deepEqual([...new Set(colors)], ['rgb(0, 0, 0)']);
    await visit.page.screenshot({ path: path.join(output, `printed-${colorScheme}.png`), fullPage: true });
  });
}

// 1280 CSS pixels at 400% are 320.
browserTest('320 pixels wide, nothing goes off sideways, drawn or as text', { viewport: { width: 320, height: 640 } }, async (visit) => {
  assert.ok(await noneSideways(visit), 'drawn');
  await visit.page.evaluate(() => document.getElementById('first').setView('text'));
  await visit.untilState('html');
  assert.ok(await noneSideways(visit), 'as text');
  await assertText(visit, ['Show the timeline']);
});

browserTest('wider spaced text (WCAG 1.4.12) is all there', {
  viewport: PHONE,
  head: `<style>* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p, figure { margin-bottom: 2em !important; }</style>`,
}, async (visit) => {
  await visit.page.evaluate(() => document.getElementById('first').setView('text'));
  await visit.untilState('html');
  await assertText(visit, ['Show the timeline']);
  assert.ok(await noneSideways(visit));
  const cut = await visit.page.evaluate(() => [...document.querySelectorAll('#first blockquote')]
    .some((each) => each.scrollHeight > each.clientHeight + 1));
  assert.equal(cut, false);
});

browserTest('of a story with very many quotes as many as a page bears, and more by a button', {
  body: widget('many', 'first', 'view="text"'), ready: false,
  files: { '/stories/many.json': smallStory(Array.from({ length: 2600 }, (_, i) => ({ text: `Quote ${i}.` }))) },
}, async (visit) => {
  await visit.untilState('html');
  // Some at once, the others piece by piece.
  const there = (count) => visit.until((count) => document.querySelectorAll('#first [data-quote]').length === count, count);
  await there(2000);
  await visit.settled();
  await there(2000);
  await visit.page.evaluate(() => document.getElementById('first').shadowRoot.querySelector('.more').click());
  await there(2600);
  assert.deepEqual(await visit.page.evaluate(() => [...document.querySelectorAll('#first [data-quote]')]
    .every((figure, i) => figure.dataset.quote === `q${i + 1}`)), true, 'in their order');
  assert.equal(await visit.page.evaluate(() => document.getElementById('first').shadowRoot.querySelector('.more').hidden), true);
});

browserTest('quotes that can be read before the module comes are the same elements after it', {
  body: widget('known'), ready: false,
  head: `<script>window.removed = 0;
    new MutationObserver((records) => { for (const { removedNodes } of records) removed += removedNodes.length; })
      .observe(document, { childList: true, subtree: true });</script>`,
  files: { '/stories/known.json': smallStory(Array.from({ length: 250 }, (_, i) => ({ text: `Quote ${i}.` }))) },
}, async (visit) => {
  await visit.ready();
  await visit.until(() => document.querySelectorAll('#first [data-quote]').length === 250);
  assert.equal(await visit.page.evaluate(() => removed), 0);
});

// Layout shift as Chromium counts it, of everything but what the reader's own input moves.
const SHIFTS = `<script>window.shifts = [];
new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) shifts.push(each.value); })
  .observe({ type: 'layout-shift', buffered: true });</script>`;
const below = '<p>The article goes on below.</p>'.repeat(60);
const above = '<p>The article begins above.</p>'.repeat(60);
for (const [where, viewport, body, scroll] of [
  ['at the top of the screen', undefined, `${widget('seed')}${below}`, 0],
  ['on a phone', PHONE, `${above.slice(0, 400)}${widget('seed')}${below}`, 0],
  ['below the screen', undefined, `${above}${widget('seed')}${below}`, 900],
  ['of one quote', undefined, `${widget('one')}${below}`, 0],
]) {
  browserTest(`the page does not move: ${where}`, {
    ...(viewport ? { viewport } : {}), ready: false,
    html: pageOf(body, `${SHIFTS}<style>say-when:not(:defined) { display: flow-root; min-height: 100svh; }</style>`),
    files: { '/stories/one.json': smallStory([{ text: 'The only one.' }]) },
  }, async (visit) => {
    await visit.page.evaluate((scroll) => scrollTo(0, scroll), scroll);
    await visit.page.evaluate(() => document.getElementById('first').scrollIntoView({ block: 'nearest' }));
    await visit.ready();
    await visit.settled();
    const shifts = await visit.page.evaluate(() => window.shifts);
    assert.equal(shifts.reduce((sum, each) => sum + each, 0), 0, shifts.join(' '));
  });
}
