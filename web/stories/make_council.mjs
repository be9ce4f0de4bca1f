// Makes a story of the size of a newsroom's archive: ten years of an invented city's council, 300 articles.
// What is said stands in council_words.mjs; this puts it together, the same way every time.
// Usage: node web/stories/make_council.mjs OUT.json

import { writeFileSync } from 'node:fs';
import { additions, affiliations, authors, city, closers, events, openers, publishers, slots, spanish, speakers, tellings, topics, turns,
  unknowns } from './council_words.mjs';

const kArticles = 300;
const kDay = 86400000;
const kSeasons = { spring: 21, summer: 22, autumn: 23, winter: 24 };
const kMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December'];
// How words change when they are said again.
const kSlips = [[' will not ', ' won’t '], [' cannot ', ' can’t '], [', and ', ', but '], [' is ', ' was '], [' nobody ', ' no one ']];
const kPlaces = ['Town hall', 'Town hall', 'Market hall', 'Station Square', 'Hill Street', 'The Quays'];
const kWeekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Length in code points, which is what places count. */
const length = (text) => Array.from(text).length;
const upper = (text) => text[0].toUpperCase() + text.slice(1);
const isoDay = (time) => new Date(time).toISOString().slice(0, 10);
const summer = (time) => { const m = new Date(time).getUTCMonth(); return m > 2 && m < 10; };
const offset = (time) => (summer(time) ? '+02:00' : '+01:00');
const two = (n) => String(n).padStart(2, '0');

class Maker {
  constructor(seed) {
    this.state = seed;
    this.decks = new Map();
    this.used = new Map();
    this.people = new Map(speakers.map(([id, name, role, affiliation, kind, pronoun, against]) =>
      [id, { id, name, role, affiliation: affiliations[affiliation], kind, pronoun, last: name.split(' ').at(-1),
        against: new Set(against.split(' ')), puente: affiliation === 'puente' }]));
    this.events = events.map(([id, title, edtf, tags, place]) => ({ id, title, edtf, tags: tags.split(' ').filter(Boolean), place,
      // Where the dated ones begin; only those make news here.
      from: /^20\d\d-(0\d|1[0-2])/.test(edtf) ? Date.parse(edtf.slice(0, 7) + '-' + (edtf.match(/^.{8}(\d\d)/)?.[1] ?? '01')) :
        /^20\d\d/.test(edtf) ? Date.parse(`${edtf.slice(0, 4)}-05-01`) : undefined }));
    this.turns = turns.map((turn) => ({ ...turn, from: this.events.find((e) => e.id === turn.event).from, said: 0 }));
    this.articles = [];
    this.quotes = [];
  }

  /** From 0, below 1 (mulberry32). */
  random() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  chance(p) { return this.random() < p; }
  below(n) { return Math.floor(this.random() * n); }
  any(list) { return list[this.below(list.length)]; }

  shuffled(list) {
    const all = [...list];
    for (let i = all.length - 1; i > 0; --i) {
      const j = this.below(i + 1);
      [all[i], all[j]] = [all[j], all[i]];
    }
    return all;
  }

  /** How often words were used before. */
  before(words) {
    const used = this.used.get(words) ?? 0;
    this.used.set(words, used + 1);
    return used;
  }

  /** The next of a list, which comes round only when all of it was used: neighbours do not repeat. */
  next(list) {
    let deck = this.decks.get(list);
    if (!deck?.length) {
      const last = deck?.last;
      this.decks.set(list, (deck = this.shuffled(list)));
      if (deck.at(-1) === last) deck.reverse();
    }
    return (deck.last = deck.pop());
  }

