// The widget gets ready: its state, its event, what it asks the network for, what it says.

import assert from 'node:assert/strict';
import { browserTest, isBlank, pageOf, widget } from './support.mjs';

browserTest('gets ready, says so once, and asks its own host for eight things', {}, async (visit) => {
  const ready = await visit.events('say-when-ready');
  assert.equal(ready.length, 1);
  assert.deepEqual(ready[0], { type: 'say-when-ready', detail: { problems: 0 }, target: 'first',
                               bubbles: true, composed: true });
  assert.deepEqual(await visit.events('say-when-select'), [], 'the first choice is not the reader\'s');
  const asked = visit.requests.map((request) => request.url()).filter((url) => !url.startsWith('data:'));
  for (const url of asked) assert.equal(new URL(url).origin, visit.address);
  assert.deepEqual(asked.map((url) => new URL(url).pathname).sort(),
                   ['/demo.css', '/drawing.js', '/plain.js', '/say-when.js', '/saywhen-rest.wasm', '/saywhen.wasm', '/stories/seed.json', '/test.html']);
  assert.equal(await visit.page.evaluate(() => document.getElementById('first').matches(':state(ready)')), true);
  assert.deepEqual(await visit.page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]),
                   ['', 0, 0]);
});

browserTest('the demo page shows both stories', { path: '/', ready: false }, async (visit) => {
  await visit.page.evaluate(() => {
    for (const [i, element] of document.querySelectorAll('say-when').entries()) element.id = ['first', 'second'][i];
  });
  await visit.ready('first');
  await visit.page.evaluate(() => document.getElementById('second').scrollIntoView());
  await visit.ready('second');
  assert.equal(isBlank(await visit.pixels({ x: 0, y: 0, width: 800, height: 800 })), false);
  for (const request of visit.requests) assert.match(request.url(), /^(http:\/\/localhost:\d+\/|data:)/);
});

browserTest('fetches nothing until it is near the screen', {
  body: `<div style="height: 3000px"></div>${widget('seed')}`, ready: false,
}, async (visit) => {
  await visit.settled();
  const fetched = () => visit.requests.filter((request) => request.resourceType() === 'fetch').length;
  assert.equal(await visit.page.evaluate(() => document.getElementById('first').state), 'idle');
  assert.equal(fetched(), 0);
  await visit.page.evaluate(() => scrollTo(0, 2500));
  await visit.ready();
  assert.equal(fetched(), 3);
});

browserTest('holds every quote as light-DOM HTML', {}, async (visit) => {
  const quotes = await visit.page.evaluate(() =>
    [...document.querySelectorAll('#first > figure[data-quote] > blockquote')].map((e) => e.textContent));
  assert.equal(quotes.length, 11);
  assert.ok(quotes.every((text) => text.length > 20));
});

// WebKit settles the module's promise there now and then: what starts then would change sizes while
// they are told, which the page's `error` listeners would hear of, and leave a frame without a drawing.
browserTest('a module that comes while sizes are told starts after them', {
  head: `<script>
    window.heard = [];
    window.addEventListener('error', ({ message }) => heard.push(message));
    const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...all) => {
      const result = await instantiateStreaming(...all);
      while (!document.querySelector('[data-quote]')) await new Promise(requestAnimationFrame);
      return new Promise((resolve) => {
        new ResizeObserver((_, observer) => {
          observer.disconnect();
          resolve(result);
        }).observe(document.getElementById('deep'));
      });
    };
  </script>`,
  body: `${widget('seed')}<div><div><div id="deep">Deeper than the element</div></div></div>`,
}, async (visit) => {
  await visit.settled();
  assert.deepEqual(await visit.page.evaluate(() => heard), []);
});

// No inline style, no eval: design/web.md, Safety.
browserTest('works under a strict content security policy', {
  files: {
    '/strict.html': (response) => {
      response.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
          "style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      });
      response.end(pageOf(widget('seed')).replace(/<link rel="[^>]*>/g, ''));
    },
  },
  path: '/strict.html',
  noisy: true,
}, async (visit) => {
  assert.deepEqual(visit.errors, []);
  // The browser asks for a favicon by itself.
  assert.deepEqual(visit.messages.filter(({ text }) => !/favicon/.test(text)), []);
  assert.ok(await visit.words());
});

for (const [what, begin] of [
  ['written in the page before the script', () => {}],
  ['made by a script', () => {
    const element = document.createElement('say-when');
    element.id = 'first';
    element.src = '/stories/seed.json';
    document.body.append(element);
  }],
  ['given its story later', () => {
    document.body.insertAdjacentHTML('beforeend', '<say-when id="first"></say-when>');
    document.getElementById('first').src = '/stories/seed.json';
  }],
]) {
  browserTest(`is drawn once: ${what}`, {
    body: what.startsWith('written') ? widget('seed') : '<p>Empty</p>', ready: false,
  }, async (visit) => {
    await visit.page.evaluate(() => customElements.whenDefined('say-when').then(() => {}));
    await visit.page.evaluate(begin);
    await visit.ready();
    assert.equal((await visit.events('say-when-ready')).length, 1);
    assert.deepEqual(await visit.page.evaluate(() => {
      const root = document.getElementById('first').shadowRoot;
      return ['canvas.band', '[data-node=words]', '.mirror'].map((name) => root.querySelectorAll(name).length);
    }), [1, 1, 1]);
    assert.equal(await visit.page.evaluate(() => document.querySelectorAll('#first [data-quote]').length), 11);
    assert.equal(visit.requests.filter((request) => /seed\.json$/.test(request.url())).length, 1);
  });
}
