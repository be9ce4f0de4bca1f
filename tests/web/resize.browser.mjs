// The widget takes the shape of its container, and of the screen's pixels.

import assert from 'node:assert/strict';
import { DESKTOP, PHONE, browserTest, isBlank, widget } from './support.mjs';

const canvasOf = (visit) => visit.page.evaluate(() => {
  const canvas = document.getElementById('first').shadowRoot.querySelector('canvas');
  const box = canvas.getBoundingClientRect();
  return { pixels: [canvas.width, canvas.height], size: [box.width, box.height],
           element: document.getElementById('first').getBoundingClientRect().height };
});

browserTest('a narrow container gets the upright feed, a wide one the timeline', {
  body: `<div id="container">${widget('seed')}</div>`,
}, async (visit) => {
  const shape = () => visit.page.evaluate(() => {
    const root = document.getElementById('first').shadowRoot;
    return { timeline: !!root.querySelector('[data-node=timeline]'), list: !!root.querySelector('[role=listbox]'),
             openers: root.querySelectorAll('[data-node^=quote-][aria-expanded]').length };
  });
  const to = async (width) => {
    await visit.page.evaluate((width) => { document.getElementById('container').style.width = `${width}px`; }, width);
    await visit.page.waitForFunction((width) =>
      Math.abs(document.getElementById('first').shadowRoot.querySelector('canvas').getBoundingClientRect().width -
               document.getElementById('first').clientWidth) < 1, width, { polling: 30 });
    await visit.settled();
  };
  assert.deepEqual(await shape(), { timeline: true, list: true, openers: 0 });
  await visit.page.evaluate(() => document.getElementById('first').select('q2'));
  const words = await visit.wordsAfter('');
  await visit.settled();
  await to(420);
  assert.deepEqual(await shape(), { timeline: false, list: false, openers: 11 });
  assert.equal(await visit.node('quote-q2', (e) => e.getAttribute('aria-expanded')), 'true', 'the selection stays');
  await to(1000);
  assert.deepEqual(await shape(), { timeline: true, list: true, openers: 0 });
  assert.notEqual(await visit.words(), '');
  assert.ok(words);
  // Every width has a shape, also the thinnest.
  for (const width of [60, 160, 240, 599, 600, 601, 700]) {
    await to(width);
    assert.equal((await shape()).openers === 11, await visit.page.evaluate(() =>
      document.getElementById('first').clientWidth < 600), `${width}`);
  }
});

for (const scale of [1, 1.25, 1.5, 2, 3]) {
  browserTest(`the canvas has the screen's own pixels, ${scale} to one`, {
    deviceScaleFactor: scale, viewport: { width: 801, height: 500 },
  }, async (visit) => {
    const { pixels, size } = await canvasOf(visit);
    for (const i of [0, 1]) {
      // The page lays out in 64ths of a pixel.
      assert.ok(Math.abs(pixels[i] - size[i] * scale) < 0.1, `${pixels[i]} pixels for ${size[i]} at ${scale}`);
      assert.ok(Math.abs(pixels[i] - Math.round(pixels[i])) === 0);
    }
    const edges = await visit.page.evaluate(() => {
      const { left, top } = document.getElementById('first').shadowRoot.querySelector('canvas').getBoundingClientRect();
      return [left, top].map((edge) => edge * devicePixelRatio);
    });
    if (Number.isInteger(scale)) for (const edge of edges) assert.ok(Math.abs(edge - Math.round(edge)) < 0.01, `edge at ${edge}`);
  });
}

for (const [what, options] of [
  ['a phone', { viewport: PHONE, deviceScaleFactor: 3 }],
  ['a desktop', { viewport: { width: 760, height: 600 } }],
]) {
  browserTest(`of a tall story only a band is drawn, and it is drawn everywhere: ${what}`, {
    body: widget('harbour'), ...options,
  }, async (visit) => {
    const { height } = options.viewport;
    const whole = await visit.page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(whole > 2 * height);
    for (const part of [0, 0.3, 0.62, 1, 0.5]) {
      const box = await visit.page.evaluate((part) => {
        const element = document.getElementById('first').getBoundingClientRect();
        scrollTo(0, scrollY + element.top + part * (element.height - innerHeight));
        return element.height;
      }, part);
      assert.ok(box > 2 * height);
      await visit.settled();
      const { pixels } = await canvasOf(visit);
      assert.ok(pixels[1] <= Math.max(8192, 2 * height * (options.deviceScaleFactor ?? 1)) && pixels[1] <= 8192,
                `${pixels[1]} pixels`);
      // A widget of this height has words in every half of the window.
      for (const y of [Math.round(height * 0.05), Math.round(height * 0.5)]) {
        const picture = await visit.pixels({ x: 20, y, width: 340, height: Math.round(height * 0.4) });
        assert.equal(isBlank(picture), false, `blank at ${part}, ${y}`);
      }
    }
    const seams = await visit.page.evaluate(() => {
      const canvas = document.getElementById('first').shadowRoot.querySelector('canvas').getBoundingClientRect();
      const element = document.getElementById('first').getBoundingClientRect();
      return { covered: canvas.top <= Math.max(element.top + 1, 0) + 1 &&
                        canvas.bottom >= Math.min(innerHeight, element.bottom - 1) - 1 };
    });
    assert.equal(seams.covered, true);
  });
}

browserTest('a taller or narrower window is followed', {}, async (visit) => {
  await visit.page.setViewportSize({ width: 1000, height: 1400 });
  await visit.until(() => innerWidth === 1000);
  await visit.settled();
  let canvas = await canvasOf(visit);
  assert.ok(canvas.size[1] >= Math.min(canvas.element - 4, 1200), 'all of the window is drawn');
  await visit.page.setViewportSize(PHONE);
  await visit.until(() => document.getElementById('first').shadowRoot.querySelector('[aria-expanded]'));
  await visit.page.setViewportSize(DESKTOP);
  await visit.until(() => document.getElementById('first').shadowRoot.querySelector('[data-node=timeline]'));
  await visit.settled();
  canvas = await canvasOf(visit);
  assert.equal(canvas.pixels[0], Math.round(canvas.size[0]));
});
