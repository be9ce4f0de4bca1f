// Light and dark, by attribute and by the reader's system; and no motion for those who want none.

import assert from 'node:assert/strict';
import { browserTest, widget } from './support.mjs';

/** The luminance of the widget's background, 0 to 255. */
async function background(visit) {
  const { x, y } = await visit.box('title');
  const { data } = await visit.pixels({ x: x - 10, y: y - 6, width: 4, height: 4 });
  return Math.round((data[0] + data[1] + data[2]) / 3);
}

browserTest('follows the system, unless the page decides', {}, async (visit) => {
  const expect = async (dark, what) => {
    await visit.until((dark) => document.getElementById('first').matches(':state(dark)') === dark, dark);
    await visit.settled();
    const light = await background(visit);
    assert.ok(dark ? light < 60 : light > 200, `${what}: the background is ${light}`);
  };
  const theme = (value) => visit.page.evaluate((value) => { document.getElementById('first').theme = value; }, value);
  await expect(false, 'light system');
  await visit.page.emulateMedia({ colorScheme: 'dark' });
  await expect(true, 'dark system');
  await theme('light');
  await expect(false, 'light page on a dark system');
  await visit.page.emulateMedia({ colorScheme: 'light' });
  await theme('dark');
  await expect(true, 'dark page on a light system');
  await theme('auto');
  await expect(false, 'as the system again');
  assert.equal((await visit.events('say-when-ready')).length, 1, 'nothing was loaded again');
});

browserTest('is dark from its first frame', { body: widget('seed', 'first', 'theme="dark"') }, async (visit) => {
  assert.ok(await background(visit) < 60);
});

/** Time passes by frames from now on, 16 ms each; `ms` of idle time come first. */
async function setClock(visit, ms) {
  await visit.page.evaluate((ms) => { testing.clock = (testing.clock || performance.now()) + ms; }, ms);
}

/** How many frames were asked for from pressing a button by the keyboard until all was still. */
async function framesOf(visit, name) {
  const before = await visit.frames();
  await visit.node(name, (e) => e.click());
  await visit.settled();
  return await visit.frames() - before;
}

/** The same by the pointer; frames that answer the pointer itself are in it. */
async function framesOfClick(visit, name) {
  const { x, y, width, height } = await visit.box(name);
  await visit.page.mouse.move(x + width / 2, y + height / 2);
  await visit.settled();
  const before = await visit.frames();
  await visit.page.mouse.down();
  await visit.page.mouse.up();
  await visit.settled();
  return await visit.frames() - before;
}

// 160 to 220 ms: design/look.md.
const isMotion = (frames) => frames >= 8 && frames <= 20;

browserTest('zooming by the pointer moves; with reduced motion it jumps', {}, async (visit) => {
  await setClock(visit, 1000);
  const moving = await framesOfClick(visit, 'zoom-in');
  assert.ok(isMotion(moving), `${moving} frames`);
  await visit.page.emulateMedia({ reducedMotion: 'reduce' });
  await visit.until(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  await visit.settled();
  const jumping = await framesOfClick(visit, 'zoom-in');
  assert.ok(jumping >= 1 && jumping <= 4, `${jumping} frames`);
  for (const name of ['zoom-out', 'show-all']) {
    const frames = await framesOf(visit, name);
    assert.ok(frames >= 1 && frames <= 2, `${name}: ${frames} frames`);
  }
});

browserTest('zooming by the keyboard moves, also after a long time', {}, async (visit) => {
  await setClock(visit, 5000);
  const frames = await framesOf(visit, 'zoom-in');
  assert.ok(isMotion(frames), `${frames} frames`);
});

browserTest('reduced motion is known from the start', { reducedMotion: 'reduce' }, async (visit) => {
  const frames = await framesOf(visit, 'zoom-in');
  assert.ok(frames >= 1 && frames <= 2, `${frames} frames`);
});
