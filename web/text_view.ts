// The element as text: its title, what is the matter if anything is, and the quotes, which are the
// element's own children. Shown wherever there is no drawing, and when the reader wants it so.

import { Words } from './words.js';

export interface TextViewEvents {
  timeline(): void;
  retry(): void;
  more(): void;
}

function button(name: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = name;
  element.hidden = true;
  element.setAttribute('part', 'button');
  element.addEventListener('click', press);
  return element;
}

export class TextView {
  readonly head = document.createElement('div');
  // Around the quotes.
  readonly light = document.createElement('div');
  // Over a drawing to which more is to come: how much there is. Nothing that is read out.
  readonly progress = document.createElement('p');
  // The element's one live region: the drawing speaks through it too.
  readonly #status = document.createElement('p');
  readonly #title = document.createElement('h2');
  readonly #detail = document.createElement('p');
  readonly #source = document.createElement('a');
  readonly #timeline: HTMLButtonElement;
  readonly #retry: HTMLButtonElement;
  readonly #more: HTMLButtonElement;

  constructor(events: TextViewEvents) {
    this.head.className = 'head';
    this.light.className = 'light';
    this.progress.className = 'progress';
    this.progress.ariaHidden = 'true';
    this.light.setAttribute('part', 'quotes');
    this.#title.setAttribute('part', 'title');
    this.#status.setAttribute('role', 'status');
    this.#detail.className = 'detail';
    this.#source.rel = 'noopener nofollow';
    this.#timeline = button('timeline', events.timeline);
    this.#retry = button('retry', events.retry);
    this.#more = button('more', events.more);
    this.head.append(this.#title, this.#status, this.#detail, this.#timeline, this.#retry);
    this.light.append(document.createElement('slot'), this.#more);
  }

  setWords(words: Words): void {
    this.#timeline.textContent = words.timeline;
    this.#retry.textContent = words.retry;
    this.#more.textContent = words.more;
  }

  setTitle(title: string, language: string): void {
    this.#title.textContent = title;
    this.#title.lang = language;
  }

  say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  /** What is the matter, for people who can do something about it; `source`: the story's address. */
  explain(reason: string, source: string): void {
    this.#detail.textContent = reason;
    if (!/^https?:/i.test(source)) return;
    this.#source.href = source;
    this.#source.textContent = source;
    this.#detail.append(reason ? ' ' : '', this.#source);
  }

  count(text: string): void {
    this.progress.textContent = text;
  }

  offer(what: { timeline?: boolean; retry?: boolean }): void {
    this.#timeline.hidden = !what.timeline;
    this.#retry.hidden = !what.retry;
  }

  offerMore(more: boolean): void {
    this.#more.hidden = !more;
  }

  focus(): void {
    this.#timeline.focus({ preventScroll: true });
  }

  clear(): void {
    this.say('');
    this.count('');
    this.explain('', '');
    this.offer({});
    this.offerMore(false);
  }
}
