// The article view in step with the timeline, both ways.

import assert from 'node:assert/strict';
import { DESKTOP, PHONE, browserTest, isBlank, widget } from './support.mjs';

const body = `<p style="height: 300px">Above</p>${widget('seed')}<p style="height: 1500px">Below</p>`;
const place = '/test.html#say-when=view=article';

const strip = (visit) => visit.page.evaluate(() => {
  const line = document.getElementById('first').shadowRoot.querySelector('.reading');
  const { x, y, width, height } = line.getBoundingClientRect();
  const seen = getComputedStyle(line).visibility === 'visible' && y + height > 0;
  return { seen, x, y, width, height };
});
const scrollToPassage = async (visit, id, below) => {
  await visit.node(`passage-${id}`, (element) => element.scrollIntoView({ block: 'start' }));
  await visit.page.evaluate((below) => scrollBy(0, 60 - below), below);
  await visit.settled();
};

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  browserTest(`who is read stands at the top of the screen while the article scrolls (${size})`,
              { body, viewport, path: place }, async (visit) => {
    assert.equal((await strip(visit)).seen, false, 'not above the text');
    await scrollToPassage(visit, 'q1', 60);
    const line = await strip(visit);
    assert.equal(line.seen, true);
    assert.deepEqual([line.y, line.height], [0, 44]);
    const clip = { x: line.x, y: line.y, width: line.width, height: line.height };
    const first = await visit.pixels(clip);
    assert.equal(isBlank(first), false);
    // Another speaker.
    await scrollToPassage(visit, 'q4', 60);
    const other = await visit.pixels(clip);
    assert.notDeepEqual(other.data, first.data);
    // Past the widget's end.
    await visit.page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await visit.settled();
    assert.equal((await strip(visit)).seen, false, 'not below the text');
  });
}

browserTest('scrolling within one quote asks for no frame', { body, path: place }, async (visit) => {
  await scrollToPassage(visit, 'q6', 60);
  const before = await visit.frames();
  for (let i = 0; i < 4; ++i) {
    await visit.page.evaluate(() => scrollBy(0, 12));
    await visit.settled();
  }
  assert.equal(await visit.frames() - before, 0);
});

browserTest('choosing a quote on the timeline brings its passage to the screen',
            { body, path: place, reducedMotion: 'reduce', viewport: { width: 1280, height: 600 } },
            async (visit) => {
  await visit.bringIn('timeline-slider');
  await visit.tabTo(/^timeline-slider$/);
  await visit.press('End');
  await visit.settled();
  const chosen = (await visit.events('say-when-select')).at(-1).detail.quote;
  await visit.until((id) => {
    const box = document.getElementById('first').shadowRoot.querySelector(`[data-node="passage-${id}"]`)
      .getBoundingClientRect();
    return box.top >= 44 && box.top < innerHeight;
  }, chosen);
});
