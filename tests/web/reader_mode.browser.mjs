// What a browser's reader mode shows of a page with a widget in it: Mozilla's own, which Firefox uses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { browserTest, dist, storyOf, widget } from './support.mjs';
import path from 'node:path';
import { saywhen } from './program.mjs';

const script = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const story = storyOf('seed');
const paragraphs = story.articles[0].text.split(/\n+/).map((text) => `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`);
const around = (inside) => `<article><h1>${story.articles[0].headline}</h1>${paragraphs.slice(0, 4).join('')}${inside}${
  paragraphs.slice(4).join('')}</article>`;
const snippet = saywhen('html', path.join(dist, 'stories', 'seed.json'), '--src', '/stories/seed.json').replace('<say-when', '<say-when id="first"');

for (const [what, inside, ready] of [
  ['while the widget is drawn', widget('seed'), 'first'],
  ['as text', widget('seed', 'first', 'view="text"'), false],
  ['with the quotes that the page brought', snippet, 'first'],
]) {
  browserTest(`reader mode keeps every quote and the article around: ${what}`, { body: around(inside), ready }, async (visit) => {
    if (!ready) await visit.untilState('html');
    // As text: a script of the page's is not what this is.
    await visit.page.evaluate(script);
    const read = await visit.page.evaluate(() => new Readability(document.cloneNode(true)).parse().textContent);
    const plain = (text) => text.replace(/\s+/g, ' ');
    const quotes = plain(read);
    for (const { text } of story.quotes) assert.ok(quotes.split(plain(text)).length > 1, text);
    // Each stands in the article, and once more in the widget.
    const twice = story.quotes.filter(({ text }) => quotes.split(plain(text)).length > 2);
    assert.equal(twice.length, story.quotes.length, 'the widget\'s quotes are there too');
    assert.doesNotMatch(read, /Zoom|Filters|Copy link/);
  });
}
