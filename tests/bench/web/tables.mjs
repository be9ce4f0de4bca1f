// The measured figures as tables of text, which are Markdown as well.

import { KINDS } from './site.mjs';

export const spaced = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

export const ms = (value) => (value < 10 ? value.toFixed(1) : spaced(Math.round(value)));
export const kB = (value) => (value < 1e6 ? (value / 1000).toFixed(1) : spaced(Math.round(value / 1000)));
export const MB = (value) => (value < 10e6 ? (value / 1e6).toFixed(1) : spaced(Math.round(value / 1e6)));
const whole = (value) => String(Math.round(value));

const column = (title, name, write) => ({ title, name, write });
const steps = (kind, title, ...more) => ({
  title, net: 'fast', has: `${kind}.busy`,
  columns: [
    column('main thread, ms', `${kind}.busy`, ms), column('mean', `${kind}.busyMean`, ms),
    column('p95', `${kind}.busy95`, ms), ...more,
    column('widget, ms', `${kind}.widget`, ms), column('p95', `${kind}.widget95`, ms),
    column('slowest', `${kind}.widgetMost`, ms), column('widget a frame', `${kind}.widgetFrame`, ms),
    column('wasm', `${kind}.wasm`, ms), column('canvas', `${kind}.canvas`, ms),
  ],
});
const framesOf = (kind) => [
  column('frame p50, ms', `${kind}.frame50`, ms), column('p95', `${kind}.frame95`, ms), column('p99', `${kind}.frame99`, ms),
];
const load = [
  column('readable, ms', 'readable', ms), column('shown, ms', 'shown', ms), column('all loaded, ms', 'loaded', ms),
  column('main thread, ms', 'busy', ms),
];

export const TABLES = [
  { title: 'Bytes', net: 'fast', spread: false, columns: [
    ...KINDS.map((kind) => column(`${kind}, kB`, `bytes.${kind}`, kB)),
    column('in all', 'bytes', kB), column('requests', 'requests', whole), column('to other hosts', 'outside', whole)] },
  { title: 'Until it is there', net: 'fast', columns: load },
  { title: 'Until it is there, slow network and processor', net: 'slow', columns: load },
  steps('wheel', 'A turn of the wheel', ...framesOf('wheel')),
  steps('drag', 'A step of a drag', ...framesOf('drag')),
  steps('keys', 'A key in the search field'),
  { title: 'Idle, and memory', net: 'fast', has: 'idle', columns: [
    column('main thread in 5 s, ms', 'idle', ms), column('JavaScript, MB', 'heap', MB), column('wasm, MB', 'wasm', MB),
    column('private, MB', 'private', MB), column('private after use, MB', 'usedPrivate', MB)] },
];

const rowOf = (cells) => `| ${cells.join(' | ')} |`;

function cellOf({ name, write }, figures, spread) {
  const figure = figures?.[name];
  if (!figure) return '-';
  const { median, least, most } = figure;
  const [from, to] = [write(least), write(most)];
  return spread && from !== to ? `${write(median)} (${from}–${to})` : write(median);
}

/** `results`: [{ tool (its name), count, net, figures: summary(), reason? }]. */
export function tableOf({ title, net, has, columns, spread = true }, results) {
  const rows = results.filter((result) => result.net === net && (!result.figures || !has || result.figures[has]));
  // A column that holds nothing says nothing.
  const used = columns.filter(({ name }) => rows.some(({ figures }) => figures?.[name]));
  if (used.length === 0) return '';
  const lines = rows.map(({ tool, count, figures }) =>
    rowOf([tool, spaced(count), ...used.map((each) => cellOf(each, figures, spread))]));
  return [`### ${title}`, '', rowOf(['', 'quotes', ...used.map((each) => each.title)]),
          rowOf(['---', '--:', ...used.map(() => '--:')]), ...lines].join('\n');
}
