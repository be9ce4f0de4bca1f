// From what a run measured to figures: numbers with names, and their medians over several runs.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The value that the part `p` of them does not exceed. */
export const quantile = (values, p) => sorted(values)[Math.max(0, Math.ceil(p * values.length) - 1)];

export function median(values) {
  const all = sorted(values);
  const middle = all.length >> 1;
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
}

const sum = (values) => Object.values(values).reduce((total, value) => total + value, 0);

// A kind of step: what one costs, by the median of all and by the 95th percentile.
function stepFigures(kind, { busy, probe, frames }) {
  const figures = { [`${kind}.busy`]: median(busy), [`${kind}.busy95`]: quantile(busy, 0.95) };
  for (const [name, p] of [['frame50', 0.5], ['frame95', 0.95], ['frame99', 0.99]]) {
    figures[`${kind}.${name}`] = quantile(frames, p);
  }
  if (probe[0]?.frames === undefined) return figures;
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
export function figuresOf({ bytes, requests, outside, readable, shown, loaded, busy, idle, memory, usedMemory, steps = {} }) {
  return {
    ...Object.fromEntries(Object.entries(bytes).map(([kind, value]) => [`bytes.${kind}`, value])),
    bytes: sum(bytes), requests, outside: sum(outside),
    readable, shown, ...(loaded ? { loaded } : {}), busy, ...(idle === undefined ? {} : { idle }),
    heap: memory.heap, wasm: memory.wasm, private: memory.private,
    ...(usedMemory ? { usedHeap: usedMemory.heap, usedWasm: usedMemory.wasm, usedPrivate: usedMemory.private } : {}),
    ...Object.assign({}, ...Object.entries(steps).map(([kind, each]) => stepFigures(kind, each))),
  };
}

/** { name: { median, least, most } } of several runs' figures. */
export function summary(runs) {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  return Object.fromEntries(names.map((name) => {
    const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
    return [name, { median: median(values), least: Math.min(...values), most: Math.max(...values) }];
  }));
}
