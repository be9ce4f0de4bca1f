// The widget linked with the article around it: `for`.

import assert from 'node:assert/strict';
import { browserTest, storyOf, widget } from './support.mjs';

const story = storyOf('seed');
const escape = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
// The story's article as a page has it, with the widget in its middle; `change`: as an editor left it.
function articleOf(change = (text) => text, more = '') {
  const paragraphs = change(story.articles[0].text).split(/\n+/).filter(Boolean);
  const half = Math.floor(paragraphs.length / 2);
  const html = (list) => list.map((text) => `<p>${escape(text)}</p>`).join('\n');
  return `<article id="article">${html(paragraphs.slice(0, half))}
${widget('seed', 'first', `for="#article" ${more}`)}${html(paragraphs.slice(half))}</article>`;
}

// The words that a highlight marks, quote by quote in the order of the page.
const marked = (visit, name) => visit.page.evaluate((name) => [...CSS.highlights.get(name) ?? []]
  .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b)).map(String), name);
const linked = (visit) => visit.until(() => CSS.highlights.get('say-when-quote')?.size > 0);
const select = (visit, id) => visit.page.evaluate((id) => document.getElementById('first').select(id), id);
const bare = (text) => text.replace(/\s+/g, '');

// The words of a quote as they stand in the story's article.
const wordsOf = ({ span }) => bare([...story.articles[0].text].slice(...span).join(''));
// Where the middle of the first line of a quote is, brought to the middle of the window.
const placeOf = (visit, quote) => visit.page.evaluate((words) => {
  const range = [...CSS.highlights.get('say-when-quote')].find((each) => String(each).replace(/\s+/g, '') === words);
  range.startContainer.parentElement.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = range.getClientRects()[0];
  return { x: x + width / 2, y: y + height / 2 };
}, wordsOf(quote));

browserTest('every quote is marked in the article, where it stands', { body: articleOf() }, async (visit) => {
  await linked(visit);
  const found = (await marked(visit, 'say-when-quote')).map(bare).sort();
  assert.deepEqual(found, story.quotes.map(wordsOf).sort());
  assert.deepEqual(await marked(visit, 'say-when-chosen'), [], 'nobody chose yet');
});

browserTest('the chosen quote is marked more, and only that', { body: articleOf() }, async (visit) => {
  await linked(visit);
  for (const quote of [story.quotes[2], story.quotes[5]]) {
    await select(visit, quote.id);
    await visit.settled();
    assert.deepEqual((await marked(visit, 'say-when-chosen')).map(bare), [wordsOf(quote)]);
  }
});

for (const [which, quote] of [['a quote', story.quotes.at(-1)], ['a quote within a quote', story.quotes[2]]]) {
  browserTest(`a press on ${which} in the article chooses it, and the page stays where it is`,
              { body: articleOf() }, async (visit) => {
    await linked(visit);
    const { x, y } = await placeOf(visit, quote);
    await visit.page.mouse.click(x, y);
    await visit.until((id) => testing.events.some(({ type, detail }) =>
      type === 'say-when-select' && detail.quote === id), quote.id);
    await visit.settled();
    assert.deepEqual((await marked(visit, 'say-when-chosen')).map(bare), [wordsOf(quote)]);
    // Nor does the widget above it, whose height changes with what is chosen, move what is read.
    const after = await visit.page.evaluate(() => [...CSS.highlights.get('say-when-chosen')][0]
      .getClientRects()[0].toJSON());
    assert.ok(Math.abs(after.y + after.height / 2 - y) < 1, `${after.y} ${y}`);
  });
}

browserTest('a press on other words or on a link, and the end of a selection, choose nothing', {
  body: articleOf().replace('</article>', '<p id="other">Nobody said this.</p></article>'),
}, async (visit) => {
  await linked(visit);
  await visit.page.click('#other');
  const { x, y } = await placeOf(visit, story.quotes.at(-1));
  await visit.page.mouse.move(x, y);
  await visit.page.mouse.down();
  await visit.page.mouse.move(x + 60, y);
  await visit.page.mouse.up();
  await visit.page.evaluate(() => getSelection().removeAllRanges());
  await visit.page.evaluate(([x, y]) => {
    const link = Object.assign(document.createElement('a'), { href: '#nowhere' });
    const paragraph = document.elementFromPoint(x, y);
    link.append(...paragraph.childNodes);
    paragraph.append(link);
  }, [x, y]);
  await visit.page.mouse.click(x, y);
  await visit.until(() => location.hash === '#nowhere');
  await visit.settled();
  assert.deepEqual(await visit.events('say-when-select'), []);
});

browserTest('"Show in the article" brings the page, and its reader, to the quote', { body: articleOf() },
            async (visit) => {
  await linked(visit);
  const quote = story.quotes.at(-1);
  await select(visit, quote.id);
  await visit.settled();
  await visit.node('show-in-article', (element) => element.focus());
  await visit.press('Enter');
  await visit.until(() => {
    const [range] = CSS.highlights.get('say-when-chosen');
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  const at = await visit.page.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection();
    return anchorNode.data.slice(anchorOffset, anchorOffset + 60);
  });
  assert.ok(wordsOf(quote).startsWith(bare(at)), at);
});

browserTest('quotes are found in an edited article', {
  body: articleOf((text) => `A new first line.\n\n${text.replaceAll(' the ', ' The  ').replaceAll('“', '"')
    .replaceAll('”', '"').replaceAll('negotiations', 'negotiation')}`),
}, async (visit) => {
  await linked(visit);
  const found = await marked(visit, 'say-when-quote');
  assert.equal(found.length, story.quotes.length);
});

browserTest('an article that changes is read again', { body: articleOf() }, async (visit) => {
  await linked(visit);
  const [before] = await marked(visit, 'say-when-quote');
  await visit.page.evaluate(() => {
    const [range] = [...CSS.highlights.get('say-when-quote')]
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    const paragraph = range.startContainer.parentElement;
    paragraph.replaceWith(Object.assign(document.createElement('div'), { textContent: paragraph.textContent }));
  });
  await visit.until((words) => [...CSS.highlights.get('say-when-quote')]
    .some((range) => range.startContainer.parentElement?.localName === 'div' && String(range) === words), before);
});

browserTest('a widget that leaves takes its marks along', { body: articleOf() }, async (visit) => {
  await linked(visit);
  await select(visit, story.quotes[1].id);
  await visit.settled();
  await visit.page.evaluate(() => document.getElementById('first').remove());
  assert.deepEqual(await marked(visit, 'say-when-quote'), []);
  assert.deepEqual(await marked(visit, 'say-when-chosen'), []);
});

for (const [selector, reason] of [['#nothing', /the page has no #nothing/], ['##', /not a valid selector/]]) {
  browserTest(`for="${selector}" is told in the console, once, and harms nothing`, {
    body: widget('seed', 'first', `for="${selector}"`), noisy: true,
  }, async (visit) => {
    await visit.settled();
    assert.deepEqual(visit.errors, []);
    assert.equal(visit.messages.length, 1, JSON.stringify(visit.messages));
    assert.match(visit.messages[0].text, reason);
  });
}

browserTest('nothing of it is downloaded where no article is named', {}, async (visit) => {
  const asked = await visit.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(asked.filter((name) => name.includes('host_article')), []);
});
