// Runs clang-tidy over our sources, as many at a time as there are cores, and remembers what was clean:
// a source is looked at again only when it, a header of ours that it includes, or .clang-tidy changed.
// Usage: node scripts/tidy.mjs TREE, a configured and built native tree (build/debug).

import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tree = path.resolve(process.argv[2]);
const clean = path.join(root, 'build', 'tidy');
mkdirSync(clean, { recursive: true });

const isOurs = (file) => /^(src|tests)\//.test(path.relative(root, file));

// ninja knows the headers of every object since it last compiled it.
const headers = new Map();
let object = null;
const text = execFileSync('ninja', ['-C', tree, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1 << 28 });
for (const line of text.split('\n')) {
  const start = /^(\S.*): #deps/.exec(line);
  if (start) headers.set((object = start[1]), []);
  else if (object && line.startsWith('    ')) headers.get(object).push(path.resolve(tree, line.trim()));
}

const settings = readFileSync(path.join(root, '.clang-tidy'));
const work = [];
let skipped = 0;
for (const { file, output } of JSON.parse(readFileSync(path.join(tree, 'compile_commands.json')))) {
  if (!isOurs(file)) continue;
  const hash = createHash('sha256').update(settings).update(file);
  for (const used of [file, ...(headers.get(output) ?? [])].filter(isOurs).sort()) {
    if (existsSync(used)) hash.update(readFileSync(used));
  }
  const stamp = path.join(clean, hash.digest('hex'));
  if (existsSync(stamp)) skipped += 1;
  else work.push({ file, stamp });
}

console.log(`clang-tidy: ${work.length} sources to look at, ${skipped} clean since last time`);
let bad = 0;
let done = 0;
async function worker() {
  for (let item = work.shift(); item; item = work.shift()) {
    const { file, stamp } = item;
    const [status, output] = await new Promise((resolve) => {
      execFile('clang-tidy', ['--quiet', '-p', tree, file], { maxBuffer: 1 << 28 }, (error, out, err) =>
        resolve([error ? 1 : 0, out + (error && !out ? err : '')]),
      );
    });
    done += 1;
    if (status === 0) {
      writeFileSync(stamp, '');
    } else {
      bad += 1;
      console.log(output.trim());
    }
    if (done % 10 === 0) console.log(`clang-tidy: ${done} looked at`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));
process.exit(bad ? 1 : 0);
