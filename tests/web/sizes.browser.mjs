// What a reader's network carries, compressed as servers do. Issue 2, "Shown by".

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { dist } from './support.mjs';

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath ?? entry.path, entry.name)))
  .filter((name) => !name.endsWith('.br'));
const sizes = new Map(files.sort().map((name) => {
  const bytes = readFileSync(path.join(dist, name));
  const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return [name, { bytes: bytes.length, brotli: packed.length }];
}));
const sum = (pattern) => [...sizes].filter(([name]) => pattern.test(name))
  .reduce((total, [, { brotli }]) => total + brotli, 0);

test('what is transferred is small', (t) => {
  const rows = [...sizes].map(([name, { bytes, brotli }]) =>
    `${name.padEnd(24)} ${String(bytes).padStart(8)} ${String(brotli).padStart(8)}`);
  console.log(['file                        bytes   brotli', ...rows].join('\n'));
  t.diagnostic(`wasm ${sum(/\.wasm$/)}, JavaScript ${sum(/\.m?js$/)} bytes brotli`);
  assert.ok(sum(/\.wasm$/) > 0 && sum(/\.wasm$/) <= 170_000, `wasm: ${sum(/\.wasm$/)} bytes`);
  // What every page loads, near the screen or not.
  assert.ok(sum(/^say-when\.js$/) > 0 && sum(/^say-when\.js$/) <= 6_000, `loader: ${sum(/^say-when\.js$/)} bytes`);
  assert.ok(sum(/\.m?js$/) > 0 && sum(/\.m?js$/) <= 20_000, `JavaScript: ${sum(/\.m?js$/)} bytes`);
  assert.deepEqual(files.filter((name) => /\.(woff2?|ttf|otf|eot)$/.test(name)), [], 'fonts');
});
