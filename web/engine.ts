// The WebAssembly module as typed functions: one instance a page, for any number of widgets.
// Text goes in as UTF-8 and comes back through the module's one result string.

import { likelyBand } from './band.js';
import { Fonts, Host } from './host.js';
import { INCOMPLETE } from './incomplete.js';
import { Language } from './language.js';
import { FrameData, Renderer } from './renderer.js';

type Pointer = number;

// src/platform/web/exports.cc says what each does.
interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  allocate(size: number): Pointer;
  release(memory: Pointer): void;
  open(): Pointer;
  resultText(engine: Pointer): Pointer;
  resultSize(engine: Pointer): number;
  create(engine: Pointer, fonts: number): Pointer;
  destroy(widget: Pointer): void;
  forgetText(engine: Pointer): void;
  setStrings(engine: Pointer, language: Pointer, languageSize: number, lines: Pointer,
             linesSize: number): void;
  openStory(): Pointer;
  appendStory(stream: Pointer, text: Pointer, size: number): number;
  closeStory(stream: Pointer): void;
  prepareStory(stream: Pointer): number;
  dropStory(stream: Pointer): void;
  showStory(widget: Pointer, stream: Pointer, relation: number): void;
  setSize(widget: Pointer, width: number, scale: number): void;
  setDark(widget: Pointer, dark: boolean): void;
  setReducedMotion(widget: Pointer, reduced: boolean): void;
  frame(widget: Pointer, now: number, top: number, height: number): number;
  frameData(widget: Pointer, record: Pointer): void;
  cardFrame(widget: Pointer, width: number, height: number): void;
  isArticleShown(widget: Pointer): number;
  quoteReadAt(widget: Pointer, y: number): number;
  readingFrame(widget: Pointer, quote: number): void;
  svg(widget: Pointer, ui: Pointer, uiSize: number, text: Pointer, textSize: number): void;
  nextRequest(widget: Pointer): number;
  view(widget: Pointer): void;
  setView(widget: Pointer, text: Pointer, size: number): number;
  contentHeight(widget: Pointer): number;
  treeChanged(widget: Pointer): number;
  selectionChanged(widget: Pointer): number;
  pointerMove(widget: Pointer, x: number, y: number, touch: boolean): number;
  pointerButton(widget: Pointer, down: boolean): number;
  pointerDouble(widget: Pointer): number;
  pointerLeave(widget: Pointer): number;
  isOverPressable(widget: Pointer): number;
  wheel(widget: Pointer, x: number, y: number, right: number, down: number, zoom: boolean,
        shift: boolean): number;
  pressKey(widget: Pointer, key: number): number;
  press(widget: Pointer, id: Pointer, size: number, amount: number, text: Pointer,
        textSize: number): number;
  prepareSearch(widget: Pointer, most: number): number;
  search(widget: Pointer, text: Pointer, size: number): number;
  select(widget: Pointer, id: Pointer, size: number): number;
  quotes(widget: Pointer, first: number, most: number): void;
  setPageArticle(widget: Pointer, text: Pointer, size: number): void;
}

const FRAME_RECORD_SIZE = 48;
// A second part that takes longer does not come.
const REST_MS = 30_000;

export interface QuoteRecord {
  id: string;
  text: string; // with the quotation marks of its language
  language: string;
  cite: string; // http or https, or empty
  speakers: string[];
  said?: string; // EDTF
  when?: string; // the same in words
}

// Where a quote stands in the article around the widget.
export interface Anchor {
  quote: string; // its id
  exact: boolean; // but for white space, case and kinds of marks
  spans: number[]; // begin, end, begin, end … of its parts, UTF-16 units
}

export interface StoryError {
  code: string;
  message: string;
  pointer: string;
  line: number;
  column: number;
}

// Of an engine that is broken, or a widget that is gone.
export const BROKEN: StoryError = { code: 'broken', message: 'the module stopped', pointer: '', line: 0, column: 0 };

