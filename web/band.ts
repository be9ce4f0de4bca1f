// How much of a widget is drawn at once: what is on the screen, and a part of the screen above and below, so that
// scrolling draws nothing.

// Parts of the screen's height.
export const OVERSCAN = 0.5;
// Device pixels.
export const TALLEST_BAND = 8192;
// So many pixels are had before it is known how tall the widget is: 12 MB.
const MOST_AHEAD = 3e6;

/** The size in device pixels of the bands that a widget `width` CSS pixels wide may need, or of a part of them. */
export function likelyBand(width: number): [width: number, height: number] {
  // A frame may be as tall as all that is in it.
  const seen = Math.min(window.innerHeight, window.screen.height);
  const height = seen * (1 + 2 * OVERSCAN) * devicePixelRatio;
  const across = Math.max(Math.round(width * devicePixelRatio), 1);
  return [across, Math.ceil(Math.min(height, TALLEST_BAND, MOST_AHEAD / across))];
}
