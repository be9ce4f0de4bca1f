// The light-DOM quotes whose words are shown lie over them, invisible: the page's selection, copying,
// translation and screen readers use them in their place. The host page's style must not move them.

import { wordsSlot } from './mirror.js';

// One that lies over its words.
interface Laid {
  text: string;
  figure: HTMLElement;
  // What its own style attribute was, of each element that was dressed; null: it had none.
  dressed: [HTMLElement, string | null][];
}

const PLAIN = 'all:unset!important;';

const sameWords = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

export class LightWords {
  #asked: ReadonlyMap<string, string> = new Map();
  readonly #laid = new Map<string, Laid>();

  readonly #host: HTMLElement;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Lays the quotes' elements over their words, by their ids. One that holds other words, or markup
   * within them, stays where it is. */
  show(words: ReadonlyMap<string, string>): void {
    this.#asked = words;
    for (const [quote, { text }] of this.#laid) {
      if (words.get(quote) !== text) this.#putBack(quote);
    }
    const others = Array.from(words).filter(([quote]) => !this.#laid.has(quote));
    if (others.length === 0) return;
    // Of two of one quote the first.
    const figures = new Map(Array.from(this.#host.querySelectorAll<HTMLElement>(':scope > [data-quote]'),
                                       (figure) => [figure.dataset.quote, figure] as const).reverse());
    for (const [quote, text] of others) this.#lay(quote, text, figures.get(quote));
  }

  /** Again what was asked for last: the element's quotes are others now, or clear() is over. */
  refresh(): void {
    this.clear();
    this.show(this.#asked);
  }

  /** Every quote stands in its place in the element again. */
  clear(): void {
    for (const quote of this.#laid.keys()) this.#putBack(quote);
  }

  #lay(quote: string, text: string, figure: HTMLElement | undefined): void {
    const block = figure?.querySelector('blockquote');
    if (!figure || !block || block.children.length > 0 || figure.firstElementChild !== block) return;
    if (!sameWords(block.textContent ?? '', text)) return;
    figure.slot = wordsSlot(quote);
    const dressed: Laid['dressed'] = [];
    // By the object model, which a content security policy without inline styles allows.
    for (const element of [figure, ...figure.querySelectorAll<HTMLElement>('*')]) {
      dressed.push([element, element.getAttribute('style')]);
      element.style.cssText = PLAIN;
    }
    // What is not the words lies below all lines that are drawn.
    figure.style.cssText = `${PLAIN}display:grid!important;gap:3em!important`;
    this.#laid.set(quote, { text, figure, dressed });
  }

  #putBack(quote: string): void {
    const { figure, dressed } = this.#laid.get(quote)!;
    this.#laid.delete(quote);
    figure.removeAttribute('slot');
    for (const [element, style] of dressed) {
      // An empty one is what Chromium has left of a style that was taken away.
      if (style) element.setAttribute('style', style);
      else element.removeAttribute('style');
    }
  }
}