export type StoryResult =
  // `count`: of its quotes.
  | { title: string; language: string; count: number; problems: number; fresh: number; error?: undefined }
  | { error: StoryError };

export interface TreeNode {
  id: string;
  role: 'group' | 'heading' | 'text' | 'button' | 'toggle' | 'disclosure' | 'listbox' | 'option'
    | 'slider' | 'search' | 'tab' | 'tablist' | 'link' | 'status';
  name: string;
  box: [left: number, top: number, width: number, height: number]; // CSS pixels, from its parent's top left
  parent?: number;
  value?: string;
  language?: string;
  quote?: string; // whose words, all of them, the name holds
  textSize?: number; // of a text that can be selected: how it is set, CSS pixels
  lineHeight?: number;
  rtl?: boolean;
  silent?: boolean; // another node says the same
  selected?: boolean;
  pressed?: boolean;
  disabled?: boolean;
  position?: number;
  setSize?: number;
  least?: number;
  most?: number;
  now?: number;
  at?: number; // its number in the tree, where it alone is told of
}

// Names of keys (KeyboardEvent.key) in the order of Key in src/ui/widget.h.
const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', '+', '-', '0',
  'PageUp', 'PageDown'];

// What the widget asks of the page; src/ui/request.h.
export interface PageRequest {
  kind: 'copy' | 'copyLink' | 'open' | 'saveText' | 'savePicture' | 'print' | 'textView'
    | 'showOnPage';
  text: string;
  html: string;
  name: string;
  type: string;
  picture: number;
}
// The pictures of SaveWhat in src/app/action.h.
export const PICTURES = ['png', 'svg', 'wideCard', 'squareCard'] as const;

// What befalls all widgets of a module at once.
export interface EngineEvents {
  // A trap, or no memory: nothing can be called any more.
  broken(error: unknown): void;
  lost(): void; // the WebGL context, and back
  restored(): void;
}

// A file of the module, run from as it comes.
async function instantiate(file: Promise<Response>, imports: WebAssembly.Imports): Promise<WebAssembly.Exports> {
  const response = await file;
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return (await WebAssembly.instantiateStreaming(response, imports)).instance.exports;
}

// The module comes in two parts, the first of which opens stories and draws them (docs/decisions/0015). A call that
// needs the second before it is there ends in a trap, as any call does that goes wrong.
export class Engine {
  readonly host: Host;
  #first: WebAssembly.Exports | undefined;
  #rest: Promise<void> | undefined;
  #isWhole = false;
  #tellWhole!: () => void;
  /** Settles when both are there, or the engine is broken. */
  readonly whole = new Promise<void>((resolve) => {
    this.#tellWhole = resolve;
  });
  #failure: Error | undefined;
  readonly #listeners = new Set<EngineEvents>();
  #exports!: Exports;
  #engine: Pointer = 0;
  #record: Pointer = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  // Without a renderer (no WebGL 2), stories can be read but not drawn.
  private constructor(readonly renderer: Renderer | undefined, locale: string) {
    this.host = new Host(renderer, locale);
  }

