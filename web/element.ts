// <say-when src="story.json">: the element that a page embeds.

import { Engine } from './engine.js';
import { Fonts } from './host.js';
import { Language, languageOf } from './language.js';
import { addQuotes } from './light_quotes.js';
import { LightWords } from './light_words.js';
import { VIEW_HASH } from './requests.js';
import { Stage } from './stage.js';
import { sharedStyle } from './style.js';

// Nothing is fetched until the element is this near to the screen.
const NEAR = '200px';

// idle: waits to come near; loading; ready: drawn; html: the quotes are shown as plain HTML;
// error: there is no story.
export type State = 'idle' | 'loading' | 'ready' | 'html' | 'error';

let engine: Promise<Engine> | undefined;

// One module serves all widgets of a page, in the language of the first.
function loadEngine(language: Language): Promise<Engine> {
  engine ??= Engine.load(new URL('saywhen.wasm', import.meta.url), language)
    .catch((error: unknown) => {
      engine = undefined; // the next widget may have better luck
      throw error;
    });
  return engine;
}

async function fetchStory(src: string, signal: AbortSignal): Promise<Uint8Array> {
  const url = new URL(src, document.baseURI);
  const response = await fetch(url, { credentials: 'omit', signal });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export class SayWhen extends HTMLElement {
  static readonly observedAttributes = ['src', 'theme'];

  private readonly internals = this.attachInternals();
  private readonly stageSlot = document.createElement('div');
  private readonly light = document.createElement('div');
  private readonly message = document.createElement('p');
  private currentState: State = 'idle';
  private stage: Stage | undefined;
  private addedQuotes: HTMLElement[] = [];
  private readonly lightWords = new LightWords(this);
  private cleanUp: (() => void)[] = [];

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sharedStyle()];
    this.message.className = 'message';
    this.message.setAttribute('role', 'status');
    this.light.className = 'light';
    this.light.append(document.createElement('slot'));
    root.append(this.message, this.stageSlot, this.light);
  }

  get state(): State {
    return this.currentState;
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

  /** Chooses a quote by its id in the story; nothing happens when there is none. */
  select(quoteId: string): void {
    this.stage?.select(quoteId);
  }

  /** Searches as if typed into the search field; empty: everything is shown again. */
  search(text: string): void {
    this.stage?.search(text);
  }

  /** What is shown, as a link carries it: "view=compare&q=nato". Setting it shows that. */
  get view(): string {
    return this.stage?.view() ?? '';
  }
  set view(value: string) {
    this.stage?.setView(value);
  }

  /**
   * Shows a newer version of the story (an object, or its JSON text); the reader's place, selection
   * and filters stay, and what is new is marked. Returns how many quotes are new; throws when it is
   * not a story, and then the old one stays.
   */
  setData(story: object | string): number {
    if (!this.stage) throw new Error('say-when: not ready');
    const text = typeof story === 'string' ? story : JSON.stringify(story);
    const result = this.stage.setStory(new TextEncoder().encode(text), true);
    if (result.error) throw new Error(result.error.message);
    for (const quote of this.addedQuotes.splice(0)) quote.remove();
    this.addedQuotes = addQuotes(this, result.quotes);
    this.lightWords.refresh();
    return result.fresh;
  }

  /** The widget as it is drawn now: a PNG, or null where it is not drawn. */
  exportImage(): Promise<Blob | null> {
    return this.stage?.picture({ picture: 0 }) ?? Promise.resolve(null);
  }

  connectedCallback(): void {
    // An element older than its script is told of its attributes first, and has begun already.
    this.takeDown();
    this.waitUntilNear();
  }

  // Leaves nothing behind: no listener, no memory of the module, no HTML that we added.
  disconnectedCallback(): void {
    this.takeDown();
    this.setState('idle');
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    if (name === 'theme') {
      this.applyTheme();
      return;
    }
    this.takeDown();
    this.waitUntilNear();
  }

  private takeDown(): void {
    for (const clean of this.cleanUp.splice(0)) clean();
    this.stage?.destroy();
    this.stage = undefined;
    this.lightWords.clear();
    for (const quote of this.addedQuotes.splice(0)) quote.remove();
    this.message.textContent = '';
  }

  private setState(state: State): void {
    this.internals.states.delete(this.currentState);
    this.currentState = state;
    this.internals.states.add(state);
    // Once drawn, the mirror tells screen readers the same quotes in their places.
    this.light.ariaHidden = state === 'ready' ? 'true' : null;
  }

  private waitUntilNear(): void {
    this.setState('idle');
    if (!this.src) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void this.load();
    }, { rootMargin: NEAR });
    observer.observe(this);
    this.cleanUp.push(() => observer.disconnect());
  }

  private async load(): Promise<void> {
    const { src } = this;
    const loading = new AbortController();
    this.cleanUp.push(() => loading.abort());
    const stale = () => loading.signal.aborted;
    this.setState('loading');
    try {
      const [engine, story] = await Promise.all([loadEngine(languageOf(this)), fetchStory(src, loading.signal)]);
      if (stale()) return;
      this.start(engine, story);
    } catch (error) {
      if (!stale()) this.fail(error);
    }
  }

  private start(engine: Engine, story: Uint8Array): void {
    const stage = new Stage(engine, engine.host.fontsId(this.fonts()), {
      selected: (quote) => this.announce('select', { quote }),
      words: (quote, text) => this.lightWords.show(quote, text),
    });
    this.stage = stage;
    const result = stage.setStory(story);
    if (result.error) {
      const { message, line, column } = result.error;
      throw new Error(`${this.src}:${line}:${column}: ${message}`);
    }
    this.addedQuotes = addQuotes(this, result.quotes);
    if (!engine.renderer) {
      stage.destroy();
      this.stage = undefined;
      this.setState('html');
      return;
    }
    stage.setLanguage(languageOf(this).name);
    if (location.hash.startsWith(VIEW_HASH)) stage.setView(location.hash.slice(VIEW_HASH.length));
    this.stageSlot.append(stage.root);
    this.setState('ready');
    this.watch(engine, stage);
    this.announce('ready', { problems: result.problems });
  }

  // The quotes that the page holds stay readable; one line says what went wrong.
  private fail(error: unknown): void {
    this.takeDown();
    const reason = error instanceof Error ? error.message : String(error);
    console.warn(`say-when: ${reason}`);
    const readable = this.querySelector('[data-quote]') !== null;
    this.setState(readable ? 'html' : 'error');
    if (!readable) this.message.textContent = 'The quotes could not be loaded.';
    this.announce('error', { message: reason });
  }

  private announce(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`say-when-${name}`, { detail, bubbles: true, composed: true }));
  }

  private fonts(): Fonts {
    const style = getComputedStyle(this);
    return [style.getPropertyValue('--ui').trim(), style.getPropertyValue('--text').trim()];
  }

  private applyTheme(): void {
    const dark = this.theme === 'dark' ||
      (this.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    if (dark) this.internals.states.add('dark');
    else this.internals.states.delete('dark');
    this.stage?.setDark(dark);
  }

  // What a drawn widget depends on.
  private watch(engine: Engine, stage: Stage): void {
    const ending = new AbortController();
    const { signal } = ending;
    this.cleanUp.push(() => ending.abort());

    const fit = () => stage.setSize(this.clientWidth, window.devicePixelRatio);
    const resized = new ResizeObserver(fit);
    resized.observe(this);
    const seen = new IntersectionObserver((entries) => {
      stage.setVisible(entries.at(-1)!.isIntersecting);
    }, { rootMargin: NEAR });
    seen.observe(this);
    this.cleanUp.push(() => resized.disconnect(), () => seen.disconnect());

    window.addEventListener('hashchange', () => {
      if (location.hash.startsWith(VIEW_HASH)) stage.setView(location.hash.slice(VIEW_HASH.length));
    }, { signal });
    const moved = () => stage.viewMoved();
    // Scrollers anywhere above: their events do not bubble, but are captured.
    document.addEventListener('scroll', moved, { signal, capture: true, passive: true });
    window.addEventListener('resize', () => {
      fit();
      moved();
    }, { signal });
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const applyMotion = () => stage.setReducedMotion(motion.matches);
    motion.addEventListener('change', applyMotion, { signal });
    matchMedia('(prefers-color-scheme: dark)')
      .addEventListener('change', () => this.applyTheme(), { signal });
    document.fonts.addEventListener('loadingdone', () => {
      engine.forgetText();
      stage.requestFrame();
    }, { signal });
    // On paper the quotes are a list, and the chosen one has its place in it. The events come in time
    // for the paper; a page that is only looked at as printed has the medium alone.
    const print = matchMedia('print');
    const toPaper = () => this.lightWords.clear();
    const toScreen = () => this.lightWords.refresh();
    window.addEventListener('beforeprint', toPaper, { signal });
    window.addEventListener('afterprint', toScreen, { signal });
    print.addEventListener('change', () => (print.matches ? toPaper : toScreen)(), { signal });
    applyMotion();
    this.applyTheme();
    fit();
  }
}
