// Writes what was measured: docs/performance.json, the generated parts of docs/performance.md, and its chart.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { aimsOf, aimsTable } from './aims.mjs';
import { chartOf } from './chart.mjs';
import { TABLES, spaced, tableOf } from './tables.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const git = (...call) => execFileSync('git', ['-C', root, ...call], { encoding: 'utf8' }).trim();

/** Where the figures come from, without which they say nothing: { name: text }. */
export function whereOf({ browser, loads, runs, versions }) {
  const system = /^PRETTY_NAME="(.*)"/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no', 'src', 'web', 'shaders') && ', changed') +
      (process.env.SAYWHEN_DIST ? '; the build measured is another one (SAYWHEN_DIST)' : ''),
    processor: `${cpus()[0].model}, ${cpus().length} cores`,
    load: `${loads[0].toFixed(1)} when it began, ${loads[1].toFixed(1)} when it ended (its own included)`,
    memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    system: `${type()} ${release()}, ${system}`,
    browser: `${browser}, WebGL by SwiftShader (no graphics processor)`,
    tools: Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', '),
    runs: `${runs} of each, in turns`,
  };
}

const missingOf = (results) => results.filter(({ reason }) => reason)
  .map(({ tool, count, net, reason }) => `- ${tool}, ${spaced(count)}, ${net}: ${reason}`).join('\n');

/** All tables as Markdown. */
export const tablesOf = (results) => [
  ...TABLES.map((table) => tableOf(table, results)),
  missingOf(results) && `Not measured:\n\n${missingOf(results)}`,
].filter(Boolean).join('\n\n');

// <!-- name, by scripts/bench web --> … <!-- end -->
function replacePart(text, name, content) {
  const part = new RegExp(`(<!-- ${name}, by scripts/bench web -->\n)[^]*?(<!-- end -->)`);
  if (!part.test(text)) throw new Error(`docs/performance.md has no part "${name}"`);
  return text.replace(part, (_, begin, end) => `${begin}${content}\n${end}`);
}

// What is beyond a hundredth is noise.
const rounded = (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);

const asJson = (where, results) => `{"where": ${JSON.stringify(where)},\n"results": [\n${
  results.map((result) => JSON.stringify(result, rounded)).join(',\n')}\n]}\n`;

export function writeReport(results, where, tools) {
  const aims = aimsOf(results);
  const file = path.join(root, 'docs/performance.md');
  const parts = {
    where: Object.entries(where).map(([name, text]) => `- ${name}: ${text}`).join('\n'),
    aims: aimsTable(aims),
    tables: tablesOf(results),
  };
  const text = Object.entries(parts).reduce((text, [name, content]) => replacePart(text, name, content), readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  writeFileSync(path.join(root, 'docs/performance.json'), asJson(where, results));
  const rows = tools.filter(({ begins }) => !begins).map(({ key, name }) => ({ name: key, title: name }));
  writeFileSync(path.join(root, 'docs/pictures/performance.svg'),
                chartOf(rows, results, aims, `${where.date}. ${where.processor}; ${where.browser}. Medians.`));
}

