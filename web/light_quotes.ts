// The quotes as plain HTML inside the element: what search engines, readers without scripts,
// find-in-page, copying and printing use. Written by the page's server, or else built here.

import { QuoteRecord } from './engine.js';

// What <time datetime> may hold: years, months, days and moments, a part of what EDTF can say.
const HTML_DATE = /^(?!0000)\d{4}(-(0\d|1[0-2])(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

function make<K extends keyof HTMLElementTagNameMap>(
  name: K, text = '', language = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (language) element.lang = language;
  return element;
}

function makeFigure(quote: QuoteRecord): HTMLElement {
  const figure = make('figure');
  figure.dataset.quote = quote.id;
  const block = make('blockquote', quote.text, quote.language);
  block.dir = 'auto';
  if (quote.cite) block.cite = quote.cite;
  const caption = make('figcaption');
  quote.speakers.forEach((name, i) => {
    if (i > 0) caption.append(', ');
    caption.append(make('bdi', name));
  });
  if (quote.when) {
    const time = make('time', quote.when);
    if (quote.said && HTML_DATE.test(quote.said)) time.dateTime = quote.said;
    caption.append(', ', time);
  }
  figure.append(block, caption);
  return figure;
}

// So many are made at first; once what is asked for with them is drawn, so many in each task, between which
// the page answers.
const AT_FIRST = 20;
const PAUSE_MS = 50;
const AT_ONCE = 100;
// More are not put into the page before the reader asks for them.
export const MOST_QUOTES = 2000;

/** At most `most` quotes after the `first`. */
export type QuoteSource = (first: number, most: number) => readonly QuoteRecord[];

/** The quotes that the element adds to those that the page holds already, which stay as they are. */
export class LightQuotes {
  readonly #host: HTMLElement;
  readonly #changed: () => void;
  readonly #own: { figure: HTMLElement; written: string }[] = [];
  #served = new Set<string | undefined>();
  #source: QuoteSource = () => [];
  #count = 0;
  #most = MOST_QUOTES;
  #asked = 0; // of the source's quotes
  #placed = 0; // of #own
  #task = 0;

  /** `changed` is called when others are there than before. */
  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** Shows the first of `count` quotes now and the others in tasks of their own; what stands there already
   * and is the same stays. */
  show(source: QuoteSource, count: number): void {
    if (this.#own.length === 0) {
      const served = this.#host.querySelectorAll<HTMLElement>('[data-quote]');
      this.#served = new Set(Array.from(served, ({ dataset }) => dataset.quote));
    }
    this.#source = source;
    this.#count = count;
    this.#asked = this.#placed = 0;
    this.#goOn();
  }

  get hasMore(): boolean {
    return this.#count > this.#most;
  }
  showMore(): void {
    this.#most += MOST_QUOTES;
    this.#goOn();
  }

  clear(): void {
    clearTimeout(this.#task);
    this.#most = MOST_QUOTES;
    this.#dropFrom(0);
  }

  #goOn(): void {
    clearTimeout(this.#task);
    const left = Math.min(this.#count, this.#most) - this.#asked;
    const quotes = this.#source(this.#asked, Math.min(left, this.#asked === 0 ? AT_FIRST : AT_ONCE));
    if (quotes.length === 0 && left > 0) return; // the source is gone: what stands there stays
    for (const quote of quotes) if (!this.#served.has(quote.id)) this.#place(quote);
    this.#asked += quotes.length;
    if (quotes.length < left) {
      const first = this.#asked === AT_FIRST;
      if (first) this.#changed();
      this.#task = setTimeout(() => this.#goOn(), first ? PAUSE_MS : 0);
      return;
    }
    this.#dropFrom(this.#placed);
    this.#changed();
  }

  #place(quote: QuoteRecord): void {
    const written = JSON.stringify(quote);
    const there = this.#own[this.#placed];
    if (there?.written !== written) {
      const figure = makeFigure(quote);
      if (there) there.figure.replaceWith(figure);
      else this.#host.append(figure);
      this.#own[this.#placed] = { figure, written };
    }
    this.#placed += 1;
  }

  #dropFrom(place: number): void {
    for (const { figure } of this.#own.splice(place)) figure.remove();
  }
}
