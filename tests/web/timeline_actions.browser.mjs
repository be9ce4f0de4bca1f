// What can be done with the timeline by names and keys: its lanes and its axis.

import assert from 'node:assert/strict';
import { browserTest, widget } from './support.mjs';

const body = widget('harbour');
const height = async (visit) => (await visit.box('timeline')).height;
// The buttons of the lanes' panel, in the lanes' order.
const hidable = (visit) => visit.nodes('hide-', (button) => button.textContent.replace(/^Hide /, ''));
const inView = (visit) => visit.node('overview', (slider) => slider.getAttribute('aria-valuetext'));

browserTest('lanes stand by speaker, by affiliation, or by article', { body }, async (visit) => {
  await visit.pressNamed('button', 'Lanes');
  const speakers = await hidable(visit);
  for (const by of ['A lane an affiliation', 'A lane an article']) {
    await visit.pressNamed('button', by);
    assert.equal(await visit.named('button', by).getAttribute('aria-pressed'), 'true');
    assert.notDeepEqual(await hidable(visit), speakers);
  }
  await visit.pressNamed('button', 'A lane a speaker');
  assert.deepEqual(await hidable(visit), speakers);
});

browserTest('a lane is folded and unfolded', { body }, async (visit) => {
  await visit.pressNamed('button', 'Lanes');
  const [first] = await hidable(visit);
  const before = await height(visit);
  await visit.pressNamed('button', `Fold ${first}`);
  assert.ok(await height(visit) < before);
  await visit.pressNamed('button', `Unfold ${first}`);
  assert.equal(await height(visit), before);
});

browserTest('a lane is hidden, and all hidden ones are shown again', { body }, async (visit) => {
  await visit.pressNamed('button', 'Lanes');
  const lanes = await hidable(visit);
  await visit.pressNamed('button', `Hide ${lanes[0]}`);
  assert.equal((await hidable(visit)).includes(lanes[0]), false);
  await visit.pressNamed('button', 'Show hidden');
  assert.deepEqual(await hidable(visit), lanes);
});

browserTest('a lane moves up', { body }, async (visit) => {
  await visit.pressNamed('button', 'Lanes');
  const lanes = await hidable(visit);
  await visit.pressNamed('button', `Move ${lanes[1]} up`);
  assert.deepEqual((await hidable(visit)).slice(0, 2), [lanes[1], lanes[0]]);
});

browserTest('more lanes than fit are one, and all are shown on wish', { body }, async (visit) => {
  await visit.pressNamed('button', 'Lanes');
  const few = (await hidable(visit)).length;
  await visit.pressNamed('button', 'Show all lanes');
  const all = (await hidable(visit)).length;
  assert.ok(all > few, `${all} of ${few}`);
  await visit.pressNamed('button', 'Show fewer lanes');
  assert.equal((await hidable(visit)).length, few);
});

for (const [what, act] of [
  ['to a speaker', async (visit) => {
    await visit.pressNamed('button', 'Lanes');
    await visit.pressNamed('button', 'Zoom to Gökçe Işıldak');
  }],
  ['to the quote', (visit) => visit.pressNamed('button', 'Zoom to the quote')],
  ['to what was found', async (visit) => {
    await visit.named('searchbox', 'Search').fill('speaker:Maya');
    await visit.settled();
    await visit.pressNamed('button', 'Zoom to results');
  }],
  ['in by a double click', async (visit) => {
    const box = await visit.box('overview');
    // Between the axis and the first mark, where nothing else takes the press.
    const { y } = await visit.box('timeline-slider');
    await visit.page.mouse.dblclick(box.right - 60, y + 34);
    await visit.settled();
  }],
]) {
  browserTest(`the axis zooms ${what}, and shows all again`, { body }, async (visit) => {
    const whole = await inView(visit);
    await act(visit);
    assert.notEqual(await inView(visit), whole);
    await visit.pressNamed('button', 'Show all');
    assert.equal(await inView(visit), whole);
  });
}

browserTest('what is in view moves by page keys and by the overview', { body }, async (visit) => {
  await visit.pressNamed('button', 'Zoom in');
  await visit.pressNamed('button', 'Zoom in');
  const seen = [await inView(visit)];
  await visit.node('timeline-slider', (element) => element.focus());
  for (const key of ['PageUp', 'PageDown']) {
    await visit.press(key);
    await visit.settled();
    seen.push(await inView(visit));
  }
  assert.notEqual(seen[1], seen[0]);
  assert.notEqual(seen[2], seen[1]);
  await visit.node('overview', (element) => element.focus());
  await visit.press('End');
  await visit.settled();
  const last = await inView(visit);
  assert.ok(!seen.includes(last), last);
  // By the pointer: the other end of the strip.
  await visit.bringIn('overview');
  const strip = await visit.box('overview');
  await visit.page.mouse.move(strip.right - 5, strip.y + strip.height / 2);
  await visit.page.mouse.down();
  await visit.page.mouse.move(strip.x + strip.width / 3, strip.y + strip.height / 2, { steps: 4 });
  await visit.page.mouse.up();
  await visit.settled();
  assert.notEqual(await inView(visit), last);
});

browserTest('with reduced motion the axis is there at once', { body, reducedMotion: 'reduce' }, async (visit) => {
  const before = await visit.frames();
  await visit.pressNamed('button', 'Zoom in');
  assert.ok(await visit.frames() - before <= 2, 'frames of motion');
});

browserTest('two fingers zoom the timeline, and the page keeps its own scale', { body, hasTouch: true }, async (visit) => {
  const whole = await inView(visit);
  const { x, y, width } = await visit.box('timeline-slider');
  const client = await visit.page.context().newCDPSession(visit.page);
  const fingers = (apart) => [-1, 1].map((side, id) => ({ x: x + width / 2 + side * apart, y: y + 34, id }));
  const touch = (type, apart) => client.send('Input.dispatchTouchEvent', {
    type, touchPoints: type === 'touchEnd' ? [] : fingers(apart),
  });
  await touch('touchStart', 40);
  for (const apart of [60, 100, 160]) await touch('touchMove', apart);
  await touch('touchEnd');
  await visit.settled();
  assert.notEqual(await inView(visit), whole);
  assert.equal(await visit.page.evaluate(() => visualViewport.scale), 1);
});

browserTest('the wide timeline is dragged along', { body }, async (visit) => {
  await visit.pressNamed('button', 'Zoom in');
  const before = await inView(visit);
  await visit.bringIn('title');
  const { x, y, width } = await visit.box('timeline-slider');
  await visit.page.mouse.move(x + width / 2, y + 34);
  await visit.page.mouse.down();
  await visit.page.mouse.move(x + width / 2 + 160, y + 34, { steps: 5 });
  await visit.page.mouse.up();
  await visit.settled();
  assert.notEqual(await inView(visit), before);
});
