// The quotes of a story file without the module: to be read while it is on its way, and where it does
// not come. What is not as docs/story-format.md has it is passed over; the module says what was wrong.

import { QuoteRecord } from './engine.js';
import { MOST_QUOTES } from './light_quotes.js';

export interface PlainStory {
  title: string;
  quotes: QuoteRecord[];
}

// Larger stories, in bytes, wait for the module: parsing them here would hold the page up.
export const LARGEST = 1 << 20;

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? value as Fields : {};
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value : []).map(fieldsOf);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const webAddress = (value: unknown): string => (/^https?:\/\//i.test(textOf(value)) ? textOf(value) : '');

// "13 February 2025" of a whole date; another EDTF stays as it is.
function whenOf(edtf: string, dates: Intl.DateTimeFormat): string {
  const date = new Date(/^\d{4}-\d\d-\d\d/.exec(edtf)?.[0] ?? '');
  return isNaN(+date) ? edtf : dates.format(date);
}

/** Undefined where this is no JSON object with quotes. `locale`: of the dates. */
export function plainStory(json: Uint8Array, locale: string): PlainStory | undefined {
  let story: Fields;
  try {
    story = fieldsOf(JSON.parse(new TextDecoder().decode(json)));
  } catch {
    return undefined;
  }
  const byId = (list: Fields[]) => new Map(list.map((each) => [textOf(each.id), each]));
  const [speakers, articles] = [byId(listOf(story.speakers)), byId(listOf(story.articles))];
  const ids = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const quotes: QuoteRecord[] = [];
  for (const quote of listOf(story.quotes).slice(0, MOST_QUOTES)) {
    const text = textOf(quote.text);
    const id = textOf(quote.id);
    if (!text || !id) continue;
    const article = articles.get(textOf(quote.article));
    const edtf = textOf(fieldsOf(quote.said).edtf);
    quotes.push({
      id,
      text: quote.type === 'indirect' || quote.type === 'mixed' ? text : `“${text}”`,
      language: textOf(article?.language) || textOf(story.language),
      cite: webAddress(quote.url) || webAddress(article?.url),
      speakers: ids(quote.speakers).map((speaker) => textOf(speakers.get(speaker)?.name)).filter(Boolean),
      ...(edtf ? { said: edtf, when: whenOf(edtf, dates) } : {}),
    });
  }
  return quotes.length > 0 ? { title: textOf(story.title), quotes } : undefined;
}
