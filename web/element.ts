// <say-when src="story.json">: the element that a page embeds. Its contract is docs/embedding.md.

import type { Drawing, Engine, Opened } from './drawing.js';
import { DARK } from './colors.js';
import { INCOMPLETE } from './incomplete.js';
import { Language, languageOf, loadStrings } from './language.js';
import type { LightQuotes } from './light_quotes.js';
import type * as Plain from './plain.js';
import type { PlainStory } from './plain_story.js';
import { Space } from './space.js';
import type { StoryFile } from './story_file.js';
import { adoptQuotesStyle, sharedStyle } from './style.js';
import { TextView } from './text_view.js';
import { ENGLISH, Words } from './words.js';

// Nothing is fetched until the element is this near to the screen, CSS pixels.
const NEAR = 200;
// Who waits this long without a quote to read is offered to try again.
const SLOW_MS = 10_000;
// The name of the text view where views are named.
const TEXT_VIEW = 'text';

// idle: waits to come near; loading; ready: drawn; html: the quotes are shown as text;
// error: there is nothing to show.
export type State = 'idle' | 'loading' | 'ready' | 'html' | 'error';

// Why the quotes of a story that is there are shown as text.
type Reason = 'chosen' | 'forced-colors' | 'no-webgl' | 'lost' | 'broken';

interface Drawn {
  engine: Engine;
  Drawing: typeof Drawing;
}

let drawn: Promise<Drawn> | undefined;
// Whether the first part of the module may draw before the second has come.
let inParts = true;

async function openDrawn(language: Language, { clientWidth }: Element): Promise<Drawn> {
  const address = new URL('saywhen.wasm', import.meta.url);
  // As a page's <link rel="preload" crossorigin> asks for it. The package's copies, whose names hold hashes,
  // have one here too (package.mjs).
  const wasm = fetch(address, { credentials: 'same-origin', integrity: '' });
  const strings = loadStrings(language);
  wasm.catch(() => {}); // told of below, after the script has come
  const module = await import('./drawing.js');
  return { engine: await module.Engine.load(wasm, language, strings, !inParts, clientWidth), Drawing: module.Drawing };
}

// One module serves all widgets of a page, in the language of the first.
function loadDrawn(language: Language, first: Element): Promise<Drawn> {
  const promise = drawn ??= openDrawn(language, first);
  promise.catch(() => forgetDrawn(promise));
  return promise;
}

// The next widget, or the next try, begins anew.
function forgetDrawn(which: Promise<Drawn> | undefined): void {
  if (drawn === which) drawn = undefined;
}

// One thing that goes wrong is one line, however many widgets it stops.
const told = new WeakSet<object>();
function tell(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (!told.has(Object(error))) console.warn(`say-when: ${reason}`);
  told.add(Object(error));
  return reason;
}

async function fetchStory(src: string, signal: AbortSignal): Promise<Response> {
  const url = new URL(src, document.baseURI);
  const response = await fetch(url, { credentials: 'omit', signal });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return response;
}

// Whether the page's own JSON-LD may hold quotes (docs/formats.md).
const pageQuotes = () => [...document.querySelectorAll('script[type^="application/ld+json"]')]
  .some((script) => /Quotation|Claim|liveBlog/.test(script.textContent!));

// A story as an object or as text.
const textOf = (story: object | string) => (typeof story === 'string' ? story : JSON.stringify(story));

export class SayWhen extends HTMLElement {
  static readonly observedAttributes = ['src', 'theme', 'view'];

