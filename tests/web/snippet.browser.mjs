// What `saywhen html` writes: valid, read by search engines, and kept by the element as it is.

import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { browserTest, dist, pageOf, storyOf } from './support.mjs';
import { saywhen } from './program.mjs';

const snippetOf = (name, ...more) => saywhen('html', path.join(dist, 'stories', `${name}.json`), ...more);
const linked = (name, ...more) =>
  snippetOf(name, '--src', `/stories/${name}.json`, '--script', '/say-when.js', ...more);
const page = (body) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head><body>
${body}</body></html>
`;
// Whose rules are the standard's; those of taste are left to whoever writes pages by hand.
const validator = new HtmlValidate({ extends: ['html-validate:standard'], elements: ['html5'] });

for (const [what, html] of [
  ...['seed', 'harbour', 'council'].map((name) => [name, linked(name)]),
  ['seed, with the story inside', snippetOf('seed', '--inline')],
]) {
  test(`valid HTML: ${what}`, async () => {
    const { valid, results } = await validator.validateString(page(html));
    assert.ok(valid, JSON.stringify(results.flatMap(({ messages }) => messages).slice(0, 5), null, 1));
  });
}

test('the validator would say so', async () => {
  const broken = linked('seed').replace('</blockquote><figcaption>', '<figcaption>')
    .replace('datetime="2025-02-13"', 'datetime="13 February"');
  assert.equal((await validator.validateString(page(broken))).valid, false);
});

// The figures that the element made, and those of the template.
const compare = () => {
  const own = [...document.querySelectorAll('#first > figure')];
  const served = [...document.getElementById('served').content.querySelectorAll('say-when > figure')];
  // How wide a range's dash stands depends on the edition of the Unicode locale data.
  for (const time of [...own, ...served].flatMap((figure) => [...figure.querySelectorAll('time')])) {
    const text = time.textContent.replace(/\s*–\s*/g, '–');
    if (text !== time.textContent) time.textContent = text;
  }
  const other = own.findIndex((figure, i) => !served[i]?.isEqualNode(figure));
  return { own: own.length, served: served.length,
           other: other < 0 ? '' : `${own[other].outerHTML}\n${served[other]?.outerHTML}` };
};

for (const name of ['seed', 'harbour']) {
  browserTest(`the quotes of ${name} are the nodes that the element itself would make`, {
    body: `<say-when id="first" src="/stories/${name}.json" view="text"></say-when>
      <template id="served">${linked(name)}</template>`,
    ready: false,
  }, async (visit) => {
    await visit.untilState('html');
    // Some are written after the first twenty, and those that were read as plain text once more by the module.
    const count = storyOf(name).quotes.length;
    await visit.until((count) => document.querySelectorAll('#first > [data-quote]').length === count, count);
    let result;
    for (let tries = 0; tries < 100; ++tries) {
      result = await visit.page.evaluate(compare);
      if (result.other === '') break;
      await visit.settled();
    }
    assert.equal(result.other, '');
    assert.equal(result.own, count);
    assert.equal(result.served, result.own);
  });
}

// What befalls the quotes from the first moment on, until the widget is drawn.
const WATCH = `<style>say-when:not(:defined) { display: flow-root; min-height: 100svh; }</style><script>
  window.changes = [];
  const watcher = new MutationObserver((records) => {
    for (const { target, type, addedNodes, removedNodes, attributeName } of records) {
      const figure = target.closest?.('figure');
      if (figure) changes.push([type, attributeName, figure.dataset.quote].join(' '));
      for (const node of [...addedNodes, ...removedNodes])
        if (node.localName === 'figure') changes.push('figure ' + node.dataset.quote);
    }
  });
  // Parsed, and no module script has run.
  document.addEventListener('readystatechange', () =>
    watcher.observe(document, { subtree: true, childList: true, attributes: true }), { once: true });
  window.shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: 'layout-shift', buffered: true });
</script>`;

browserTest('the element takes the served quotes over as they are, and nothing moves', {
  html: pageOf(linked('seed').replace('<say-when', '<say-when id="first"'), WATCH),
}, async (visit) => {
  const { changes, shifts, count } = await visit.page.evaluate(() => ({
    changes, shifts, count: document.querySelectorAll('#first > figure').length,
  }));
  assert.equal(count, storyOf('seed').quotes.length, 'none is there twice');
  // Those that are listed are laid over their drawn words; the others are not touched.
  const listed = (await visit.listed()).join('|');
  assert.deepEqual(changes.filter((change) => !new RegExp(`^attributes (slot|style) (${listed})$`).test(change)), []);
  assert.deepEqual(shifts, []);
});

browserTest('without scripts the served quotes are read', {
  html: page(linked('seed')), ready: false, javaScriptEnabled: false,
}, async (visit) => {
  const text = await visit.page.locator('say-when').innerText();
  for (const quote of storyOf('seed').quotes) assert.ok(text.includes(quote.text), quote.id);
});

browserTest('the JSON-LD in the page names every quote and who said it', {
  html: pageOf(linked('harbour').replace('<say-when', '<say-when id="first"')),
}, async (visit) => {
  const data = JSON.parse(await visit.page.locator('script[type="application/ld+json"]').textContent());
  assert.equal(data['@context'], 'https://schema.org');
  const articles = data['@graph'] ?? [data];
  const quotes = articles.flatMap(({ hasPart = [] }) => hasPart);
  const story = storyOf('harbour');
  assert.deepEqual(quotes.map(({ text }) => text).sort(), story.quotes.map(({ text }) => text).sort());
  assert.ok(quotes.every((quote) => ['Quotation', 'Claim'].includes(quote['@type'])));
  const names = new Set(JSON.stringify(data).match(/"name":"[^"]*"/g));
  for (const { name } of story.speakers.filter(({ id }) => story.quotes.some(({ speakers = [] }) => speakers.includes(id))))
    assert.ok(names.has(`"name":${JSON.stringify(name)}`), name);
});

browserTest('a story inside the element needs no other file', {
  html: pageOf(snippetOf('seed', '--inline', '--script', '/say-when.js').replace('<say-when', '<say-when id="first"')),
}, async (visit) => {
  const asked = await visit.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(asked.filter((name) => name.includes('/stories/')), []);
  assert.equal(await visit.page.locator('#first > figure').count(), storyOf('seed').quotes.length);
});
