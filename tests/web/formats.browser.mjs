// Stories of other formats: read by a second module that only such a page fetches (docs/formats.md).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserTest, smallStory } from './support.mjs';

const data = fileURLToPath(new URL('../data/formats', import.meta.url));
const sample = (name) => readFileSync(path.join(data, name), 'utf8');
const of = (src) => `<say-when id="first" src="${src}"></say-when>`;
const asked = (visit, pattern) => visit.requests.map((request) => new URL(request.url()).pathname)
  .filter((name) => pattern.test(name));
const quotesOf = (visit) => visit.page.evaluate(() =>
  [...document.querySelectorAll('#first [data-quote] blockquote')].map((quote) => quote.textContent));

const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Council delays the bridge',
  datePublished: '2031-04-07',
  hasPart: [
    { '@type': 'Quotation', text: 'We will open it when it is safe.', spokenByCharacter: { '@id': '#prado' } },
    { '@type': 'Quotation', text: 'It was safe in January.', creator: 'Marco Ilves' },
  ],
};
const PERSON = { '@id': '#prado', '@type': 'Person', name: 'Ana Prado', jobTitle: 'harbour master' };
const script = (json) => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
const WITHOUT = '<say-when id="first"></say-when>';

browserTest('without a source it shows what the page says of itself', {
  head: script(PERSON) + script({ '@type': 'BreadcrumbList' }) + script(ARTICLE), body: WITHOUT,
}, async (visit) => {
  const words = await visit.page.evaluate(() => {
    const element = document.getElementById('first');
    return element.shadowRoot.textContent + element.textContent;
  });
  for (const text of ['Council delays the bridge', 'Ana Prado', 'Marco Ilves', 'We will open it when it is safe.'])
    assert.ok(words.includes(text), text);
  assert.deepEqual(asked(visit, /formats|html_tokens/), ['/formats.js', '/formats.wasm'], 'no markup to be read');
});

browserTest('what the parser reaches after the element counts too', {
  body: WITHOUT + script(ARTICLE),
}, async (visit) => {
  assert.equal((await quotesOf(visit)).length, 2);
});

browserTest('a page that says nothing of quotes leaves it alone', {
  head: script({ '@type': 'NewsArticle', headline: 'No words' }), body: WITHOUT, ready: false,
}, async (visit) => {
  await visit.settled();
  assert.equal(await visit.page.evaluate(() => document.getElementById('first').state), 'idle');
  assert.deepEqual(asked(visit, /wasm|drawing|formats/), []);
});

browserTest('a source goes before what the page says', {
  head: script(ARTICLE), body: of('/own.json'), files: { '/own.json': smallStory([{ text: 'From the file.' }]) },
}, async (visit) => {
  assert.deepEqual(await quotesOf(visit), ['“From the file.”']);
  assert.deepEqual(asked(visit, /formats/), []);
});

const HOSTILE = `<p onclick="alert(1)">Before</p><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">
<blockquote><p>Never <b>again</b> &amp; never</p><cite>Ana Prado, harbour master</cite></blockquote>`;

for (const [what, file, quote] of [
  ['ninjs with markup', sample('ninjs/1-text.json'), 'We will open it when it is safe, and not a day before.'],
  ["an article's page", sample('html/article.html'), 'We will open it when it is safe.'],
  ['hostile markup', JSON.stringify({ uri: 'urn:1', body_html: HOSTILE }), 'Never again & never'],
]) {
  browserTest(`${what} is read, and none of it gets into the page`, {
    head: '<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for \'script\'; trusted-types \'none\'">',
    body: of('/story'), files: { '/story': file },
  }, async (visit) => {
    assert.ok((await quotesOf(visit)).some((text) => text.includes(quote)));
    assert.equal(await visit.page.evaluate(() => window.hacked), undefined);
    assert.deepEqual(asked(visit, /formats|html_tokens/).sort(),
                     ['/formats.js', '/formats.wasm', '/html_tokens.js']);
  });
}

browserTest('what was wrong in it is counted', {
  body: of('/story'),
  files: { '/story': JSON.stringify({ '@type': 'Quotation', text: 'Yes.', dateCreated: 'some day', url: 'x' }) },
}, async (visit) => {
  const ready = await visit.page.evaluate(() => testing.events.find(({ type }) => type === 'say-when-ready'));
  assert.equal(ready.detail.problems, 2);
});

for (const [what, file, message] of [
  ['JSON of no known format', '{"a": 1}', /has no quote and no event/],
  ['a format without quotes', JSON.stringify({ uri: 'urn:1', headline: 'x', body_text: 'y' }), /has no quote and no event/],
  ['broken JSON', '{"quotes": [', /not JSON/],
]) {
  browserTest(`${what} gives a reason`, {
    body: of('/story'), files: { '/story': file }, ready: false, noisy: true,
  }, async (visit) => {
    await visit.until(() => testing.events.some(({ type }) => type === 'say-when-error'));
    const { detail } = await visit.page.evaluate(() => testing.events.find(({ type }) => type === 'say-when-error'));
    assert.match(detail.message, message);
    assert.equal(await visit.page.evaluate(() => document.getElementById('first').state), 'error');
  });
}

browserTest('without the second module a story of ours is still shown', {
  body: of('/story'), files: { '/story': smallStory([{ text: 'Yes.' }]), '/formats.js': (response) => response.destroy() },
}, async (visit) => {
  assert.deepEqual(await quotesOf(visit), ['“Yes.”']);
});
