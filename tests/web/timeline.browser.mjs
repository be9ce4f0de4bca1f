// The marks on the timeline: seen, found by the pointer, pressed; and what the wheel does there.

import assert from 'node:assert/strict';
import { browserTest, differingPixels, storyOf, widget } from './support.mjs';

// Marks are not in the mirror. Over one of them the pointer becomes a hand, so they are found as a
// reader finds them: by moving over the timeline. Returns the middles of the places, in the window.
function findMarks(box) {
  const canvas = document.getElementById('first').shadowRoot.querySelector('canvas');
  const isOver = (x, y) => {
    canvas.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: x, clientY: y,
                                                           pointerType: 'mouse' }));
    return getComputedStyle(canvas).cursor === 'pointer';
  };
  const step = 3;
  const rows = [];
  for (let y = box.top + 1; y < box.bottom; y += step) {
    let run;
    for (let x = box.left; x < box.right; x += step) {
      if (!isOver(x, y)) run = undefined;
      else if (run) run.right = x;
      else rows.push(run = { left: x, right: x, top: y, bottom: y });
    }
  }
  canvas.dispatchEvent(new PointerEvent('pointerleave', { bubbles: true, pointerType: 'mouse' }));
  const places = [];
  for (const row of rows) {
    const above = places.find((place) => place.left === row.left && place.right === row.right &&
                              row.top - place.bottom <= step);
    if (above) above.bottom = row.bottom;
    else places.push(row);
  }
  return places.map(({ left, right, top, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2,
                                                         width: right - left + step }));
}

// Tall enough for the chosen words to be on the screen: else the page scrolls to them.
const tall = { viewport: { width: 1280, height: 1500 } };
browserTest('each mark is drawn, and pressing it shows its quote', tall, async (visit) => {
  const box = await visit.box('timeline-slider');
  const places = await visit.page.evaluate(findMarks, box);
  await visit.settled();
  // Marks that touch are one place; in the seed story Rutte's nine stand in a row.
  const marks = places.flatMap(({ x, y, width }) => {
    const count = Math.max(1, Math.round(width / 20));
    return Array.from({ length: count }, (_, i) => ({ x: x + (i - (count - 1) / 2) * (width / count), y }));
  });
  assert.ok(marks.length >= 8, `${marks.length} marks`);

  const shown = new Set();
  for (const { x, y } of marks) {
    // Drawn in a speaker's colour: nothing else on the axis is as colourful.
    const { data } = await visit.pixels({ x: x - 8, y: y - 8, width: 16, height: 16 });
    let colour = 0;
    for (let i = 0; i < data.length; i += 4) {
      const channels = data.subarray(i, i + 3);
      colour = Math.max(colour, Math.max(...channels) - Math.min(...channels));
    }
    assert.ok(colour > 60, `nothing is drawn at ${x}, ${y}`);

    const before = await visit.words();
    const events = (await visit.events('say-when-select')).length;
    await visit.page.mouse.click(x, y);
    await visit.settled();
    const selected = await visit.events('say-when-select');
    const quote = selected.at(-1)?.detail.quote;
    if (selected.length === events) {
      assert.equal(await visit.words(), before, 'the chosen one was pressed again');
      continue;
    }
    assert.equal(await visit.words(), await visit.pageWords(quote));
    shown.add(quote);
  }
  assert.ok(shown.size >= 8, `shown: ${[...shown].join(' ')}`);
});

browserTest('a pressed mark looks chosen, and its row in the list is selected', {}, async (visit) => {
  const box = await visit.box('timeline-slider');
  const [mark] = (await visit.page.evaluate(findMarks, box)).filter(({ width }) => width < 36);
  assert.ok(mark, 'a mark that stands alone');
  await visit.settled();
  const clip = { x: mark.x - 14, y: mark.y - 14, width: 28, height: 28 };
  const before = await visit.pixels(clip);
  await visit.page.mouse.click(mark.x, mark.y);
  await visit.page.mouse.move(5, 5);
  await visit.settled();
  assert.ok(differingPixels(before, await visit.pixels(clip)) > 30, 'its picture is the same as before');
  const quote = (await visit.events('say-when-select')).at(-1).detail.quote;
  assert.equal(await visit.node(`quote-${quote}`, (e) => e.getAttribute('aria-selected')), 'true');
});

