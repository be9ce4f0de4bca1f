// The light-DOM quote whose words are shown lies over them, invisible: the page's selection, copying,
// translation and screen readers use it in its place. The host page's style must not move it.

import { wordsSlot } from './mirror.js';

// What its own style attribute was, of each element that was dressed; null: it had none.
type Dressed = Map<HTMLElement, string | null>;

const sameWords = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim();

export class LightWords {
  private shown: HTMLElement | undefined;
  private asked: [quote: string | undefined, text: string] = [undefined, ''];
  private dressed: Dressed = new Map();

  constructor(private readonly host: HTMLElement) {}

  /** Lays the quote's element over its words, `text`; undefined: none. One that holds other words, or
   * markup within them, stays where it is. */
  show(quote: string | undefined, text: string): void {
    this.asked = [quote, text];
    const figure = quote === undefined ? undefined : this.find(quote, text);
    if (figure === this.shown) return;
    this.clear();
    if (!figure) return;
    this.shown = figure;
    figure.slot = wordsSlot(quote!);
    for (const element of [figure, ...figure.querySelectorAll<HTMLElement>('*')]) this.dress(element);
  }

  /** Again what was asked for last: the element's quotes are others now, or clear() is over. */
  refresh(): void {
    this.clear();
    this.show(...this.asked);
  }

  /** Every quote stands in its place in the element again. */
  clear(): void {
    this.shown?.removeAttribute('slot');
    this.shown = undefined;
    for (const [element, style] of this.dressed) {
      if (style === null) element.removeAttribute('style');
      else element.setAttribute('style', style);
    }
    this.dressed.clear();
  }

  private find(quote: string, text: string): HTMLElement | undefined {
    const figure = this.host.querySelector<HTMLElement>(`:scope > [data-quote="${CSS.escape(quote)}"]`);
    const block = figure?.querySelector('blockquote');
    if (!figure || !block || block.children.length > 0 || figure.firstElementChild !== block) return undefined;
    return sameWords(block.textContent ?? '', text) ? figure : undefined;
  }

  // By the object model, which a content security policy without inline styles allows.
  private dress(element: HTMLElement): void {
    this.dressed.set(element, element.getAttribute('style'));
    const { style } = element;
    style.setProperty('all', 'unset', 'important');
    const block = element === this.shown || element.parentElement === this.shown;
    if (block) style.setProperty('display', 'block', 'important');
  }
}
