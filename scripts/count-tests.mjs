// Sums what scripts/test left in its results folder, and ends with `N passed, N failed`.
// Usage: node scripts/count-tests.mjs RESULTS
//   NAME.xml          ctest's report (JUnit) of one build tree: which programs ran and how they ended
//   NAME/PROGRAM.json GoogleTest's report of one program: its cases
//   node.tap          node --test's report
//   browser.txt       output of tests/web/run.mjs, which counts by itself in its last line
//   failed-parts.txt  parts that could not be built or run, one a line

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const failures = [];
let passed = 0;
let failed = 0;

function fail(what, count = 1) {
  failed += count;
  failures.push(what);
}

function readIfThere(name) {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

// Passed and failed cases of one GoogleTest program; skipped and disabled ones are neither.
function countCases(report, place) {
  const before = failed;
  for (const suite of report.testsuites ?? []) {
    for (const test of suite.testsuite ?? []) {
      if (test.failures?.length) fail(`${place}: ${suite.name}.${test.name}`);
      else if (test.status === 'RUN' && test.result !== 'SKIPPED') passed += 1;
    }
  }
  return failed - before;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml')).sort()) {
  const tree = path.basename(file, '.xml');
  const xml = readFileSync(path.join(folder, file), 'utf8');
  for (const [, attributes] of xml.matchAll(/<testcase ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)[1];
    const status = /status="([^"]*)"/.exec(attributes)[1];
    const place = `${tree}: ${name}`;
    let report = null;
    try {
      report = JSON.parse(readIfThere(path.join(tree, `${name}.json`)));
    } catch {
      // No report: not a GoogleTest program, or one that ended before it could write.
    }
    const found = report ? countCases(report, place) : 0;
    // A crash, a leak or a time limit shows only in how the program ended.
    if (status === 'fail' && found === 0) fail(`${place}: ended badly`);
    else if (status === 'run' && !report) passed += 1;
  }
}

const tap = readIfThere('node.tap');
if (tap) {
  // Totals stand in comments at the end: "# pass 3".
  const total = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
  passed += total('pass');
  const bad = total('fail') + total('cancelled');
  if (bad) fail('web, in Node: see above', bad);
}

const browser = readIfThere('browser.txt');
if (existsSync(path.join(folder, 'browser.txt'))) {
  const last = browser.trim().split('\n').at(-1);
  const count = /^(\d+) passed, (\d+) failed$/.exec(last);
  if (count) {
    passed += Number(count[1]);
    if (Number(count[2])) fail('web, in a browser: see above', Number(count[2]));
  } else {
    fail('web, in a browser: ended before its last line');
  }
}

for (const part of readIfThere('failed-parts.txt').split('\n').filter(Boolean)) fail(part);

for (const what of failures) console.log(`FAILED ${what}`);
console.log(`${passed} passed, ${failed} failed`);
// Nothing passed: nothing was tested.
process.exit(failed || !passed ? 1 : 0);
