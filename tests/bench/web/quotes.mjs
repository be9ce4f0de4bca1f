// The quotes that every tool of the comparison shows: the same for the same number, on any machine.
// 80 to 300 characters, 2010 to 2025, 2 to 200 speakers of whom few say much (Zipf), in words that are
// as frequent as those of a language are (Zipf), so that they compress as a language does.

const SEED = 20250213;
const SYLLABLES = ('a an ar ba be ca co da de di do e en er fa fo ga ge ha he i in is ka la le li lo ma me mi mo na ' +
  'ne ni no o on or pa per po ra re ri ro sa se si so sta ta te ti to tra u un us va ve vi wa we').split(' ');
const WORDS = 4000;
const [FIRST_DAY, LAST_DAY] = [Date.UTC(2010, 0, 1), Date.UTC(2025, 11, 31)];
const DAY = 86_400_000;

// Mulberry32: numbers from 0 to 1, reproducible.
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// Draws 0 … count - 1, the k-th as often as 1 / (k + 1).
function zipf(count, random) {
  const sums = [];
  for (let k = 0, sum = 0; k < count; ++k) sums.push(sum += 1 / (k + 1));
  return () => {
    const wanted = random() * sums[count - 1];
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** { speakers: [{ id, name }], quotes: [{ id, speaker, text, date: 'YYYY-MM-DD' }] }, in order of time. */
export function makeQuotes(count) {
  const random = randomFrom(SEED + count);
  const between = (least, most) => least + Math.floor(random() * (most - least + 1));
  const word = () => Array.from({ length: between(1, 4) }, () => SYLLABLES[between(0, SYLLABLES.length - 1)]).join('');
  const words = Array.from({ length: WORDS }, word);
  const pickWord = zipf(WORDS, random);
  const text = () => {
    const length = between(80, 300);
    let said = capital(words[pickWord()]);
    while (said.length < length - 1) said += (random() < 0.08 ? ', ' : ' ') + words[pickWord()];
    return `${said.slice(0, length - 1).trimEnd().replace(/,$/, '')}.`;
  };
  const speakers = Array.from({ length: Math.max(2, Math.min(200, Math.round(count / 6))) },
                              (_, i) => ({ id: `s${i + 1}`, name: `${capital(word())} ${capital(word())}` }));
  const pickSpeaker = zipf(speakers.length, random);
  const days = (LAST_DAY - FIRST_DAY) / DAY;
  const dates = Array.from({ length: count }, () => FIRST_DAY + between(0, days) * DAY).sort((a, b) => a - b);
  const quotes = dates.map((date, i) => ({
    id: `q${i + 1}`, speaker: speakers[pickSpeaker()], text: text(), date: new Date(date).toISOString().slice(0, 10),
  }));
  return { speakers, quotes };
}

/** The same as a story file (docs/story-format.md). */
export function storyOf({ speakers, quotes }) {
  return {
    version: 1,
    title: `${quotes.length} quotes`,
    language: 'en',
    articles: [{ id: 'a1', headline: 'Quotes', language: 'en', published: '2025-12-31' }],
    speakers: speakers.map(({ id, name }) => ({ id, name, kind: 'person' })),
    quotes: quotes.map(({ id, speaker, text, date }) => ({
      id, article: 'a1', type: 'direct', text, speakers: [speaker.id], said: { edtf: date, basis: 'stated' },
    })),
  };
}
