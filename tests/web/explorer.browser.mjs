// The explorer in a real page, driven by accessible names and keys: search, filters, views, what can
// be copied and saved, languages, newer versions of a story, links to a view.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { DESKTOP, PHONE, browserTest, storyOf, widget } from './support.mjs';

const sizes = { desktop: DESKTOP, phone: PHONE };
const body = widget('seed');

for (const [size, viewport] of Object.entries(sizes)) {
  browserTest(`typing in the search field finds, and clearing it shows all again (${size})`, { body, viewport },
              async (visit) => {
    const field = visit.named('searchbox', 'Search');
    await field.focus();
    await visit.page.keyboard.type('permanent');
    await visit.settled();
    const found = await visit.listed();
    const expected = storyOf('seed').quotes.filter(({ text }) => /permanent/i.test(text)).map(({ id }) => id);
    assert.deepEqual(found.sort(), expected.sort());
    assert.ok(expected.length > 0);
    await visit.until(() => document.getElementById('first').shadowRoot.querySelector('[role=status]')
      .textContent.includes('quote'));
    await visit.pressNamed('button', 'Clear the search');
    assert.ok((await visit.listed()).length > expected.length);
    assert.equal(await field.inputValue(), '');
  });

  browserTest(`nothing found says so, and offers the way back (${size})`, { body, viewport }, async (visit) => {
    await visit.named('searchbox', 'Search').fill('zzzz');
    await visit.settled();
    assert.deepEqual(await visit.listed(), []);
    await visit.pressNamed('button', /^Without the search/);
    assert.ok((await visit.listed()).length > 0);
  });

  browserTest(`a filter's counts are kept when it is chosen, and its chip takes it back (${size})`,
              { body, viewport }, async (visit) => {
    await visit.pressNamed('button', 'Filters');
    const reported = visit.named('button', /^reported, \d+$/);
    const count = Number((await reported.textContent()).match(/\d+/)[0]);
    await visit.pressNamed('button', /^reported, \d+$/);
    assert.equal((await visit.listed()).length, count);
    assert.equal(await reported.getAttribute('aria-pressed'), 'true');
    await visit.pressNamed('button', 'Remove the filter reported');
    assert.ok((await visit.listed()).length > count);
  });

  browserTest(`each view opens from its tab (${size})`, { body, viewport }, async (visit) => {
    for (const name of ['Article', 'Compare', 'Voices', 'Timeline']) {
      await visit.pressNamed('tab', name);
      assert.equal(await visit.named('tab', name).getAttribute('aria-selected'), 'true');
    }
  });
}

browserTest('Copy puts the quote on the clipboard, as text and as HTML', { body }, async (visit) => {
  await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit.pressNamed('button', 'Copy');
  const read = (type) => visit.page.evaluate(async (type) =>
    (await (await navigator.clipboard.read())[0].getType(type)).text(), type);
  const words = storyOf('seed').quotes[0].text;
  assert.ok((await read('text/plain')).includes(words));
  assert.ok((await read('text/html')).includes('<blockquote'));
});

browserTest('the quotes are saved as CSV and JSON, the view as a picture', { body }, async (visit) => {
  const saved = async (name) => {
    const coming = visit.page.waitForEvent('download');
    await visit.pressNamed('button', name);
    return readFile(await (await coming).path());
  };
  await visit.pressNamed('button', 'Save');
  const { quotes } = storyOf('seed');
  const csv = (await saved('Quotes (CSV)')).toString();
  assert.equal(csv.trimEnd().split('\r\n').length, quotes.length + 1);
  const story = JSON.parse((await saved('Quotes (JSON)')).toString());
  assert.equal(story.quotes.length, quotes.length);
  const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.deepEqual(size(await saved('Quote card, wide')), [1200, 630]);
  assert.deepEqual(size(await saved('Quote card, square')), [1080, 1080]);
  const [width, height] = size(await saved('Image (PNG)'));
  assert.ok(width >= 1000 && height >= 1000, `${width} x ${height}`);
});

browserTest('a link to a view opens that view', { body }, async (visit) => {
  await visit.named('searchbox', 'Search').fill('ukraine');
  await visit.pressNamed('tab', 'Article');
  const view = await visit.page.evaluate(() => document.getElementById('first').view);
  await visit.page.evaluate(() => { document.getElementById('first').view = ''; });
  await visit.settled();
  assert.equal(await visit.named('tab', 'Timeline').getAttribute('aria-selected'), 'true');
  await visit.page.evaluate((view) => { location.hash = `#say-when=${view}`; }, view);
  await visit.until(() => document.getElementById('first').view.includes('q=ukraine'));
  await visit.settled();
  assert.equal(await visit.named('tab', 'Article').getAttribute('aria-selected'), 'true');
});

browserTest('a newer version keeps the selection and the search, and counts what is new', { body }, async (visit) => {
  const field = visit.named('searchbox', 'Search');
  await field.fill('conclude');
  await visit.settled();
  const found = await visit.listed();
  assert.deepEqual(found, ['q5']);
  await visit.select('q5');
  const words = await visit.words();
  const story = storyOf('seed');
  const added = (id, text) => ({ ...story.quotes[0], id, text, span: undefined, selector: undefined });
  story.quotes.unshift(added('new-one', 'Something new was said.'), added('new-found', 'They conclude today.'));
  const fresh = await visit.page.evaluate((story) => document.getElementById('first').setData(story), story);
  await visit.settled();
  assert.equal(fresh, 2);
  assert.equal(await visit.words(), words);
  assert.equal(await field.inputValue(), 'conclude');
  assert.deepEqual((await visit.listed()).sort(), ['new-found', 'q5'], 'what is new is searched too');
  const refused = await visit.page.evaluate(() => {
    try {
      document.getElementById('first').setData('not a story');
      return '';
    } catch (error) {
      return String(error);
    }
  });
  assert.ok(refused.length > 0, 'what is no story is refused');
  assert.equal(await visit.words(), words, 'and the old one stays');
});

const LANGUAGES = { tr: 'Ara', de: 'Suchen', fr: 'Rechercher', es: 'Buscar', uk: 'Пошук', ar: 'بحث', zh: '搜索' };
for (const language of Object.keys(LANGUAGES)) {
  browserTest(`the interface speaks the page's language: ${language}`,
              { body: `<div lang="${language}">${widget('seed')}</div>` }, async (visit) => {
    const field = visit.page.getByRole('searchbox');
    assert.notEqual(await field.getAttribute('aria-label'), 'Search');
    const box = await field.boundingBox();
    const middle = await visit.page.evaluate(() => innerWidth / 2);
    assert.equal(box.x > middle - 200, language === 'ar', 'mirrored only from right to left');
    await visit.page.screenshot({ path: `tests/output/web/language-${language}.png` });
  });
}
