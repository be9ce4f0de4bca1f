// Fingers: a tap opens, a swipe scrolls the page.

import assert from 'node:assert/strict';
import { PHONE, browserTest, storyOf, widget } from './support.mjs';

const body = `${widget('seed')}<div style="height: 1500px">Below</div>`;
const phone = { body, viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

browserTest('a tap on a quote of the feed opens it', phone, async (visit) => {
  for (const { id } of [storyOf('seed').quotes[6], storyOf('seed').quotes[3]]) {
    await visit.bringIn(`quote-${id}`);
    const box = await visit.box(`quote-${id}`);
    const before = await visit.words();
    await visit.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    assert.equal(await visit.wordsAfter(before), await visit.pageWords(id));
    await visit.settled();
    assert.equal(await visit.node(`quote-${id}`, (e) => e.getAttribute('aria-expanded')), 'true');
  }
});

browserTest('an upright swipe over the widget scrolls the page, and opens nothing', phone, async (visit) => {
  await visit.bringIn('quote-q5');
  const box = await visit.box('quote-q5');
  const words = await visit.words();
  const from = await visit.page.evaluate(() => scrollY);
  // Not Input.synthesizeScrollGesture: a headless browser's touch page does not scroll by it.
  const [x, y] = [Math.round(box.x + 100), Math.round(Math.min(box.y + 40, 700))];
  await visit.touch(Array.from({ length: 14 }, (_, i) => [{ x, y: y - 20 * i }]));
  await visit.until((from) => scrollY > from + 150, from);
  await visit.settled();
  assert.equal(await visit.words(), words);
});

browserTest('what a finger presses is large enough', phone, async (visit) => {
  // The last pointer was a finger: targets grow with the next frame.
  const summary = await visit.box('summary');
  await visit.page.touchscreen.tap(summary.x + 30, summary.y + 8);
  await visit.settled();
  const boxes = await visit.page.evaluate(() =>
    [...document.getElementById('first').shadowRoot.querySelectorAll('.mirror button')].map((button) => {
      const { width, height } = button.getBoundingClientRect();
      return { name: button.dataset.node, width, height };
    }));
  assert.ok(boxes.length > 10);
  // WCAG 2.2, 2.5.8.
  for (const { name, width, height } of boxes) assert.ok(width >= 24 && height >= 24, `${name}: ${width} × ${height}`);
});
