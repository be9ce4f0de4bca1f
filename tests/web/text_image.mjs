// Compares two pictures of the same text: where each line's ink lies, and how much of it differs.

import { readFileSync } from 'node:fs';

/** What words are drawn in on a light page. */
export const TEXT_COLOR = `#${/kLight = \{.*?\.text = Rgb\(0x([0-9A-F]{6})\)/s.exec(
  readFileSync(new URL('../../src/ui/theme.cc', import.meta.url), 'utf8'))[1]}`;

/** Two pictures of one place: words as they are drawn, and the text that lies over them. */
export async function wordsTwice(visit, node = 'words') {
  const box = await visit.box(node);
  // Whole pixels, so that both pictures are cut alike.
  const clip = { x: Math.floor(box.x), y: Math.round(box.y), width: Math.ceil(box.width) + 1,
                 height: Math.round(box.height) };
  const turn = (color) => visit.tab.evaluate(([node, color]) => {
    const root = document.getElementById('first').shadowRoot;
    root.querySelector('canvas.band').style.visibility = color ? 'hidden' : '';
    root.querySelector(`[data-node="${node}"]`).style.color = color;
  }, [node, color]);
  const drawn = await visit.pixels(clip);
  await turn(TEXT_COLOR);
  const text = await visit.pixels(clip);
  await turn('');
  return [drawn, text];
}

/** Luminance of each pixel, 0 to 1. */
function luminance({ data, width, height }) {
  const result = new Float32Array(width * height);
  for (let i = 0; i < result.length; ++i) {
    result[i] = (0.2126 * data[4 * i] + 0.7152 * data[4 * i + 1] + 0.0722 * data[4 * i + 2]) / 255;
  }
  return result;
}

/** How far each pixel is from the background, which is the commonest luminance. */
export function inkOf(image) {
  const light = luminance(image);
  const counts = new Uint32Array(256);
  for (const value of light) counts[Math.round(value * 255)] += 1;
  const background = counts.indexOf(Math.max(...counts)) / 255;
  return { width: image.width, height: image.height, ink: light.map((value) => Math.abs(value - background)) };
}

const THRESHOLD = 0.2;

// Of the same text, drawn by the same browser, seen at another place of the pixels' grid.
export const MOST_DIFFERENCE = 0.2;

/** The box of the ink in rows [from, to), in pixels; undefined where there is none. */
export function inkBox({ width, ink }, from, to) {
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1];
  for (let y = from; y < to; ++y) {
    for (let x = 0; x < width; ++x) {
      if (ink[y * width + x] < THRESHOLD) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return right < 0 ? undefined : { left, right, top, bottom };
}

/** Bands of rows that hold ink: [[from, to)…]. */
export function inkRows({ width, height, ink }) {
  const bands = [];
  for (let y = 0; y < height; ++y) {
    let any = false;
    for (let x = 0; x < width && !any; ++x) any = ink[y * width + x] >= THRESHOLD;
    const last = bands.at(-1);
    if (!any) continue;
    if (last && last[1] === y) last[1] = y + 1;
    else bands.push([y, y + 1]);
  }
  return bands;
}

/** A part of an ink picture. */
export function crop({ width, ink }, { left, right, top, bottom }) {
  const part = { width: right - left, height: bottom - top, ink: new Float32Array((right - left) * (bottom - top)) };
  for (let y = top; y < bottom; ++y) {
    part.ink.set(ink.subarray(y * width + left, y * width + right), (y - top) * part.width);
  }
  return part;
}

function blurAlong(from, count, length, step, stride, radius) {
  const result = new Float32Array(from.length);
  for (let line = 0; line < count; ++line) {
    for (let i = 0; i < length; ++i) {
      let sum = 0;
      for (let j = -radius; j <= radius; ++j) {
        if (i + j >= 0 && i + j < length) sum += from[line * stride + (i + j) * step];
      }
      result[line * stride + i * step] = sum / (2 * radius + 1);
    }
  }
  return result;
}

function blur({ width, height, ink }, radius) {
  const across = blurAlong(ink, height, width, 1, width, radius);
  return blurAlong(across, width, height, width, 1, radius);
}

/**
 * The mean difference of two blurred ink pictures of one size, as a part of their mean ink: 0 the same,
 * near 1 nothing alike. Pictures up to a CSS pixel from each other are first laid upon each other,
 * since that much is rounding (inkBox() tells how far off they are). `scale`: device pixels to a CSS
 * pixel.
 */
export function inkDifference(a, b, scale) {
  const reach = Math.round(scale);
  const { width, height } = a;
  const [one, two] = [blur(a, reach), blur(b, reach)];
  let best = Infinity;
  for (let dy = -reach; dy <= reach; ++dy) {
    for (let dx = -reach; dx <= reach; ++dx) {
      let [difference, sum] = [0, 0];
      for (let y = reach; y < height - reach; ++y) {
        const [row, other] = [y * width, (y + dy) * width + dx];
        for (let x = reach; x < width - reach; ++x) {
          const [p, q] = [one[row + x], two[other + x]];
          difference += Math.abs(p - q);
          sum += p + q;
        }
      }
      if (sum > 0) best = Math.min(best, difference / (sum / 2));
    }
  }
  return best === Infinity ? 0 : best;
}

/**
 * What is wrong with `seen` as a picture of the same text as `wanted`, one line each; empty when
 * nothing is. Lines of text are `lineHeight` CSS pixels apart;
 * inkDifference() is at most `most`.
 */
export function textProblems(seen, wanted, { scale, lineHeight, most = MOST_DIFFERENCE }) {
  const problems = [];
  const [a, b] = [inkOf(seen), inkOf(wanted)];
  if (a.width !== b.width || a.height !== b.height) return ['the pictures are not of one size'];
  const lines = Math.round(a.height / scale / lineHeight);
  for (let line = 0; line < lines; ++line) {
    const rows = [line, line + 1].map((n) => Math.min(Math.round(n * lineHeight * scale), a.height));
    const [box, other] = [inkBox(a, ...rows), inkBox(b, ...rows)];
    if (!box || !other) {
      problems.push(`line ${line + 1}: ${box ? 'is not in the page\'s own text' : 'nothing is drawn'}`);
      continue;
    }
    for (const side of ['left', 'right', 'top', 'bottom']) {
      const off = (box[side] - other[side]) / scale;
      // Up and down nothing is left to the rounding of glyphs: only a device pixel of the soft edge.
      const far = side === 'top' || side === 'bottom' ? 1 / scale : Math.max(1, 1 / scale);
      if (Math.abs(off) > far) problems.push(`line ${line + 1}: ${side} is off by ${off.toFixed(2)} px`);
    }
  }
  const difference = inkDifference(a, b, scale);
  if (process.env.SAYWHEN_SHOW) console.log(`ink differs by ${difference.toFixed(3)}`);
  if (difference > most) problems.push(`ink differs by ${difference.toFixed(3)}`);
  return problems;
}

