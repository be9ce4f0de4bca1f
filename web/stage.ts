// One widget drawn and driven: the canvas with the band of the widget that is near the screen, the
// input over it, and the mirror. Asks for a frame only when there is a reason for one.

import { Engine, StoryResult, WidgetHandle } from './engine.js';
import { Mirror } from './mirror.js';

// How much more than the screen is drawn, above and below, so that scrolling draws nothing: parts
// of the screen's height.
const OVERSCAN = 0.5;
// No band is drawn taller than this, in device pixels.
const TALLEST_BAND = 8192;

export interface StageEvents {
  selected(quoteId: string): void;
}

export class Stage {
  readonly root = document.createElement('div');
  private readonly canvas = document.createElement('canvas');
  private readonly context = this.canvas.getContext('2d', { alpha: false })!;
  private readonly measure = document.createElement('div');
  private readonly mirror: Mirror;
  private readonly widget: WidgetHandle;
  private readonly ending = new AbortController();
  private frameRequest = 0;
  private visible = true;
  private width = 0;
  private scale = 1;
  private bandTop = 0;
  private bandHeight = 0;

  constructor(private readonly engine: Engine, fonts: number, private readonly events: StageEvents) {
    this.widget = engine.create(fonts);
    this.root.className = 'stage';
    this.canvas.setAttribute('aria-hidden', 'true');
    const measuring = document.createElement('div');
    measuring.className = 'measuring';
    measuring.setAttribute('aria-hidden', 'true');
    this.measure.className = 'measure';
    measuring.append(this.measure);
    this.mirror = new Mirror({
      press: (id, amount) => this.changed(this.widget.press(id, amount)),
      key: (name) => {
        const used = this.widget.pressKey(name);
        if (used) this.requestFrame();
        return used;
      },
    });
    this.root.append(this.canvas, this.mirror.root, measuring);
    // Targets fit for fingers from the start, where fingers are what there is.
    if (matchMedia('(pointer: coarse)').matches) this.widget.pointerMove(-1, -1, true);
    this.listen();
  }

  destroy(): void {
    this.ending.abort();
    cancelAnimationFrame(this.frameRequest);
    this.widget.destroy();
    this.root.remove();
  }

  setStory(json: Uint8Array): StoryResult {
    return this.widget.setStory(json);
  }

  setSize(width: number, scale: number): void {
    const snapped = Math.round(width * scale) / scale;
    if (snapped === this.width && scale === this.scale) return;
    this.width = snapped;
    this.scale = scale;
    this.widget.setSize(snapped, scale);
    this.requestFrame();
  }

  setDark(dark: boolean): void {
    this.widget.setDark(dark);
    this.requestFrame();
  }

  setReducedMotion(reduced: boolean): void {
    this.widget.setReducedMotion(reduced);
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    if (visible) this.requestFrame();
  }

  select(quoteId: string): void {
    this.changed(this.widget.select(quoteId));
  }

  requestFrame(): void {
    if (this.frameRequest !== 0 || !this.visible) return;
    this.frameRequest = requestAnimationFrame((now) => {
      this.frameRequest = 0;
      this.draw(now);
    });
  }

  // Scrolled or resized: a frame is needed only when the drawn band no longer covers what is seen.
  viewMoved(): void {
    const { top, bottom } = this.seen();
    if (bottom <= top) return;
    if (top < this.bandTop || bottom > this.bandTop + this.bandHeight) this.requestFrame();
  }

  // The part of the widget that is on the screen.
  private seen(): { top: number; bottom: number } {
    const box = this.root.getBoundingClientRect();
    const height = this.widget.contentHeight();
    return { top: Math.max(0, -box.top), bottom: Math.min(height, window.innerHeight - box.top) };
  }

  private chooseBand(): void {
    const { top } = this.seen();
    const screen = window.innerHeight;
    const content = this.widget.contentHeight() || screen * (1 + 2 * OVERSCAN);
    const tallest = TALLEST_BAND / this.scale;
    const height = Math.min(content, screen * (1 + 2 * OVERSCAN), tallest);
    const start = Math.max(0, Math.min(top - screen * OVERSCAN, content - height));
    this.bandTop = Math.floor(start * this.scale) / this.scale;
    this.bandHeight = Math.ceil(height * this.scale) / this.scale;
  }

  private draw(now: number): void {
    if (this.width === 0 || !this.visible) return;
    this.engine.host.measure = this.measure;
    this.chooseBand();
    const before = this.widget.contentHeight();
    let again = this.widget.frame(now, this.bandTop, this.bandHeight);
    const height = this.widget.contentHeight();
    if (height !== before) {
      this.root.style.height = `${height}px`;
      const { bandTop, bandHeight } = this;
      this.chooseBand();
      if (bandTop !== this.bandTop || bandHeight !== this.bandHeight) {
        again = this.widget.frame(now, this.bandTop, this.bandHeight) || again;
      }
    }
    this.show();
    const tree = this.widget.newTree();
    if (tree) this.mirror.update(tree);
    const selected = this.widget.newSelection();
    if (selected !== undefined) this.events.selected(selected);
    if (again) this.requestFrame();
  }

  private show(): void {
    const { renderer } = this.engine;
    if (!renderer) return;
    const [width, height] = renderer.draw(this.widget.frameData());
    const { canvas } = this;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / this.scale}px`;
      canvas.style.height = `${height / this.scale}px`;
    }
    canvas.style.top = `${this.bandTop}px`;
    this.context.drawImage(renderer.canvas, 0, 0, width, height, 0, 0, width, height);
  }

  private changed(flags: number): void {
    if (flags !== 0) this.requestFrame();
  }

  private listen(): void {
    const options = { signal: this.ending.signal };
    const need = (frame: boolean) => {
      if (frame) this.requestFrame();
    };
    const move = (event: PointerEvent) => {
      const box = this.root.getBoundingClientRect();
      need(this.widget.pointerMove(event.clientX - box.left, event.clientY - box.top,
                                   event.pointerType === 'touch'));
      this.canvas.style.cursor = this.widget.isOverPressable() ? 'pointer' : 'default';
    };
    const { canvas } = this;
    canvas.addEventListener('pointermove', move, options);
    canvas.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
      move(event);
      need(this.widget.pointerButton(true));
    }, options);
    canvas.addEventListener('pointerup', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      move(event);
      need(this.widget.pointerButton(false));
      if (event.pointerType === 'touch') need(this.widget.pointerLeave());
    }, options);
    for (const name of ['pointerleave', 'pointercancel'] as const) {
      canvas.addEventListener(name, () => need(this.widget.pointerLeave()), options);
    }
    canvas.addEventListener('wheel', (event) => this.wheel(event), { ...options, passive: false });
  }

  // The page keeps its scroll: only zooming and sideways turns are ever taken.
  private wheel(event: WheelEvent): void {
    const zoom = event.ctrlKey || event.metaKey;
    if (!zoom && !event.shiftKey && Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 32 : 1;
    const box = this.root.getBoundingClientRect();
    const taken = this.widget.wheel(event.clientX - box.left, event.clientY - box.top,
                                    event.deltaX * unit, event.deltaY * unit, zoom, event.shiftKey);
    if (!taken) return;
    event.preventDefault();
    this.requestFrame();
  }
}
