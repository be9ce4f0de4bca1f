// Several widgets on one page, and widgets that come and go.

import assert from 'node:assert/strict';
import { browserTest, isBlank, widget } from './support.mjs';

const two = `${widget('seed')}<hr>${widget('seed', 'second')}`;

async function isDrawn(visit, id) {
  await visit.bringIn('words', id);
  const { x, y, width } = await visit.box('words', id);
  return !isBlank(await visit.pixels({ x, y, width, height: 30 }));
}

browserTest('two widgets share one module and one WebGL context', { body: two }, async (visit) => {
  await visit.page.evaluate(() => document.getElementById('second').scrollIntoView());
  await visit.ready('second');
  const wasm = visit.requests.filter((request) => request.url().endsWith('/saywhen.wasm'));
  assert.equal(wasm.length, 1);
  assert.equal(await visit.page.evaluate(() => testing.webgl.size), 1);
  for (const id of ['first', 'second']) assert.ok(await isDrawn(visit, id), `${id} is drawn`);

  // Each has its own selection.
  await visit.page.evaluate(() => document.getElementById('first').scrollIntoView());
  await visit.settled();
  const before = await visit.words('first');
  const other = await visit.words('second');
  const told = (await visit.events('say-when-select')).length;
  await visit.page.evaluate(() => document.getElementById('second').scrollIntoView());
  await visit.settled();
  await visit.page.evaluate(() => document.getElementById('second').select('q7'));
  await visit.wordsAfter(other, 'second');
  await visit.page.evaluate(() => document.getElementById('first').scrollIntoView());
  await visit.settled();
  assert.equal(await visit.words('first'), before);
  assert.deepEqual((await visit.events('say-when-select')).slice(told).map(({ target }) => target), ['second']);

  // One goes, the other works on.
  await visit.page.evaluate(() => document.getElementById('first').remove());
  const now = await visit.words('second');
  await visit.bringIn('next', 'second');
  await visit.node('next', (e) => e.click(), 'second');
  await visit.wordsAfter(now, 'second');
  assert.ok(await isDrawn(visit, 'second'));
});

browserTest('removed, it leaves no trace, and can come back', {
  body: `<div id="place">${widget('seed')}</div>`,
}, async (visit) => {
  const nodes = () => visit.page.evaluate(() => ({
    head: document.head.innerHTML,
    body: document.body.innerHTML.replace(/<say-when[^]*<\/say-when>/, ''),
    root: document.documentElement.outerHTML.length - document.body.innerHTML.length,
    sheets: document.adoptedStyleSheets.length,
  }));
  const before = await nodes();
  for (let i = 0; i < 3; ++i) {
    const inside = await visit.page.evaluate(() => {
      window.kept = document.getElementById('first');
      kept.remove();
      return { light: kept.innerHTML, state: kept.state,
               drawn: kept.shadowRoot.querySelectorAll('canvas, [data-node]').length };
    });
    assert.deepEqual(inside, { light: '', state: 'idle', drawn: 0 });
    const frames = await visit.frames();
    await visit.page.evaluate(() => {
      kept.select('q3');
      scrollTo(0, 10);
      dispatchEvent(new Event('resize'));
    });
    await visit.page.emulateMedia({ colorScheme: i % 2 ? 'light' : 'dark' });
    await visit.settled();
    assert.equal(await visit.frames(), frames, 'no frame of what is gone');
    await visit.page.evaluate(() => document.getElementById('place').append(kept));
    await visit.ready();
    assert.ok(await isDrawn(visit, 'first'));
  }
  assert.deepEqual(await nodes(), before);
  assert.equal(visit.requests.filter((request) => request.url().endsWith('/saywhen.wasm')).length, 1);
});

browserTest('quotes that the page brought stay when it is removed', {
  body: `<say-when id="first" src="/stories/seed.json"><figure data-quote="q1"><blockquote>The page's own</blockquote>
         </figure><p>And more</p></say-when>`,
}, async (visit) => {
  assert.equal(await visit.page.evaluate(() => document.querySelectorAll('#first [data-quote]').length), 11);
  const left = await visit.page.evaluate(() => {
    const element = document.getElementById('first');
    element.remove();
    return element.textContent.replace(/\s+/g, ' ').trim();
  });
  assert.equal(left, 'The page\'s own And more');
});

browserTest('removed while it loads, and with another story', { ready: false, body: widget('seed') }, async (visit) => {
  await visit.page.evaluate(async () => {
    const frame = () => new Promise((resolve) => testing.nativeFrame(resolve));
    await customElements.whenDefined('say-when');
    for (let i = 0; i < 8; ++i) {
      const element = document.createElement('say-when');
      element.src = '/stories/seed.json';
      document.body.prepend(element);
      for (let j = 0; j < i % 4; ++j) await frame();
      if (i % 2) element.src = '/stories/harbour.json';
      element.remove();
    }
  });
  await visit.ready();
  await visit.page.evaluate(() => { document.getElementById('first').src = '/stories/harbour.json'; });
  await visit.until(() => document.getElementById('first').shadowRoot.querySelector('[data-node=title]')
    ?.textContent.includes('harbour'));
  // Some are written after the first twenty.
  await visit.until(() => document.querySelectorAll('#first [data-quote]').length >= 60);
  assert.equal(await visit.page.evaluate(() => document.querySelectorAll('#first [data-quote]').length), 60);
  assert.equal((await visit.events('say-when-error')).length, 0);
});

browserTest('twenty-four widgets on a page all get ready', {
  body: Array.from({ length: 24 }, (_, i) => widget(i % 6 ? 'seed' : 'harbour', `w${i}`)).join('<hr>'),
  ready: 'w0', viewport: { width: 900, height: 700 },
}, async (visit) => {
  for (let i = 0; i < 24; ++i) {
    await visit.page.evaluate((i) => document.getElementById(`w${i}`).scrollIntoView(), i);
    await visit.untilState('ready', `w${i}`);
  }
  assert.equal(await visit.page.evaluate(() => testing.webgl.size), 1);
  assert.equal(visit.requests.filter((request) => request.url().endsWith('/saywhen.wasm')).length, 1);
  for (const id of ['w0', 'w11', 'w23']) {
    await visit.page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
    await visit.ready(id);
    assert.ok(await isDrawn(visit, id), `${id} is drawn`);
  }
});
