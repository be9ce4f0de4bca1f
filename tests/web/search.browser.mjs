// What can be typed into the search field, as docs/exploring.md lists it.

import assert from 'node:assert/strict';
import { DESKTOP, PHONE, browserTest, smallStory, widget } from './support.mjs';

const story = smallStory([
  { id: 'talks', text: 'Peace talks begin on Monday.', said: { edtf: '2012-05-01' }, place: 'Ankara' },
  { id: 'war', text: 'A war ends in talks, and peace is made.', said: { edtf: '2014-03-01' }, tags: ['history'] },
  { id: 'told', text: 'there would be peace', type: 'indirect', speakers: ['s2'], said: { edtf: '2014-09-01' } },
  { id: 'half', text: 'the ships “are ready”', type: 'mixed', speakers: ['s2'], said: { edtf: '2020-06-01' } },
  { id: 'never', text: 'Nobody knows when.', said: undefined },
], {
  articles: [{ id: 'a1', headline: 'A headline', language: 'en', text: 'Words.' }],
  speakers: [{ id: 's1', name: 'Ada Speaker', kind: 'person' }, { id: 's2', name: 'Ben Warner', kind: 'person' }],
});
const ALL = ['talks', 'war', 'told', 'half', 'never'];

const searches = [
  ['peace', ['talks', 'war', 'told']],
  ['talks peace', ['talks', 'war']],
  ['"peace talks"', ['talks']],
  ['“Peace Talks”', ['talks']],
  ['type:direct', ['talks', 'war', 'never']],
  ['type:reported', ['told']],
  ['type:mixed', ['half']],
  ['before:2014', ['talks']],
  ['before:2014-06', ['talks', 'war']],
  ['after:2014', ['half']],
  ['after:2013 before:2020', ['war', 'told']],
  // In text, and in a speaker's name.
  ['war', ['war', 'told', 'half']],
  ['speaker:war', ['told', 'half']],
  ['place:ankara', ['talks']],
  ['tag:hist', ['war']],
  ['-peace', ['half', 'never']],
  ['peace -war', ['talks']],
  ['peace -"peace talks"', ['war', 'told']],
  ['peace -type:direct', ['told']],
  ['-speaker:ben -tag:history', ['talks', 'never']],
  ['type:loud', []],
  ['', ALL],
];

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  browserTest(`words, phrases, fields and a minus find what they say (${size})`, {
    body: widget('search'), files: { '/stories/search.json': story }, viewport,
  }, async (visit) => {
    const listed = async () => (await visit.listed()).sort();
    assert.deepEqual(await listed(), [...ALL].sort());
    const seen = [];
    for (const [typed] of searches) {
      await visit.named('searchbox', 'Search').fill(typed);
      await visit.settled();
      seen.push([typed, await listed()]);
    }
    assert.deepEqual(seen, searches.map(([typed, found]) => [typed, [...found].sort()]));
  });
}

// The index of a story like this is made in tasks of their own, once the field has the focus.
browserTest('what is typed before searches are ready is answered by its last', {
  files: { '/stories/archive.json': smallStory(Array.from({ length: 30_000 }, (_, i) => ({ text: `Word${i % 700} of quote ${i}.` }))) },
  body: widget('archive'),
}, async (visit) => {
  const field = visit.page.locator('say-when').getByRole('searchbox');
  await field.focus();
  await visit.page.keyboard.type('word345 quote');
  await visit.until(() => document.getElementById('first').view.includes('345'));
  await visit.settled();
  const found = await visit.listed();
  assert.ok(found.length > 0 && found.every((id) => (id.slice(1) - 1) % 700 === 345), found.join(' '));
});

browserTest('a search is answered on the screen first, and beyond it soon after', {
  body: widget('harbour'), viewport: { width: 1280, height: 700 },
}, async (visit) => {
  const isTall = () => visit.until(() =>
    document.getElementById('first').shadowRoot.querySelector('canvas.band').height > 1.3 * innerHeight * devicePixelRatio);
  await isTall();
  await visit.page.locator('say-when').getByRole('searchbox').focus();
  await visit.page.evaluate(() => {
    const canvas = document.getElementById('first').shadowRoot.querySelector('canvas.band');
    window.heights = [];
    const look = () => {
      heights.push(canvas.height / devicePixelRatio);
      testing.nativeFrame(look);
    };
    look();
  });
  await visit.page.keyboard.type('the');
  await visit.until(() => heights.some((height) => height <= innerHeight + 1));
  await isTall();
});

browserTest('rows of other quotes take over the elements of those that are gone', {
  files: { '/stories/two.json': smallStory(Array.from({ length: 120 }, (_, i) => ({ text: `${i % 2 ? 'Alpha' : 'Beta'} number ${i + 1}.` }))) },
  body: widget('two'),
}, async (visit) => {
  const search = async (text) => {
    await visit.page.evaluate((text) => document.getElementById('first').search(text), text);
    await visit.until((text) => document.getElementById('first').view.includes(text), text);
    await visit.settled();
  };
  const rows = () => visit.page.evaluate(() => {
    const root = document.getElementById('first').shadowRoot;
    return Array.from(root.querySelectorAll('[role=option]'), (row) => {
      const id = row.dataset.node.replace('quote-', '');
      const words = root.querySelectorAll(`[data-node=words-${id}] slot`);
      const known = row.known ?? false;
      row.known = true;
      return { id, known, label: row.ariaLabel, place: row.getAttribute('aria-posinset'), slots: Array.from(words, ({ name }) => name),
               same: root.querySelectorAll(`[data-node=${row.dataset.node}]`).length };
    });
  });
  const check = (found, word) => {
    assert.ok(found.length > 4, `${found.length} rows`);
    found.forEach(({ id, label, place, slots, same }, i) => {
      assert.match(label, new RegExp(`${word} number ${id.slice(1)}\\.`));
      assert.equal(place, String(i + 1));
      assert.equal(same, 1, id);
      // The chosen one's words are selected where they stand whole.
      assert.deepEqual(slots, i === 0 ? [] : [`words-${id}`]);
    });
  };
  await search('alpha');
  check(await rows(), 'Alpha');
  await search('beta');
  const other = await rows();
  check(other, 'Beta');
  assert.ok(other.every(({ known }) => known), 'no new element');

  // Who stands on a row is not on another of a sudden.
  await visit.node(`quote-${other[2].id}`, (row) => row.focus());
  await search('alpha');
  check(await rows(), 'Alpha');
  assert.equal(await visit.focus(), '');
});
