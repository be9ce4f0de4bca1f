// The list of what was found: each quote, why, and what can be mended of it.

import { Edit, Entry } from './edits.js';
import { edtfInWords } from './edtf_words.js';
import type { Quote, Speaker, Story, StoryTime } from './extract.js';

const PAGE = 50;
const COLORS = 8;
const LOW = 0.7; // as in the widget, whose marks are dashed below it

const TYPES = { direct: 'Direct', mixed: 'Partly quoted', indirect: 'Reported' } as const;

/** What the list asks of the page. */
export interface Wishes {
  mend(key: string, edit: Edit): void;
  choose(quoteId: string): void;
  findInText(quote: Quote): void;
}

type Child = Node | string | undefined | false;

function make<K extends keyof HTMLElementTagNameMap>(
  name: K, className = '', ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

const percent = (probability: number | undefined): string => `${Math.round(100 * (probability ?? 0))}%`;

// At most two letters.
const initials = (name: string): string => name.split(/\s+/).map((word) => Array.from(word)[0] ?? '')
  .filter((letter) => /\p{L}|\p{N}/u.test(letter)).filter((_, i, all) => i === 0 || i === all.length - 1)
  .join('').toLocaleUpperCase();

function button(text: string, name: string, press: () => void): HTMLButtonElement {
  const made = make('button', '', text);
  made.type = 'button';
  made.name = name;
  made.addEventListener('click', press);
  return made;
}

function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}

// How a rule of the engine is told to people.
function howFound({ found, cue }: Quote): string {
  const word = cue?.text ? ` “${cue.text}”` : '';
  const away = found?.distance ? `, ${found.distance} ${found.distance === 1 ? 'word' : 'words'} away` : '';
  switch (found?.rule) {
    case 'cue': return `Found by${word || ' a word of saying'}${away}.`;
    case 'quotation near cue': return `Found by its quotation marks, and${word || ' a word of saying'} beside them.`;
    case 'quotation within': return 'Found by its quotation marks, inside other words that are said.';
    case 'quotation goes on': return 'Found by its quotation marks: it goes on from the quote before.';
    case 'signature': return 'Found by its quotation marks, and the name below it.';
    case 'answer': return 'Found as an answer, behind its speaker’s name.';
    default: return found ? `Found by the rule “${found.rule}”${word && ` and${word}`}.` : 'The story does not say how it was found.';
  }
}

export class FoundList {
  private entries: Entry[] = [];
  private speakers = new Map<string, Speaker>();
  private colors = new Map<string, number>();
  private shown = PAGE;
  private chosen = '';
  private language = '';
  // By their keys, with what they show: what stays the same keeps its element, focus and all.
  private items = new Map<string, { element: HTMLLIElement; shows: string }>();

  constructor(private readonly list: HTMLOListElement, private readonly more: HTMLButtonElement,
              private readonly wishes: Wishes) {
    more.addEventListener('click', () => {
      const first = this.shown;
      this.shown += PAGE;
      this.draw();
      this.list.children[first]?.querySelector('summary')?.focus();
    });
  }

  /** `entries` as found, and the story as mended. */
  show(entries: Entry[], { quotes: mended, speakers, language = '' }: Story): void {
    this.language = language;
    const now = new Map(mended.map((quote) => [quote.id, quote]));
    this.entries = entries.map((entry) => ({ ...entry, quote: now.get(entry.quote.id) ?? entry.quote }));
    this.speakers = new Map(speakers.map((each) => [each.id, each]));
    this.colors.clear();
    for (const { speakers: ids = [] } of mended) {
      for (const id of ids) if (!this.colors.has(id)) this.colors.set(id, this.colors.size % COLORS);
    }
    this.draw();
  }

  /** From another article: from the top. */
  reset(): void {
    this.shown = PAGE;
    this.chosen = '';
  }

  choose(quoteId: string): void {
    this.chosen = quoteId;
    for (const item of this.list.children) {
      item.classList.toggle('chosen', (item as HTMLElement).dataset['id'] === quoteId && quoteId !== '');
    }
  }

  private draw(): void {
    const focused = this.list.contains(document.activeElement) ? document.activeElement as HTMLElement : undefined;
    const place = focused && { key: focused.closest('li')?.dataset['key'], name: focused.getAttribute('name') };
    const kept = new Map<string, { element: HTMLLIElement; shows: string }>();
    const elements = this.entries.slice(0, this.shown).map((entry) => {
      const speakers = (entry.quote.speakers ?? []).map((id) => [this.speakers.get(id), this.colors.get(id)]);
      const shows = JSON.stringify([entry, speakers, this.language]);
      const before = this.items.get(entry.key);
      const item = before?.shows === shows ? before : { element: this.item(entry), shows };
      const open = before?.element.querySelector('details')?.open;
      const details = item.element.querySelector('details');
      if (open && details) details.open = true;
      kept.set(entry.key, item);
      return item.element;
    });
    this.items = kept;
    if (elements.some((element, i) => this.list.children[i] !== element) ||
        this.list.children.length !== elements.length) {
      this.list.replaceChildren(...elements);
    }
    this.choose(this.chosen);
    const rest = this.entries.length - this.shown;
    this.more.hidden = rest <= 0;
    this.more.textContent = `Show ${Math.min(rest, PAGE)} more of ${this.entries.length}`;
    if (place?.key && document.activeElement !== focused) this.focus(place.key, place.name);
  }

