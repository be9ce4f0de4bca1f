// The article around the widget, which the element's `for` names: the story's quotes are marked in it
// (CSS Custom Highlights, where the browser has them), and the chosen one more so; a press on one
// chooses it. The page's own elements stay as they are.

import type { Anchor } from './engine.js';

export interface ArticleEvents {
  // Where the story's quotes stand in a text.
  anchor(text: string): Anchor[];
  pressed(quoteId: string): void;
}

// Text of these is nobody's to read in an article; nor is ours.
const PASSED_OVER = 'say-when, script, style, noscript, template, button, select, textarea';
// What is pressed there is the page's.
const PRESSABLE = 'a, button, input, select, textarea, label, summary, [contenteditable]';
// An article that changes (a paywall, a live report) is read again once it has come to rest.
const REST_MS = 500;

// In a layer: any rule of the page for ::highlight() wins.
const CSS_TEXT = `@media screen { @layer say-when {
  ::highlight(say-when-quote) { text-decoration: underline dotted 1px rgb(128 128 128 / .8); }
  ::highlight(say-when-chosen) { background-color: rgb(255 202 40 / .4); }
} }`;
let sheet: CSSStyleSheet | undefined;

function adoptStyle(root: Document | ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

// One of the page's highlights, which all widgets share.
function highlight(name: string, priority: number): Highlight | undefined {
  if (!CSS.highlights) return undefined;
  let found = CSS.highlights.get(name);
  if (!found) CSS.highlights.set(name, found = new Highlight());
  found.priority = priority;
  return found;
}

interface Piece {
  node: Text;
  begin: number; // in the whole text, UTF-16 units
}

function isBlock(element: Element): boolean {
  return element.localName === 'br' || !getComputedStyle(element).display.startsWith('inline');
}

// The text as it is read: blocks apart from each other.
function readText(article: Element): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(PASSED_OVER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const pieces: Piece[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, begin: text.length });
      text += node.data;
    } else if (isBlock(node as Element)) {
      text += '\n';
    }
  }
  return { text, pieces };
}

// The place at `offset` of the whole text; `after`: the end of what stands before it.
function placeOf(pieces: Piece[], offset: number, after: boolean): [Text, number] {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { begin } = pieces[middle]!;
    if (after ? begin < offset : begin <= offset) low = middle;
    else high = middle - 1;
  }
  const { node, begin } = pieces[low]!;
  return [node, Math.min(offset - begin, node.length)];
}

export class HostArticle {
  private readonly ending = new AbortController();
  private readonly all = highlight('say-when-quote', 0);
  private readonly chosenOnes = highlight('say-when-chosen', 1);
  private readonly ranges = new Map<string, Range[]>();
  private chosen = '';
  private timer = 0;

  constructor(private readonly article: Element, private readonly events: ArticleEvents) {
    adoptStyle(article.getRootNode() as Document | ShadowRoot);
    article.addEventListener('click', (event) => this.press(event as MouseEvent), { signal: this.ending.signal });
    const changes = new MutationObserver((records) => {
      if (records.every(({ target }) => (target as Element).closest?.('say-when'))) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.read(), REST_MS);
    });
    changes.observe(article, { childList: true, characterData: true, subtree: true });
    this.ending.signal.addEventListener('abort', () => changes.disconnect());
    this.read();
  }

  destroy(): void {
    this.ending.abort();
    clearTimeout(this.timer);
    this.forget();
  }

  /** Finds the quotes again: the story is another, or the article. */
  read(): void {
    this.forget();
    const { text, pieces } = readText(this.article);
    for (const { quote, spans } of this.events.anchor(text)) {
      const ranges: Range[] = [];
      for (let i = 0; i < spans.length; i += 2) {
        const range = document.createRange();
        range.setStart(...placeOf(pieces, spans[i]!, false));
        range.setEnd(...placeOf(pieces, spans[i + 1]!, true));
        ranges.push(range);
        this.all?.add(range);
      }
      this.ranges.set(quote, ranges);
    }
    this.choose(this.chosen);
  }

  choose(quoteId: string): void {
    for (const range of this.ranges.get(this.chosen) ?? []) this.chosenOnes?.delete(range);
    this.chosen = quoteId;
    for (const range of this.ranges.get(quoteId) ?? []) this.chosenOnes?.add(range);
  }

  /** Brings the page, and where its reader goes on, to a quote. */
  show(quoteId: string): void {
    const range = this.ranges.get(quoteId)?.[0];
    if (!range) return;
    range.startContainer.parentElement!.scrollIntoView({ block: 'center' });
    getSelection()!.collapse(range.startContainer, range.startOffset);
  }

  private forget(): void {
    for (const range of [...this.ranges.values()].flat()) {
      this.all?.delete(range);
      this.chosenOnes?.delete(range);
    }
    this.ranges.clear();
  }

  private press(event: MouseEvent): void {
    if (event.defaultPrevented || !getSelection()!.isCollapsed) return;
    if (event.composedPath().some((each) => each instanceof Element && each.matches(`${PRESSABLE}, say-when`))) return;
    const { clientX: x, clientY: y } = event;
    const isIn = ({ left, right, top, bottom }: DOMRect) => left <= x && x <= right && top <= y && y <= bottom;
    const isUnder = (range: Range) =>
      isIn(range.getBoundingClientRect()) && Array.from(range.getClientRects()).some(isIn);
    const length = (ranges: Range[]) => ranges.join('').length;
    // Of quotes within quotes the innermost.
    const [pressed] = [...this.ranges].filter(([, ranges]) => ranges.some(isUnder))
      .sort(([, a], [, b]) => length(a) - length(b));
    if (pressed) this.events.pressed(pressed[0]);
  }
}
