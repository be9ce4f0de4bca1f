// Checks what the stories say against themselves: every span against the article's text, every
// selector, every id, and what each file is there to show. The format as such is the JSON Schema's business.
//
// Conventions that the stories keep, beyond the format:
// - A direct quote's text and span leave out the quotation marks around it; a mixed one keeps those inside it.
// - A split quote's text is its parts joined by one space, in Chinese by nothing.
// - A split quote's selector holds the whole passage, from its first part to the end of its last.
// - A time's `text` and `span`, in `about`, lie inside the quote.

import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {makeCouncil} from '../../web/stories/make_council.mjs';

const kStories = new URL('../../web/stories/', import.meta.url);
const load = name => JSON.parse(readFileSync(new URL(name, kStories), 'utf8'));

const kQuoteTypes = ['direct', 'indirect', 'mixed'];
const kBases = ['stated', 'inferred', 'published'];
const kSpeakerKinds = ['person', 'organisation', 'group', 'document'];

const isPair = span => Array.isArray(span) && span.length === 2 && span.every(Number.isInteger);
/** A span, one [start, end) or a list of them, as a list. */
const parts = span => (isPair(span) ? [span] : span);
/** Code points, since offsets count those and not UTF-16 units. */
const codePoints = text => Array.from(text);
const languageOf = (story, quote) =>
  quote.language ?? story.articles.find(a => a.id === quote.article)?.language ?? story.language;

/** Everything wrong with a story's content, one line each; empty when all is well. */
function problems(story) {
  const found = [];
  const check = (holds, message) => holds || found.push(message);

  // Ids are unique over the whole file, so that a deep link needs no kind.
  const everything = [...story.articles, ...story.speakers, ...story.quotes, ...story.events];
  const ids = new Set();
  for (const {id} of everything) {
    check(typeof id === 'string' && id !== '', `an item without an id`);
    check(!ids.has(id), `${id}: used twice`);
    ids.add(id);
  }
  const texts = new Map(story.articles.map(a => [a.id, codePoints(a.text)]));
  const speakers = new Set(story.speakers.map(s => s.id));
  const quotes = new Map(story.quotes.map(q => [q.id, q]));

  for (const speaker of story.speakers)
    check(kSpeakerKinds.includes(speaker.kind), `${speaker.id}: kind ${speaker.kind}`);

  /** The text that a span covers, or undefined, reported, when it lies outside the article. */
  const covered = (where, article, span) => {
    const text = texts.get(article);
    const inside = text && Array.isArray(span) && parts(span).every(
      part => isPair(part) && part[0] >= 0 && part[0] < part[1] && part[1] <= text.length);
    check(inside, `${where}: span ${JSON.stringify(span)} is not in article ${article}`);
    return inside ? parts(span).map(([start, end]) => text.slice(start, end).join('')) : undefined;
  };
  const checkNamed = (where, article, named) => {
    if (!named || (named.text === undefined && named.span === undefined)) return;
    const text = covered(where, article, named.span);
    check(text?.length === 1 && text[0] === named.text, `${where}: “${named.text}” is not at its span`);
  };
  const contains = (outer, [start, end]) => parts(outer).some(([a, b]) => a <= start && end <= b);

  for (const quote of story.quotes) {
    const {id} = quote;
    check(kQuoteTypes.includes(quote.type), `${id}: type ${quote.type}`);
    check(texts.has(quote.article), `${id}: article ${quote.article} does not exist`);
    const text = covered(id, quote.article, quote.span);
    if (text) {
      const separator = languageOf(story, quote).startsWith('zh') ? '' : ' ';
      check(text.join(separator) === quote.text, `${id}: its text is not at its span`);
      const article = texts.get(quote.article);
      const [start, end] = [parts(quote.span)[0][0], parts(quote.span).at(-1)[1]];
      check(parts(quote.span).every((part, i, all) => i === 0 || all[i - 1][1] <= part[0]),
        `${id}: its parts are not in order`);
      const {exact, prefix = '', suffix = ''} = quote.selector ?? {};
      check(exact === article.slice(start, end).join(''), `${id}: the selector's exact text is another`);
      check(article.slice(0, start).join('').endsWith(prefix), `${id}: the selector's prefix is not before it`);
      check(article.slice(end).join('').startsWith(suffix), `${id}: the selector's suffix is not after it`);
      const passage = prefix + exact + suffix;
      const whole = article.join('');
      check(whole.indexOf(passage) === whole.lastIndexOf(passage), `${id}: the selector fits more than one place`);
      check(codePoints(prefix).length >= Math.min(32, start), `${id}: the selector's prefix is short`);
      check(codePoints(suffix).length >= Math.min(32, article.length - end), `${id}: the selector's suffix is short`);
    }
    checkNamed(`${id}.mention`, quote.article, quote.mention);
    checkNamed(`${id}.cue`, quote.article, quote.cue);
    checkNamed(`${id}.said`, quote.article, quote.said);
    if (quote.said) {
      check(typeof quote.said.edtf === 'string', `${id}.said: no time`);
      check(kBases.includes(quote.said.basis), `${id}.said: basis ${quote.said.basis}`);
    }
    for (const [i, about] of (quote.about ?? []).entries()) {
      check(typeof about.edtf === 'string', `${id}.about[${i}]: no time`);
      checkNamed(`${id}.about[${i}]`, quote.article, about);
      check(!about.span || contains(quote.span, about.span), `${id}.about[${i}]: not inside the quote`);
    }
    check(Array.isArray(quote.speakers), `${id}: no list of speakers`);
    for (const field of ['speakers', 'mentions', 'addressees'])
      for (const speaker of quote[field] ?? [])
        check(speakers.has(speaker), `${id}: ${field} names ${speaker}, who does not exist`);
    if (quote.within !== undefined) {
      const outer = quotes.get(quote.within);
      check(outer && outer !== quote && outer.article === quote.article, `${id}: within ${quote.within}`);
      check(outer && parts(quote.span).every(part => contains(outer.span, part)), `${id}: not inside ${quote.within}`);
    }
    check(quote.confidence === undefined || (quote.confidence >= 0 && quote.confidence <= 1), `${id}: confidence`);
  }
  for (const event of story.events) {
    check(typeof event.title === 'string' && event.title !== '', `${event.id}: no title`);
    check(typeof event.when?.edtf === 'string', `${event.id}: no time`);
    if (event.article !== undefined) covered(event.id, event.article, event.span);
  }
  return found;
}