  private focus(key: string, name: string | null): void {
    const item = this.items.get(key)?.element;
    const same = name && item?.querySelector<HTMLElement>(`[name="${name}"]`);
    (same || item?.querySelector<HTMLElement>('button, summary'))?.focus();
  }

  private item(entry: Entry): HTMLLIElement {
    const item = entry.edit.deleted ? this.deleted(entry) : this.quote(entry);
    item.dataset['key'] = entry.key;
    item.dataset['id'] = entry.quote.id;
    return item;
  }

  private deleted({ key, quote }: Entry): HTMLLIElement {
    return make('li', 'gone', make('span', '', `Deleted: “${shorten(quote.text, 60)}”`),
                button('Put back', 'undo', () => this.wishes.mend(key, { deleted: false })));
  }

  private quote(entry: Entry): HTMLLIElement {
    const { quote, edit } = entry;
    const names = (quote.speakers ?? []).map((id) => this.speakers.get(id)).filter((each) => each !== undefined);
    const name = names.map((each) => each.name).join(', ') || 'Nobody who is named';
    const first = quote.speakers?.[0];
    const color = first === undefined ? undefined : this.colors.get(first);
    const low = (quote.confidence ?? 1) < LOW;
    const sure = edit.speaker !== undefined ? 'mended' : `${percent(quote.confidence ?? 1)} sure`;
    const role = [names[0]?.role, names[0]?.affiliation].filter(Boolean).join(', ');
    const type = TYPES[quote.type ?? 'direct'];

    const disc = make('span', 'disc', initials(names[0]?.name ?? '') || '?');
    disc.ariaHidden = 'true';
    // The marks are the language's own.
    const marked = (quote.type ?? 'direct') === 'direct' && !/^["“”„«»‹「『]/.test(quote.text);
    const words = make('blockquote', '', marked ? make('span', 'marked', quote.text) : quote.text);
    words.dir = 'auto';
    words.lang = quote.language ?? this.language;
    const caption = make('figcaption', '', disc, make('bdi', 'name', name), make('span', 'sure', sure),
                         make('span', 'role', [type, role].filter(Boolean).join(' · ')));
    const prompt = quote.prompt ? make('p', 'prompt', quote.prompt) : undefined;
    if (prompt) prompt.dir = 'auto';
    const details = make('details', '', make('summary', '', 'Why, and correct'), this.why(entry, name));
    details.firstElementChild!.ariaLabel = `Why, and correct: ${name}, ${shorten(quote.text, 40)}`;
    const item = make('li', low ? 'unsure' : '', make('figure', '', caption, prompt, words), timesOf(quote), details);
    if (color !== undefined) item.dataset['color'] = String(color);
    return item;
  }

  private why({ key, quote, edit }: Entry, name: string): HTMLElement {
    const { found } = quote;
    const chances = make('dl');
    const chance = (what: string, probability: number | undefined) => {
      if (probability !== undefined) chances.append(make('dt', '', what), make('dd', '', percent(probability)));
    };
    if (quote.cue?.text) chance('That something is said here', found?.cue);
    chance('That it is these words', found?.content);
    if (quote.mention?.text) chance(`That “${quote.mention.text}” says it`, found?.source);
    chance(`That this is ${name}`, found?.speaker);

    const others = make('div', 'others', 'Or said by');
    for (const { mention, probability } of found?.alternatives ?? []) {
      others.append(button(`${shorten(mention, 40)} · ${percent(probability)}`, `or ${mention}`,
                           () => this.wishes.mend(key, { speaker: mention })));
    }

    const speaker = make('input');
    speaker.name = 'speaker';
    speaker.value = edit.speaker ?? (quote.speakers?.length ? name : '');
    speaker.placeholder = 'Nobody who is named';
    speaker.autocomplete = 'off';
    speaker.setAttribute('list', 'speakers');
    speaker.addEventListener('change', () => this.wishes.mend(key, { speaker: speaker.value.trim() }));

    const type = make('select');
    type.name = 'type';
    for (const [value, text] of Object.entries(TYPES)) type.add(new Option(text, value));
    type.value = quote.type ?? 'direct';
    type.addEventListener('change', () => this.wishes.mend(key, { type: type.value as keyof typeof TYPES }));

    const mend = make('div', 'mend',
      make('label', 'field wide', 'Speaker', speaker), make('label', 'field', 'How it is told', type),
      button('Delete', 'delete', () => this.wishes.mend(key, { deleted: true })));
    const go = make('div', 'others',
      button('Show in the story', 'choose', () => this.wishes.choose(quote.id)),
      button('Find in the text', 'find', () => this.wishes.findInText(quote)));
    return make('div', 'why', make('p', '', howFound(quote)), chances,
                others.childElementCount > 0 && others, mend, go);
  }
}

function timesOf({ said, about = [] }: Quote): HTMLElement | undefined {
  if (!said?.edtf && about.length === 0) return undefined;
  const inWords = (time: StoryTime, given: string) =>
    `${edtfInWords(time.edtf)}${time.text ? `, “${time.text}”` : given}`;
  const given = { published: ', when it was published', inferred: ', inferred', stated: '' };
  const parts = said?.edtf ? [make('span', '', `Said ${inWords(said, given[said.basis ?? 'stated'])}`)] : [];
  about.forEach((time, i) => parts.push(make('span', '', i === 0 && (parts.length ? 'about ' : 'About '),
                                              make('span', 'about', inWords(time, '')))));
  return make('p', 'times', ...parts);
}
