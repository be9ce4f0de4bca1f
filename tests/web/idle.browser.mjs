// No frame without a reason.

import assert from 'node:assert/strict';
import { PHONE, browserTest, widget } from './support.mjs';

const body = `<div style="height: 300px">Above</div>${widget('seed')}<div style="height: 1500px">Below</div>`;
// The one place where a test waits by the clock: it measures that nothing happens in this time.
const IDLE_MS = 5000;

for (const [what, options] of [['desktop', {}], ['phone', { viewport: PHONE }]]) {
  browserTest(`asks for no frame in five idle seconds: ${what}`, { body, ...options }, async (visit) => {
    const before = await visit.frames();
    assert.ok(before > 0, 'frames are counted');
    await visit.page.waitForTimeout(IDLE_MS);
    assert.equal(await visit.frames() - before, 0);
  });
}

browserTest('asks for no frame while the page scrolls a little', { body }, async (visit) => {
  await visit.page.mouse.move(10, 10);
  const before = await visit.frames();
  for (const to of [20, 60, 90, 40, 0]) {
    await visit.page.evaluate((to) => scrollTo(0, to), to);
    await visit.settled();
  }
  assert.equal(await visit.frames() - before, 0);
});

browserTest('asks for no frame when the pointer moves where there is nothing', { body }, async (visit) => {
  await visit.bringIn('speakers');
  const title = await visit.box('title');
  const before = await visit.frames();
  for (let i = 0; i <= 10; ++i) await visit.page.mouse.move(title.right - 60 - 10 * i, title.top + i);
  await visit.settled();
  assert.equal(await visit.frames() - before, 0, 'beside the title');
  // Onto a row: one frame or two; along it: none.
  await visit.bringIn('quote-q2');
  const row = await visit.box('quote-q2');
  const [x, y] = [row.x + 40, row.y + 40];
  const still = await visit.frames();
  await visit.page.mouse.move(x, y);
  await visit.settled();
  const over = await visit.frames();
  assert.ok(over > still, 'a row answers the pointer');
  for (let i = 1; i <= 10; ++i) await visit.page.mouse.move(x + 20 * i, y);
  await visit.settled();
  assert.equal(await visit.frames() - over, 0, 'along a row');
});

browserTest('asks for no frame when it is off the screen', { body }, async (visit) => {
  await visit.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await visit.until(() => document.getElementById('first').getBoundingClientRect().bottom < -1 ||
    scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  await visit.settled();
  assert.ok(await visit.page.evaluate(() => document.getElementById('first').getBoundingClientRect().bottom < -200),
            'the page is long enough');
  const before = await visit.frames();
  await visit.page.emulateMedia({ colorScheme: 'dark' });
  await visit.page.evaluate(() => document.getElementById('first').select('q5'));
  await visit.settled();
  assert.equal(await visit.frames() - before, 0);
  // Back on it, it shows what it was told meanwhile.
  await visit.page.evaluate(() => scrollTo(0, 300));
  await visit.until(() => document.getElementById('first').shadowRoot.querySelector('[data-node=words]')
    .textContent.includes('I do not entirely agree'));
});
