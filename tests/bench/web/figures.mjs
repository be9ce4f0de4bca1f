// From what a run measured to figures: numbers with names, and their medians over several runs.

import { KINDS } from './site.mjs';

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value that the part `p` of them does not exceed. */
export const quantile = (values, p) => sorted(values)[Math.max(0, Math.ceil(p * values.length) - 1)];

export function median(values) {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

const sum = (values) => Object.values(values).reduce((total, value) => total + value, 0);

// Without what counting them took.
const net = ({ outside, inside }, each) => ({
  ...each,
  widget: each.widget - each.all * outside - (each.all - each.canvasCalls) * inside,
  wasm: each.wasm - each.imports * outside - each.exports * inside,
  canvas: each.canvas - each.canvasCalls * inside,
});

// A kind of step: what one costs, by the median of all and by the 95th percentile.
function stepFigures(kind, { busy, probe: counted, frames }, cost) {
  const figures = {
    [`${kind}.busy`]: median(busy), [`${kind}.busyMean`]: sum(busy) / busy.length, [`${kind}.busy95`]: quantile(busy, 0.95),
  };
  for (const [name, p] of [['frame50', 0.5], ['frame95', 0.95], ['frame99', 0.99]]) {
    figures[`${kind}.${name}`] = quantile(frames, p);
  }
  if (!cost) return figures;
  const probe = counted.map((each) => net(cost, each));
  for (const name of Object.keys(probe[0])) {
    figures[`${kind}.${name}`] = median(probe.map((each) => each[name]));
    figures[`${kind}.${name}95`] = quantile(probe.map((each) => each[name]), 0.95);
    figures[`${kind}.${name}Most`] = Math.max(...probe.map((each) => each[name]));
  }
  // A step takes as many frames as the machine is quick to draw them.
  figures[`${kind}.widgetFrame`] = sum(probe.map(({ widget }) => widget)) / sum(probe.map((each) => each.frames));
  return figures;
}

/** { name: number } of a run, as measure() returns it. */
export function figuresOf({ sent, outside, readable, shown, loaded, busy, idle, memory, usedMemory, steps = {}, cost }) {
  const bytes = (wanted) => sum(sent.filter(wanted).map((each) => each.bytes));
  const figures = {
    ...Object.fromEntries(KINDS.map((kind) => [`bytes.${kind}`, bytes((each) => each.kind === kind)])),
    ...Object.fromEntries(sent.map(({ name, bytes }) => [`bytes:${name}`, bytes])),
    // What the tool itself is, whatever it shows.
    'bytes.own': bytes(({ kind }) => kind !== 'document' && kind !== 'data'),
    bytes: bytes(() => true), requests: sent.length, outside: sum(outside),
    readable, shown, loaded, busy, idle,
    heap: memory.heap, wasm: memory.wasm, private: memory.private,
    usedHeap: usedMemory?.heap, usedWasm: usedMemory?.wasm, usedPrivate: usedMemory?.private,
    ...Object.assign({}, ...Object.entries(steps).map(([kind, each]) => stepFigures(kind, each, cost))),
  };
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined));
}

/** { name: { median, least, most, runs } } of several runs' figures. */
export function summary(runs) {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return Object.fromEntries(names.map((name) => {
    const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
    return [name, { median: median(values), least: Math.min(...values), most: Math.max(...values), runs: values.length }];
  }));
}