  /** A time spoken of, in words and as EDTF, as seen from a day. */
  time(kind, day) {
    const year = new Date(day).getUTCFullYear();
    const before = year - 1 - this.below(5);
    const after = year + 1 + this.below(5);
    const season = this.any(Object.keys(kSeasons));
    const month = this.below(12);
    if (kind === 'old') {
      const decade = 1960 + 10 * this.below(2);
      return this.chance(0.7) ? [`in the ${decade}s`, `${decade / 10}X`] : [`around ${decade}`, `${decade}~`];
    }
    if (kind === 'years') {
      const to = before - this.below(3);
      const from = to - 2 - this.below(4);
      return this.chance(0.6) ? [`from ${from} to ${to}`, `${from}/${to}`] : [`between ${from} and ${to}`, `${from}/${to}`];
    }
    if (kind === 'since')
      return this.any([[`since ${before}`, `${before}/..`], [`since the ${season} of ${before}`, `${before}-${kSeasons[season]}/..`],
        [`since ${kMonths[month]} ${before}`, `${before}-${two(month + 1)}/..`]]);
    if (kind === 'future')
      return this.any([[`by ${after}`, `../${after}`], [`in ${after}`, `${after}`], [`in the ${season} of ${after}`, `${after}-${kSeasons[season]}`],
        [`before the end of ${after}`, `../${after}`], [`around ${after}`, `${after}~`], ...(year > 2020 ? [['in the 2030s', '203X']] : [])]);
    return this.any([[`in ${before}`, `${before}`], [`in the ${season} of ${before}`, `${before}-${kSeasons[season]}`],
      [`in ${kMonths[month]} ${before}`, `${before}-${two(month + 1)}`],
      [`on ${1 + month} ${kMonths[month]} ${before}`, `${before}-${two(month + 1)}-${two(1 + month)}`]]);
  }

  /** A template's words, the times in them (with offsets), and the speakers they name. */
  fill(template, { day, not = [] }) {
    const made = { text: '', times: [], named: [] };
    for (const part of template.split(/(\{\w+\})/)) {
      const slot = part.match(/^\{(\w+)\}$/)?.[1];
      let text = part;
      if (slot === 'who') {
        const who = this.next(this.persons ??= [...this.people.values()].filter((p) => p.kind === 'person'));
        if (!not.includes(who.id)) made.named.push(who.id);
        text = not.includes(who.id) ? 'the mayor’s office' : who.name;
      } else if (slot in slots) {
        text = this.next(slots[slot]);
      } else if (slot) {
        const [words, edtf] = this.time(slot, day);
        made.times.push({ edtf, text: words, at: length(made.text) });
        text = words;
      }
      made.text += text;
    }
    return made;
  }

  /** Filled templates one after the other, as sentences without the last full stop. */
  sentences(templates, context) {
    const whole = { text: '', times: [], named: [] };
    for (const template of templates) {
      if (whole.text !== '') whole.text += '. ';
      const made = this.fill(template, context);
      const shift = length(whole.text);
      whole.text += upper(made.text);
      whole.times.push(...made.times.map((t) => ({ ...t, text: t.at === 0 ? upper(t.text) : t.text, at: t.at + shift })));
      whole.named.push(...made.named);
    }
    return whole;
  }

  turnOf(person, topic) { return this.turns.find((t) => t.speaker === person.id && t.topic === topic); }

  isFor(person, topic, day) {
    const turn = this.turnOf(person, topic);
    return person.against.has(topic) === Boolean(turn && day > turn.from);
  }

  /** What somebody says of a topic on a day, in whole sentences. */
  speech(person, topic, day) {
    const context = { day, not: [person.id] };
    const turn = this.turnOf(person, topic);
    if (turn && day > turn.from && turn.said < turn.says.length) return this.sentences([turn.says[turn.said++]], context);
    const own = this.isFor(person, topic, day) ? topics[topic].pro : topics[topic].con;
    const said = [this.next(own)];
    // What was said before is said with other words around it, or everybody would quote everybody.
    const used = this.before(said[0]);
    if (this.chance(0.08)) said.push(this.next(own));
    if (used % 2 === 1 || used > 3 || this.chance(0.1)) said.push(this.next(closers));
    if (used > 1 || this.chance(0.1)) said.unshift(this.next(openers));
    return this.sentences(said, context);
  }

  clause(person, topic, day, kind) {
    const side = this.isFor(person, topic, day) ? 'pro' : 'con';
    const words = this.next(topics[topic][side + kind]);
    return this.fill(words + (this.before(words) > 0 ? this.next(additions) : ''), { day, not: [person.id] });
  }

