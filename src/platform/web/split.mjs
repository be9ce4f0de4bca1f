// Makes the module's two files (docs/decisions/0015) of the linked one: the first holds what opening stories and
// drawing their first frames calls, the second the rest.
// Usage: node split.mjs BINARYEN_BIN LINKED.wasm FIRST.wasm REST.wasm [-g]
// -g: with the functions' names, which LINKED has.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profileFirstFrames } from './first_frames.mjs';

const [, , tools, linked, first, rest, ...names] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'say-when-split-'));
const file = (name) => join(folder, name);
const run = (tool, ...options) => execFileSync(join(tools, tool), options, { stdio: 'inherit' });

// As emcc optimises what it links with -Oz, and then those of its passes that still find something. Not
// `--traps-never-happen`: a call of what has not come yet is one.
const SMALLEST = ['--low-memory-unused', '-Oz', '-Oz', ...names];
const WHOLE = ['--post-emscripten', '--zero-filled-memory', '--pass-arg=directize-initial-contents-immutable',
               '--flatten', '--rereloop', ...SMALLEST];
const PART = ['--strip-producers', '--strip-target-features', ...SMALLEST];

try {
  // Before it is split: what is called once becomes a part of its caller, in whichever part that is.
  run('wasm-opt', linked, ...WHOLE, '-o', file('whole.wasm'));
  run('wasm-split', '--instrument', file('whole.wasm'), '-o', file('instrumented.wasm'));
  writeFileSync(file('profile'), profileFirstFrames(file('instrumented.wasm')));
  // Without placeholders: what has not come is an empty place in the table. Files of two versions, which a cache may
  // bring together, do not know each other's names.
  const version = createHash('sha256').update(readFileSync(linked)).update(readFileSync(file('profile')))
    .digest('base64url').slice(0, 4);
  run('wasm-split', '--split', file('whole.wasm'), `--profile=${file('profile')}`, '--no-placeholders',
      '--import-namespace=first', `--export-prefix=${version}`, '-o1', file('first.wasm'), '-o2', file('rest.wasm'), ...names);
  run('wasm-opt', file('first.wasm'), ...PART, '-o', first);
  run('wasm-opt', file('rest.wasm'), ...PART, '-o', rest);
} finally {
  rmSync(folder, { recursive: true });
}
