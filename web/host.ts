// What the module asks of the page: the browser breaks, measures and rasterises all text, and
// writes dates and numbers. The other side is src/platform/web/imports.h.

import { Renderer } from './renderer.js';

// The typefaces of one widget, as CSS font families: [its own words, the speakers' words].
export type Fonts = readonly [ui: string, text: string];

interface Run {
  text: string;
  font(scale: number): string;
  family: string;
  size: number;
  weight: string;
  language: string;
  direction: 'ltr' | 'rtl';
}

// In the order of DateStyle in src/platform/host.h.
const DATE_STYLES: Intl.DateTimeFormatOptions[] = [
  { year: 'numeric' },
  { month: 'short' },
  { year: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { year: 'numeric', month: 'long', day: 'numeric' },
  { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit',
    hourCycle: 'h23' },
];

// In the order of PluralCategory in src/platform/host.h.
const PLURALS: Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

// What a Date can hold, in milliseconds from 1970.
const FARTHEST_DATE = 8.64e15;

const EMPTY_INK = [0, 0, 0, 0];

// Scripts without joined letters or changes of direction, and the marks that go with them: a place in such
// a line is as far along as what is before it is wide, which is known without a layout.
const ONE_AFTER_ANOTHER = /^[\0-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

// Pieces of text that are neighbours on a shelf of a page stand so far apart: kPadding of src/ui/text_engine.cc.
const BETWEEN = 2;
const WIDEST_STRIP = 1024; // kWidestPiece and a little

// Neighbours that go to their page together.
interface Strip {
  page: number;
  color: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Host {
  memory!: WebAssembly.Memory;
  // Where paragraphs are laid out: an element of the widget whose frame is being made.
  measure!: HTMLElement;

  readonly #fontSets: Fonts[] = [];
  readonly #decoder = new TextDecoder();
  readonly #encoder = new TextEncoder();
  readonly #ruler: CanvasRenderingContext2D;
  readonly #brush: CanvasRenderingContext2D;
  #strip: Strip | undefined;
  // What the contexts' fonts are.
  readonly #prepared = new Map<CanvasRenderingContext2D, string>();
  readonly #dates: (Intl.DateTimeFormat | undefined)[] = [];
  readonly #eraDates: (Intl.DateTimeFormat | undefined)[] = [];
  readonly #numbers: Intl.NumberFormat;
  readonly #plurals: Intl.PluralRules;

  readonly #renderer: Renderer | undefined;
  readonly #locale: string;

  constructor(renderer: Renderer | undefined, locale: string) {
    this.#renderer = renderer;
    this.#locale = locale;
    this.#ruler = document.createElement('canvas').getContext('2d')!;
    this.#brush = document.createElement('canvas').getContext('2d')!;
    this.#brush.canvas.width = WIDEST_STRIP;
    this.#numbers = new Intl.NumberFormat(locale);
    this.#plurals = new Intl.PluralRules(locale);
  }

  // The number that stands for these fonts in the module.
  fontsId(fonts: Fonts): number {
    const known = this.#fontSets.findIndex((set) => set[0] === fonts[0] && set[1] === fonts[1]);
    return known >= 0 ? known : this.#fontSets.push(fonts) - 1;
  }

  fontsOf(id: number): Fonts {
    return this.#fontSets[id]!;
  }

  imports(): Record<string, (...numbers: number[]) => number | void> {
    return {
      metrics: (run, out) => this.#metrics(this.#run(run!), out!),
      baseline: (run, lineHeight) => this.#baseline(this.#run(run!), lineHeight!),
      width: (run) => this.#width(this.#run(run!)),
      breakLines: (run, width, out, capacity) =>
        this.#breakLines(this.#run(run!), width!, out!, capacity!),
      extents: (run, begin, end, out, capacity) =>
        this.#extents(this.#run(run!), begin!, end!, out!, capacity!),
      ink: (run, scale, out) => this.#ink(this.#run(run!), scale!, out!),
      rasterise: (run, scale, ink, placement) =>
        this.#rasterise(this.#run(run!), scale!, ink!, placement!),
      formatDate: (civil, style, out, capacity) =>
        this.#write(this.#formatDate(civil!, style!), out!, capacity!),
      formatRange: (first, last, style, out, capacity) =>
        this.#write(this.#formatRange(first!, last!, style!), out!, capacity!),
      formatNumber: (number, out, capacity) =>
        this.#write(this.#numbers.format(number!), out!, capacity!),
      plural: (number) => PLURALS.indexOf(this.#plurals.select(number!)),
      now: () => {
        const now = new Date();
        return now.getTime() - now.getTimezoneOffset() * 60_000;
      },
    };
  }

  #run(at: number): Run {
    const view = new DataView(this.memory.buffer, at, 36);
    const word = (i: number) => view.getUint32(4 * i, true);
    const text = (i: number) =>
      this.#decoder.decode(new Uint8Array(this.memory.buffer, word(i), word(i + 1)));
    const size = view.getFloat32(24, true);
    const weight = word(7) ? '700' : '400';
    const family = this.#fontSets[word(4)]![word(5)]!;
    return {
      text: text(0),
      font: (scale) => `${weight} ${size * scale}px ${family}`,
      family,
      size,
      weight,
      language: text(2),
      direction: word(8) ? 'rtl' : 'ltr',
    };
  }

  // Every setting gives the context another font, which has to shape its words anew: only when it is another.
  #prepare(context: CanvasRenderingContext2D, run: Run, scale: number): void {
    const wanted = `${run.font(scale)} ${run.direction} ${run.language}`;
    if (this.#prepared.get(context) === wanted) return;
    this.#prepared.set(context, wanted);
    context.font = run.font(scale);
    context.direction = run.direction;
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    context.fontKerning = 'normal';
    context.textRendering = 'geometricPrecision';
    if ('lang' in context) context.lang = run.language;
  }

  #metrics(run: Run, out: number): void {
    this.#prepare(this.#ruler, run, 1);
    const box = this.#ruler.measureText('');
    this.#floats(out).set([box.fontBoundingBoxAscent, box.fontBoundingBoxDescent]);
  }

  // As the page itself puts it: engines round the parts of a line each in their own way. An empty
  // inline block stands on the baseline.
  #baseline(run: Run, lineHeight: number): number {
    this.#layOut({ ...run, text: 'x' }, 'max-content');
    this.measure.style.lineHeight = `${lineHeight}px`;
    const foot = document.createElement('span');
    foot.className = 'foot';
    this.measure.append(foot);
    const scale = this.#layoutScale();
    return (foot.getBoundingClientRect().bottom - this.measure.getBoundingClientRect().top) / scale;
  }

  #width(run: Run): number {
    this.#prepare(this.#ruler, run, 1);
    return this.#ruler.measureText(run.text).width;
  }

  // Lays the run out as the browser would on a page, and finds where its lines end. The top of a
  // character's box never falls from one character to the next, so each end is found by bisection.
  #breakLines(run: Run, width: number, out: number, capacity: number): number {
    const node = this.#layOut(run, `${width}px`);
    const { text } = run;
    const range = document.createRange();
    const scale = this.#layoutScale();
    const topAt = (from: number): number => {
      for (let i = from; i < text.length;) {
        const next = i + (text.codePointAt(i)! > 0xffff ? 2 : 1);
        range.setStart(node, i);
        range.setEnd(node, next);
        const box = seenBoxes(range)[0] ?? range.getClientRects()[0];
        if (box) return (box.top + box.bottom) / 2;
        i = next;
      }
      return Infinity;
    };
    const lineHeight = run.size * 2 * scale; // as styled in layOut()
    let count = 0;
    let begin = 0;
    do {
      const middle = topAt(begin);
      let end = text.length;
      if (topAt(end - 1) > middle + lineHeight / 2) {
        let same = begin;
        while (end - same > 1) {
          const probe = (same + end) >> 1;
          if (topAt(probe) > middle + lineHeight / 2) end = probe;
          else same = probe;
        }
        // Never between the halves of a surrogate pair.
        if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end += 1;
      }
      if (count < capacity) {
        const seen = text.slice(begin, end).trimEnd();
        range.setStart(node, begin);
        range.setEnd(node, begin + seen.length);
        const words = new DataView(this.memory.buffer, out + 8 * count, 8);
        words.setUint32(0, end, true);
        words.setFloat32(4, widthOf(seenBoxes(range)) / scale, true);
      }
      count += 1;
      begin = Math.max(end, begin + 1);
    } while (begin < text.length);
    return count;
  }

  #extents(run: Run, begin: number, end: number, out: number, capacity: number): number {
    if (run.direction === 'ltr' && ONE_AFTER_ANOTHER.test(run.text)) {
      this.#prepare(this.#ruler, run, 1);
      const widthTo = (place: number) => this.#ruler.measureText(run.text.slice(0, place)).width;
      this.#floats(out).set([widthTo(begin), widthTo(end)]);
      return 1;
    }
    const node = this.#layOut(run, 'max-content');
    const range = document.createRange();
    range.setStart(node, begin);
    range.setEnd(node, end);
    const whole = this.measure.getBoundingClientRect();
    const scale = this.#layoutScale();
    const boxes = seenBoxes(range);
    const floats = this.#floats(out);
    boxes.slice(0, capacity).forEach((box, i) => {
      floats[2 * i] = (box.left - whole.left) / scale;
      floats[2 * i + 1] = (box.right - whole.left) / scale;
    });
    return boxes.length;
  }

  // Returns the text node that holds the run in the measuring element.
  #layOut(run: Run, width: string): Text {
    const { style } = this.measure;
    style.font = `${run.weight} ${run.size}px/2 ${run.family}`;
    style.width = width;
    this.measure.dir = run.direction;
    this.measure.lang = run.language;
    this.measure.textContent = run.text;
    return this.measure.firstChild instanceof Text ? this.measure.firstChild
                                                   : this.measure.appendChild(new Text());
  }

  // How much the host page's transforms enlarge what boxes say.
  #layoutScale(): number {
    const width = parseFloat(getComputedStyle(this.measure).width); // offsetWidth would be rounded
    return width > 0 ? this.measure.getBoundingClientRect().width / width || 1 : 1;
  }

  // The box of the ink, with a clear pixel around it for what the rasteriser adds at the edges.
  #ink(run: Run, scale: number, out: number): void {
    this.#prepare(this.#ruler, run, scale);
    const box = this.#ruler.measureText(run.text);
    const left = Math.floor(-box.actualBoundingBoxLeft) - 1;
    const right = Math.ceil(box.actualBoundingBoxRight) + 1;
    const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
    const bottom = Math.ceil(box.actualBoundingBoxDescent) + 1;
    const empty = run.text.trim() === '' || right - left <= 2 || bottom - top <= 2;
    new Int32Array(this.memory.buffer, out, 4)
      .set(empty ? EMPTY_INK : [left, top, right - left, bottom - top]);
  }

  #rasterise(run: Run, scale: number, inkAt: number, placementAt: number): void {
    const [left, top, inkWidth, height] = new Int32Array(this.memory.buffer, inkAt, 4) as unknown as number[];
    const [page, colorPage, x, y, column, width, color] =
      new Int32Array(this.memory.buffer, placementAt, 7) as unknown as number[];
    const brush = this.#brush;
    const { canvas } = brush;
    // A part of a run would paint its neighbours over.
    const alone = width !== inkWidth;
    let strip = this.#strip;
    if (alone || strip?.page !== page || strip!.y !== y || strip!.x + strip!.width + BETWEEN !== x ||
        x! + width! - strip!.x > WIDEST_STRIP || height! > canvas.height) {
      this.flush();
      brush.clearRect(0, 0, WIDEST_STRIP, canvas.height);
      if (canvas.height < height!) {
        canvas.height = height!; // and the context is as it was at first
        this.#prepared.delete(brush);
      }
      strip = { page: page!, color: colorPage !== 0, x: x!, y: y!, width: 0, height: 0 };
    }
    this.#prepare(brush, run, scale);
    brush.fillStyle = colorPage ? cssColor(color!) : '#fff';
    brush.fillText(run.text, x! - strip!.x - left! - column!, -top!);
    this.#strip = { ...strip!, width: x! + width! - strip!.x, height: Math.max(strip!.height, height!) };
    if (alone) this.flush();
  }

  /** Fonts have come: none that was set before holds. */
  forgetFonts(): void {
    this.#prepared.clear();
  }

  /** Puts what was rasterised last into its page; before a frame is drawn. Not read back: browsers that guard
   * against fingerprinting give other pixels. */
  flush(): void {
    const strip = this.#strip;
    this.#strip = undefined;
    if (!strip) return;
    this.#renderer?.upload(strip.page, strip.color, strip.x, strip.y, strip.width, strip.height, this.#brush.canvas);
  }

  #formatDate(civil: number, style: number): string {
    return this.#dateFormat(civil, style).format(held(civil));
  }

  #formatRange(first: number, last: number, style: number): string {
    return this.#dateFormat(first, style).formatRange(held(first), held(last));
  }

  // Years before the first are written with their era.
  #dateFormat(civil: number, style: number): Intl.DateTimeFormat {
    const before = held(civil).getUTCFullYear() < 1;
    const formats = before ? this.#eraDates : this.#dates;
    return formats[style] ??= new Intl.DateTimeFormat(this.#locale, {
      ...DATE_STYLES[style],
      ...(before && DATE_STYLES[style]!.year ? { era: 'short' } : {}),
      timeZone: 'UTC',
    });
  }

  #write(text: string, out: number, capacity: number): number {
    return this.#encoder.encodeInto(text, new Uint8Array(this.memory.buffer, out, capacity)).written;
  }

  #floats(at: number): Float32Array {
    return new Float32Array(this.memory.buffer, at);
  }
}

// WebKit also gives the first letter of a line a box without width where the last line ends.
function seenBoxes(range: Range): DOMRect[] {
  return Array.from(range.getClientRects()).filter((box) => box.width > 0);
}

function widthOf(boxes: readonly DOMRect[]): number {
  if (boxes.length === 0) return 0;
  return Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
}

// Times beyond what a Date can hold are shown as its ends.
function held(civil: number): Date {
  return new Date(Math.max(-FARTHEST_DATE, Math.min(FARTHEST_DATE, civil)));
}

// 0xAABBGGRR, straight alpha.
function cssColor(color: number): string {
  const channel = (shift: number) => (color >>> shift) & 255;
  return `rgb(${channel(0)} ${channel(8)} ${channel(16)} / ${channel(24) / 255})`;
}
