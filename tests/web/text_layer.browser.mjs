// The chosen quote's words as text: selected, copied and read where they are drawn.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DESKTOP, PHONE, browserTest, languageOf, smallStory, storyOf, widget } from './support.mjs';
import { textProblems, wordsTwice } from './text_image.mjs';

const harbour = storyOf('harbour');
// Without words that are underlined, which the text does not have.
const plainQuote = (language) => harbour.quotes
  .filter((quote) => !quote.about?.length && languageOf(harbour, quote) === language && quote.text.length > (language === 'zh' ? 12 : 60) &&
    (language !== 'zh' || quote.type !== 'direct'))
  .sort((a, b) => a.text.length - b.text.length)[0].id;

// A page whose own style would move any quote.
const hostile = `<style>figure, blockquote, figcaption { margin: 40px !important; padding: 9px; border: 5px solid red;
  font: italic 40px/2 monospace; letter-spacing: 3px; text-transform: uppercase; }
  body { letter-spacing: 2px; word-spacing: 9px; text-indent: 30px; text-align: center; }</style>`;

// What differs between the drawn words and the text over them, both seen alone.
async function differences(visit, { scale = 1 } = {}) {
  const most = scale % 1 ? { most: 0.3 } : {};
  return textProblems(...await wordsTwice(visit), { scale, lineHeight: 30, ...most });
}

// Zooming a page is another number of pixels to one: these are 50 to 400% on a plain screen, and screens' own.
for (const scale of [0.5, 1, 1.25, 1.5, 2, 3, 4]) {
  browserTest(`the text lies on the drawn words, at ${scale} pixels to one`, {
    body: widget('harbour'), deviceScaleFactor: scale, viewport: { width: 760, height: 500 },
  }, async (visit) => {
    for (const language of ['tr', 'ar', 'zh']) {
      await visit.showWords(plainQuote(language));
      assert.deepEqual(await differences(visit, { scale }), [], language);
    }
  });
}

browserTest('the text lies on the drawn words, with emoji in them', {
  body: '<say-when id="first" src="/small.json"></say-when>', deviceScaleFactor: 2,
  files: { '/small.json': smallStory([{ text: 'We won 🎉 and they lost 😢, said the family 👩‍👩‍👧‍👦 of the flag 🇹🇷 and went home' }]) },
}, async (visit) => {
  await visit.showWords('q1');
  assert.deepEqual(await differences(visit, { scale: 2 }), []);
});

// Any font that is not the page's own otherwise.
const lateFont = readFileSync(execFileSync('fc-match', ['-f', '%{file}', 'DejaVu Sans Mono'], { encoding: 'utf8' }));
let bringFont;
browserTest('the text lies on the drawn words after a late web font has come', {
  head: `<style>@font-face { font-family: Late; src: url(/late.ttf); font-display: swap; }
    say-when { --say-when-font-text: Late, serif; }</style>`,
  files: {
    '/late.ttf': (response) => {
      bringFont = () => response.writeHead(200, { 'Content-Type': 'font/ttf' }).end(lateFont);
    },
  },
}, async (visit) => {
  await visit.showWords('q1');
  // A picture of the page would wait for the font.
  const drawn = () => visit.page.evaluate(() =>
    document.getElementById('first').shadowRoot.querySelector('canvas.band').toDataURL());
  const before = await drawn();
  bringFont();
  await visit.until(() => [...document.fonts].some(({ family, status }) => family === 'Late' && status === 'loaded'));
  await visit.settled();
  assert.notEqual(await drawn(), before, 'it is drawn in the other font');
  assert.deepEqual(await differences(visit), []);
});

for (const [what, head] of [['a plain page', ''], ['a page that styles quotes', hostile]]) {
  browserTest(`the text breaks into the drawn lines in ${what}`, { head }, async (visit) => {
    const lines = async () => visit.page.evaluate(() => {
      const block = document.querySelector('[data-quote=q6] blockquote');
      const range = document.createRange();
      range.selectNodeContents(block);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      return { count: new Set(tops).size, first: Math.min(...tops) };
    });
    await visit.showWords('q6');
    const box = await visit.box('words');
    const { count, first } = await lines();
    assert.equal(count, Math.round(box.height / 30));
    assert.ok(Math.abs(first - box.y) < 6, 'the first line stands at the top');
  });
}

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  browserTest(`the pointer selects words, which the page knows (${size})`, { viewport }, async (visit) => {
    await visit.showWords('q1');
    const box = await visit.box('words');
    await visit.page.mouse.dblclick(box.x + 36, box.y + 12);
    const word = await visit.page.evaluate(() => getSelection().toString().trim());
    const { text } = storyOf('seed').quotes.find(({ id }) => id === 'q1');
    assert.match(word, /^\w+$/);
    assert.ok(text.includes(word));
    await visit.drag([box.x + 4, box.y + 12], [box.right - 10, box.bottom - 8]);
    const selected = await visit.page.evaluate(() => getSelection().toString());
    assert.ok(selected.length > text.length / 2, selected);
    assert.ok(text.includes(selected.replace(/[“”]/g, '').trim()));
  });
}

browserTest('a press on words of the list chooses their quote, a drag selects them', {}, async (visit) => {
  const [, second, third] = await visit.listed();
  const chosen = () => visit.page.evaluate(() => document.getElementById('first').shadowRoot
    .querySelector('[aria-selected=true][role=option]').dataset.node.replace('quote-', ''));
  const first = await chosen();
  await visit.bringIn(`words-${second}`);
  let box = await visit.box(`words-${second}`);
  await visit.drag([box.x + 4, box.y + 12], [box.x + 160, box.y + 12]);
  await visit.settled();
  const selected = await visit.page.evaluate(() => getSelection().toString());
  const { text } = storyOf('seed').quotes.find(({ id }) => id === second);
  assert.ok(selected.length > 5 && `“${text}”`.includes(selected), selected);
  assert.equal(await chosen(), first);
  await visit.page.mouse.click(box.x + 20, box.y + 12);
  await visit.settled();
  assert.equal(await chosen(), second);
  box = await visit.box(`words-${third}`);
  await visit.page.mouse.move(box.x + 20, box.y + 12);
  await visit.settled();
  assert.equal(await visit.node(`words-${third}`, (words) => getComputedStyle(words).cursor), 'pointer');
});

