// One widget drawn and driven: the canvas with the band of the widget that is near the screen, the
// input over it, and the mirror. Asks for a frame only when there is a reason for one.

import { OVERSCAN, TALLEST_BAND } from './band.js';
import { Anchor, Engine, PageRequest, PICTURES, QuoteRecord, Relation, StoryResult, StoryStream, WidgetHandle } from './engine.js';
import { Mirror } from './mirror.js';
import { afterFrame, MOST_WORK_MS, nextTask } from './next_task.js';
import { Renderer } from './renderer.js';
import { fulfil } from './requests.js';

// A search is answered where it is seen; what is drawn beyond the screen comes when so long no other has come.
const TYPING_PAUSE_MS = 200;
// Quotes that are made ready for searches in one call.
const PREPARED_AT_ONCE = 1000;
// A band that ends with the widget is drawn to a multiple of this, CSS pixels, and cut off there: a widget that
// becomes a little taller or lower, as by every few turns of zooming, needs no other canvas.
const LENGTHS = 128;
// How tall a screen is taken to be where a frame shows only a part of it, CSS pixels.
const LEAST_SCREEN = 900;
// How far below the line of who is read the eye is taken to be, CSS pixels.
const READING_AHEAD = 48;
// A press on words that moves farther, CSS pixels, or a finger that stays longer, selects them.
const MOST_SLIP = 4;
const LONG_PRESS_MS = 450;
// Narrower widgets have no timeline to pinch (style::kNarrow in src/ui/theme.h).
const NARROW = 600;

export interface StageEvents {
  selected(quoteId: string): void;
  viewChanged(view: string): void;
  say(text: string): void;
  textView(): void;
  // The reader asks for a quote in the article around the widget.
  showOnPage(quoteId: string): void;
  // The address that links to a view lead to.
  page(): string;
  // The quotes whose words can be selected where they are drawn, and those words.
  words(shown: ReadonlyMap<string, string>): void;
}

export class Stage {
  readonly root = document.createElement('div');
  // Who speaks where an article is read, once its timeline has left the screen.
  readonly #reading = document.createElement('canvas');
  readonly #canvas = document.createElement('canvas');
  readonly #measure = document.createElement('div');
  readonly #mirror: Mirror;
  readonly #widget: WidgetHandle;
  readonly #ending = new AbortController();
  #frameRequest = 0;
  #visible = true;
  #shown = true;
  #toldView = '';
  #width = 0;
  #scale = 1;
  #height = 0; // of all of the widget, as of the last frame
  #bandTop = 0;
  #bandHeight = 0;
  #quoteRead = -1;
  #seenInFrame: { top: number; bottom: number } | undefined;
  #stale = true; // the band, that is: not only the line of who is read
  #reveals = false; // what is chosen next, by a press on the canvas or the slider
  #jumps = false; // to it, at once: as find-in-page does
  // Where and when words were pressed last, CSS pixels and milliseconds; undefined: not words.
  #pressed: { x: number; y: number; time: number } | undefined;
  #preparing = false; // for searches
  #nextSearch: (() => void) | undefined;
  #overscan = 0; // none for the first frame, which is awaited
  #typing = 0; // the timer that ends it; 0: nobody types
  #pinch = 0; // how far apart two fingers are; 0: no pinch

  readonly #engine: Engine;
  readonly #fonts: number;
  readonly #events: StageEvents;

