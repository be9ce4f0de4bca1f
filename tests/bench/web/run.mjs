// scripts/bench web: measures tools side by side, and tells of it.
// Options: --runs N, --only NAMES, --sizes NUMBERS, --nets fast,slow (lists with commas), --write.

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
import { packFiles } from './site.mjs';
import { TABLES, tableOf } from './tables.mjs';

const TOOLS = {
  saywhen, served, plain, timelinejs: timelineJs, vis: visTimeline, chrono: reactChrono, chart: timelinesChart,
};
// What a slow reader waits for is told by these; larger ones take minutes.
const MOST_SLOW = 1000;

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
    sizes: list(values.sizes, [12, 100, 1000, 10_000, 100_000]).map(Number),
    nets: list(values.nets, Object.keys(NETS)),
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

/** Measures all tools with the same quotes, in turns: a machine that grows slower does so for all. */
async function measureSize(count, { names, nets, runs }) {
  const story = makeQuotes(count);
  const results = names.flatMap((name) => {
    const tool = TOOLS[name];
    const files = packFiles(tool.files(story, page));
    return nets.filter((net) => net === 'fast' || count <= MOST_SLOW)
      .map((net) => ({ name, tool, files, net, figures: [] }));
  });
  for (let i = 0; i < runs; ++i) {
    for (const result of results) {
      if (result.reason) continue;
      const { name, tool, files, net } = result;
      const began = Date.now();
      try {
        result.figures.push(figuresOf(await measure({ tool, count, files, net, whole: net === 'fast' })));
      } catch (error) {
        result.reason = error.message.split('\n', 1)[0];
      }
      console.error(`${name} ${count} ${net}: ${((Date.now() - began) / 1000).toFixed(1)} s ${result.reason ?? ''}`);
    }
  }
  return results.map(({ tool, net, figures, reason }) =>
    ({ tool: tool.name, count, net, ...(reason ? { reason } : { figures: summary(figures) }) }));
}

const options = readOptions();
const results = [];
for (const count of options.sizes) results.push(...await measureSize(count, options));
console.log(TABLES.map((table) => tableOf(table, results)).filter(Boolean).join('\n\n'));