  readonly #internals = this.attachInternals();
  readonly #frame = document.createElement('div');
  readonly #text: TextView;
  #currentState: State = 'idle';
  #shown = false; // something of the story, and then all of it
  #complete = false;
  #connected = false; // an element older than its script is told of its attributes before that
  #wantedView: string | undefined; // set before there was anything to show
  readonly #reasons = new Set<Reason>();
  #ownData: object | string | undefined;
  #drawing: Drawing | undefined;
  #parts: typeof Plain | undefined; // once they have come
  #plain: PlainStory | undefined; // the story as it can be read without a drawing
  #space: Space | undefined;
  #quotes: LightQuotes | undefined;
  #cleanUp: (() => void)[] = [];

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sharedStyle()];
    this.#text = new TextView({
      timeline: () => this.#showText(false),
      retry: () => this.#retry(),
      more: () => {
        this.#quotes!.showMore();
        this.#text.offerMore(this.#quotes!.hasMore);
      },
    });
    this.#frame.append(this.#text.head, this.#text.light, this.#text.progress);
    root.append(this.#frame);
  }

  get state(): State {
    return this.#currentState;
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }
  set src(value: string) {
    this.setAttribute('src', value);
  }

  get theme(): string {
    return this.getAttribute('theme') ?? 'auto';
  }
  set theme(value: string) {
    this.setAttribute('theme', value);
  }

  /** The story itself (an object, or its JSON text) in place of a file; undefined: the file again. */
  get data(): object | string | undefined {
    return this.#ownData;
  }
  set data(story: object | string | undefined) {
    this.#ownData = story;
    if (this.#connected) this.#begin();
  }

  /** What is shown, as a link carries it: "view=compare&q=nato", or "text". Setting it shows that. */
  get view(): string {
    return this.#reasons.has('chosen') ? TEXT_VIEW : this.#drawing?.view() ?? '';
  }
  set view(value: string) {
    this.setView(value);
  }

  /** Shows a view: its name ("timeline", "article", "compare", "voices", "text") or all of a link's. */
  setView(view: string): void {
    const text = view === TEXT_VIEW;
    if (!this.#shown) this.#wantedView = view;
    else if (!text) this.#drawing?.setView(/^\w+$/.test(view) ? `view=${view}` : view);
    this.#showText(text);
  }

  #showText(text: boolean): void {
    if (!this.#drawing || text === this.#reasons.has('chosen')) return;
    if (text) this.#reasons.add('chosen');
    else this.#reasons.delete('chosen');
    const focused = this.shadowRoot!.activeElement !== null;
    this.#settle();
    if (focused && text) this.#text.focus();
    else if (focused) this.#drawing?.focus('text-view');
    this.#announce('viewchange', { view: this.view });
  }

  /** Chooses a quote by its id in the story; nothing happens when there is none. */
  select(quoteId: string): void {
    this.#drawing?.select(quoteId);
  }

  /** Searches as if typed into the search field; empty: everything is shown again. */
  search(text: string): void {
    this.#drawing?.search(text);
  }

  /**
   * Shows a newer version of the story (an object, or its JSON text); the reader's place, selection
   * and filters stay, and what is new is marked. Returns how many quotes are new; throws when it is
   * not a story, and then the old one stays.
   */
  setData(story: object | string): number {
    if (!this.#complete || !this.#drawing) throw new Error('say-when: not ready');
    const result = this.#drawing.setStory(new TextEncoder().encode(textOf(story)), 'newer');
    if (result.error) throw new Error(result.error.message);
    this.#showQuotes(result.count);
    return result.fresh;
  }

  /** The widget as it is drawn now: a PNG, or null where it is not drawn. */
  async exportImage(): Promise<Blob | null> {
    return this.#drawing?.picture() ?? null;
  }

  connectedCallback(): void {
    this.#upgrade();
    adoptQuotesStyle(this.getRootNode());
    this.#connected = true;
    this.#begin();
  }

  // Leaves nothing behind: no listener, no memory of the module, no HTML that we added.
  disconnectedCallback(): void {
    this.#connected = false;
    this.#takeDown();
    this.#setState('idle');
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    if (!this.#connected) return;
    if (name === 'theme') this.#applyTheme();
    else if (name === 'view') this.setView(value ?? '');
    else this.#begin();
  }

  // What a script set before the element had its class hides our accessors.
  #upgrade(): void {
    for (const name of ['src', 'theme', 'view', 'data'] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value as string;
    }
  }

  #takeDown(): void {
    for (const clean of this.#cleanUp.splice(0)) clean();
    this.#drawing?.destroy();
    this.#drawing = undefined;
    this.#plain = undefined;
    this.#shown = this.#complete = false;
    this.#space?.end();
    this.#space = undefined;
    this.#reasons.clear();
    this.#internals.states.delete('served');
    this.#quotes?.clear();
    this.#text.clear();
  }

  #setState(state: State): void {
    const { states } = this.#internals;
    states.delete(this.#currentState);
    this.#currentState = state;
    states.add(state);
    // Once drawn and no longer inert, the mirror tells screen readers the same quotes in their places.
    this.#text.light.ariaHidden = state === 'ready' && this.#complete ? 'true' : null;
  }

  #retry(): void {
    if (this.#reasons.has('lost')) forgetDrawn(drawn); // its context may never come back
    this.#begin();
  }

  // From the start: whatever was shown is gone.
  #begin(): void {
    this.#takeDown();
    this.#setState('idle');
    const { story, awaited } = this.#source();
    if (!story) {
      if (awaited) this.#awaitInline();
      return;
    }
    if (this.#isReadable()) this.#internals.states.add('served');
    this.#space = new Space(this, this.#frame);
    if (this.#isNear()) {
      void this.#load(story);
      return;
    }
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void this.#load(story);
    }, { rootMargin: `${NEAR}px` });
    observer.observe(this);
    this.#cleanUp.push(() => observer.disconnect());
  }

  // What can be known before the page's first frame, for which an observer waits. In a frame nothing is
  // known of what the reader sees.
  #isNear(): boolean {
    if (document.hidden || window.parent !== window) return false;
    const { top, bottom, width } = this.getBoundingClientRect();
    return width > 0 && bottom > -NEAR && top < window.innerHeight + NEAR;
  }

  // Where the story comes from: a script's data, the file, the JSON inside the element, or what the
  // page says of itself; the parser may not have reached them. Nothing stands for the page.
  #source(): { story?: (signal: AbortSignal) => Promise<Response>; awaited?: boolean } {
    const { src } = this;
    const ownData = this.#ownData;
    if (ownData !== undefined) {
      return { story: async () => new Response(textOf(ownData)) };
    }
    if (src) return { story: (signal) => fetchStory(src, signal) };
    if (document.readyState === 'loading') return { awaited: true };
    const script = this.querySelector(':scope > script[type="application/json"]');
    if (!script && !pageQuotes()) return {};
    return { story: async () => new Response(script?.textContent ?? '') };
  }

  #awaitInline(): void {
    const waiting = new AbortController();
    document.addEventListener('DOMContentLoaded', () => this.#begin(), { once: true, signal: waiting.signal });
    this.#cleanUp.push(() => waiting.abort());
  }

  async #load(read: (signal: AbortSignal) => Promise<Response>): Promise<void> {
    const loading = new AbortController();
    const { signal } = loading;
    this.#cleanUp.push(() => loading.abort());
    const language = languageOf(this);
    this.#setState('loading');
    this.#applyTheme();
    const slow = setTimeout(() => {
      if (this.#currentState === 'loading') this.#text.offer({ retry: !this.#isReadable() });
    }, SLOW_MS);
    this.#cleanUp.push(() => clearTimeout(slow));
    const story = read(signal);
    story.catch(() => {}); // told of below
    const drawn = loadDrawn(language, this);
    let file: StoryFile;
    try {
      const parts = this.#parts ??= await import('./plain.js');
      this.#quotes ??= new parts.LightQuotes(this, () => this.#drawing?.quotesChanged());
      this.#text.setWords(this.#words);
      if (!this.#isReadable() && !signal.aborted) this.#text.say(this.#words.waiting);
      file = new parts.StoryFile(await story);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
      return;
    }
    const plain = this.#readPlain(file, language, signal).catch(() => {}); // who draws meets the same
    try {
      const { engine, Drawing } = await drawn;
      if (!signal.aborted) await this.#start(engine, Drawing, file, language);
    } catch (error) {
      await plain;
      if (signal.aborted) return;
      if (file.failed) this.#fail(error);
      else this.#breakDown(error);
    }
  }

  async #readPlain(file: StoryFile, language: Language, signal: AbortSignal): Promise<void> {
    const { LARGEST, plainStory } = this.#parts!;
    const json = await file.whole(LARGEST);
    const plain = json && plainStory(json, language.locale);
    if (!plain || signal.aborted) return;
    this.#plain = plain;
    if (this.#currentState !== 'loading') return;
    this.#text.setTitle(plain.title, '');
    this.#showPlain(plain);
    this.#text.say('');
  }

  get #words(): Words {
    return this.#parts?.wordsOf(languageOf(this).name) ?? ENGLISH;
  }

  async #start(engine: Engine, DrawingOf: typeof Drawing, file: StoryFile, language: Language): Promise<void> {
    const drawing = new DrawingOf(this, engine, {
      selected: (quote) => this.#announce('select', { quote }),
      viewChanged: (view) => this.#announce('viewchange', { view }),
      say: (text) => this.#text.say(text),
      textView: () => this.setView(TEXT_VIEW),
      hash: (view) => this.setView(view),
      broken: (error) => this.#breakDown(error),
      lost: () => this.#suspend('lost'),
      restored: () => this.#resume('lost'),
      darkChanged: () => this.#applyTheme(),
      forcedColors: (forced) => (forced ? this.#suspend('forced-colors') : this.#resume('forced-colors')),
    });
    this.#drawing = drawing;
    const present = (result: Opened) => {
      this.#text.setTitle(result.title, result.language);
      this.#showQuotes(result.count);
      // The module may have stopped in it, and all begun anew.
      if (this.#shown || drawing !== this.#drawing) return;
      this.#shown = true;
      this.#text.say('');
      if (engine.renderer) {
        this.#frame.append(drawing.root);
        drawing.watch(language, `${NEAR}px`);
      } else {
        this.#reasons.add('no-webgl');
        void engine.complete();
      }
      if (drawing !== this.#drawing) return;
      this.#applyTheme();
      this.#followHash();
      this.#settle();
    };
    const wantsView = () => this.#wantsView() || drawing.hashView();
    const result = await drawing.open(file, {
      mayBegin: () => !!engine.renderer && !wantsView(),
      begun: present,
      progress: (quotes) => {
        if (this.#shown && drawing === this.#drawing) this.#text.count(`${this.#words.waiting} ${quotes.toLocaleString(language.locale)}`);
      },
      cut: (error) => this.#announce('error', { message: tell(error) }),
    });
    if (drawing !== this.#drawing) return;
    this.#text.count('');
    if (result.error) {
      if (engine.broken) return; // told of already
      const { message, line, column } = result.error;
      this.#fail(new Error(`${this.src || 'inline'}:${line}:${column}: ${message}`));
      return;
    }
    // Not another view first.
    if (wantsView()) await engine.complete();
    if (drawing !== this.#drawing) return;
    present(result);
    this.#space?.release();
    await engine.whole;
    if (drawing !== this.#drawing) return;
    this.#complete = true;
    this.#setState(this.#currentState);
    this.#announce('ready', { problems: result.problems });
  }

  #suspend(reason: Reason): void {
    this.#reasons.add(reason);
    this.#settle();
  }
  #resume(reason: Reason): void {
    this.#reasons.delete(reason);
    this.#settle();
  }

  // Drawn, or as text, as the reasons say.
  #settle(): void {
    if (!this.#shown && !this.#reasons.has('broken')) return;
    const shown = this.#reasons.size === 0;
    this.#setState(shown ? 'ready' : 'html');
    this.#drawing?.show(shown);
    const reasons = this.#reasons;
    this.#text.offer({ timeline: reasons.size === 1 && reasons.has('chosen'),
                      retry: reasons.has('lost') || reasons.has('broken') });
  }

  // What the first part of the module could not draw alone; that one is gone, for all widgets.
  #beginWhole(): void {
    if (inParts) forgetDrawn(drawn);
    inParts = false;
    this.#begin();
  }

  // The story is there and its quotes can be read, but they cannot be drawn.
  #breakDown(error: unknown): void {
    if ((error as Error).name === INCOMPLETE) {
      this.#beginWhole();
      return;
    }
    forgetDrawn(drawn);
    if (!this.#isReadable()) {
      this.#fail(error);
      return;
    }
    const reason = tell(error);
    this.#drawing?.destroy();
    this.#drawing = undefined;
    if (this.#plain) this.#showPlain(this.#plain);
    this.#text.count('');
    this.#reasons.add('broken');
    this.#settle();
    this.#text.say(this.#words.plain);
    this.#text.explain(reason, '');
    this.#announce('error', { message: reason });
    this.#space?.release();
  }

  // There is no story: the quotes that the page holds stay, else a message stands in their place.
  #fail(error: unknown): void {
    this.#takeDown();
    const reason = tell(error);
    const readable = this.#isReadable();
    this.#setState(readable ? 'html' : 'error');
    if (!readable) {
      this.#text.setWords(this.#words);
      this.#text.say(this.#words.failed);
      this.#text.explain(reason, this.src && new URL(this.src, document.baseURI).href);
      this.#text.offer({ retry: true });
    }
    this.#announce('error', { message: reason });
  }

  #isReadable(): boolean {
    return this.querySelector('[data-quote]') !== null;
  }

  #showPlain({ quotes }: PlainStory): void {
    this.#quotes!.show((first, most) => quotes.slice(first, first + most), quotes.length);
  }

  #showQuotes(count: number): void {
    this.#quotes!.show((first, most) => this.#drawing?.quotes(first, most) ?? [], count);
    this.#text.offerMore(this.#quotes!.hasMore);
  }

  #announce(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`say-when-${name}`, { detail, bubbles: true, composed: true }));
  }

  #applyTheme(): void {
    const dark = this.theme === 'dark' || (this.theme !== 'light' && matchMedia(DARK).matches);
    if (dark) this.#internals.states.add('dark');
    else this.#internals.states.delete('dark');
    this.#drawing?.setDark(dark);
  }

  #wantsView(): string | null {
    return this.#wantedView ?? this.getAttribute('view');
  }

  // The page's hash says what to show, or else a script, or else the attribute.
  #followHash(): void {
    const wanted = this.#wantsView();
    this.#wantedView = undefined;
    if (!this.#drawing!.followHash() && wanted) this.setView(wanted);
  }
}
