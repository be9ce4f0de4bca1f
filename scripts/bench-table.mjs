// Prints what a Google Benchmark program measured, one line a case: the median, how far its repetitions
// lay apart (cv, their standard deviation as a share of their mean), the fastest one. Below those of one
// family how its time grows with N: the curve that fits best, and how far the cases lie from it.
// Usage: node scripts/bench-table.mjs RESULT.json

import { readFileSync } from 'node:fs';

// How far a counter that is 0 lies apart is written as NaN, which is no JSON; where no case has the name, nothing is.
const { benchmarks = [], context = {} } = JSON.parse(readFileSync(process.argv[2], 'utf8').replace(/: -?NaN\b/g, ': null') || '{}');
const cases = new Map();
const growths = [];
for (const run of benchmarks) {
  const name = run.run_name ?? run.name;
  if (run.aggregate_name === 'BigO' || run.aggregate_name === 'RMS') {
    growths[run.family_index] = { ...growths[run.family_index], ...run };
    continue;
  }
  const one = cases.get(name) ?? { name, runs: [], order: [run.family_index, run.per_family_instance_index] };
  cases.set(name, one);
  if (run.error_occurred) one.error = run.error_message;
  else if (run.run_type === 'aggregate') one[run.aggregate_name] = run;
  else one.runs.push(run);
}
if (cases.size === 0) {
  console.log('no case of this name');
  process.exit();
}
const sorted = [...cases.values()].sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1]);

const digits = (n) => (n >= 1000 ? n.toFixed(0) : n.toPrecision(3));
const rate = ({ bytes_per_second: bytes, items_per_second: items }) =>
  bytes ? `${digits(bytes / 1e6)} MB/s` : items ? `${digits(items)} items/s` : '';
// What a case counts of its own; the rest of a run is Google Benchmark's.
const known = /^(name|run_name|run_type|family_index|per_family_instance_index|repetition.*|threads|iterations|.*_time|time_unit|aggregate_.*|.*_per_second|label)$/;
const counted = (run) => Object.entries(run).filter(([key, value]) => !known.test(key) && typeof value === 'number')
  .map(([key, value]) => `${key} ${digits(value)}`).join(', ');

const width = Math.max(...[...cases.keys()].map((name) => name.length), 4);
console.log(`${'case'.padEnd(width)}   median            cv   fastest  times`);
for (const [i, { name, runs, error, median, cv, order: [family] }] of sorted.entries()) {
  if (error || runs.length === 0) {
    console.log(`${name.padEnd(width)} ${error ?? 'not measured'}`);
    continue;
  }
  const middle = median ?? runs[0];
  // A case that measures by itself says so in its name; processor time would be all that it did.
  const time = /\/(manual|real)_time/.test(name) ? 'real_time' : 'cpu_time';
  const share = cv ? `${(100 * cv[time]).toFixed(1)} %` : '';
  const fastest = Math.min(...runs.map((run) => run[time]));
  console.log([name.padEnd(width), digits(middle[time]).padStart(8), middle.time_unit.padEnd(2), share.padStart(10),
    digits(fastest).padStart(9), String(runs.length).padStart(6), ` ${[rate(middle), counted(middle)].filter(Boolean).join(', ')}`].join(' ').trimEnd());
  const growth = growths[family];
  if (growth && sorted[i + 1]?.order[0] !== family) {
    console.log(`${'grows with'.padStart(width)} ${growth.big_o.padStart(8)}, rms ${(100 * growth.rms).toFixed(0)} %`);
  }
}
if (context.library_build_type === 'debug') console.log('Google Benchmark itself is a debug build here (Debian’s): times of under a microsecond are a little long.');
