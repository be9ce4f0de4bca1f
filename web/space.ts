// The room that the element takes while it loads: the page around it must not jump. Reserved before
// anything is known (--say-when-reserve in style.ts); given back only when that moves nothing in sight.

export class Space {
  readonly #host: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #ending = new AbortController();
  readonly #observer: ResizeObserver;
  #height: number;

  // `frame` holds all of the element and has the class that reserves.
  constructor(host: HTMLElement, frame: HTMLElement) {
    this.#host = host;
    this.#frame = frame;
    frame.classList.add('reserved');
    this.#height = host.getBoundingClientRect().height;
    this.#observer = new ResizeObserver(() => this.#resized());
    this.#observer.observe(host);
  }

  /** All is there: the room that is left over goes once its end is not on the screen, or when the
   * reader does something here, and expects things to move. */
  release(): void {
    const { signal } = this.#ending;
    const tryNow = () => {
      const { bottom } = this.#host.getBoundingClientRect();
      if (bottom > 0 && this.#contentBottom() < window.innerHeight) return;
      this.end();
    };
    document.addEventListener('scroll', tryNow, { signal, capture: true, passive: true });
    for (const name of ['pointerdown', 'keydown']) this.#host.addEventListener(name, () => this.end(), { signal });
    tryNow();
  }

  end(): void {
    this.#ending.abort();
    this.#observer.disconnect();
    this.#frame.classList.remove('reserved');
  }

  #contentBottom(): number {
    return Math.max(...Array.from(this.#frame.children, (child) => child.getBoundingClientRect().bottom));
  }

  // Who reads below the element, with its top gone, goes on reading the same line.
  #resized(): void {
    const box = this.#host.getBoundingClientRect();
    const grown = box.height - this.#height;
    this.#height = box.height;
    const endWas = box.bottom - grown;
    if (grown > 0 && box.top < 0 && endWas > 0 && endWas < window.innerHeight) {
      window.scrollBy({ top: grown, behavior: 'instant' });
    }
  }
}
