// scripts/bench web: measures tools side by side, and tells of it.
// Options: --runs N, --only NAMES, --sizes NUMBERS, --nets fast,slow (lists with commas), --write.

import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { figuresOf, summary } from './figures.mjs';
import { NETS, measure } from './measure.mjs';
import { plain } from './peers/plain.mjs';
import { reactChrono } from './peers/react_chrono.mjs';
import { saywhen, served } from './peers/saywhen.mjs';
import { timelineJs } from './peers/timelinejs.mjs';
import { timelinesChart } from './peers/timelines_chart.mjs';
import { visTimeline } from './peers/vis_timeline.mjs';
import { makeQuotes } from './quotes.mjs';
import { tablesOf, whereOf, writeReport } from './report.mjs';
import { packFiles } from './site.mjs';

// What each is, is said in its file. `peer`: others' work; `begins`: only its beginning is measured.
const TOOLS = {
  saywhen, served, plain, timelinejs: timelineJs, vis: visTimeline, chrono: reactChrono, chart: timelinesChart,
};

// Without options: what takes a minute and more a run is left out.
const SIZES = [12, 100, 1000, 10_000, 100_000];
const MOST_OF_PEERS = 1000;
const SLOW_SIZES = [12, 1000];
// Of steps and idle seconds, and of a slow network, these many runs are enough.
const MOST_WHOLE = 3;

function usage(message) {
  console.error(`bench web: ${message}`);
  process.exit(2);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' }, only: { type: 'string' }, sizes: { type: 'string' },
      nets: { type: 'string' }, write: { type: 'boolean' },
    },
  });
  const list = (text, known) => (text === undefined ? known : text.split(','));
  const options = {
    runs: Number(values.runs),
    names: list(values.only, Object.keys(TOOLS)),
    sizes: list(values.sizes, SIZES).map(Number),
    nets: list(values.nets, Object.keys(NETS)),
    everything: values.sizes === undefined,
    write: values.write ?? !(values.only || values.sizes || values.nets),
  };
  for (const name of options.names) if (!TOOLS[name]) usage(`no tool '${name}': ${Object.keys(TOOLS).join(', ')}`);
  for (const name of options.nets) if (!(name in NETS)) usage(`no net '${name}': ${Object.keys(NETS).join(', ')}`);
  if (![options.runs, ...options.sizes].every((number) => Number.isInteger(number) && number > 0)) usage('not a number');
  return options;
}

const page = ({ head = '', body }) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Quotes</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const isWanted = ({ peer }, count, net, everything) => !everything ||
  ((!peer || count <= MOST_OF_PEERS) && (net === 'fast' || SLOW_SIZES.includes(count)));

/** Measures all tools with the same quotes, in turns: a machine that grows slower does so for all. */
async function measureSize(count, { names, nets, runs, everything }, note) {
  const story = makeQuotes(count);
  const cases = names.flatMap((name) => {
    const tool = TOOLS[name];
    const wanted = nets.filter((net) => isWanted(tool, count, net, everything));
    const files = wanted.length > 0 ? packFiles(tool.files(story, page)) : undefined;
    return wanted.map((net) => ({ name, tool, files, net, figures: [] }));
  });
  for (let i = 0; i < runs; ++i) {
    for (const each of cases) {
      const { name, tool, files, net } = each;
      if (each.reason || (net === 'slow' && i >= MOST_WHOLE)) continue;
      const began = Date.now();
      try {
        const whole = net === 'fast' && !tool.begins && i < MOST_WHOLE;
        const run = await measure({ tool, count, files, net, whole });
        each.figures.push(figuresOf(run));
        note(run);
      } catch (error) {
        each.reason = error.message;
      }
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      console.error(`${name}, ${count}, ${net}, run ${i + 1}: ${each.reason ?? 'done'}, ${seconds} s`);
    }
  }
  return cases.map(({ name, tool, net, figures, reason }) =>
    ({ name, tool: tool.name, count, net, ...(reason ? { reason } : { figures: summary(figures) }) }));
}

const options = readOptions();
const [loadBefore] = loadavg();
let browser;
const results = [];
for (const count of options.sizes) {
  results.push(...await measureSize(count, options, (run) => { browser = run.browser; }));
}
const tools = options.names.map((key) => ({ key, ...TOOLS[key] }));
const where = whereOf({
  browser, loads: [loadBefore, loadavg()[0]], runs: options.runs,
  versions: Object.fromEntries(tools.filter(({ peer }) => peer).map(({ name, version }) => [name, version()])),
});
console.log(`${Object.entries(where).map(([name, text]) => `${name.padEnd(10)}${text}`).join('\n')}\n\n${tablesOf(results)}`);
if (options.write) writeReport(results, where, tools);