  story() {
    const days = [];
    const begin = Date.parse('2014-01-06');
    const end = Date.parse('2024-12-20');
    const news = this.events.filter((e) => e.tags.length > 0);
    while (days.length < kArticles) {
      const event = this.chance(0.6) ? this.any(news) : undefined;
      const day = event ? event.from + kDay * (1 + Math.floor(120 * this.random() ** 2)) : begin + this.below((end - begin) / kDay) * kDay;
      if (day < end) days.push({ day, topic: event ? this.any(event.tags) : this.any(Object.keys(topics)) });
    }
    days.sort((a, b) => a.day - b.day);
    for (const { day, topic } of days) new Article(this, day, topic).write();
    const quotes = this.quotes.map(({ form, ...quote }) => quote);
    return {
      version: 1,
      title: 'Ten years of a city council (invented)',
      language: 'en',
      description: 'Everything here is made up: the city, the people, the parties, the papers and the words. The story exists to show and test Saywhen with an archive of 300 articles.',
      articles: this.articles,
      speakers: [...this.people.values()].map(({ id, name, role, affiliation, kind, last }) =>
        ({ id, name, role, affiliation, ...(kind === 'person' && { aliases: [last] }), kind })),
      quotes,
      events: this.events.map(({ id, title, edtf, place }) => ({ id, title, when: { edtf, basis: /[~?]/.test(edtf) ? 'inferred' : 'stated' }, place })),
    };
  }
}

class Article {
  constructor(maker, day, topic) {
    Object.assign(this, { maker, day, topic, text: '', own: [], met: new Set() });
    this.id = `a${String(maker.articles.length + 1).padStart(3, '0')}`;
  }

  /** Adds words and tells where they stand. */
  add(words) {
    const start = length(this.text);
    this.text += words;
    return [start, length(this.text)];
  }

  paragraph() { if (this.text !== '') this.text += '\n\n'; }

  /** Names a speaker: in full with the office the first time, then shortly. */
  name(person, again = false) {
    const { kind, name, role, affiliation, last, pronoun } = person;
    const first = !this.met.has(person.id);
    this.met.add(person.id);
    const the = kind === 'person' ? '' : kind === 'organisation' ? '' : 'the ';
    this.add(the);
    const words = again && kind === 'person' ? pronoun : first || kind !== 'person' ? name : last;
    const mention = { text: words, span: this.add(words) };
    if (first && kind === 'person') this.add(role.includes(affiliation) ? `, ${role}` : `, ${role} (${affiliation})`);
    return { mention, wide: first && kind === 'person' };
  }

  /** When it was said, and the words for it, which are added here. */
  said() {
    const { maker, day } = this;
    const roll = maker.random();
    if (roll < 0.3) {
      const then = day - kDay * maker.below(5);
      const words = `on ${kWeekdays[new Date(then).getUTCDay()]}`;
      this.add(' ');
      return { edtf: isoDay(then), basis: 'stated', text: words, span: this.add(words) };
    }
    if (roll < 0.36) {
      const clock = `${18 + maker.below(5)}:${two(5 * maker.below(12))}`;
      this.add(' ');
      return { edtf: `${isoDay(day)}T${clock}:00${offset(day)}`, basis: 'stated', text: `at ${clock}`, span: this.add(`at ${clock}`) };
    }
    if (roll < 0.46) return { edtf: `${isoDay(day - 2 * kDay)}~`, basis: 'inferred' };
    if (roll < 0.95) return { edtf: isoDay(day), basis: 'published' };
    return undefined;
  }

  /** Makes a quote of what was said and where it stands. */
  quote(type, text, span, speech, fields) {
    const { maker } = this;
    const start = Array.isArray(span[0]) ? span[0][0] : span[0];
    const gap = Array.isArray(span[0]) ? span[1][0] - span[0][1] - 1 : 0;
    const first = Array.isArray(span[0]) ? span[0][1] - start : Infinity;
    const about = speech.times.map(({ edtf, text: words, at }) => {
      const from = start + at + (at >= first ? gap : 0);
      return { edtf, basis: 'stated', text: words, span: [from, from + length(words)] };
    });
    const notes = [];
    if (fields.said?.edtf.endsWith('~')) notes.push('The article does not say when; about two days before it, as papers do.');
    let confidence = type === 'direct' ? undefined : maker.chance(0.5) ? 0.9 : undefined;
    if (maker.chance(0.03)) confidence = 0.75;
    if (maker.chance(0.012)) {
      confidence = 0.45;
      notes.push('Heard by one reporter, and denied later.');
    }
    const quote = {
      id: `c${String(maker.quotes.length + 1).padStart(4, '0')}`, article: this.id, type, text, span,
      ...fields,
      ...(about.length > 0 && { about }),
      ...(speech.named.length > 0 && { mentions: [...new Set(speech.named)] }),
      tags: [this.topic, ...(/ crowns/.test(text) && this.topic !== 'budget' ? ['budget'] : [])],
      ...((confidence ?? fields.confidence) !== undefined && { confidence: confidence ?? fields.confidence }),
      ...((notes.length > 0 || fields.note) && { note: [fields.note, ...notes].filter(Boolean).join(' ') }),
    };
    if (!quote.said) delete quote.said;
    maker.quotes.push(quote);
    this.own.push(quote);
    return quote;
  }

