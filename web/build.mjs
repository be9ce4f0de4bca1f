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

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({
  entryPoints: [join(web, 'say-when.ts')],
  outfile: join(dist, 'say-when.js'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  plugins: [shaders],
  logLevel: 'warning',
});
copyFileSync(join(from, 'saywhen.wasm'), join(dist, 'saywhen.wasm'));
mkdirSync(join(dist, 'stories'));
for (const story of readdirSync(join(web, 'stories')).filter((name) => name.endsWith('.json')))
  copyFileSync(join(web, 'stories', story), join(dist, 'stories', story));
writeFileSync(join(dist, 'stories', 'council.json'), `${JSON.stringify(makeCouncil())}\n`);
for (const page of ['index.html', 'council.html', 'demo.css']) copyFileSync(join(web, page), join(dist, page));