browserTest('every quote of the story is chosen by select(), and an unknown one is not', {}, async (visit) => {
  for (const { id } of storyOf('seed').quotes) {
    await visit.select(id);
    const selected = await visit.events('say-when-select');
    if (selected.length > 0) assert.equal(selected.at(-1).detail.quote, id);
  }
  const before = await visit.words();
  await visit.select('no such quote');
  assert.equal(await visit.words(), before);
});

// Room to scroll above and below.
const body = `<div style="height: 700px">Above</div>${widget('seed')}<div style="height: 1500px">Below</div>`;
const scrolled = (visit) => visit.page.evaluate(() => scrollY);

async function turn(visit, right, down) {
  await visit.page.evaluate(() => {
    document.addEventListener('wheel', (event) => setTimeout(() => {
      testing.wheel = { prevented: event.defaultPrevented };
    }), { once: true });
    testing.wheel = undefined;
  });
  await visit.page.mouse.wheel(right, down);
  await visit.until(() => testing.wheel);
  await visit.settled();
  return (await visit.page.evaluate(() => testing.wheel)).prevented;
}

browserTest('an upright wheel scrolls the page as far over the widget as beside it', { body }, async (visit) => {
  // Where the named thing is in the window, a third of the way down it.
  const scrollAt = async (name, dx) => {
    await visit.page.evaluate((name) => {
      const root = document.getElementById('first').shadowRoot;
      scrollTo(0, scrollY + root.querySelector(`[data-node="${name}"]`).getBoundingClientRect().top - 300);
    }, name);
    await visit.settled();
    const start = await scrolled(visit);
    const box = await visit.box(name);
    await visit.page.mouse.move(dx < 0 ? 20 : box.x + dx, box.y + 60);
    assert.equal(await turn(visit, 0, 160), false, 'the page keeps its wheel');
    // Smooth or not, it ends there.
    await visit.until((start) => scrollY >= start + 160, start);
    await visit.settled();
    return (await scrolled(visit)) - start;
  };
  const elsewhere = await scrollAt('timeline-slider', -1);
  assert.equal(elsewhere, 160);
  assert.equal(await scrollAt('timeline-slider', 300), elsewhere, 'over the timeline');
  assert.equal(await scrollAt('quotes', 100), elsewhere, 'over the list');
});

browserTest('Ctrl and the wheel zoom the timeline, and neither scroll nor zoom the page', { body }, async (visit) => {
  await visit.bringIn('timeline');
  const box = await visit.box('timeline-slider');
  const before = await scrolled(visit);
  const scale = () => visit.page.evaluate(() => [devicePixelRatio, visualViewport.scale]);
  const scaleBefore = await scale();
  const whole = () => visit.node('show-all', (e) => e.getAttribute('aria-disabled'));
  assert.equal(await whole(), 'true');
  const clip = { x: box.x, y: box.y, width: box.width, height: 60 };
  const picture = await visit.pixels(clip);
  await visit.page.mouse.move(box.x + box.width / 2, box.y + 90);
  await visit.page.keyboard.down('Control');
  assert.equal(await turn(visit, 0, -200), true);
  assert.equal(await whole(), null);
  assert.ok(differingPixels(picture, await visit.pixels(clip)) > 50, 'the axis looks as before');
  assert.deepEqual(await scale(), scaleBefore);
  assert.equal(await scrolled(visit), before);
  // Outside the timeline Ctrl and the wheel are the browser's.
  const list = await visit.box('quotes');
  await visit.page.mouse.move(list.x + 100, list.y + 60);
  if (list.y + 60 < 900) assert.equal(await turn(visit, 0, -200), false);
  await visit.page.keyboard.up('Control');
});

browserTest('a sideways wheel moves the timeline only while it is zoomed', { body }, async (visit) => {
  await visit.bringIn('timeline');
  const box = await visit.box('timeline-slider');
  await visit.page.mouse.move(box.x + box.width / 2, box.y + 90);
  assert.equal(await turn(visit, 120, 0), false, 'nothing to move');
  await visit.node('zoom-in', (e) => e.click());
  await visit.settled();
  const clip = { x: box.x, y: box.y, width: box.width, height: 60 };
  const before = await visit.pixels(clip);
  assert.equal(await turn(visit, 120, 0), true);
  assert.ok(differingPixels(before, await visit.pixels(clip)) > 50, 'the axis stands where it stood');
  // At its end the page has the wheel again.
  await turn(visit, 20_000, 0);
  assert.equal(await turn(visit, 120, 0), false, 'the end of the axis');
});