  /** One quote of a person, in one of the forms that papers have. */
  say(person, { again = false, prompt } = {}) {
    const { maker, topic, day } = this;
    const more = { speakers: [person.id], ...(prompt && { prompt }), ...(maker.chance(0.15) && { place: `${maker.any(kPlaces)}, ${city}` }) };
    const verb = again ? 'added' : prompt ? 'replied' : person.kind === 'document' ? 'noted' : maker.any(['said', 'said', 'said', 'argued', 'warned', 'insisted']);
    if (person.puente && spanish[topic] && maker.chance(0.6)) return this.inSpanish(person, more);
    const roll = again || prompt ? 0.3 * maker.random() : maker.random();
    if (roll > 0.72) return this.reported(person, roll > 0.86 ? 'indirect' : 'mixed', more);
    if (roll > 0.66) return this.told(person, more);
    const speech = maker.speech(person, topic, day);
    // Split where the first sentence has a comma, when that leaves some words on either side.
    const comma = speech.text.indexOf(', ');
    if (roll > 0.52 && comma > 14 && speech.text.length - comma > 20 && !speech.times.some((t) => t.at <= comma && comma < t.at + t.text.length)) {
      this.add('“');
      const one = this.add(speech.text.slice(0, comma + 1));
      this.add('” ');
      const cue = { text: verb, span: this.add(verb) };
      this.add(' ');
      const { mention } = this.name(person);
      const said = this.said();
      this.add(', “');
      const rest = `${speech.text.slice(comma + 2)}.`;
      const other = this.add(rest);
      this.add('”');
      return this.quote('direct', `${speech.text.slice(0, comma + 1)} ${rest}`, [one, other], speech, { ...more, mention, cue, said });
    }
    if (roll > 0.3) {
      const before = this.text === '' || this.text.endsWith('\n\n');
      const at = this.text.length;
      const { mention, wide } = this.name(person);
      // A sentence begins with a capital: “The Millbank Residents said”.
      if (before && this.text.slice(at, at + 4) === 'the ') this.text = `${this.text.slice(0, at)}T${this.text.slice(at + 1)}`;
      this.add(wide ? ', ' : ' ');
      const cue = { text: verb, span: this.add(verb) };
      const said = this.said();
      this.add(': “');
      const span = this.add(`${speech.text}.`);
      this.add('”');
      return this.quote('direct', `${speech.text}.`, span, speech, { ...more, mention, cue, said });
    }
    this.add('“');
    const span = this.add(speech.text);
    this.add('”, ');
    let mention;
    let cue;
    if (again) {
      ({ mention } = this.name(person, true));
      this.add(' ');
      cue = { text: verb, span: this.add(verb) };
    } else {
      cue = { text: verb, span: this.add(verb) };
      this.add(' ');
      ({ mention } = this.name(person));
    }
    const said = again ? this.own.at(-1)?.said && { edtf: this.own.at(-1).said.edtf, basis: this.own.at(-1).said.basis } : this.said();
    this.add('.');
    const quote = this.quote('direct', speech.text, span, speech, { ...more, mention, cue, said });
    quote.form = 'plain';
    return quote;
  }

  reported(person, type, more) {
    const speech = this.maker.clause(person, this.topic, this.day, type === 'mixed' ? 'Mixed' : 'Clauses');
    const finish = (mention, cue, said) => {
      const span = this.add(speech.text);
      this.add('.');
      return this.quote(type, speech.text, span, speech, { ...more, mention, cue, said });
    };
    if (this.maker.chance(0.25)) {
      const cue = { text: 'According to', span: this.add('According to') };
      this.add(' ');
      const { mention } = this.name(person);
      this.add(', ');
      return finish(mention, cue, { edtf: isoDay(this.day), basis: 'published' });
    }
    const at = this.text.length;
    const { mention, wide } = this.name(person);
    if (this.text.slice(at, at + 4) === 'the ') this.text = `${this.text.slice(0, at)}T${this.text.slice(at + 1)}`;
    this.add(wide ? ', ' : ' ');
    const verb = person.kind === 'document' ? 'noted' : this.maker.any(['said', 'argued', 'insisted', 'warned', 'wrote']);
    const cue = { text: verb, span: this.add(verb) };
    const said = this.said();
    this.add(' that ');
    return finish(mention, cue, said);
  }