  #watch(): void {
    this.renderer?.watch(() => {
      console.warn('say-when: the WebGL context is lost');
      for (const each of this.#listeners) each.lost();
    }, () => {
      this.forgetText();
      for (const each of this.#listeners) each.restored();
    });
  }

  get broken(): boolean {
    return this.#failure !== undefined;
  }

  /** Returns what ends the listening. */
  listen(events: EngineEvents): () => void {
    this.#listeners.add(events);
    // Broken already: told of when its drawing is there.
    queueMicrotask(() => {
      if (this.#failure && this.#listeners.has(events)) events.broken(this.#failure);
    });
    return () => this.#listeners.delete(events);
  }

  // `file`: the module's first, on its way; `strings`: the interface's words (language.ts); `whole`: the second
  // part is awaited as well; `width`: of the first widget, CSS pixels. Rejects when it cannot be had, compiled or
  // begun.
  static async load(file: Promise<Response>, language: Language, strings: Promise<string>, whole: boolean,
                    width: number): Promise<Engine> {
    // A context takes about as long to be had as the file.
    const engine = new Engine(Renderer.create(likelyBand(width)), language.locale);
    try {
      await engine.#begin(file, language, await strings, whole);
    } catch (error) {
      engine.renderer?.destroy();
      throw error;
    }
    engine.#watch();
    // WebKit may come here between two calls of resize observers: what changes sizes then is an error
    // in the page, and a frame without a drawing.
    await new Promise((resolve) => setTimeout(resolve));
    return engine;
  }

  async #begin(file: Promise<Response>, language: Language, strings: string, whole: boolean): Promise<void> {
    this.#first = await instantiate(file, { host: this.host.imports(), env: { emscripten_notify_memory_growth() {} } });
    this.#exports = this.#guarded(this.#first);
    this.host.memory = this.#exports.memory;
    if (whole) await this.complete();
    this.#exports._initialize();
    this.#engine = this.#exports.open();
    this.#record = this.#exports.allocate(FRAME_RECORD_SIZE);
    this.#setStrings(language.name, strings);
    if (this.#failure) throw this.#failure;
  }

  // The page must not break because the module does: nothing that it throws gets out, and after the
  // first of it every call is nothing.
  #guarded(exports: WebAssembly.Exports): Exports {
    const guarded: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(exports)) {
      guarded[name] = typeof value !== 'function' ? value : (...numbers: number[]) => {
        if (this.broken) return 0;
        try {
          return value(...numbers) as number;
        } catch (error) {
          this.#fail(error);
          return 0;
        }
      };
    }
    return guarded as unknown as Exports;
  }

  /** Asks for the second part, if nobody has yet. */
  complete(): Promise<void> {
    this.#rest ??= this.#loadRest().catch((error: unknown) => this.#fail(error));
    return this.whole;
  }

