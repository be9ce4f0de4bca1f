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

// Bytes, brotli.
const BUDGETS = [
  ['a widget, all of it', /^(saywhen(-rest)?\.wasm|(say-when|plain|drawing)\.js)$/, 170_000],
  ['the module', /^saywhen(-rest)?\.wasm$/, 148_000],
  ['what the first frame waits for of it', /^saywhen\.wasm$/, 105_500],
  ['what every page loads, near the screen or not', /^say-when\.js$/, 5_000],
  ['all scripts of a page with a widget', /^(say-when|plain|drawing)\.js$/, 21_800],
  ['the link with the article', /^host_article\.js$/, 1_400],
  ['reading other formats and pages', /^formats\.(wasm|js)$/, 88_000],
  ['reading markup in them', /^html_tokens\.js$/, 21_000],
  ['extraction, with English', /^(extract(_engine)?\.(wasm|js)|languages\/(en\.pack|pages\.txt))$/, 250_000],
  ['what a page loads of it before it extracts', /^extract\.js$/, 1_200],
  ['the playground, but for the widget and extraction', /^playground\.(js|html|css)$/, 9_000],
  ['all other scripts', /^(?!formats|html_tokens|extract|playground)[\w-]+\.js$/, 24_100],
];

test('what is transferred is small', (t) => {
  const rows = [...sizes].map(([name, { bytes, brotli }]) =>
    `${name.padEnd(24)} ${String(bytes).padStart(8)} ${String(brotli).padStart(8)}`);
  console.log(['file                        bytes   brotli', ...rows].join('\n'));
  for (const [what, pattern, most] of BUDGETS) {
    t.diagnostic(`${what}: ${sum(pattern)} bytes brotli of ${most}`);
    assert.ok(sum(pattern) > 0 && sum(pattern) <= most, `${what}: ${sum(pattern)} bytes`);
  }
  assert.deepEqual(files.filter((name) => /\.(woff2?|ttf|otf|eot)$/.test(name)), [], 'fonts');
});
