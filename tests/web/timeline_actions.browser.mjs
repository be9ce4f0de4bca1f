// What can be done with the timeline by names and keys: its lanes and its axis.

import assert from 'node:assert/strict';
import { browserTest, widget } from './support.mjs';

const body = widget('harbour');
const height = async (visit) => (await visit.box('timeline')).height;
// The buttons of the lanes' panel, in the lanes' order.
const hidable = (visit) => visit.nodes('hide-', (button) => button.textContent.replace(/^Hide /, ''));

// The axis as its overview tells it: from when to when in words, and the middle in percent of all of it.
const inView = (visit) => visit.node('overview', (slider) =>
  ({ told: slider.getAttribute('aria-valuetext'), middle: slider.valueAsNumber }));
const WHOLE = { told: 'In view: 15002 BC – 2089 AD', middle: 50 };
// How much of the axis is in view, in percent: at its end that is as far from the middle as the end.
async function sizeInView(visit) {
  await visit.node('overview', (slider) => slider.focus());
  await visit.press('End');
  await visit.settled();
  return 2 * (100 - (await inView(visit)).middle);
}
const near = (seen, wanted, most, what = '') =>
  assert.ok(Math.abs(seen - wanted) <= most, `${what} ${seen}, not ${wanted}`);

// A finger on what is drawn.
async function tapNamed(visit, role, name) {
  const node = await visit.named(role, name).first().getAttribute('data-node');
  await visit.bringIn(node);
  const { x, y, width, height } = await visit.box(node);
  await visit.page.touchscreen.tap(x + width / 2, y + height / 2);
  await visit.settled();
}

// An upright phone's quotes hang on one axis; on its side it has lanes.
for (const [size, options, press] of [
  ['desktop', { body }, (visit, ...thing) => visit.pressNamed(...thing)],
  ['a phone on its side', { body, viewport: { width: 844, height: 390 }, hasTouch: true, isMobile: true }, tapNamed],
]) {
  browserTest(`lanes stand by speaker, by affiliation, or by article (${size})`, options, async (visit) => {
    await press(visit, 'button', 'Lanes');
    const speakers = await hidable(visit);
    for (const by of ['A lane an affiliation', 'A lane an article']) {
      await press(visit, 'button', by);
      assert.equal(await visit.named('button', by).getAttribute('aria-pressed'), 'true');
      assert.notDeepEqual(await hidable(visit), speakers);
    }
    await press(visit, 'button', 'A lane a speaker');
    assert.deepEqual(await hidable(visit), speakers);
  });

  browserTest(`a lane is folded and unfolded (${size})`, options, async (visit) => {
    await press(visit, 'button', 'Lanes');
    const [first] = await hidable(visit);
    const before = await height(visit);
    await press(visit, 'button', `Fold ${first}`);
    assert.ok(await height(visit) < before);
    await press(visit, 'button', `Unfold ${first}`);
    assert.equal(await height(visit), before);
  });

  browserTest(`a lane is hidden, and all hidden ones are shown again (${size})`, options, async (visit) => {
    await press(visit, 'button', 'Lanes');
    const lanes = await hidable(visit);
    await press(visit, 'button', `Hide ${lanes[0]}`);
    assert.equal((await hidable(visit)).includes(lanes[0]), false);
    await press(visit, 'button', 'Show hidden');
    assert.deepEqual(await hidable(visit), lanes);
  });

  browserTest(`a lane moves up (${size})`, options, async (visit) => {
    await press(visit, 'button', 'Lanes');
    const lanes = await hidable(visit);
    await press(visit, 'button', `Move ${lanes[1]} up`);
    assert.deepEqual((await hidable(visit)).slice(0, 2), [lanes[1], lanes[0]]);
  });

  browserTest(`more lanes than fit are one, and all are shown on wish (${size})`, options, async (visit) => {
    await press(visit, 'button', 'Lanes');
    const few = (await hidable(visit)).length;
    await press(visit, 'button', 'Show all lanes');
    const all = (await hidable(visit)).length;
    assert.ok(all > few, `${all} of ${few}`);
    await press(visit, 'button', 'Show fewer lanes');
    assert.equal((await hidable(visit)).length, few);
  });
}

