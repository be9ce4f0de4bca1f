// Makes the static site: build/web/dist/ with the script, the module, the demo page and the stories; and the
// package to publish, build/web/package/ (package.mjs).
// Usage: node web/build.mjs [BUILD_FOLDER] (default build/web), after `scripts/build web`.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';
import { types } from './describe.mjs';
import { newsPage } from './examples/news_page.mjs';
import { writeLanguages } from './languages.mjs';
import { makePackage } from './package.mjs';
import { examples as articles } from './playground_examples.mjs';
import { makeCouncil } from './stories/make_council.mjs';
import { linesOf, stringTables } from './string_tables.mjs';

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
        .replace(/\s+/g, ' ')
        .replace(/ ?([^\w ]) ?/g, '$1'),
      loader: 'text',
    }));
  },
};

// The interface's other languages, each a file of its texts, one a line in English's order, which
// the page fetches when it needs it. The same tables are compiled into native programs.
function writeStrings() {
  const namesOf = (table) => table.map(({ name }) => name).join();
  const tables = stringTables();
  const english = namesOf(tables.find(({ language }) => language === 'en').table);
  mkdirSync(join(dist, 'strings'));
  for (const { language, table } of tables.filter(({ language }) => language !== 'en')) {
    if (namesOf(table) !== english)
      throw new Error(`${language}.inc: not the same strings as en.inc, in the same order`);
    writeFileSync(join(dist, 'strings', `${language}.txt`), linesOf(table));
  }
}

// Style in a template: its layout is for us as well. CSS is tokens, so that any white space is as good
// as one space, and beside braces and commas as none.
const styles = {
  name: 'styles',
  setup(build) {
    build.onLoad({ filter: /style\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/`[^`]*`/g, (css) => css
        .replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':')),
      loader: 'ts',
    }));
  },
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
// The script of every page, the one that it fetches when a widget comes near the screen, the one for
// widgets that are linked with the page's article, those for stories of other formats, those that extract
// stories from articles, and those of the playground, of the frame and of a page around it.
await build({
  entryPoints: ['say-when.ts', 'plain.ts', 'drawing.ts', 'host_article.ts', 'formats.ts', 'html_tokens.ts', 'extract.ts', 'extract_engine.ts', 'playground.ts',
                'frame.ts', 'frame-parent.ts'].map((name) => join(web, name)),
  outdir: dist,
  external: ['./plain.js', './drawing.js', './host_article.js', './formats.js', './html_tokens.js', './extract.js', './extract_engine.js', './say-when.js'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  charset: 'utf8', // as which module scripts are always read
  plugins: [shaders, styles],
  logLevel: 'warning',
});
for (const module of ['saywhen.wasm', 'saywhen-rest.wasm', 'formats.wasm', 'extract.wasm']) copyFileSync(join(from, module), join(dist, module));
writeStrings();
writeLanguages(join(from, 'languages'), join(dist, 'languages'));
writeFileSync(join(dist, 'extract.d.ts'), ts.transpileDeclaration(readFileSync(join(web, 'extract.ts'), 'utf8'), {
  fileName: 'extract.ts', compilerOptions: { target: ts.ScriptTarget.ES2022, stripInternal: true },
}).outputText);
writeFileSync(join(dist, 'say-when.d.ts'), types());
copyFileSync(join(web, 'custom-elements.json'), join(dist, 'custom-elements.json'));
mkdirSync(join(dist, 'stories'));
for (const story of readdirSync(join(web, 'stories')).filter((name) => name.endsWith('.json')))
  copyFileSync(join(web, 'stories', story), join(dist, 'stories', story));
writeFileSync(join(dist, 'stories', 'council.json'), `${JSON.stringify(makeCouncil())}\n`);
for (const page of ['index.html', 'council.html', 'frame.html', 'playground.html', 'demo.css', 'frame.css', 'playground.css']) copyFileSync(join(web, page), join(dist, page));

mkdirSync(join(dist, 'articles'));
for (const { name, article } of articles())
  writeFileSync(join(dist, 'articles', `${name}.json`), `${JSON.stringify(article)}\n`);

// The examples: pages as they are, React's and Vue's as a newsroom's own tools would bundle them.
const examples = join(web, 'examples');
mkdirSync(join(dist, 'examples'));
for (const name of readdirSync(examples).filter((each) => /\.(html|css)$/.test(each)))
  copyFileSync(join(examples, name), join(dist, 'examples', name));
await build({
  entryPoints: ['react.jsx', 'vue.js'].map((name) => join(examples, name)),
  outdir: join(dist, 'examples'),
  external: ['../say-when.js'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false',
            __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
  logLevel: 'warning',
});
writeFileSync(join(dist, 'examples', 'news.html'),
              newsPage(JSON.parse(readFileSync(join(web, 'stories', 'seed.json'), 'utf8')), '../stories/seed.json'));

makePackage(dist, join(from, 'package'));
