// Makes the static site: build/web/dist/ with the script, the module, the demo page and the stories.
// Usage: node web/build.mjs [BUILD_FOLDER] (default build/web), after `scripts/build web`.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { makeCouncil } from './stories/make_council.mjs';

const web = dirname(fileURLToPath(import.meta.url));
const from = process.argv[2] ?? join(web, '..', 'build', 'web');
const dist = join(from, 'dist');

// Comments and layout of shaders are for us, not for the reader's network.
const shaders = {
  name: 'shaders',
  setup(build) {
    build.onLoad({ filter: /\.(vert|frag)$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/\/\/.*$/gm, '')
        .replace(/\s*\n\s*/g, '\n')
        .trim(),
      loader: 'text',
    }));
  },
};

// The interface's other languages, each a file of its texts, one a line in English's order, which
// the page fetches when it needs it. The same tables are compiled into native programs.
function writeStrings() {
  const tables = join(web, '..', 'src', 'ui', 'strings');
  const read = (file) => [...readFileSync(join(tables, file), 'utf8').matchAll(/^S\((\w+), (".*")\)$/gm)]
    .map(([, name, text]) => ({ name, text: JSON.parse(text) }));
  const english = read('en.inc').map(({ name }) => name).join();
  mkdirSync(join(dist, 'strings'));
  for (const file of readdirSync(tables).filter((name) => name !== 'en.inc')) {
    const table = read(file);
    if (table.map(({ name }) => name).join() !== english)
      throw new Error(`${file}: not the same strings as en.inc, in the same order`);
    const language = file.replace('.inc', '');
    writeFileSync(join(dist, 'strings', `${language}.txt`), `${table.map(({ text }) => text).join('\n')}\n`);
  }
}

// Style in a template: its layout is for us as well. CSS is tokens, so that any white space is as good
// as one space.
const styles = {
  name: 'styles',
  setup(build) {
    build.onLoad({ filter: /style\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/`[^`]*`/g, (css) => css.replace(/\s+/g, ' ')),
      loader: 'ts',
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
// The script of every page, the one that it fetches when a widget comes near the screen, the one for
// widgets that are linked with the page's article, and those of the frame and of a page around it.
await build({
  entryPoints: ['say-when.ts', 'drawing.ts', 'host_article.ts', 'frame.ts', 'frame-parent.ts'].map((name) => join(web, name)),
  outdir: dist,
  external: ['./drawing.js', './host_article.js', './say-when.js'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  charset: 'utf8', // as which module scripts are always read
  plugins: [shaders, styles],
  logLevel: 'warning',
});
copyFileSync(join(from, 'saywhen.wasm'), join(dist, 'saywhen.wasm'));
writeStrings();
mkdirSync(join(dist, 'stories'));
for (const story of readdirSync(join(web, 'stories')).filter((name) => name.endsWith('.json')))
  copyFileSync(join(web, 'stories', story), join(dist, 'stories', story));
writeFileSync(join(dist, 'stories', 'council.json'), `${JSON.stringify(makeCouncil())}\n`);
for (const page of ['index.html', 'council.html', 'frame.html', 'demo.css', 'frame.css']) copyFileSync(join(web, page), join(dist, page));