  /** Somebody tells what somebody else said: a quote within a quote. */
  told(person, more) {
    const { maker, topic, day } = this;
    const other = maker.any([...maker.people.values()].filter((p) => p.kind === 'person' && p !== person));
    const own = maker.isFor(other, topic, day) ? topics[topic].pro : topics[topic].con;
    const inner = maker.sentences([maker.next(own)], { day, not: [other.id, person.id] });
    const [before, between, after] = maker.next(tellings).split(/\{who\}|\{inner\}/);
    const outer = `${before}${other.name}${between}${inner.text}${after}`;
    this.add('“');
    const start = length(this.text);
    const at = start + length(before);
    const innerAt = at + length(other.name) + length(between);
    const span = this.add(outer);
    this.add('”, ');
    const cue = { text: 'said', span: this.add('said') };
    this.add(' ');
    const { mention } = this.name(person);
    const said = this.said();
    this.add('.');
    const whole = this.quote('direct', outer, span, { times: [], named: [other.id] }, { ...more, mention, cue, said });
    const cueAt = innerAt - length('said ‘');
    return this.quote('direct', inner.text, [innerAt, innerAt + length(inner.text)], inner, {
      speakers: [other.id], within: whole.id,
      mention: { text: other.name, span: [at, at + length(other.name)] },
      cue: { text: 'said', span: [cueAt, cueAt + 4] },
    });
  }

  inSpanish(person, more) {
    const text = this.maker.next(spanish[this.topic]);
    this.add('“');
    const span = this.add(text);
    this.add('”, ');
    const cue = { text: 'said', span: this.add('said') };
    this.add(' ');
    const { mention, wide } = this.name(person);
    this.add(wide ? ', in Spanish' : ' in Spanish');
    const said = this.said();
    this.add('.');
    return this.quote('direct', text, span, { times: [], named: [] }, { ...more, language: 'es', mention, cue, said });
  }

  /** Two say the same thing in one letter. */
  together(one, other) {
    const speech = this.maker.speech(one, this.topic, this.day);
    this.met.add(one.id).add(other.id);
    const names = `${one.name} and ${other.name}`;
    const mention = { text: names, span: this.add(names) };
    this.add(' ');
    const cue = { text: 'wrote', span: this.add('wrote') };
    this.add(' together');
    const said = this.said();
    this.add(': “');
    const span = this.add(`${speech.text}.`);
    this.add('”');
    this.quote('direct', `${speech.text}.`, span, speech, { speakers: [one.id, other.id], mention, cue, said });
  }

  nobody() {
    const [who, verb, says] = this.maker.next(unknowns);
    const speech = this.maker.sentences([this.maker.next(says)], { day: this.day });
    this.add('“');
    const span = this.add(speech.text);
    this.add('”, ');
    const cue = { text: verb, span: this.add(verb) };
    this.add(' ');
    const mention = { text: who, span: this.add(who) };
    this.add('.');
    this.quote('direct', speech.text, span, speech, { speakers: [], mention, cue, said: { edtf: isoDay(this.day), basis: 'published' },
      confidence: 0.6, note: 'Nobody knows who said it.' });
  }

  /** What was said before, in the same words or nearly. */
  recall(old) {
    const { maker } = this;
    const person = maker.people.get(old.speakers[0]);
    const [from, to] = kSlips.find(([words]) => old.text.includes(words)) ?? ['', ''];
    const text = maker.chance(0.4) ? old.text.replace(from, to) : old.text;
    const then = new Date(Date.parse(old.said.edtf.slice(0, 10)));
    this.add('“');
    const span = this.add(text);
    this.add('”, ');
    const { mention, wide } = this.name(person);
    this.add(wide ? ', had ' : ' had ');
    const cue = { text: 'said', span: this.add('said') };
    this.add(' ');
    const words = `in ${kMonths[then.getUTCMonth()]} ${then.getUTCFullYear()}`;
    const said = { edtf: old.said.edtf.slice(0, 10), basis: 'stated', text: words, span: this.add(words) };
    this.add('.');
    const times = (old.about ?? []).map(({ edtf, text: what }) => ({ edtf, text: what, at: text.indexOf(what) })).filter((t) => t.at >= 0)
      .map((t) => ({ ...t, at: length(text.slice(0, t.at)) }));
    this.quote('direct', text, span, { times, named: old.mentions ?? [] }, { speakers: [person.id], mention, cue, said });
  }

