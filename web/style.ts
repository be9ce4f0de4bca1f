// The shadow root's own style: where the canvas, the mirror and the light-DOM quotes lie.

// `all` takes the effect of an element's own lang attribute too: one that has a language has no `all`.
const CSS = `
:host { display: block; position: relative; contain: layout; text-align: start;
  --text: var(--say-when-font-text, Georgia, 'Noto Serif', 'Times New Roman', serif);
  --ui: var(--say-when-font-ui, system-ui, 'Noto Sans', sans-serif); }
:host([hidden]) { display: none; }
.stage { position: relative; overflow: clip; display: none; }
.stage .reading { position: sticky; z-index: 1; top: var(--say-when-top, 0px); display: block;
  height: 44px; visibility: hidden; pointer-events: none; }
.stage canvas.band { position: absolute; left: 0; display: block; touch-action: pan-y pinch-zoom; }
.mirror, .mirror * { position: absolute; margin: 0; padding: 0; border: 0; background: none;
  font: 1px/1 sans-serif; color: transparent; overflow: hidden; pointer-events: none;
  user-select: none; -webkit-user-select: none; box-sizing: border-box; }
.mirror, .mirror [role=group], .mirror [role=listbox] { overflow: visible; }
.mirror { inset: 0; }
.mirror [data-node] { scroll-margin: 60px 0 24px; }
.mirror .words { all: initial; position: absolute; overflow: hidden; color: transparent;
  cursor: text; user-select: text; -webkit-user-select: text; touch-action: pan-y pinch-zoom;
  font-family: var(--text); white-space: pre-wrap;
  overflow-wrap: anywhere; text-rendering: geometricPrecision; font-kerning: normal;
  text-spacing-trim: space-all; forced-color-adjust: none; }
.mirror .words slot { position: static; display: block; font: inherit; color: inherit;
  overflow: visible; pointer-events: inherit; user-select: text; -webkit-user-select: text; }
.mirror input { appearance: none; opacity: 1; }
.mirror input::-webkit-slider-thumb { appearance: none; }
.mirror input::-moz-range-thumb { opacity: 0; }
.mirror :focus-visible { outline: 2px solid var(--say-when-focus, #1a73e8); outline-offset: -2px;
  border-radius: 8px; }
:host(:state(dark)) .mirror :focus-visible { outline-color: var(--say-when-focus, #8ab4f8); }
.mirror input[type=search] { color: #1b1f27; font: 13px/1.4 var(--ui); pointer-events: auto;
  user-select: text; -webkit-user-select: text; appearance: none; }
.mirror input[type=search]::-webkit-search-cancel-button { display: none; }
:host(:state(dark)) .mirror input[type=search] { color: #eceff4; }
.measure { position: absolute; visibility: hidden; white-space: pre-wrap;
  overflow-wrap: anywhere; font-kerning: normal; text-rendering: geometricPrecision;
  text-spacing-trim: space-all; top: 0;
  left: 0; }
.foot { display: inline-block; width: 0; height: 0; }
.measuring { all: initial; position: absolute; width: 0; height: 0; overflow: hidden; contain: strict; }
.message { margin: 0 0 12px; font: 13px/1.5 var(--ui); }
.message:empty { display: none; }
:host(:state(ready)) .stage { display: block; }
@media print { :host .stage.stage { display: none; }
  :host .light.light { position: static; width: auto; height: auto; clip-path: none; } }
:host(:state(ready)) .light { position: absolute; top: 0; left: 0; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); }
`;

let sheet: CSSStyleSheet | undefined;

export function sharedStyle(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