/** Every string in a value, however deep. */
function* strings(value) {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) yield* strings(inner);
}
const countBy = (items, key) => {
  const counts = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};

const seed = load('seed.json');
const harbour = load('harbour.json');
const council = makeCouncil();
const stories = {seed, harbour, council};

for (const [name, story] of Object.entries(stories)) {
  test(`${name}: spans, selectors and ids hold`, () => assert.deepEqual(problems(story), []));

  test(`${name}: text is text, in NFC, without characters that cannot be seen`, () => {
    assert.equal(story.version, 1);
    for (const text of strings(story)) {
      assert.ok(text.trim() !== '');
      assert.equal(text, text.normalize('NFC'));
      assert.doesNotMatch(text, /<\/?[a-z]|&[a-z]+;/i);
      assert.doesNotMatch(text, /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/);
    }
    for (const quote of story.quotes) assert.equal(quote.text, quote.text.trim(), quote.id);
    for (const {text} of story.articles) {
      assert.equal(text, text.trim());
      assert.doesNotMatch(text, /\n{3}|(?<!\n)\n(?!\n)|\r/, 'paragraphs are separated by one empty line');
    }
  });

  test(`${name}: what is inferred or doubtful says why`, () => {
    for (const item of [...story.quotes, ...story.events]) {
      const doubtful = /[?~%]$/.test(item.said?.edtf ?? '') || (item.confidence ?? 1) < 0.5;
      if (doubtful) assert.ok(item.note, `${item.id} needs a note`);
    }
  });
}

