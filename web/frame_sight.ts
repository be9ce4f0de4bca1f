// What the reader sees of a widget in a frame as tall as itself. Nothing scrolls there, and how much of
// the whole is seen stays the same while the page scrolls past: so pieces of it are observed.

// CSS pixels.
const PIECE = 300;

export class FrameSight {
  readonly #pieces: HTMLElement[] = [];
  readonly #seen = new Set<Element>();
  readonly #observer: IntersectionObserver;
  readonly #resized: ResizeObserver;

  /** `tell` gets the part of `root` that is seen, from its top, in whole pieces. */
  constructor(private readonly root: HTMLElement, tell: (top: number, bottom: number) => void) {
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.#seen.add(target);
        else this.#seen.delete(target);
      }
      const numbers = this.#pieces.flatMap((piece, i) => (this.#seen.has(piece) ? [i] : []));
      if (numbers.length > 0) tell(numbers[0]! * PIECE, (numbers.at(-1)! + 1) * PIECE);
    });
    this.#resized = new ResizeObserver(() => this.#cut());
    this.#resized.observe(root);
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#resized.disconnect();
    for (const piece of this.#pieces) piece.remove();
  }

  #cut(): void {
    const count = Math.ceil(this.root.clientHeight / PIECE);
    while (this.#pieces.length > count) {
      const piece = this.#pieces.pop()!;
      this.#observer.unobserve(piece);
      this.#seen.delete(piece);
      piece.remove();
    }
    while (this.#pieces.length < count) {
      const piece = document.createElement('div');
      piece.className = 'piece';
      piece.style.top = `${this.#pieces.length * PIECE}px`;
      piece.style.height = `${PIECE}px`;
      this.#pieces.push(piece);
      this.root.append(piece);
      this.#observer.observe(piece);
    }
  }
}
