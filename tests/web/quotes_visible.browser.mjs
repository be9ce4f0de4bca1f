// The words of the quotes are seen: what is drawn is compared, pixel by pixel, with the same text laid
// out by the page itself at the same place.

import assert from 'node:assert/strict';
import { browserTest, languageOf, smallStory, storyOf, widget } from './support.mjs';
import { MOST_DIFFERENCE, TEXT_COLOR, crop, inkBox, inkDifference, inkOf, inkRows, textProblems } from './text_image.mjs';

// Small, since a window of nine million pixels is slow without a graphics card.
const kWindow = { width: 760, height: 500 };
const kLineHeight = 30; // of the chosen quote, 20 px: design/look.md

const harbour = storyOf('harbour');
// Without a time that it talks about: such words are underlined.
const plain = (quote) => !quote.about?.length && !quote.prompt;
const longest = (language, type = 'direct') => harbour.quotes
  .filter((quote) => plain(quote) && languageOf(harbour, quote) === language &&
    quote.type === type && quote.text.length < 140)
  .sort((a, b) => b.text.length - a.text.length)[0].id;
const kQuotes = [
  ['English', 'first', 'q1'],
  ['Turkish', 'second', longest('tr')],
  ['Arabic', 'second', longest('ar')],
  // Indirect: without the closing mark, which a page sets closer to the full stop than a canvas does.
  ['Chinese', 'second', longest('zh', 'indirect')],
  ['emoji', 'second', harbour.quotes.find(({ text }) => /👨‍👩‍👧‍👦/u.test(text)).id],
];

// Lays text out over the widget as the page's own, right where `box` is.
function cover({ id, name, box, style, text, language }) {
  const element = document.getElementById(id);
  const drawn = name && element.shadowRoot.querySelector(`[data-node="${name}"]`);
  const overlay = document.createElement('div');
  overlay.id = 'overlay';
  overlay.textContent = text ?? drawn.textContent;
  overlay.lang = language ?? drawn?.lang ?? '';
  overlay.dir = 'auto';
  Object.assign(overlay.style, {
    position: 'absolute', zIndex: '9999', margin: '0', padding: '0', boxSizing: 'border-box',
    left: `${box.x + scrollX}px`, top: `${box.y + scrollY}px`, width: `${box.width}px`,
    height: `${box.height}px`, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', textAlign: 'start',
    fontFamily: getComputedStyle(element).getPropertyValue('--text'),
    // As the widget asks for: hinting depends on it.
    textRendering: 'geometricPrecision', ...style,
  });
  document.body.append(overlay);
}
const uncover = () => document.getElementById('overlay').remove();

async function shown(visit, id, quote) {
  await visit.page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
  await visit.settled();
  await visit.select(quote, id);
  const wanted = await visit.pageWords(quote, id);
  await visit.until(([id, wanted]) => document.getElementById(id).shadowRoot
    .querySelector('[data-node=words]')?.textContent === wanted, [id, wanted]);
  await visit.bringIn('words', id);
  return wanted;
}

for (const scale of [1, 1.25, 1.5, 2, 3]) {
  browserTest(`the chosen quote is drawn as the page would write it, at ${scale} pixels to one`, {
    body: `${widget('seed')}<p>Between</p>${widget('harbour', 'second')}`,
    deviceScaleFactor: scale,
    viewport: kWindow,
  }, async (visit) => {
    await visit.page.evaluate(() => document.getElementById('second').scrollIntoView());
    await visit.ready('second');
    for (const [what, id, quote] of kQuotes) {
      await shown(visit, id, quote);
      const box = await visit.box('words', id);
      // Whole pixels, so that both pictures are cut alike.
      const clip = { x: Math.floor(box.x), y: Math.round(box.y), width: Math.ceil(box.width) + 1,
                     height: Math.round(box.height / kLineHeight) * kLineHeight };
      assert.ok(clip.y >= 0 && clip.y + clip.height <= kWindow.height, `${what}: in the window`);
      const seen = await visit.pixels(clip);
      const style = { fontSize: '20px', lineHeight: `${kLineHeight}px`, color: TEXT_COLOR,
                      background: '#fff' };
      const lay = async (dx, dy) => {
        await visit.page.evaluate(cover, { id, name: 'words', style,
                                           box: { ...box, x: box.x + dx, y: box.y + dy } });
        const picture = await visit.pixels(clip);
        await visit.page.evaluate(uncover);
        return picture;
      };
      // Between whole scales the page sets letters on parts of a pixel, and the canvas on whole ones.
      const options = { scale, lineHeight: kLineHeight, ...(scale % 1 ? { most: 0.3 } : {}) };
      const wanted = await lay(0, 0);
      assert.deepEqual(textProblems(seen, wanted, options), [], `${what}, ${quote}`);
      // The comparison sees text that is off by two pixels, any way.
      if (what === 'English' || (what === 'Arabic' && scale === 1)) for (const [dx, dy] of [[2, 0], [-2, 0], [0, 2], [0, -2]]) {
        const problems = textProblems(await lay(dx, dy), wanted, options);
        assert.ok(problems.length > 0, `${what}: moved by ${dx}, ${dy}, and not noticed`);
      }
      if (what === 'Arabic') {
        const lines = inkOf(seen);
        const first = inkBox(lines, 0, kLineHeight * scale);
        assert.ok(lines.width - first.right < 12 * scale, 'right-to-left words end at the right');
        assert.ok(first.left >= 0 && lines.height > 0);
      }
    }
  });
}

