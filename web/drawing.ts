// What the page fetches once a widget is near the screen: the module and all that draws with it.
// The element (element.ts) is in the script that every page loads, and knows this only by `import()`.

import { DARK } from './colors.js';
import { BROKEN, Engine, Relation, StoryResult, StoryStream } from './engine.js';
import type { HostArticle } from './host_article.js';
import { FrameSight } from './frame_sight.js';
import { Fonts } from './host.js';
import { Language } from './language.js';
import { LightWords } from './light_words.js';
import { afterFrame, MOST_WORK_MS, nextTask } from './next_task.js';
import { VIEW_HASH } from './requests.js';
import { drawingStyle } from './drawing_style.js';
import { Stage } from './stage.js';
import type { StoryFile } from './story_file.js';

export { Engine };

export interface DrawingEvents {
  selected(quoteId: string): void;
  viewChanged(view: string): void;
  say(text: string): void;
  textView(): void;
  hash(view: string): void; // the page's, of a view
  // The module cannot go on; `error` is the same for all of its widgets.
  broken(error: unknown): void;
  // The graphics card took the context away, and gave it back.
  lost(): void;
  restored(): void;
  // The reader's system turned dark or light; has, or no longer has, colours of its own.
  darkChanged(): void;
  forcedColors(forced: boolean): void;
}

export type Opened = Extract<StoryResult, { title: string }>;

/** While a story is on its way. */
export interface OpeningEvents {
  /** Whether the first quotes may be shown before the others: what a link leads to may come last. */
  mayBegin(): boolean;
  begun(first: Opened): void;
  /** So many have been read. */
  progress(quotes: number): void;
  /** No more will come; what has come is shown. */
  cut(error: unknown): void;
}

// Bytes that are read at once; how many quotes are shown while more are to come, if they stand in the first
// so many bytes.
const PIECE = 1 << 16;
const FIRST_QUOTES = 100;
const MOST_AHEAD = 1 << 20;

// `read`: bytes up to the end of the piece.
async function* piecesOf(file: StoryFile): AsyncGenerator<{ piece: Uint8Array; read: number }> {
  let before = 0;
  for await (const arrived of file) {
    for (let at = 0; at < arrived.length; at += PIECE) {
      const piece = arrived.subarray(at, at + PIECE);
      yield { piece, read: before + at + piece.length };
    }
    before += arrived.length;
  }
}

// What the module says of a file that is no story file, but may be of another format.
const NO_STORY = ['bad-json', 'not-a-story', 'empty-story'];

// One widget drawn in its element.
export class Drawing {
  readonly #stage: Stage;
  readonly #words: LightWords;
  readonly #ending = new AbortController();
  #article: HostArticle | undefined;
  #chosen = ''; // by the reader or a script

  readonly #host: HTMLElement;
  readonly #engine: Engine;
  readonly #events: DrawingEvents;

