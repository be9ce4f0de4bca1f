// How much of a widget is drawn at once: what is on the screen, and a part of the screen above and below, so that
// scrolling draws nothing.

// Parts of the screen's height.
export const OVERSCAN = 0.5;
// Device pixels.
export const TALLEST_BAND = 8192;

/** The largest band of a widget that is `width` CSS pixels wide, in device pixels. */
export function largestBand(width: number): [width: number, height: number] {
  // A frame may be as tall as all that is in it.
  const seen = Math.min(window.innerHeight, window.screen.height);
  const height = seen * (1 + 2 * OVERSCAN) * devicePixelRatio;
  return [Math.round(width * devicePixelRatio), Math.min(Math.ceil(height), TALLEST_BAND)];
}
