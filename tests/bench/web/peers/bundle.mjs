// What a newsroom's build makes of a library and the few lines that use it: one script and one style.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));
export const packageFolder = (name) => path.join(folder, 'node_modules', name);
export const versionOf = (name) => JSON.parse(readFileSync(path.join(packageFolder(name), 'package.json'), 'utf8')).version;

/** { '/page.js', '/page.css'? } of a script's source. */
export function bundle(source) {
  const { outputFiles } = buildSync({
    stdin: { contents: source, resolveDir: folder, loader: 'jsx' },
    bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, outdir: '/', entryNames: 'page',
    legalComments: 'none', logLevel: 'error', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' },
  });
  return Object.fromEntries(outputFiles.map(({ path: name, contents }) => [name.replace('stdin', 'page'), contents]));
}

export const BUNDLE_HEAD = '<link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script>';