  /** Who is asked: those whom the topic is about, and always somebody of either mind. */
  cast() {
    const { maker, topic, day } = this;
    const all = maker.shuffled([...maker.people.values()]).filter((p) => p.kind !== 'document' || (topic === 'flood' && day > Date.parse('2016-10-11')));
    const one = (side) => all.find((p) => maker.isFor(p, topic, day) === side);
    const turned = maker.turns.filter((t) => t.topic === topic && maker.chance(0.6)).map((t) => maker.people.get(t.speaker));
    const report = maker.people.get('inquiry');
    const cast = new Set([...turned, ...(all.includes(report) && maker.chance(0.3) ? [report] : []), one(true), one(false), ...all.slice(0, 1 + maker.below(4))]);
    return maker.shuffled(cast);
  }

  write() {
    const { maker, topic, day } = this;
    const { headlines, leads, ends, asks } = topics[topic];
    const plain = (list) => maker.sentences([maker.next(list)], { day }).text;
    const headline = plain(headlines);
    this.add(plain(leads));
    const cast = this.cast();
    const interview = maker.chance(0.1);
    if (interview) {
      const person = cast.find((p) => p.kind === 'person');
      for (const ask of maker.shuffled(asks)) {
        this.paragraph();
        this.add(ask);
        this.paragraph();
        this.say(person, { prompt: ask });
      }
    }
    for (const person of cast.slice(0, interview ? 2 : 9)) {
      this.paragraph();
      const prompt = !this.met.has(person.id) && maker.chance(0.07) ? maker.next(asks) : undefined;
      if (prompt) this.add(`A reader had asked: ${prompt} `);
      const before = this.own.length;
      this.say(person, { prompt });
      if (this.own.length === before + 1 && this.own.at(-1).form === 'plain' && maker.chance(0.55)) {
        this.add(' ');
        this.say(person, { again: true });
      }
    }
    if (maker.chance(0.05)) {
      const [one, other] = cast.filter((p) => p.kind === 'person' && maker.isFor(p, topic, day) === maker.isFor(cast[0], topic, day));
      if (other) { this.paragraph(); this.together(one, other); }
    }
    if (maker.chance(0.06)) { this.paragraph(); this.nobody(); }
    if (maker.chance(0.18)) {
      const old = maker.quotes.filter((q) => q.form === 'plain' && q.tags[0] === topic && q.article !== this.id && q.said && !q.said.edtf.endsWith('~'));
      if (old.length > 0) { this.paragraph(); this.recall(maker.any(old)); }
    }
    this.paragraph();
    this.add(plain(ends));
    for (const quote of this.own) quote.selector = this.selector(quote.span);

    const [publisher, site] = maker.next(publishers);
    const published = `${isoDay(day)}T${two(6 + maker.below(17))}:${two(maker.below(60))}:00${offset(day)}`;
    maker.articles.push({
      id: this.id,
      url: `https://example.org/council/${site}/${this.id}`,
      headline,
      language: 'en',
      publisher: { name: publisher, url: `https://example.org/council/${site}` },
      authors: maker.shuffled(authors).slice(0, maker.chance(0.2) ? 2 : 1).map((name) => ({ name })),
      published,
      ...(maker.chance(0.08) && { modified: `${isoDay(day + kDay)}T08:15:00Z` }),
      dateline: city,
      text: this.text,
    });
  }

  /** The words at a span with as much around them as makes them the only ones. */
  selector(span) {
    const all = (this.points ??= Array.from(this.text));
    const [start, end] = Array.isArray(span[0]) ? [span[0][0], span.at(-1)[1]] : span;
    const of = (from, to) => all.slice(Math.max(from, 0), to).join('');
    for (let around = 32; ; around += 16) {
      const passage = of(start - around, end + around);
      if (this.text.indexOf(passage) === this.text.lastIndexOf(passage))
        return { exact: of(start, end), prefix: of(start - around, start), suffix: of(end, end + around) };
    }
  }
}

export const makeCouncil = () => new Maker(20140106).story();

if (process.argv[1] === import.meta.filename) {
  if (!process.argv[2]) throw new Error('usage: node web/stories/make_council.mjs OUT.json');
  writeFileSync(process.argv[2], `${JSON.stringify(makeCouncil())}\n`);
}
