// The element's own style: how it lies in its page, and how it looks as text. What a drawing needs is in
// drawing_style.ts.

// Colours of the text view: src/ui/theme.cc has the same for what is drawn.
const CSS = `
:host { display: block; position: relative; contain: layout; text-align: start;
  --text: var(--say-when-font-text, Georgia, 'Noto Serif', 'Times New Roman', serif);
  --ui: var(--say-when-font-ui, system-ui, 'Noto Sans', sans-serif);
  --ink: #14171c; --quiet: #5a6372; --paper: #fff; --line: #e4e7ec; --edge: #c9cfd8; --focus: #1a73e8; }
:host(:state(dark)) { --ink: #eceff4; --quiet: #9aa4b2; --paper: #101216; --line: #292e37;
  --edge: #434b58; --focus: #8ab4f8; }
:host([hidden]) { display: none; }
.reserved { min-height: var(--say-when-reserve, 100svh); }
.light { display: flow-root; }
.head { font: 15px/1.5 var(--ui); }
p { margin: 0; }
h2 { display: none; font: 700 24px/1.25 var(--text); margin: 0 0 12px; }
.progress:not(:empty) { position: absolute; z-index: 1; top: 0; right: 0; padding: 4px 10px; border-radius: 0 0 0 8px;
  background: var(--paper); color: var(--quiet); font: 13px/1.5 var(--ui); font-variant-numeric: tabular-nums; }
.detail { color: var(--quiet); overflow-wrap: anywhere; }
button { margin: 12px 8px 0 0; min-height: 44px; padding: 8px 16px; border: 1px solid var(--edge);
  border-radius: 8px; background: none; color: inherit; font: inherit; cursor: pointer; }
button:focus-visible, a:focus-visible { outline: 2px solid var(--say-when-focus, var(--focus)); outline-offset: 2px; }
:host(:state(html)), :host(:state(error)) { background: var(--paper); color: var(--ink); }
:host(:state(html)) .head, :host(:state(error)) .head { padding: 24px 20px 16px; }
:host(:state(loading):not(:state(served))) .head { padding: 24px 20px; }
:host(:state(html)) h2:not(:empty) { display: block; }
:host(:state(html)) .light { padding: 0 20px 20px; }
:host(:state(ready)) .head { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); }
:host(:state(ready)) .head > :not([role=status]) { display: none; }
:host(:state(ready)) .light { position: absolute; top: 0; left: 0; width: 1px; height: 1px; overflow-anchor: none;
  overflow: hidden; clip-path: inset(50%); }
:host(:state(ready)) .light > slot { display: block; width: 600px; padding-top: 100px; }
@media print {
  .light > slot { display: contents !important; }
  :host .head.head, :host .light.light { position: static; width: auto; height: auto; clip-path: none;
    overflow: visible; padding: 0 16px 16px; background: none; color: #000; }
  h2:not(:empty) { display: block !important; }
  .head p, .progress, button { display: none !important; }
  :host { background: #fff !important; color: #000 !important; }
  .reserved { min-height: 0; }
}
`;

// The quotes are the page's own elements, and its style wins: nothing here is more specific than a
// plain selector. They are dressed only where they are what is shown, and not while those that the page
// brought (served) wait for the drawing: they must not move twice.
const SHOWN = 'say-when:is(:state(html), :state(loading):not(:state(served)))';
const quotesRules = (within: string): string => `
:where(${within} > figure[data-quote]) { margin: 0; padding: 20px 0; border-top: 1px solid var(--line);
  break-inside: avoid; max-width: 44em; }
:where(${within} > figure[data-quote] > blockquote) { margin: 0; font: 19px/1.55 var(--text);
  overflow-wrap: anywhere; }
:where(${within} > figure[data-quote] > figcaption) { margin-top: 8px; font: 14px/1.5 var(--ui);
  color: var(--quiet); }
:where(${within} > figure[data-quote] > figcaption > bdi) { font-weight: 700; color: var(--ink); }
`;
const QUOTES_CSS = `${quotesRules(SHOWN)}
@media print {${quotesRules('say-when')}
  :where(say-when > figure[data-quote] > *, say-when > figure[data-quote] bdi) { color: #000; }
}`;

function sheetOf(css: string): () => CSSStyleSheet {
  let sheet: CSSStyleSheet | undefined;
  return () => {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    return sheet;
  };
}

export const sharedStyle = sheetOf(CSS);
const quotesStyle = sheetOf(QUOTES_CSS);

/** Gives the document, or the shadow tree that the element is in, the style of its quotes. */
export function adoptQuotesStyle(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(quotesStyle())) root.adoptedStyleSheets.push(quotesStyle());
}