// What each kind of damage must be found by; the paths are those of the seed story.
const kDamage = [
  ['a quote moved by one', s => { s.quotes[0].span = s.quotes[0].span.map(n => n + 1); }, /q1: its text is not at its span/],
  ['a word changed in a quote', s => { s.quotes[1].text = s.quotes[1].text.replace('First', 'Last'); }, /q2: its text/],
  ['a word changed in the article', s => { s.articles[0].text = s.articles[0].text.replace('Crimea', 'Krimea'); }, /q7: its text/],
  ['a character inserted above all', s => { s.articles[0].text = `🙂${s.articles[0].text}`; }, /q11: its text/],
  ['a mention moved', s => { s.quotes[2].mention.span[0] -= 1; }, /q3\.mention/],
  ['a cue changed', s => { s.quotes[0].cue.text = 'denied'; }, /q1\.cue/],
  ['a time of speaking changed', s => { s.quotes[2].said.text = 'today'; }, /q3\.said/],
  ['a time spoken of changed', s => { s.quotes[5].about[0].text = 'from 2011'; }, /q6\.about\[0\]/],
  ['a time spoken of outside its quote', s => { s.quotes[0].about = [s.quotes[5].about[0]]; }, /q1\.about\[0\]: not inside/],
  ['a selector changed', s => { s.quotes[0].selector.exact = 'There'; }, /q1: the selector's exact/],
  ['a prefix changed', s => { s.quotes[0].selector.prefix = 'x'.repeat(32); }, /q1: the selector's prefix/],
  ['a suffix changed', s => { s.quotes[0].selector.suffix = 'x'.repeat(32); }, /q1: the selector's suffix/],
  ['a span past the end', s => { s.events[0].span = [0, 1e6]; }, /e1: span/],
  ['an unknown speaker', s => { s.quotes[0].speakers = ['nobody']; }, /q1: speakers names nobody/],
  ['an unknown mention', s => { s.quotes[0].mentions = ['nobody']; }, /q1: mentions names nobody/],
  ['an unknown article', s => { s.quotes[0].article = 'a9'; }, /q1: article a9/],
  ['an unknown outer quote', s => { s.quotes[2].within = 'q99'; }, /q3: within q99/],
  ['the wrong outer quote', s => { s.quotes[2].within = 'q1'; }, /q3: not inside q1/],
  ['an id used twice', s => { s.quotes[1].id = 'q1'; }, /q1: used twice/],
];
for (const [name, damage, expected] of kDamage) {
  test(`a broken copy is found out: ${name}`, () => {
    const copy = structuredClone(seed);
    damage(copy);
    assert.match(problems(copy).join('\n'), expected);
  });
}

test('seed: seven direct quotes and four reported ones, by the right people', () => {
  assert.deepEqual(countBy(seed.quotes, q => `${q.type} ${q.speakers}`), {
    'direct rutte': 7,
    'indirect rutte': 2,
    'indirect hegseth': 1,
    'indirect trump': 1,
  });
  const hegseth = seed.quotes.find(q => q.speakers.includes('hegseth'));
  assert.match(seed.quotes.find(q => q.id === hegseth.within).text, /^First and foremost/);
  assert.equal(seed.quotes.filter(q => q.prompt).length, 4);
});

test('seed: every passage in quotation marks is a quote, but for the headings in capitals', () => {
  const quoted = [...seed.articles[0].text.matchAll(/“([^”]*)”/g)].map(match => match[1]);
  const isHeading = text => text === text.toUpperCase();
  assert.deepEqual(quoted.filter(text => !isHeading(text)), seed.quotes.filter(q => q.type === 'direct').map(q => q.text));
  assert.equal(quoted.filter(isHeading).length, 5);
});

test('seed: none of the page’s furniture is left, and nothing of the article is lost', () => {
  const {text, headline} = seed.articles[0];
  for (const furniture of ['#', 'Dünya', 'Discord', 'Leave a comment', 'E-posta', 'Gerekli', 'NATO Secretary General Rutte: No promise'])
    assert.ok(!text.includes(furniture), furniture);
  assert.equal(headline, 'NATO Secretary General Rutte: No promise of NATO membership to Ukraine in peace agreement');
  assert.equal(text.split('\n\n').length, 13);
  assert.doesNotMatch(text, /["']/, 'quotation marks and apostrophes are the article’s curly ones');
});

test('seed: the article gives no date, so no time of speaking is said to be stated', () => {
  for (const field of ['published', 'modified', 'url', 'publisher', 'authors', 'dateline'])
    assert.equal(seed.articles[0][field], undefined, field);
  for (const quote of seed.quotes) {
    assert.equal(quote.said.basis, 'inferred');
    assert.ok(quote.note, `${quote.id} says how its day is known`);
  }
  assert.deepEqual(countBy(seed.quotes, q => q.said.edtf), {'2025-02-13': 9, '2025-02-12': 1, '2025-02-12~': 1});
  assert.deepEqual(seed.events.map(e => e.when.edtf),
    ['2010/2014', '2014', '2014-09/2015-02', '2024-07-09/2024-07-11', '2025-02-13']);
});

test('harbour: three articles and sixty quotes in four languages', () => {
  assert.deepEqual(harbour.articles.map(a => a.language), ['tr', 'ar', 'zh']);
  assert.deepEqual(countBy(harbour.quotes, q => languageOf(harbour, q).split('-')[0]), {tr: 15, en: 15, ar: 15, zh: 15});
  assert.match(harbour.title, /invented/);
  assert.match(harbour.description, /made up/);
});

test('harbour: each language is in its own script, with its own marks', () => {
  const script = {tr: /[İıŞşĞğÇçÖöÜü]/, ar: /\p{Script=Arabic}/u, zh: /\p{Script=Han}/u, en: /[A-Za-z]/};
  for (const quote of harbour.quotes) {
    const language = languageOf(harbour, quote).split('-')[0];
    assert.match(quote.text, script[language], quote.id);
    if (language === 'ar' || language === 'zh') assert.doesNotMatch(quote.text, /[A-Za-z,;?]/, quote.id);
  }
  const of = language => harbour.quotes.filter(q => languageOf(harbour, q) === language).map(q => q.text).join(' ');
  for (const letter of 'İışşğ') assert.ok(harbour.articles[0].text.includes(letter), letter);
  for (const mark of '،؛') assert.ok(of('ar').includes(mark), mark);
  for (const emoji of ['🙂', '⛴️', '👨\u200d👩\u200d👧\u200d👦']) assert.ok(of('en').includes(emoji), emoji);
});

test('harbour: every kind of quote, speaker and confidence', () => {
  const {quotes} = harbour;
  for (const type of kQuoteTypes) assert.ok(quotes.filter(q => q.type === type).length >= 5, type);
  for (const basis of kBases) assert.ok(quotes.filter(q => q.said?.basis === basis).length >= 5, basis);
  const speaking = new Set(quotes.flatMap(q => q.speakers));
  assert.deepEqual(harbour.speakers.map(s => s.id).filter(id => !speaking.has(id)), []);
  assert.ok(speaking.size >= 12);
  for (const kind of kSpeakerKinds) assert.ok(harbour.speakers.filter(s => s.kind === kind).length >= 2, kind);
  assert.ok(quotes.filter(q => !isPair(q.span)).length >= 4, 'split');
  assert.ok(quotes.filter(q => q.speakers.length > 1).length >= 3, 'several speakers');
  assert.ok(quotes.filter(q => q.speakers.length === 0).length >= 3, 'unknown speaker');
  assert.ok(quotes.filter(q => q.within).length >= 3, 'nested');
  assert.ok(quotes.filter(q => (q.about ?? []).length > 1).length >= 3, 'about several times');
  assert.ok(quotes.some(q => !q.said), 'no time of speaking');
  assert.equal(Math.min(...quotes.map(q => q.confidence)), 0.35);
  assert.equal(Math.max(...quotes.map(q => q.confidence)), 1);
  const words = quotes.filter(q => !languageOf(harbour, q).startsWith('zh')).map(q => q.text.split(' ').length);
  assert.ok(Math.min(...words) === 4 && Math.max(...words) >= 70 && Math.max(...words) <= 80, `${Math.min(...words)} to ${Math.max(...words)} words`);
});

const kTimes = {
  'date and time, offset from UTC': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00$/,
  'date and time, another offset': /T\d\d:\d\d:\d\d\+08:00$/,
  'date and time, UTC': /T\d\d:\d\d:\d\dZ$/,
  'date and time, local': /T\d\d:\d\d:\d\d$/,
  'day': /^\d{4}-\d\d-\d\d$/,
  'month': /^\d{4}-(0[1-9]|1[0-2])$/,
  'year': /^\d{4}$/,
  'season': /^\d{4}-2[1-4]$/,
  'approximate': /~$/,
  'uncertain': /\?$/,
  'approximate and uncertain': /%$/,
  'open start': /^\.\.\/\d/,
  'open end': /\d\/\.\.$/,
  'unknown start': /^\/\d/,
  'unspecified year of a decade': /^\d{3}X$/,
  'unspecified year of a century': /^\d\dXX$/,
  'unspecified day': /^\d{4}-\d\d-XX$/,
  'year before year 0': /^-\d{4}$/,
  'long year': /^Y-?\d{5,}$/,
  'interval': /^\d[\d-]*\/\d[\d-]*$/,
};
for (const [name, form] of Object.entries(kTimes)) {
  test(`harbour: a time of the form: ${name}`, () => {
    const times = [...harbour.quotes.flatMap(q => [q.said, ...(q.about ?? [])]), ...harbour.events.map(e => e.when)]
      .filter(Boolean).map(time => time.edtf);
    assert.ok(times.some(time => form.test(time)));
    for (const time of times) assert.ok(Object.values(kTimes).some(f => f.test(time)), `${time} has none of the forms`);
  });
}

test('harbour: articles are published with their own offsets, events have pictures', () => {
  assert.deepEqual(harbour.articles.map(a => a.published.slice(-6)), ['+03:00', '+03:00', '+08:00']);
  assert.ok(harbour.articles.some(a => a.modified?.endsWith('Z')));
  const media = harbour.events.map(e => e.media).filter(Boolean);
  assert.ok(media.length >= 3);
  for (const picture of media) for (const field of ['url', 'alt', 'caption', 'credit']) assert.ok(picture[field], field);
});

test('council: three hundred articles of ten years, the same ones every time', () => {
  assert.deepEqual(makeCouncil(), council);
  assert.equal(council.articles.length, 300);
  assert.ok(council.quotes.length >= 1200 && council.quotes.length <= 1600, `${council.quotes.length} quotes`);
  const published = council.articles.map(a => a.published);
  assert.deepEqual(published.map(time => Date.parse(time.slice(0, 10))), published.map(time => Date.parse(time.slice(0, 10))).sort((a, b) => a - b));
  assert.match(published[0], /^2014-/);
  assert.match(published.at(-1), /^2024-/);
  for (const time of published) assert.match(time, /\+0[12]:00$/);
  assert.match(council.title, /invented/);
  assert.match(council.description, /made up/);
});

test('council: everything that an archive has', () => {
  const {quotes} = council;
  const speaking = new Set(quotes.flatMap(q => q.speakers));
  assert.deepEqual(council.speakers.map(s => s.id).filter(id => !speaking.has(id)), []);
  assert.ok(new Set(council.speakers.map(s => s.affiliation)).size >= 10);
  assert.equal(new Set(quotes.flatMap(q => q.tags)).size, 12);
  for (const type of kQuoteTypes) assert.ok(quotes.filter(q => q.type === type).length >= 80, type);
  for (const basis of kBases) assert.ok(quotes.filter(q => q.said?.basis === basis).length >= 80, basis);
  const several = {
    'about a time': q => q.about, 'an answer': q => q.prompt, 'of somebody': q => q.mentions, 'at a place': q => q.place,
    'split': q => !isPair(q.span), 'nested': q => q.within, 'in doubt': q => q.confidence < 1,
  };
  for (const [name, is] of Object.entries(several)) assert.ok(quotes.filter(is).length >= 30, name);
  const few = {'two speakers': q => q.speakers.length > 1, 'no speaker': q => q.speakers.length === 0, 'in Spanish': q => q.language === 'es'};
  for (const [name, is] of Object.entries(few)) assert.ok(quotes.filter(is).length >= 5, name);
});

test('council: neighbours do not repeat each other, and some quotes come again', () => {
  const {quotes} = council;
  for (const [i, quote] of quotes.entries())
    for (const next of quotes.slice(i + 1, i + 5)) assert.notEqual(quote.text, next.text, `${quote.id} and ${next.id}`);
  const said = new Map();
  for (const {text, speakers, article} of quotes) said.set(`${speakers} ${text}`, (said.get(`${speakers} ${text}`) ?? new Set()).add(article));
  assert.ok([...said.values()].filter(articles => articles.size > 1).length >= 10);
});

test('links go only where they may', () => {
  const hosts = story => new Set([...strings(story)].flatMap(text => text.match(/[a-z]+:\/\/[^\s"]+/g) ?? []).map(url => {
    assert.match(url, /^https:\/\//);
    return new URL(url).host;
  }));
  assert.deepEqual([...hosts(harbour)], ['example.org']);
  assert.deepEqual([...hosts(seed)], ['www.wikidata.org']);
  assert.deepEqual([...hosts(council)], ['example.org']);
});
