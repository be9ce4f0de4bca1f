// docs/accessibility.md: all criteria of WCAG 2.2, A and AA, and tests that are there.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docs/accessibility.md', root), 'utf8');
const rows = [...text.matchAll(/^\| (\d\.\d\.\d+) ([^|]+) \| (A|AA) \| ([^|]+) \| ([^|]+) \|$/gm)]
  .map(([, number, name, level, how, test]) => ({ number, name, level, how, test }));
const numbers = (level) => rows.filter((row) => row.level === level).map(({ number }) => number);

// https://www.w3.org/TR/WCAG22/; 4.1.1 is obsolete there.
const A = `1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3
  2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2`.split(/\s+/);
const AA = `1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8
  3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`.split(/\s+/);

test('every criterion has a row, in order', () => {
  assert.deepEqual(numbers('A'), A);
  assert.deepEqual(numbers('AA'), AA);
  assert.equal(rows.length, 55);
});

test('every test that it names is there', () => {
  const files = rows.flatMap(({ test }) => test.match(/tests\/[\w./]+/g) ?? []);
  assert.ok(files.length > 30);
  for (const file of files) assert.ok(existsSync(fileURLToPath(new URL(file, root))), file);
  for (const { number, test } of rows) assert.match(test, /^(`tests\/|–$|looked at by hand$)/, number);
});