browserTest('what is pressed elsewhere and let go on words is no press', {}, async (visit) => {
  const [words] = await visit.nodes('words-');
  const { x, y } = await visit.box(words);
  await visit.drag([2, 2], [x + 20, y + 12]);
  await visit.settled();
  assert.equal(await visit.node(words.replace('words', 'quote'), (option) => option.getAttribute('aria-selected')), 'false');
});

const isOpen = (visit) => visit.node('filters', (button) => button.getAttribute('aria-expanded'));

browserTest('a pointer may slip within a button', {}, async (visit) => {
  const { x, y, width, height } = await visit.box('filters');
  await visit.drag([x + 10, y + height / 2], [x + width - 10, y + height / 2]);
  await visit.settled();
  assert.equal(await isOpen(visit), 'true');
});

// For as long as it likes.
const longTap = async (visit, { x, y }) => {
  const session = await visit.page.context().newCDPSession(visit.page);
  await session.send('Input.synthesizeTapGesture', { x: x + 30, y: y + 12, duration: 900, gestureSourceType: 'touch' });
  await visit.settled();
};
const phone = { hasTouch: true, isMobile: true, viewport: PHONE };

browserTest('a finger may stay on a button', phone, async (visit) => {
  await longTap(visit, await visit.box('filters'));
  assert.equal(await isOpen(visit), 'true');
});

// What it selects is the system's affair, which a browser without a screen has not.
browserTest('a long press on words is not a press', phone, async (visit) => {
  const [words] = await visit.nodes('words-');
  await visit.bringIn(words);
  await longTap(visit, await visit.box(words));
  assert.equal(await visit.node(words.replace('words', 'quote'), (entry) => entry.getAttribute('aria-expanded')), 'false');
});

browserTest('a paragraph of the article is selected and copied', { body: widget('seed', 'first', 'view="view=article"'),
                                                                    permissions: ['clipboard-read', 'clipboard-write'] }, async (visit) => {
  await visit.bringIn('paragraph-1');
  const { x, y, right, bottom } = await visit.box('paragraph-1');
  await visit.drag([x + 1, y + 6], [right - 2, bottom - 6]);
  await visit.page.keyboard.press('Control+c');
  const words = await visit.node('paragraph-1', (paragraph) => paragraph.textContent);
  const copied = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.length > words.length / 2 && words.includes(copied.trim()), copied);
});

browserTest('only quotes with drawn words leave their place, and go back as they were', {
  body: `<say-when id="first" src="/stories/seed.json"><figure data-quote="q1" style="color: red"><blockquote>${
    storyOf('seed').quotes.find(({ id }) => id === 'q1').text.replace(/^/, '“').replace(/$/, '”')
  }</blockquote></figure></say-when>`,
}, async (visit) => {
  const slots = () => visit.page.evaluate(() =>
    [...document.querySelectorAll('[data-quote]')].filter((e) => e.slot).map((e) => e.dataset.quote));
  const listed = await visit.listed();
  await visit.showWords('q1');
  assert.deepEqual((await slots()).sort(), [...listed].sort());
  const out = storyOf('seed').quotes.find(({ id }) => !listed.includes(id)).id;
  await visit.showWords(out);
  assert.ok((await slots()).includes(out));
  await visit.page.evaluate(() => document.getElementById('first').setView('voices'));
  await visit.until(() => !document.querySelector('[data-quote=q1]').slot);
  assert.equal(await visit.page.evaluate(() => document.querySelector('[data-quote=q1]').getAttribute('style')),
               'color: red');
  await visit.page.evaluate(() => document.getElementById('first').setView('timeline'));
  await visit.until(() => document.querySelector('[data-quote=q1]').slot);
  await visit.page.emulateMedia({ media: 'print' });
  await visit.until(() => !document.querySelector('[data-quote=q1]').slot);
  assert.deepEqual(await slots(), []);
  await visit.page.emulateMedia({ media: 'screen' });
  await visit.until(() => document.querySelector('[data-quote=q1]').slot);
  await visit.page.evaluate(() => document.getElementById('first').remove());
  assert.deepEqual(await slots(), []);
});

browserTest('a quote whose slot the page made up is found all the same', {}, async (visit) => {
  const id = storyOf('seed').quotes.at(-1).id;
  await visit.page.evaluate((id) => {
    const quote = document.querySelector(`[data-quote="${id}"]`);
    quote.slot = 'nowhere';
    getSelection().selectAllChildren(quote.querySelector('blockquote'));
  }, id);
  await visit.until((id) => document.getElementById('first').shadowRoot
    .querySelector(`[data-node="quote-${id}"]`)?.getAttribute('aria-selected') === 'true', id);
});

browserTest('words that differ from the page\'s own are the widget\'s', {
  body: `<say-when id="first" src="/small.json"><figure data-quote="q1"><blockquote>Other <b>words</b>
    </blockquote></figure></say-when>`,
  files: { '/small.json': smallStory([{ text: 'The words of the story' }]) },
}, async (visit) => {
  assert.equal(await visit.page.evaluate(() => document.querySelector('[data-quote=q1]').slot), '');
  assert.match(await visit.words(), /The words of the story/);
});
