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

// Adds what is missing to `host`: quotes that the page already holds stay as they are. Returns what
// was added, so that it can be taken away again.
export function addQuotes(host: HTMLElement, quotes: readonly QuoteRecord[]): HTMLElement[] {
  const there = new Set(
    Array.from(host.querySelectorAll<HTMLElement>('[data-quote]'), (e) => e.dataset.quote));
  const added = quotes.filter((quote) => !there.has(quote.id)).map(makeFigure);
  host.append(...added);
  return added;
}
