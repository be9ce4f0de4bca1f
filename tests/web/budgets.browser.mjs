// What the widget does, counted: the same on every machine, however slow. What it takes is measured by
// `scripts/bench web` (docs/performance.md).

import assert from 'node:assert/strict';
import { probe } from '../bench/web/page.mjs';
import { makeQuotes, storyOf } from '../bench/web/quotes.mjs';
import { browserTest } from './support.mjs';

// At most, by the number of quotes; a little over what was measured when this was written. What grows past
// it has to say why. exports, imports, draws: calls in a frame that shows nothing new, and for the move of
// the pointer that asks for it.
const BUDGETS = {
  12: { elements: 150, exports: 14, imports: 8, draws: 5 },
  1000: { elements: 5300, exports: 14, imports: 24, draws: 5 },
};
// The one place where this waits by the clock: it measures that nothing happens in this time.
const IDLE_MS = 3000;
const STEPS = 6;

const head = `<script>window.bench = {}; (${probe})();</script>`;
const body = '<say-when id="first" src="/quotes.json"></say-when>';

const counted = (visit) => visit.page.evaluate(() => window.bench.probe());

/** What `act` makes the widget do, until it is still again: { frames, exports, imports, draws, uploads }. */
async function countOf(visit, act) {
  const before = await counted(visit);
  await act();
  await visit.settled();
  const after = await counted(visit);
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]));
}

for (const [count, most] of Object.entries(BUDGETS)) {
  const files = { '/quotes.json': JSON.stringify(storyOf(makeQuotes(Number(count)))) };

  browserTest(`idle costs nothing: ${count} quotes`, { head, body, files }, async (visit) => {
    await visit.until((count) => document.querySelectorAll('#first > [data-quote]').length === count, Number(count));
    await visit.settled();
    const idle = await countOf(visit, () => visit.page.waitForTimeout(IDLE_MS));
    assert.deepEqual([idle.frames, idle.exports, idle.imports, idle.draws], [0, 0, 0, 0]);
  });

  browserTest(`elements: ${count} quotes`, { head, body, files }, async (visit) => {
    const elements = await visit.page.evaluate(() => {
      const element = document.getElementById('first');
      return element.querySelectorAll('*').length + element.shadowRoot.querySelectorAll('*').length;
    });
    console.log(`elements, ${count} quotes: ${elements} of ${most.elements}`);
    assert.ok(elements <= most.elements, `${elements} elements`);
  });

  browserTest(`a frame that shows nothing new: ${count} quotes`, { head, body, files }, async (visit) => {
    await visit.bringIn('timeline');
    const box = await visit.box('timeline-slider');
    const [x, y] = [box.x + box.width / 2, box.y + 90];
    for (let i = 0; i < 3; ++i) await visit.node('zoom-in', (element) => element.click());
    await visit.settled();
    const { mouse } = visit.page;
    // To and fro, and the same again: then all of it has been shown before.
    const drag = async (each) => {
      await mouse.move(x, y);
      await mouse.down();
      for (let i = 1; i <= 2 * STEPS; ++i) await each(() => mouse.move(x + 5 * (i <= STEPS ? i : 2 * STEPS - i), y));
      await mouse.up();
      await visit.settled();
    };
    await drag(async (act) => {
      await act();
      await visit.settled();
    });
    const steps = [];
    await drag(async (act) => steps.push(await countOf(visit, act)));
    const drawn = steps.filter(({ frames }) => frames > 0);
    assert.ok(drawn.length > STEPS, 'the timeline follows the pointer');
    for (const name of ['exports', 'imports', 'draws']) {
      const figure = Math.max(...drawn.map((step) => step[name] / step.frames));
      console.log(`${name} a frame, ${count} quotes: ${figure} of ${most[name]}`);
      assert.ok(figure <= most[name], `${figure} ${name} a frame`);
    }
    assert.equal(Math.max(...steps.map(({ uploads }) => uploads)), 0, 'textures are uploaded');
  });
}