for (const [what, told, act] of [
  // On 1 and 9 May; a lane's quotes get some air.
  ['to a speaker', /29 Apr\W+11 May 2026$/, async (visit) => {
    await visit.pressNamed('button', 'Lanes');
    await visit.pressNamed('button', 'Zoom to Gökçe Işıldak');
  }],
  // At 10:30.
  ['to the quote', / 9 May 2026, 10:27\W+10:32$/, (visit) => visit.pressNamed('button', 'Zoom to the quote')],
  // About 2024 and in May 2026.
  ['to what was found', /August 2023\W+September 2026$/, async (visit) => {
    await visit.named('searchbox', 'Search').fill('speaker:Maya');
    await visit.settled();
    await visit.pressNamed('button', 'Zoom to results');
  }],
]) {
  browserTest(`the axis zooms ${what}, and shows all again`, { body }, async (visit) => {
    assert.deepEqual(await inView(visit), WHOLE);
    await act(visit);
    assert.match((await inView(visit)).told, told);
    await visit.pressNamed('button', 'Show all');
    assert.deepEqual(await inView(visit), WHOLE);
  });
}

browserTest('a double click zooms in where it is', { body }, async (visit) => {
  const { x, width } = await visit.box('overview');
  // Between the axis and the first mark, where nothing else takes the press.
  const { y } = await visit.box('timeline-slider');
  await visit.page.mouse.dblclick(x + width * 0.9, y + 34);
  await visit.settled();
  // Of the half that is in view 0.9 is where it was; folds take a little of the width.
  near((await inView(visit)).middle, 90 + (50 - 90) / 2, 2);
  near(await sizeInView(visit), 50, 1);
});

browserTest('what is in view moves by page keys and by the overview', { body }, async (visit) => {
  await visit.pressNamed('button', 'Zoom in');
  await visit.pressNamed('button', 'Zoom in');
  const first = await inView(visit);
  // A quarter of the axis, of which a page is four fifths.
  for (const [node, key, middle] of [
    ['timeline-slider', 'PageUp', 30], ['timeline-slider', 'PageDown', 50], ['timeline-slider', 'PageDown', 70],
    ['overview', 'PageUp', 50], ['overview', 'End', 88], ['overview', 'Home', 13],
  ]) {
    await visit.node(node, (element) => element.focus());
    const before = await inView(visit);
    await visit.press(key);
    await visit.settled();
    const now = await inView(visit);
    assert.equal(now.middle, middle, `${key} on ${node}`);
    assert.notEqual(now.told, before.told);
    if (middle === 50) assert.equal(now.told, first.told);
  }
  await visit.bringIn('overview');
  const { x, y, width, height } = await visit.box('overview');
  await visit.drag([x + width - 5, y + height / 2], [x + width / 3, y + height / 2]);
  await visit.settled();
  near((await inView(visit)).middle, 33, 1);
});

browserTest('at its end the overview stays, and a step back moves it', { body }, async (visit) => {
  await visit.pressNamed('button', 'Zoom in');
  await visit.node('overview', (slider) => slider.focus());
  for (const [key, middle] of [['End', 75], ['End', 75], ['ArrowRight', 75], ['ArrowLeft', 74]]) {
    await visit.press(key);
    await visit.settled();
    assert.equal((await inView(visit)).middle, middle, key);
  }
});

browserTest('with reduced motion the axis is there at once', { body, reducedMotion: 'reduce' }, async (visit) => {
  const before = await visit.frames();
  await visit.pressNamed('button', 'Zoom in');
  assert.ok(await visit.frames() - before <= 2, 'frames of motion');
});

browserTest('two fingers zoom the timeline, and the page keeps its own scale', { body, hasTouch: true }, async (visit) => {
  const { x, y, width } = await visit.box('timeline-slider');
  const touch = async (...apart) => {
    await visit.touch(apart.map((apart) =>
      [-1, 1].map((side) => ({ x: x + width / 2 + side * apart, y: y + 34 }))));
    await visit.settled();
  };
  await touch(40, 60, 100, 160);
  // What was between the fingers still is.
  near((await inView(visit)).middle, 50, 2);
  near(await sizeInView(visit), 25, 1);
  await touch(160, 80);
  near(await sizeInView(visit), 50, 1);
  await touch(160, 40);
  assert.deepEqual(await inView(visit), WHOLE);
  assert.equal(await visit.page.evaluate(() => visualViewport.scale), 1);
});

browserTest('the wide timeline is dragged along', { body }, async (visit) => {
  await visit.pressNamed('button', 'Zoom in');
  await visit.bringIn('title');
  const { x, y, width } = await visit.box('timeline-slider');
  for (const [by, middle] of [[160, 50 - 50 * 160 / width], [-320, 50 + 50 * 160 / width], [160, 50]]) {
    await visit.drag([x + width / 2, y + 34], [x + width / 2 + by, y + 34]);
    await visit.settled();
    near((await inView(visit)).middle, middle, 1, `dragged by ${by}:`);
  }
});
