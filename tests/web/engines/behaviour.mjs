// What the widget does in every engine. tests/web/engine_*.browser.mjs run this table, each in its own.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserTest, differingPixels, isBlank, smallStory, storyOf, widget } from '../support.mjs';
import { textProblems, wordsTwice } from '../text_image.mjs';

const story = storyOf('seed');
const IDLE_MS = 3000;

// Whoever asks others for anything is stopped, and written down.
const ALONE = `<meta http-equiv="Content-Security-Policy"
  content="default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:">
<script>
  window.strangers = [];
  document.addEventListener('securitypolicyviolation', (event) => strangers.push(event.blockedURI));
</script>`;

const readable = () => [...document.querySelectorAll('#first [data-quote] blockquote')]
  .map((block) => block.textContent);
const visible = () => [...document.querySelectorAll('#first [data-quote] blockquote')]
  .filter((block) => block.checkVisibility() && block.getBoundingClientRect().height > 10).length;

// The part of a box that is in the window.
function clipOf({ x, y, width, height }, window) {
  const [left, top] = [Math.max(Math.ceil(x), 0), Math.max(Math.ceil(y), 0)];
  return { x: left, y: top, width: Math.floor(Math.min(x + width, window.width)) - left,
           height: Math.floor(Math.min(y + height, window.height)) - top };
}
const windowOf = (visit) => visit.tab.evaluate(() => ({ width: innerWidth, height: innerHeight }));
const drawn = async (visit, name) => visit.pixels(clipOf(await visit.box(name), await windowOf(visit)));

const selectedBy = async (visit, act) => {
  const before = (await visit.events('say-when-select')).length;
  const words = await visit.words();
  await act();
  await visit.wordsAfter(words);
  await visit.settled();
  const events = (await visit.events('say-when-select')).slice(before);
  assert.equal(events.length, 1);
  const { quote } = events[0].detail;
  assert.equal(await visit.node(`quote-${quote}`, (e) => e.getAttribute('aria-selected')), 'true');
  return quote;
};

const focusNode = (visit, name) => visit.node(name, (element) => element.focus());

