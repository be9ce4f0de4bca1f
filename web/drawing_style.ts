// The style of a drawn widget within the element's shadow root: where the canvases and the mirror lie.

// How words are set: what is measured, and what lies over the drawing, must break alike.
const SETTING = `white-space: pre-wrap; overflow-wrap: anywhere; text-rendering: geometricPrecision;
  font-kerning: normal; text-spacing-trim: space-all;`;

// `all` takes the effect of an element's own lang attribute too: one that has a language has no `all`.
const CSS = `
.stage { position: relative; overflow: clip; display: none; }
:host(:state(ready)) .stage { display: block; }
.stage .reading { position: sticky; z-index: 1; top: var(--say-when-top, 0px); display: block;
  height: 44px; visibility: hidden; pointer-events: none; }
.stage canvas.band { position: absolute; left: 0; display: block; touch-action: pan-y pinch-zoom; }
.mirror, .mirror * { position: absolute; margin: 0; padding: 0; border: 0; background: none;
  min-height: 0; font: 1px/1 sans-serif; color: transparent; overflow: hidden; pointer-events: none;
  user-select: none; -webkit-user-select: none; box-sizing: border-box; }
.mirror, .mirror [role=group], .mirror [role=listbox] { overflow: visible; }
.mirror { inset: 0; }
.mirror [data-node] { scroll-margin: 60px 0 24px; }
.mirror .words { all: initial; position: absolute; overflow: hidden; color: transparent;
  cursor: text; user-select: text; -webkit-user-select: text; touch-action: pan-y pinch-zoom;
  font-family: var(--text); ${SETTING} forced-color-adjust: none; }
.pressable canvas, .pressable .mirror .words { cursor: pointer; }
.mirror .words slot { position: static; display: block; font: inherit; color: inherit;
  overflow: visible; pointer-events: inherit; user-select: text; -webkit-user-select: text; }
.mirror input { appearance: none; opacity: 1; }
.mirror input::-webkit-slider-thumb { appearance: none; }
.mirror input::-moz-range-thumb { opacity: 0; }
.mirror :focus-visible { outline: 2px solid var(--say-when-focus, var(--focus)); outline-offset: -2px;
  border-radius: 8px; }
.mirror input[type=search] { color: var(--ink); font: 13px/1.4 var(--ui); padding-inline: 34px 8px; pointer-events: auto;
  user-select: text; -webkit-user-select: text; appearance: none; }
.mirror input[type=search]::-webkit-search-cancel-button { display: none; }
.measure { position: absolute; visibility: hidden; top: 0; left: 0; ${SETTING} }
.piece { position: absolute; left: 0; width: 1px; visibility: hidden; pointer-events: none; }
.foot { display: inline-block; width: 0; height: 0; }
.measuring { all: initial; position: absolute; width: 0; height: 0; overflow: hidden; contain: strict; }
@media print { :host .stage.stage { display: none; } }
`;

let sheet: CSSStyleSheet | undefined;

export function drawingStyle(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