// A row's place is the widget's own affair, its words are not: they are found by their ink.
async function rowProblems(visit, id, name, scale, fault) {
  await visit.bringIn(name, id);
  const row = await visit.box(name, id);
  const clip = { x: Math.ceil(row.x) + 4, y: Math.ceil(row.y) + 2, width: Math.floor(row.width) - 8,
                 height: Math.floor(row.height) - 6 };
  const seen = inkOf(await visit.pixels(clip));
  // The first band of ink says who and when, those below it are the words.
  const words = inkRows(seen).slice(1);
  if (words.length === 0) return ['nothing is drawn below the name'];
  const drawn = inkBox(seen, words[0][0], words.at(-1)[1]);
  const [text, language] = await visit.page.evaluate(([id, name]) => {
    const block = document.querySelector(`#${id} [data-quote="${name.replace('quote-', '')}"] blockquote`);
    return [block.textContent, block.lang];
  }, [id, name]);
  await visit.page.evaluate(cover, {
    id, language, text: fault ? fault(text) : text, box: clip,
    style: { fontSize: '15px', lineHeight: '24px', whiteSpace: 'pre', color: TEXT_COLOR,
             background: '#fff', padding: '30px 10px' },
  });
  const own = inkOf(await visit.pixels(clip));
  await visit.page.evaluate(uncover);
  const wanted = inkBox(own, 0, own.height);
  const size = (box) => [box.right - box.left, box.bottom - box.top];
  const off = size(drawn).map((length, i) => (length - size(wanted)[i]) / scale);
  if (off.some((length) => Math.abs(length) > 1)) return [`ink is larger by ${off.join(' × ')} px`];
  const [width, height] = [0, 1].map((i) => Math.min(size(drawn)[i], size(wanted)[i]));
  const part = (picture, box) => crop(picture, { left: box.left, top: box.top,
                                                 right: box.left + width, bottom: box.top + height });
  const difference = inkDifference(part(seen, drawn), part(own, wanted), scale);
  return difference > MOST_DIFFERENCE ? [`ink differs by ${difference.toFixed(3)}`] : [];
}

for (const scale of [1, 2]) {
  browserTest(`a row of the list is drawn as the page would write it, at ${scale} pixels to one`, {
    body: `${widget('seed')}<p>Between</p>${widget('harbour', 'second')}`,
    deviceScaleFactor: scale,
    viewport: { width: 1120, height: 500 },
  }, async (visit) => {
    await visit.page.evaluate(() => document.getElementById('second').scrollIntoView());
    await visit.ready('second');
    const rows = [['first', 'quote-q3'], ['first', 'quote-q4']];
    // One short quote of each other language, brought into the list by choosing the last one.
    await shown(visit, 'second', harbour.quotes.at(-1).id);
    await visit.select('tr1', 'second');
    for (const quote of ['tr12', 'ar15', 'zh9', 'en9']) rows.push(['second', `quote-${quote}`]);
    let found = 0;
    for (const [id, name] of rows) {
      if (await visit.node(name, () => true, id) === undefined) continue;
      found += 1;
      assert.deepEqual(await rowProblems(visit, id, name, scale), [], `${name} of ${id}`);
    }
    assert.ok(found >= 3, `only ${found} rows are in the list`);
    const other = await rowProblems(visit, 'first', 'quote-q3', scale, (text) => text.replace('relive', 'repeat'));
    assert.ok(other.length > 0, 'another word, and not noticed');
  });
}

// A page sets a full-width mark closer to a mark of another font than a canvas does: a canvas's own
// widths have to decide where lines end.
browserTest('Chinese lines end inside the box that they were measured for', {
  body: widget('marks'),
  files: { '/stories/marks.json': smallStory([{ text: '“好。”“好，”“好！”（好。）《好》、'.repeat(12), language: 'zh' }]) },
}, async (visit) => {
  const box = await visit.box('words');
  const clip = { x: box.x - 8, y: box.y, width: box.width + 40, height: box.height };
  const { right } = inkBox(inkOf(await visit.pixels(clip)), 0, Math.floor(box.height));
  assert.ok(right <= box.width + 8 + 1, `drawn ${(right - box.width - 8).toFixed(1)} px beyond the box`);
});