  async #loadRest(): Promise<void> {
    await instantiate(fetch(new URL('saywhen-rest.wasm', import.meta.url), {
      credentials: 'same-origin', integrity: '', signal: AbortSignal.timeout(REST_MS),
    }), { first: this.#first! });
    this.#isWhole = true;
    this.#tellWhole();
  }

  /** Does what may need all of the module: now, or when it is there. */
  whenWhole(act: () => void): void {
    if (this.#isWhole) act();
    else void this.complete().then(act);
  }

  #fail(error: unknown): void {
    this.#failure = new Error(`the module stopped: ${error instanceof Error ? error.message : String(error)}`);
    if (!this.#isWhole && error instanceof WebAssembly.RuntimeError) this.#failure.name = INCOMPLETE;
    for (const each of [...this.#listeners]) each.broken(this.#failure);
    this.#tellWhole();
  }

  create(fonts: number): WidgetHandle {
    return new WidgetHandle(this, this.#exports.create(this.#engine, fonts));
  }

  // The interface in another language than English; before the first widget.
  #setStrings(language: string, lines: string): void {
    this.withText(language, (start, size) => this.withText(lines, (linesStart, linesSize) =>
      this.#exports.setStrings(this.#engine, start, size, linesStart, linesSize)));
  }

  forgetText(): void {
    this.host.forgetFonts();
    this.#exports.forgetText(this.#engine);
  }

  /** @internal */
  get wasm(): Exports {
    return this.#exports;
  }

  /** @internal */
  result(): string {
    const start = this.#exports.resultText(this.#engine);
    const bytes = new Uint8Array(this.#exports.memory.buffer, start,
                                 this.#exports.resultSize(this.#engine));
    return this.#decoder.decode(bytes);
  }

  /** @internal Calls `use` with bytes that live in the module's memory until it returns. */
  withBytes<T>(bytes: Uint8Array, use: (start: Pointer, size: number) => T): T {
    const start = this.#exports.allocate(Math.max(bytes.length, 1));
    if (start === 0 && !this.broken) this.#fail(new Error('out of memory'));
    if (this.broken) return use(0, 0);
    new Uint8Array(this.#exports.memory.buffer).set(bytes, start);
    const result = use(start, bytes.length);
    this.#exports.release(start);
    return result;
  }

  /** @internal */
  withText<T>(text: string, use: (start: Pointer, size: number) => T): T {
    return this.withBytes(this.#encoder.encode(text), use);
  }

  /** @internal */
  frameData(widget: Pointer): FrameData {
    this.host.flush();
    this.#exports.frameData(widget, this.#record);
    return new FrameData(this.#exports.memory.buffer, this.#record);
  }
}

// What a story is to the one that is shown; StoryRelation in src/platform/web/exports.cc.
export const RELATIONS = ['another', 'newer', 'whole'] as const;
export type Relation = typeof RELATIONS[number];

// A story file while it is read: one that no widget shows has to be dropped. Then, or once it is shown,
// nothing more happens to it.
export class StoryStream {
  #stream: Pointer;

  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#stream = engine.wasm.openStory();
  }

  // Returns how many quotes have been read so far.
  append(bytes: Uint8Array): number {
    return this.#stream === 0 ? 0 : this.#engine.withBytes(bytes, (start, size) => this.#engine.wasm.appendStory(this.#stream, start, size));
  }

  // All of it is there.
  close(): void {
    if (this.#stream !== 0) this.#engine.wasm.closeStory(this.#stream);
  }

  // Goes on with what showing it needs; true: all of that is there.
  prepare(): boolean {
    return this.#stream === 0 || this.#engine.broken || this.#engine.wasm.prepareStory(this.#stream) !== 0;
  }

  drop(): void {
    this.#engine.wasm.dropStory(this.take()); // nothing, where there is none
  }

  // Who shows it has it.
  take(): Pointer {
    const stream = this.#stream;
    this.#stream = 0;
    return stream;
  }
}

// One widget in the module.
export class WidgetHandle {
  readonly #engine: Engine;
  #widget: Pointer;

  constructor(engine: Engine, widget: Pointer) {
    this.#engine = engine;
    this.#widget = widget;
  }

  destroy(): void {
    if (this.#widget !== 0) this.#engine.wasm.destroy(this.#widget);
    this.#widget = 0;
  }

  // Shows what the stream, which is closed, has read.
  setStory(stream: StoryStream, relation: Relation): StoryResult {
    this.#engine.wasm.showStory(this.#widget, stream.take(), RELATIONS.indexOf(relation));
    if (this.#engine.broken) return { error: BROKEN };
    return JSON.parse(this.#engine.result()) as StoryResult;
  }
  // At most `most` that come after the `first`, in the order of the articles.
  quotes(first: number, most: number): QuoteRecord[] {
    this.#engine.wasm.quotes(this.#widget, first, most);
    return this.#engine.broken ? [] : JSON.parse(this.#engine.result()) as QuoteRecord[];
  }

  // `text`: of the article around the widget, to which quotes found in it lead from now on.
  setPageArticle(text: string): Anchor[] {
    this.#engine.withText(text, (start, size) => this.#engine.wasm.setPageArticle(this.#widget, start, size));
    return this.#engine.broken ? [] : JSON.parse(this.#engine.result()) as Anchor[];
  }

  setSize(width: number, scale: number): void {
    this.#engine.wasm.setSize(this.#widget, width, scale);
  }
  setDark(dark: boolean): void {
    this.#engine.wasm.setDark(this.#widget, dark);
  }
  setReducedMotion(reduced: boolean): void {
    this.#engine.wasm.setReducedMotion(this.#widget, reduced);
  }

  // Lays out and draws the band [top, top + height) of the widget; true: another frame is wanted.
  frame(now: number, top: number, height: number): boolean {
    return this.#engine.wasm.frame(this.#widget, now, top, height) !== 0;
  }
  frameData(): FrameData {
    return this.#engine.frameData(this.#widget);
  }
  cardFrame(width: number, height: number): void {
    this.#engine.wasm.cardFrame(this.#widget, width, height);
  }
  isArticleShown(): boolean {
    return this.#engine.wasm.isArticleShown(this.#widget) !== 0;
  }
  // The number of the quote that is read when the screen's top is at `y`; -1: none.
  quoteReadAt(y: number): number {
    return this.#engine.wasm.quoteReadAt(this.#widget, y);
  }
  readingFrame(quote: number): void {
    this.#engine.wasm.readingFrame(this.#widget, quote);
  }
  svg([ui, text]: Fonts): string {
    this.#engine.withText(ui, (start, size) => this.#engine.withText(text, (at, length) =>
      this.#engine.wasm.svg(this.#widget, start, size, at, length)));
    return this.#engine.result();
  }
  nextRequest(): PageRequest | undefined {
    if (this.#engine.wasm.nextRequest(this.#widget) === 0) return undefined;
    return JSON.parse(this.#engine.result()) as PageRequest;
  }
  view(): string {
    this.#engine.wasm.view(this.#widget);
    return this.#engine.result();
  }
  setView(view: string): number {
    return this.#engine.withText(view, (start, size) =>
      this.#engine.wasm.setView(this.#widget, start, size));
  }
  // Goes on with what searches need, by at most so many quotes; true: it is all there.
  prepareSearch(most: number): boolean {
    return this.#engine.broken || this.#engine.wasm.prepareSearch(this.#widget, most) !== 0;
  }
  search(text: string): number {
    return this.#engine.withText(text, (start, size) =>
      this.#engine.wasm.search(this.#widget, start, size));
  }
  contentHeight(): number {
    return this.#engine.wasm.contentHeight(this.#widget);
  }

  // What changed in the tree since it was last asked for: the nodes that are others, each with its `at`, or
  // all nodes. And the selected quote's id, when it is another.
  newTree(): TreeNode[] | undefined {
    if (this.#engine.wasm.treeChanged(this.#widget) === 0) return undefined;
    return JSON.parse(this.#engine.result()) as TreeNode[];
  }
  newSelection(): string | undefined {
    return this.#engine.wasm.selectionChanged(this.#widget) ? this.#engine.result() : undefined;
  }

  // Input; true: a frame is needed.
  pointerMove(x: number, y: number, touch: boolean): boolean {
    return this.#engine.wasm.pointerMove(this.#widget, x, y, touch) !== 0;
  }
  pointerButton(down: boolean): boolean {
    return this.#engine.wasm.pointerButton(this.#widget, down) !== 0;
  }
  pointerDouble(): boolean {
    return this.#engine.wasm.pointerDouble(this.#widget) !== 0;
  }
  pointerLeave(): boolean {
    return this.#engine.wasm.pointerLeave(this.#widget) !== 0;
  }
  isOverPressable(): boolean {
    return this.#engine.wasm.isOverPressable(this.#widget) !== 0;
  }
  wheel(x: number, y: number, right: number, down: number, zoom: boolean, shift: boolean): boolean {
    return this.#engine.wasm.wheel(this.#widget, x, y, right, down, zoom, shift) !== 0;
  }
  pressKey(name: string): boolean {
    const key = KEYS.indexOf(name === '=' ? '+' : name);
    return key >= 0 && this.#engine.wasm.pressKey(this.#widget, key) !== 0;
  }
  // Returns flags: 0 when nothing changed.
  press(nodeId: string, amount: number, text = ''): number {
    return this.#engine.withText(nodeId, (start, size) => this.#engine.withText(text, (at, length) =>
      this.#engine.wasm.press(this.#widget, start, size, amount, at, length)));
  }
  select(quoteId: string): number {
    return this.#engine.withText(quoteId, (start, size) =>
      this.#engine.wasm.select(this.#widget, start, size));
  }
}