  constructor(engine: Engine, fonts: number, events: StageEvents) {
    this.#engine = engine;
    this.#fonts = fonts;
    this.#events = events;
    this.#widget = engine.create(fonts);
    this.root.className = 'stage';
    this.#canvas.className = 'band';
    this.#reading.className = 'reading';
    for (const canvas of [this.#canvas, this.#reading]) canvas.setAttribute('aria-hidden', 'true');
    const measuring = document.createElement('div');
    measuring.className = 'measuring';
    measuring.setAttribute('aria-hidden', 'true');
    this.#measure.className = 'measure';
    measuring.append(this.#measure);
    this.#mirror = new Mirror({
      press: (id, amount) => {
        this.#reveals = id === 'timeline-slider';
        const flags = this.#widget.press(id, amount);
        this.#changed(flags);
        return flags !== 0;
      },
      aboutToSearch: () => void this.#prepareSearch(),
      search: (id, text) => this.#searchBy(() => this.#changed(this.#widget.press(id, 0, text))),
      key: (name) => {
        this.#reveals = false; // the focus goes along, and is kept in sight by itself
        const used = this.#widget.pressKey(name);
        if (used) this.requestFrame();
        return used;
      },
      say: (text) => this.#events.say(text),
      words: (shown) => this.#events.words(shown),
      found: (quote) => this.goTo(quote),
    });
    this.root.append(this.#canvas, this.#reading, this.#mirror.root, measuring);
    // Targets fit for fingers from the start, where fingers are what there is.
    if (matchMedia('(pointer: coarse)').matches) this.#widget.pointerMove(-1, -1, true);
    this.#listen();
  }

  destroy(): void {
    this.#ending.abort();
    clearTimeout(this.#typing);
    this.#mirror.destroy();
    cancelAnimationFrame(this.#frameRequest);
    this.#widget.destroy();
    this.root.remove();
  }

  setStory(stream: StoryStream, relation: Relation): StoryResult {
    const result = this.#widget.setStory(stream, relation);
    if (relation === 'another') this.#toldView = this.#widget.view();
    else this.requestFrame();
    return result;
  }
  quotes(first: number, most: number): QuoteRecord[] {
    return this.#widget.quotes(first, most);
  }

  setPageArticle(text: string): Anchor[] {
    this.requestFrame();
    return this.#widget.setPageArticle(text);
  }

  setLanguage(language: string): void {
    this.#mirror.root.lang = language;
    this.#mirror.root.dir = language === 'ar' ? 'rtl' : 'ltr';
  }

  view(): string {
    return this.#widget.view();
  }
  setView(view: string): void {
    this.#nextSearch = undefined;
    this.#changed(this.#widget.setView(view));
  }
  search(text: string): void {
    this.#searchBy(() => this.#changed(this.#widget.search(text)));
  }

  // The last of what is typed before a search can be answered at once is answered when it can.
  #searchBy(search: () => void): void {
    this.#nextSearch = search;
    void this.#prepareSearch();
  }

  async #prepareSearch(): Promise<void> {
    if (this.#preparing) return;
    this.#preparing = true;
    let pause = performance.now() + MOST_WORK_MS;
    while (!this.#ending.signal.aborted && !this.#widget.prepareSearch(PREPARED_AT_ONCE)) {
      if (performance.now() < pause) continue;
      await nextTask();
      pause = performance.now() + MOST_WORK_MS;
    }
    this.#preparing = false;
    const search = this.#nextSearch;
    this.#nextSearch = undefined;
    if (!search || this.#ending.signal.aborted) return;
    this.#overscan = 0;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#prepareScroll(), TYPING_PAUSE_MS);
    search();
  }

  setSize(width: number, scale: number): void {
    const snapped = Math.round(width * scale) / scale;
    if (snapped === this.#width && scale === this.#scale) return;
    // Zoomed: lines may be put elsewhere within a pixel.
    if (this.#width !== 0 && scale !== this.#scale) this.#engine.forgetText();
    this.#width = snapped;
    this.#scale = scale;
    this.#widget.setSize(snapped, scale);
    this.requestFrame();
  }

  setDark(dark: boolean): void {
    this.#widget.setDark(dark);
    this.requestFrame();
  }

  setReducedMotion(reduced: boolean): void {
    this.#widget.setReducedMotion(reduced);
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.requestFrame();
  }

  get isShown(): boolean {
    return this.#shown;
  }
  /** Whether it is what its element shows: drawn, rather than as text. */
  setShown(shown: boolean): void {
    this.#shown = shown;
    if (shown) this.requestFrame();
  }

  focus(nodeId: string): void {
    this.#mirror.focus(nodeId);
  }

  select(quoteId: string): void {
    this.#reveals = false; // where the page is scrolled is its script's affair
    this.#changed(this.#widget.select(quoteId));
    if (!this.#visible || !this.#shown) this.#tellSelection(); // no frame will
  }

  /** Chooses a quote that was found elsewhere, and brings its words to the screen. */
  goTo(quoteId: string): void {
    this.#changed(this.#widget.select(quoteId));
    this.#jumps = true;
    this.requestFrame();
  }

  requestFrame(): void {
    this.#stale = true;
    this.#requestAny();
  }

  #requestAny(): void {
    if (this.#frameRequest !== 0 || !this.#visible || !this.#shown || this.#ending.signal.aborted) return;
    this.#frameRequest = requestAnimationFrame((now) => {
      this.#frameRequest = 0;
      if (this.#stale) this.#draw(now);
      if (this.#shown && !this.#engine.broken) this.#drawReading();
    });
  }

  // Scrolled or resized: a frame is needed only when the drawn band no longer covers what is seen.
  viewMoved(): void {
    const seen = this.#seen();
    if (seen.bottom <= seen.top) return;
    if (!this.#covers(seen)) this.requestFrame();
    else if (this.#quoteAtTop() !== this.#quoteRead) this.#requestAny();
  }

  #quoteAtTop(): number {
    // Where no article is read, nothing has to be laid out for this.
    if (!this.#widget.isArticleShown()) return -1;
    const line = this.#reading.getBoundingClientRect();
    // Read is what stands just below the line.
    const y = line.bottom + READING_AHEAD - this.root.getBoundingClientRect().top;
    return this.#widget.quoteReadAt(y);
  }

  #drawReading(): void {
    this.#quoteRead = this.#quoteAtTop();
    this.#reading.style.visibility = this.#quoteRead < 0 ? 'hidden' : 'visible';
    const { renderer } = this.#engine;
    if (this.#quoteRead < 0 || !renderer) return;
    this.#widget.readingFrame(this.#quoteRead);
    this.#copyFrame(renderer, this.#reading);
  }

  /** In a frame the window is as tall as the widget, and says nothing of the screen: what is seen of
   * the widget, CSS pixels from its top. */
  setSeenInFrame(top: number, bottom: number): void {
    this.#seenInFrame = { top, bottom };
    this.viewMoved();
  }

  // The part of the widget that is on the screen, and the screen's height.
  #seen(): { top: number; bottom: number; screen: number } {
    const height = this.#height;
    if (this.#seenInFrame) {
      const { top, bottom } = this.#seenInFrame;
      return { top, bottom: Math.min(height, bottom), screen: Math.max(bottom - top, LEAST_SCREEN) };
    }
    const screen = window.innerHeight;
    const box = this.root.getBoundingClientRect();
    return { top: Math.max(0, -box.top), bottom: Math.min(height, screen - box.top), screen };
  }

  #covers({ top, bottom }: { top: number; bottom: number }): boolean {
    const nearly = 0.01; // sums of parts of pixels
    return top >= this.#bandTop && bottom <= this.#bandTop + this.#bandHeight + nearly;
  }

  #chooseBand(): void {
    const { top, screen } = this.#seen();
    const wanted = screen * (1 + 2 * this.#overscan);
    const content = Math.ceil(this.#height / LENGTHS) * LENGTHS || wanted;
    const tallest = (TALLEST_BAND - 1) / this.#scale;
    const height = Math.min(content, wanted, tallest);
    const start = Math.max(0, Math.min(top - screen * this.#overscan, content - height));
    this.#bandTop = Math.floor(start * this.#scale) / this.#scale;
    this.#bandHeight = Math.ceil((start + height) * this.#scale) / this.#scale - this.#bandTop;
  }

  #draw(now: number): void {
    if (this.#width === 0 || !this.#visible || !this.#shown || this.#engine.broken) return;
    this.#stale = false;
    this.#engine.host.measure = this.#measure;
    this.#chooseBand();
    let again = this.#widget.frame(now, this.#bandTop, this.#bandHeight);
    if (this.#engine.broken) return;
    const height = this.#widget.contentHeight();
    if (height !== this.#height) {
      this.#height = height;
      this.root.style.height = `${height}px`;
      const [bandTop, bandHeight] = [this.#bandTop, this.#bandHeight];
      if (!this.#covers(this.#seen())) this.#chooseBand();
      if (bandTop !== this.#bandTop || bandHeight !== this.#bandHeight) {
        again = this.#widget.frame(now, this.#bandTop, this.#bandHeight) || again;
      }
    }
    this.#show();
    const tree = this.#widget.newTree();
    if (tree) this.#mirror.update(tree);
    if (!this.#nextSearch) this.#mirror.putBack();
    this.#tellSelection();
    if (this.#jumps) this.#jump();
    this.#reveals = false;
    this.#jumps = false;
    if (this.#overscan !== OVERSCAN && this.#typing === 0) this.#prepareScroll();
    if (again) this.requestFrame();
    else this.#tellView();
  }

  // Once the first frame is on the screen: before, growing the canvas would wait for it to be there.
  #prepareScroll(): void {
    this.#typing = 0;
    this.#overscan = OVERSCAN;
    afterFrame(() => this.requestFrame());
  }

  #tellSelection(): void {
    const selected = this.#widget.newSelection();
    if (selected === undefined) return;
    if (this.#reveals) this.#mirror.reveal([`passage-${selected}`, 'words', `quote-${selected}`]);
    this.#events.selected(selected);
  }

  // Twice: what was found has gone from where it was, and Firefox moves the page along with it.
  #jump(): void {
    const reveal = () => this.#mirror.reveal(['words'], true);
    reveal();
    afterFrame(reveal);
  }

  // Once things have come to rest.
  #tellView(): void {
    const view = this.#widget.view();
    if (view === this.#toldView) return;
    this.#toldView = view;
    this.#events.viewChanged(view);
  }

  #show(): void {
    const { renderer } = this.#engine;
    if (!renderer) return;
    this.#copyFrame(renderer, this.#canvas);
    this.#canvas.style.top = `${this.#bandTop}px`;
  }

  #copyFrame(renderer: Renderer, canvas: HTMLCanvasElement): void {
    const [width, height] = renderer.draw(this.#widget.frameData());
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / this.#scale}px`;
      canvas.style.height = `${height / this.#scale}px`;
    }
    canvas.getContext('2d', { alpha: false })!
      .drawImage(renderer.canvas, 0, 0, width, height, 0, 0, width, height);
  }

  #changed(flags: number): void {
    if (flags === 0) return;
    this.requestFrame();
    this.#fulfilRequests();
  }

  // At once, while the reader's press still counts as leave to copy and open.
  #fulfilRequests(): void {
    for (let request = this.#widget.nextRequest(); request; request = this.#widget.nextRequest()) {
      if (request.kind === 'textView') this.#events.textView();
      else if (request.kind === 'showOnPage') this.#events.showOnPage(request.text);
      else fulfil(request, this.#events.page(), (each) => this.picture(each)).catch((error: unknown) => {
        console.warn(`say-when: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  }

  /** The widget as it is now, whole, or a card of the selected quote. */
  picture(request: Pick<PageRequest, 'picture'>): Promise<Blob | null> {
    const { renderer, host } = this.#engine;
    const kind = PICTURES[request.picture];
    if (!renderer || !kind) return Promise.resolve(null);
    host.measure = this.#measure;
    if (kind === 'svg') {
      const svg = this.#widget.svg(host.fontsOf(this.#fonts));
      this.requestFrame();
      return Promise.resolve(new Blob([svg], { type: 'image/svg+xml' }));
    }
    if (kind === 'wideCard') this.#widget.cardFrame(1200, 630);
    else if (kind === 'squareCard') this.#widget.cardFrame(1080, 1080);
    else this.#widget.frame(performance.now(), 0, Math.min(this.#height, TALLEST_BAND / this.#scale));
    const [width, height] = renderer.draw(this.#widget.frameData());
    const picture = document.createElement('canvas');
    picture.width = width;
    picture.height = height;
    picture.getContext('2d')!.drawImage(renderer.canvas, 0, 0, width, height, 0, 0, width, height);
    this.requestFrame();
    return new Promise((resolve) => picture.toBlob(resolve, 'image/png'));
  }

  #listen(): void {
    const options = { signal: this.#ending.signal };
    const need = (frame: boolean) => {
      if (frame) this.requestFrame();
    };
    const move = (event: PointerEvent) => {
      const box = this.root.getBoundingClientRect();
      need(this.#widget.pointerMove(event.clientX - box.left, event.clientY - box.top,
                                   event.pointerType === 'touch'));
      this.root.classList.toggle('pressable', this.#widget.isOverPressable());
    };
    const { root } = this;
    const canvas = this.#canvas;
    // Words to select lie over the canvas: what is pressed there is the widget's as well.
    root.addEventListener('pointermove', move, options);
    root.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary || event.target instanceof HTMLInputElement) return;
      // Never over words: a captured pointer selects nothing.
      if (event.pointerType === 'mouse' && event.target === canvas) canvas.setPointerCapture(event.pointerId);
      move(event);
      this.#reveals = true;
      this.#pressed = event.target === canvas ? undefined
        : { x: event.clientX, y: event.clientY, time: event.timeStamp };
      need(this.#widget.pointerButton(true));
    }, options);
    root.addEventListener('pointerup', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      if (this.#selects(event)) {
        need(this.#widget.pointerLeave());
        return;
      }
      move(event);
      this.#reveals = true;
      need(this.#widget.pointerButton(false));
      this.#fulfilRequests();
      if (event.pointerType === 'touch') need(this.#widget.pointerLeave());
    }, options);
    for (const name of ['pointerleave', 'pointercancel'] as const) {
      root.addEventListener(name, () => need(this.#widget.pointerLeave()), options);
    }
    root.addEventListener('dblclick', () => need(this.#widget.pointerDouble()), options);
    root.addEventListener('touchstart', (event) => this.#pinchStart(event), { ...options, passive: false });
    root.addEventListener('touchmove', (event) => this.#pinchMove(event), { ...options, passive: false });
    root.addEventListener('wheel', (event) => this.#wheel(event), { ...options, passive: false });
  }

  // Whether the press that ends is the browser's, which selects words by it.
  #selects(event: PointerEvent): boolean {
    if (!this.#pressed) return false;
    const { x, y, time } = this.#pressed;
    const moved = Math.hypot(event.clientX - x, event.clientY - y) > MOST_SLIP;
    return moved || (event.pointerType === 'touch' && event.timeStamp - time > LONG_PRESS_MS);
  }

  // Two fingers on a timeline zoom it; anywhere else, and with one finger, they are the page's.
  #pinchStart(event: TouchEvent): void {
    this.#pinch = 0;
    if (event.touches.length !== 2 || this.#width < NARROW) return;
    const { x, y, distance } = this.#fingers(event);
    if (!this.#widget.wheel(x, y, 0, 0, true, false)) return;
    this.#pinch = distance;
    event.preventDefault();
  }

  #pinchMove(event: TouchEvent): void {
    if (this.#pinch === 0 || event.touches.length !== 2) return;
    event.preventDefault();
    const { x, y, distance } = this.#fingers(event);
    // As wheel() takes it: e to the power of 0.003 a pixel.
    const turn = Math.log(this.#pinch / distance) / 0.003;
    this.#pinch = distance;
    if (this.#widget.wheel(x, y, 0, turn, true, false)) this.requestFrame();
  }

  #fingers(event: TouchEvent): { x: number; y: number; distance: number } {
    const [one, other] = [event.touches[0]!, event.touches[1]!];
    const box = this.root.getBoundingClientRect();
    return {
      x: (one.clientX + other.clientX) / 2 - box.left,
      y: (one.clientY + other.clientY) / 2 - box.top,
      distance: Math.max(Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY), 1),
    };
  }

  // The page keeps its scroll: only zooming and sideways turns are ever taken.
  #wheel(event: WheelEvent): void {
    const zoom = event.ctrlKey || event.metaKey;
    if (!zoom && !event.shiftKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 32 : 1;
    const box = this.root.getBoundingClientRect();
    const taken = this.#widget.wheel(event.clientX - box.left, event.clientY - box.top,
                                    event.deltaX * unit, event.deltaY * unit, zoom, event.shiftKey);
    if (!taken) return;
    event.preventDefault();
    this.requestFrame();
  }
}