const behaviours = {
  'the seed story becomes ready, is drawn, and asks nothing of others': [{ head: ALONE }, async (visit) => {
    assert.equal((await visit.events('say-when-ready')).length, 1);
    assert.equal(isBlank(await drawn(visit, 'timeline-slider')), false, 'nothing is drawn');
    assert.equal(isBlank(await drawn(visit, `quote-${story.quotes[0].id}`)), false, 'no list is drawn');
    assert.deepEqual(await visit.tab.evaluate(() => window.strangers), []);
    const asked = await visit.tab.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.equal(asked.filter((url) => url.endsWith('/saywhen.wasm')).length, 1, asked.join(' '));
    assert.deepEqual(asked.filter((url) => !/^data:/.test(url) && !url.startsWith(`${visit.address}/`)), []);
  }],

  'the quotes stand in the page, word for word': [{}, async (visit) => {
    const texts = await visit.tab.evaluate(readable);
    assert.equal(texts.length, story.quotes.length);
    story.quotes.forEach(({ text }, i) => assert.ok(texts[i].includes(text), texts[i]));
  }],

  'an arrow key in the list selects the next quote, and the page is told': [{}, async (visit) => {
    await visit.tabTo(/^quote-/);
    const order = await visit.listed();
    const at = order.indexOf((await visit.focus()).replace('quote-', ''));
    assert.equal(await selectedBy(visit, () => visit.press('ArrowDown')), order[at + 1]);
    assert.equal(await visit.focus(), `quote-${order[at + 1]}`);
    assert.equal(await selectedBy(visit, () => visit.press('ArrowDown')), order[at + 2]);
    assert.equal(await selectedBy(visit, () => visit.press('ArrowUp')), order[at + 1]);
  }],

  'a press of the pointer selects the quote that is under it': [{}, async (visit) => {
    const order = await visit.listed();
    await visit.bringIn(`quote-${order[1]}`);
    const before = await drawn(visit, `quote-${order[1]}`);
    const { x, y, width, height } = await visit.box(`quote-${order[1]}`);
    assert.equal(await selectedBy(visit, () => visit.tab.click(x + width / 2, y + height / 2)), order[1]);
    await visit.tab.move(2, 2);
    await visit.settled();
    assert.ok(differingPixels(before, await drawn(visit, `quote-${order[1]}`)) > 50, 'it looks as before');
  }],

  'typing in the search field narrows the list, and the tree says so': [{}, async (visit) => {
    await focusNode(visit, 'search');
    await visit.tab.type('permanent');
    const wanted = story.quotes.filter(({ text }) => /permanent/i.test(text)).map(({ id }) => id);
    await visit.until((count) => document.getElementById('first').shadowRoot
      .querySelectorAll('[data-node^="quote-"]').length === count, wanted.length);
    await visit.settled();
    assert.deepEqual((await visit.listed()).sort(), wanted.sort());
    assert.equal(await visit.node('search', (e) => e.value), 'permanent');
    await visit.until((count) => document.getElementById('first').shadowRoot
      .querySelector('[role=status]').textContent.includes(String(count)), wanted.length);
  }],

  'quotes of the article around it are marked there, and a press on one chooses it': [{
    body: `<article><p>He said: “${story.quotes[4].text}”</p>${widget('seed', 'first', 'for="article"')}</article>`,
  }, async (visit) => {
    await visit.until(() => document.getElementById('first').shadowRoot
      .querySelector('[data-node="show-in-article"]') && CSS.highlights.get('say-when-quote')?.size > 0);
    const place = await visit.tab.evaluate(() => {
      const { x, y, width, height } = [...CSS.highlights.get('say-when-quote')][0].getClientRects()[0];
      return { x: x + width / 2, y: y + height / 2 };
    });
    assert.equal(await selectedBy(visit, () => visit.tab.click(place.x, place.y)), story.quotes[4].id);
    assert.equal(await visit.tab.evaluate(() => String([...CSS.highlights.get('say-when-chosen')])), story.quotes[4].text);
  }],

  'asks for no frame in three idle seconds': [{}, async (visit) => {
    const before = await visit.frames();
    assert.ok(before > 0, 'frames are counted');
    // One of the few waits by the clock: it measures that nothing happens in this time.
    await sleep(IDLE_MS);
    assert.equal(await visit.frames() - before, 0);
  }],

  'an upright wheel over the widget moves the page': [{
    body: `${widget('seed')}<div style="height: 1500px">Below</div>`,
  }, async (visit) => {
    const { x, y } = await visit.box('timeline-slider');
    await visit.tab.evaluate(() => document.addEventListener('wheel', (event) => setTimeout(() => {
      testing.wheel = { prevented: event.defaultPrevented };
    })));
    await visit.tab.move(x + 100, y + 60);
    await visit.tab.wheel(0, 160);
    await visit.until(() => testing.wheel && scrollY >= 100);
    assert.equal((await visit.tab.evaluate(() => testing.wheel)).prevented, false);
  }],

  'words of other scripts are broken into lines and drawn, in a narrow place too': [{
    body: `<div style="width: 340px">${widget('scripts')}</div>`,
    files: { '/stories/scripts.json': smallStory([
      { text: 'Bu bizim için son derece önemli bir karardır ve İstanbul’da ışıkların altında alınmıştır.', language: 'tr' },
      { text: 'هذا قرار مهم للغاية بالنسبة لنا جميعا وقد اتخذناه بعد مشاورات طويلة مع الجميع', language: 'ar' },
      { text: '这是一个非常重要的决定，我们经过长时间的讨论之后才作出了这个决定，大家都同意。', language: 'zh' },
    ]) },
  }, async (visit) => {
    for (const id of ['q1', 'q2', 'q3']) {
      await visit.select(id);
      await visit.bringIn('words');
      const box = await visit.box('words');
      assert.ok(box.height >= 40, `${id} is not broken into lines: ${box.height}`);
      const last = { x: box.x, y: box.y + box.height - 24, width: box.width, height: 24 };
      assert.equal(isBlank(await visit.pixels(clipOf(last, await windowOf(visit)))), false, `${id} is not drawn`);
    }
    assert.ok(await visit.tab.evaluate(() => document.getElementById('first').getBoundingClientRect().width <= 340));
  }],

  'the chosen words are text that lies on what is drawn': [{
    body: widget('laid'),
    files: { '/stories/laid.json': smallStory([
      { text: 'A decision of this kind is never taken by one alone, nor in one evening; we shall see.' },
      { text: 'هذا قرار مهم للغاية بالنسبة لنا جميعا وقد اتخذناه بعد مشاورات طويلة مع الجميع', language: 'ar' },
    ]) },
  }, async (visit) => {
    for (const id of ['q1', 'q2']) {
      await visit.showWords(id);
      const [seen, text] = await wordsTwice(visit);
      // WebKit's canvas inks letters more than its pages do: what counts is where they stand.
      assert.deepEqual(textProblems(seen, text, { scale: 1, lineHeight: 30, most: 0.5 }), [], id);
    }
  }],

  'the words of a list and of an article are text that lies on what is drawn': [{
    body: widget('laid'),
    files: { '/stories/laid.json': smallStory([
      { text: 'The first, which is chosen.' },
      { text: 'A decision of this kind is never taken by one alone, nor in one evening; we shall see.' },
      { text: 'هذا قرار مهم للغاية بالنسبة لنا جميعا وقد اتخذناه بعد مشاورات طويلة مع الجميع', language: 'ar' },
    ], { articles: [{ id: 'a1', headline: 'A headline', language: 'en', published: '2025-02-13',
      text: 'It rained on the harbour all night, and in the morning the water stood in every street behind the quay.\n\n' +
        'قالت البلدية إن المياه ارتفعت أكثر مما كان متوقعا في كل الشوارع القريبة من الميناء' }] }) },
  }, async (visit) => {
    const problems = async (node, lineHeight) => {
      await visit.bringIn(node);
      return textProblems(...await wordsTwice(visit, node), { scale: 1, lineHeight, most: 0.5 });
    };
    for (const node of ['words-q2', 'words-q3']) assert.deepEqual(await problems(node, 22), [], node);
    await visit.tab.evaluate(() => document.getElementById('first').setView('article'));
    await visit.settled();
    for (const node of ['paragraph-0', 'paragraph-1']) assert.deepEqual(await problems(node, 26), [], node);
  }],

  'find-in-page finds a quote once, where it is drawn in the list': [{ body: widget('seed') }, async (visit) => {
    const listed = await visit.listed();
    const begin = ({ text }) => text.slice(0, 20);
    const { id, text } = story.quotes.find((quote) => quote.id !== listed[0] && listed.includes(quote.id) &&
      story.quotes.filter((other) => other.text.includes(begin(quote))).length === 1);
    const found = await visit.tab.evaluate((words) => {
      const lie = [];
      while (find(words)) lie.push(getSelection().getRangeAt(0).startContainer.parentElement.closest('[data-quote]')?.slot);
      return lie;
    }, begin({ text }));
    assert.deepEqual(found, [`words-${id}`]);
  }],

  'what find-in-page finds where words are cut off, the widget shows whole': [{
    body: widget('long'),
    files: { '/stories/long.json': smallStory([
      { text: 'The first, which is chosen.' },
      { text: `${'A decision of this kind is never taken by one alone. '.repeat(9)}The very last word.` },
    ]) },
  }, async (visit) => {
    assert.ok(await visit.tab.evaluate(() => find('very last word')));
    await visit.until(() => document.getElementById('first').shadowRoot
      .querySelector('[data-node=words]').textContent.includes('very last'));
    assert.equal(await visit.tab.evaluate(() => getSelection().toString()), 'very last word');
  }],

  'what find-in-page finds in a quote that is not shown, the widget goes to': [{
    body: `${widget('seed')}<div style="height: 3000px">Below</div>`,
  }, async (visit) => {
    const last = story.quotes.at(-2);
    assert.equal((await visit.listed()).includes(last.id), false, 'the list holds it');
    const words = last.text.slice(0, 30);
    assert.ok(await visit.tab.evaluate((words) => find(words), words), `${words} is found`);
    await visit.until((id) => document.querySelector(`#first [data-quote="${id}"]`).slot !== '', last.id);
    await visit.settled();
    assert.equal(await visit.tab.evaluate(() => getSelection().toString()), words);
    // The page may scroll smoothly.
    await visit.until(() => {
      const { top } = document.getElementById('first').shadowRoot
        .querySelector('[data-node=words]').getBoundingClientRect();
      return top >= 0 && top < innerHeight;
    });
  }],

  'all selected, every quote is there with its speaker and date': [{ body: widget('seed') }, async (visit) => {
    const text = await visit.tab.evaluate(() => {
      getSelection().selectAllChildren(document.getElementById('first'));
      return getSelection().toString();
    });
    for (const { text: words } of story.quotes) assert.ok(text.includes(words), words);
    assert.equal(text.match(/Mark Rutte, (13 February|February 13,) 2025/g)?.length, 9, text);
    assert.doesNotMatch(text, /Zoom|Filters|Copy link/, 'the controls are no text');
  }],

  'an article becomes a story, from text and from a page': [{ body: '<p>A page.</p>', ready: false }, async (visit) => {
    const stories = await visit.tab.evaluate(async () => {
      const { extract } = await import('/extract.js');
      const words = '“We will open it when it is safe,” said Ana Prado, the harbour master.';
      return Promise.all([extract({ text: words }), extract({ html: `<article><p>${words}</p></article>`, language: 'en' })]);
    });
    for (const { quotes, speakers } of stories) {
      assert.deepEqual(quotes.map(({ text }) => text), ['We will open it when it is safe']);
      assert.deepEqual(speakers.map(({ name }) => name), ['Ana Prado']);
    }
  }],

  'without WebGL all quotes are shown as HTML': [{ webgl: false, ready: false }, async (visit) => {
    await visit.untilState('html');
    assert.equal(await visit.tab.evaluate(visible), story.quotes.length);
    assert.equal(await visit.tab.evaluate(() =>
      document.getElementById('first').shadowRoot.querySelectorAll('canvas').length), 0);
    assert.deepEqual(visit.errors, []);
  }],
};

/** Runs all of it in one engine. */
export function testIn(engine) {
  for (const [name, [options, run]] of Object.entries(behaviours)) {
    browserTest(`${engine.name}: ${name}`, { ...options, engine }, run);
  }
}
