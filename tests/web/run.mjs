// Runs the tests in a real browser: tests/web/*.browser.mjs, and tests/schema/*.test.mjs where they are.
// (tests/web/*.test.mjs need no browser: scripts/test runs them with `node --test`.) Ends with the line
// `N passed, N failed`, and writes the same to tests/output/web/count.json.
// Usage: node tests/web/run.mjs [PART_OF_A_FILE_NAME…]

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = path.join(root, 'tests/output/web');
const wanted = process.argv.slice(2);

const list = (folder, ending) =>
  (existsSync(path.join(root, folder)) ? readdirSync(path.join(root, folder)) : [])
    .filter((name) => name.endsWith(ending))
    .map((name) => path.join(folder, name));
const files = [...list('tests/web', '.browser.mjs'), ...list('tests/schema', '.test.mjs')]
  .filter((file) => wanted.length === 0 || wanted.some((part) => path.basename(file).includes(part)))
  .sort();

mkdirSync(output, { recursive: true });
const report = path.join(output, 'report.tap');
rmSync(report, { force: true });
const began = Date.now();
if (files.length > 0) {
  // Two at a time: one waits for its browser most of the time.
  spawnSync(process.execPath, [
    '--test', '--test-concurrency=2',
    '--test-reporter=spec', '--test-reporter-destination=stdout',
    '--test-reporter=tap', `--test-reporter-destination=${report}`, ...files,
  ], { cwd: root, stdio: 'inherit' });
}

const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
// Totals stand in comments at the end: "# pass 3".
const total = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
const passed = total('pass');
// Without its totals the run ended before its end.
const failed = total('fail') + total('cancelled') + (/^# tests /m.test(tap) ? 0 : 1);
const seconds = Math.round((Date.now() - began) / 1000);
writeFileSync(path.join(output, 'count.json'), `${JSON.stringify({ passed, failed, seconds })}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
