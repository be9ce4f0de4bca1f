// The chosen quote's words as text: selected, copied and read where they are drawn.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DESKTOP, PHONE, browserTest, smallStory, storyOf, widget } from './support.mjs';
import { textProblems } from './text_image.mjs';

const textColor = /kLight = \{.*?\.text = Rgb\(0x([0-9A-F]{6})\)/s.exec(
  readFileSync(new URL('../../src/ui/theme.cc', import.meta.url), 'utf8'))[1];
const harbour = storyOf('harbour');
const languageOf = (quote) =>
  quote.language ?? harbour.articles.find(({ id }) => id === quote.article).language;
// Without words that are underlined, which the text does not have.
const plainQuote = (language) => harbour.quotes
  .filter((quote) => !quote.about?.length && languageOf(quote) === language && quote.text.length > (language === 'zh' ? 12 : 60) &&
    (language !== 'zh' || quote.type !== 'direct'))
  .sort((a, b) => a.text.length - b.text.length)[0].id;

async function choose(visit, quote) {
  await visit.page.evaluate((quote) => document.getElementById('first').select(quote), quote);
  await visit.until((quote) => document.querySelector(`[data-quote="${quote}"]`).slot !== '', quote);
  await visit.settled();
  await visit.bringIn('words');
}

// A page whose own style would move any quote.
const hostile = `<style>figure, blockquote, figcaption { margin: 40px !important; padding: 9px; border: 5px solid red;
  font: italic 40px/2 monospace; letter-spacing: 3px; text-transform: uppercase; }
  body { letter-spacing: 2px; word-spacing: 9px; text-indent: 30px; text-align: center; }</style>`;

for (const scale of [1, 1.25, 1.5, 2, 3]) {
  browserTest(`the text lies on the drawn words, at ${scale} pixels to one`, {
    body: widget('harbour'), deviceScaleFactor: scale, viewport: { width: 760, height: 500 },
  }, async (visit) => {
    for (const language of ['tr', 'ar', 'zh']) {
      await choose(visit, plainQuote(language));
      const box = await visit.box('words');
      const clip = { x: Math.floor(box.x), y: Math.round(box.y), width: Math.ceil(box.width) + 1,
                     height: Math.round(box.height) };
      const drawn = await visit.pixels(clip);
      // The same place with the canvas gone and the text seen.
      await visit.page.evaluate((color) => {
        const root = document.getElementById('first').shadowRoot;
        root.querySelector('canvas.band').style.visibility = 'hidden';
        root.querySelector('.words').style.color = color;
      }, `#${textColor}`);
      const text = await visit.pixels(clip);
      await visit.page.evaluate(() => {
        const root = document.getElementById('first').shadowRoot;
        root.querySelector('canvas.band').style.visibility = '';
        root.querySelector('.words').style.color = '';
      });
      const lineHeight = 30;
      const most = scale % 1 ? { most: 0.3 } : {};
      assert.deepEqual(textProblems(drawn, text, { scale, lineHeight, ...most }), [], language);
    }
  });
}

for (const [what, head] of [['a plain page', ''], ['a page that styles quotes', hostile]]) {
  browserTest(`the text breaks into the drawn lines in ${what}`, { head }, async (visit) => {
    const lines = async () => visit.page.evaluate(() => {
      const block = document.querySelector('[data-quote=q6] blockquote');
      const range = document.createRange();
      range.selectNodeContents(block);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      return { count: new Set(tops).size, first: Math.min(...tops) };
    });
    await choose(visit, 'q6');
    const box = await visit.box('words');
    const { count, first } = await lines();
    assert.equal(count, Math.round(box.height / 30));
    assert.ok(Math.abs(first - box.y) < 6, 'the first line stands at the top');
  });
}

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  browserTest(`the pointer selects words, which the page knows (${size})`, { viewport }, async (visit) => {
    await choose(visit, 'q1');
    const box = await visit.box('words');
    await visit.page.mouse.dblclick(box.x + 36, box.y + 12);
    const word = await visit.page.evaluate(() => getSelection().toString().trim());
    const { text } = storyOf('seed').quotes.find(({ id }) => id === 'q1');
    assert.match(word, /^\w+$/);
    assert.ok(text.includes(word));
    await visit.page.mouse.move(box.x + 4, box.y + 12);
    await visit.page.mouse.down();
    await visit.page.mouse.move(box.right - 10, box.bottom - 8, { steps: 4 });
    await visit.page.mouse.up();
    const selected = await visit.page.evaluate(() => getSelection().toString());
    assert.ok(selected.length > text.length / 2, selected);
    assert.ok(text.includes(selected.replace(/[“”]/g, '').trim()));
  });
}

browserTest('only the chosen quote leaves its place, and goes back as it was', {
  body: `<say-when id="first" src="/stories/seed.json"><figure data-quote="q1" style="color: red"><blockquote>${
    storyOf('seed').quotes.find(({ id }) => id === 'q1').text.replace(/^/, '“').replace(/$/, '”')
  }</blockquote></figure></say-when>`,
}, async (visit) => {
  const slots = () => visit.page.evaluate(() =>
    [...document.querySelectorAll('[data-quote]')].filter((e) => e.slot).map((e) => e.dataset.quote));
  await choose(visit, 'q1');
  assert.deepEqual(await slots(), ['q1']);
  await choose(visit, 'q6');
  assert.deepEqual(await slots(), ['q6']);
  assert.equal(await visit.page.evaluate(() => document.querySelector('[data-quote=q1]').getAttribute('style')),
               'color: red');
  await visit.page.emulateMedia({ media: 'print' });
  await visit.until(() => !document.querySelector('[data-quote=q6]').slot);
  assert.deepEqual(await slots(), []);
  await visit.page.emulateMedia({ media: 'screen' });
  await visit.until(() => document.querySelector('[data-quote=q6]').slot);
  await visit.page.evaluate(() => document.getElementById('first').remove());
  assert.deepEqual(await slots(), []);
});

browserTest('words that differ from the page\'s own are the widget\'s', {
  body: `<say-when id="first" src="/small.json"><figure data-quote="q1"><blockquote>Other <b>words</b>
    </blockquote></figure></say-when>`,
  files: { '/small.json': smallStory([{ text: 'The words of the story' }]) },
}, async (visit) => {
  assert.equal(await visit.page.evaluate(() => document.querySelector('[data-quote=q1]').slot), '');
  assert.match(await visit.words(), /The words of the story/);
});