  constructor(host: HTMLElement, engine: Engine, events: DrawingEvents) {
    this.#host = host;
    this.#engine = engine;
    this.#events = events;
    const root = host.shadowRoot!;
    if (!root.adoptedStyleSheets.includes(drawingStyle())) root.adoptedStyleSheets.push(drawingStyle());
    this.#words = new LightWords(host);
    this.#stage = new Stage(engine, engine.host.fontsId(this.#fonts()), {
      ...events,
      selected: (quote) => {
        this.#chosen = quote;
        this.#article?.choose(quote);
        events.selected(quote);
      },
      showOnPage: (quote) => this.#article?.show(quote),
      page: () => host.getAttribute('page') || location.href,
      words: (shown) => this.#words.show(shown),
    });
    const forget = engine.listen(events);
    this.#ending.signal.addEventListener('abort', forget);
  }

  get root(): HTMLElement {
    return this.#stage.root;
  }

  /** Reads a story and shows it. `file`: of any format; empty: what the page says of itself in JSON-LD. */
  async open(file: StoryFile, events: OpeningEvents): Promise<StoryResult> {
    const result = await this.#readStory(file, events);
    if (!result.error || this.#engine.broken) return result;
    if (!NO_STORY.includes(result.error.code)) return result;
    const story = (await file.whole())!;
    const { convertFile, convertPage } = await import('./formats.js');
    const converted = await (story.length ? convertFile(story) : convertPage());
    if ('error' in converted) return converted.error.code === 'unknown-format' ? result : converted;
    const opened = this.setStory(converted.story, 'another');
    return opened.error ? opened : { ...opened, problems: converted.problems };
  }

  // Piece by piece, with time for the page in between; while more is to come the first quotes are shown.
  async #readStory(file: StoryFile, events: OpeningEvents): Promise<StoryResult> {
    const { signal } = this.#ending;
    const stream = new StoryStream(this.#engine);
    signal.addEventListener('abort', () => stream.drop());
    let looks = true; // for the first quotes
    let begun = false;
    let pause = performance.now() + MOST_WORK_MS;
    let quotes = 0;
    const leaveTime = async () => {
      if (performance.now() < pause) return;
      events.progress(quotes);
      await nextTask();
      pause = performance.now() + MOST_WORK_MS;
    };
    try {
      for await (const { piece, read } of piecesOf(file)) {
        quotes = stream.append(piece);
        if (looks && quotes >= FIRST_QUOTES) {
          looks = false;
          begun = read <= MOST_AHEAD && !file.ended && events.mayBegin() && this.#showFirst(await file.head(read), events);
        }
        await leaveTime();
      }
    } catch (error) {
      if (!begun) throw error;
      if (!signal.aborted) events.cut(error);
    }
    stream.close();
    do await leaveTime(); while (!stream.prepare());
    await leaveTime();
    return this.#finish(stream, begun ? 'whole' : 'another');
  }

  // Not where more is wrong than that it ends: who speaks may be told after what is said.
  #showFirst(json: Uint8Array, { begun }: OpeningEvents): boolean {
    if (this.#ending.signal.aborted) return false;
    const first = this.setStory(json, 'another');
    if (first.error || first.problems > 1) return false;
    begun(first);
    return true;
  }

  setStory(json: Uint8Array, relation: Relation): StoryResult {
    const stream = new StoryStream(this.#engine);
    for (let at = 0; at < json.length; at += PIECE) stream.append(json.subarray(at, at + PIECE));
    stream.close();
    return this.#finish(stream, relation);
  }

  #finish(stream: StoryStream, relation: Relation): StoryResult {
    if (this.#ending.signal.aborted) return { error: BROKEN };
    const result = this.#stage.setStory(stream, relation);
    this.#article?.read();
    return result;
  }

  /** The light DOM's quotes are others now. */
  quotesChanged(): void {
    this.#words.refresh();
  }

  #later(act: () => void): void {
    if (this.#ending.signal.aborted) return;
    this.#engine.whenWhole(() => {
      if (!this.#ending.signal.aborted) act();
    });
  }

  select(quoteId: string): void {
    this.#later(() => this.#stage.select(quoteId));
  }
  search(text: string): void {
    this.#later(() => this.#stage.search(text));
  }
  view(): string {
    return this.#stage.view();
  }
  setView(view: string): void {
    this.#later(() => this.#stage.setView(view));
  }
  setDark(dark: boolean): void {
    this.#stage.setDark(dark);
  }
  focus(nodeId: string): void {
    this.#stage.focus(nodeId);
  }
  quotes(first: number, most: number): ReturnType<Stage['quotes']> {
    return this.#stage.quotes(first, most);
  }
  picture(): Promise<Blob | null> {
    return this.#stage.picture({ picture: 0 });
  }

  /** Whether it is what the element shows; while it is not, every quote stands in the light DOM. */
  show(shown: boolean): void {
    this.#stage.setShown(shown);
    if (shown) this.#words.refresh();
    else this.#words.clear();
  }

  destroy(): void {
    this.#ending.abort();
    this.#article?.destroy();
    this.#stage.destroy();
    this.#words.clear();
  }

  #fonts(): Fonts {
    const style = getComputedStyle(this.#host);
    return [style.getPropertyValue('--ui').trim(), style.getPropertyValue('--text').trim()];
  }

  /** Follows what it depends on: size, place, fonts, motion, paper. `near`: see element.ts. */
  watch(language: Language, near: string): void {
    const { signal } = this.#ending;
    const [stage, engine] = [this.#stage, this.#engine];
    // What a reader does may need all of the module, which is asked for when the first frame is on the screen: that
    // would wait for what else is done.
    this.root.inert = true;
    afterFrame(() => this.#later(() => {
      this.root.inert = false;
    }));
    // Where no frame comes nothing waits for it.
    if (document.hidden) void engine.complete();
    stage.setLanguage(language.name);
    const fit = () => stage.setSize(this.#host.clientWidth, window.devicePixelRatio);
    const resized = new ResizeObserver(fit);
    resized.observe(this.#host);
    let onScreen = true;
    const see = () => stage.setVisible(onScreen && !document.hidden);
    const seen = new IntersectionObserver((entries) => {
      onScreen = entries.at(-1)!.isIntersecting;
      see();
    }, { rootMargin: near });
    document.addEventListener('visibilitychange', () => {
      see();
      if (document.hidden) void engine.complete();
    }, { signal });
    seen.observe(this.#host);
    signal.addEventListener('abort', () => {
      resized.disconnect();
      seen.disconnect();
    });
    if (window.parent !== window) {
      const sight = new FrameSight(stage.root, (top, bottom) => stage.setSeenInFrame(top, bottom));
      signal.addEventListener('abort', () => sight.destroy());
    }
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
    document.fonts.addEventListener('loadingdone', () => {
      engine.forgetText();
      stage.requestFrame();
    }, { signal });
    this.#watchColors(signal);
    this.#watchPaper(signal);
    this.#watchFinding(signal);
    applyMotion();
    fit();
    this.#followArticle().catch((error: unknown) => {
      console.warn(`say-when: for: ${error instanceof Error ? error.message : String(error)}`);
    });
  }

  /** The view that the page's hash names, or empty. */
  hashView(): string {
    return location.hash.startsWith(VIEW_HASH) ? location.hash.slice(VIEW_HASH.length) : '';
  }

  /** True when the page's hash names a view now; later ones are told of. */
  followHash(): boolean {
    const follow = () => {
      const view = this.hashView();
      if (view) this.#events.hash(view);
      return view !== '';
    };
    window.addEventListener('hashchange', follow, { signal: this.#ending.signal });
    return follow();
  }

  #watchColors(signal: AbortSignal): void {
    matchMedia(DARK).addEventListener('change', () => this.#events.darkChanged(), { signal });
    const forced = matchMedia('(forced-colors: active)');
    forced.addEventListener('change', () => this.#events.forcedColors(forced.matches), { signal });
    if (forced.matches) this.#events.forcedColors(true);
  }

  // What finds quotes in the page's article comes only where an article is named.
  async #followArticle(): Promise<void> {
    const selector = this.#host.getAttribute('for');
    if (!selector) return;
    const article = (this.#host.getRootNode() as ParentNode).querySelector(selector)
      ?? document.querySelector(selector);
    if (!article) throw new Error(`the page has no ${selector}`);
    const { HostArticle } = await import('./host_article.js');
    if (!this.#ending.signal.aborted) await this.#engine.complete();
    if (this.#ending.signal.aborted) return;
    const stage = this.#stage;
    this.#article = new HostArticle(article, {
      anchor: (text) => stage.setPageArticle(text),
      pressed: (quote) => stage.select(quote),
    });
    this.#article.choose(this.#chosen);
  }

  // The quotes that are not over their drawn words lie in a box without a size. Where find-in-page or a
  // link to text finds something there, or where words are cut off, it scrolls to it or selects it: the
  // widget goes to that quote. What spans several quotes is somebody's copy of all of it.
  #watchFinding(signal: AbortSignal): void {
    const goTo = (quote: HTMLElement | undefined) => {
      if (!this.#stage.isShown || !quote) return;
      // Firefox scrolls to where it was found after telling of it.
      afterFrame(() => this.#later(() => this.#stage.goTo(quote.dataset.quote!)));
    };
    const box = this.#host.shadowRoot!.querySelector('.light')!;
    box.addEventListener('scroll', () => {
      if (box.scrollTop === 0) return;
      const { top } = box.getBoundingClientRect();
      const found = Array.from(this.#host.querySelectorAll<HTMLElement>(':scope > [data-quote]:not([slot])'))
        .find((quote) => quote.getBoundingClientRect().bottom > top);
      box.scrollTo(0, 0);
      goTo(found);
    }, { signal });
    document.addEventListener('selectionchange', () => {
      const selection = getSelection()!;
      const { anchorNode, focusNode } = selection;
      const quote = anchorNode?.parentElement?.closest<HTMLElement>('[data-quote]');
      if (selection.isCollapsed || quote?.parentElement !== this.#host || !quote.contains(focusNode)) return;
      // A page may give a quote a slot that there is not.
      const words = quote.slot && quote.assignedSlot?.parentElement;
      const found = selection.getRangeAt(0).getBoundingClientRect();
      if (!words || found.top >= words.getBoundingClientRect().bottom) goTo(quote);
    }, { signal });
  }

  // On paper the quotes are a list, and the chosen one has its place in it. The events come in time
  // for the paper; a page that is only looked at as printed has the medium alone.
  #watchPaper(signal: AbortSignal): void {
    const print = matchMedia('print');
    const toPaper = () => this.#words.clear();
    const toScreen = () => this.#words.refresh();
    window.addEventListener('beforeprint', toPaper, { signal });
    window.addEventListener('afterprint', toScreen, { signal });
    print.addEventListener('change', () => (print.matches ? toPaper : toScreen)(), { signal });
  }
}
