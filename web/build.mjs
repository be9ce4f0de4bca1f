// Makes the static site: build/web/dist/ with the script, the module, the demo page and the stories.
// Usage: node web/build.mjs [BUILD_FOLDER] (default build/web), after `scripts/build web`.

import { cpSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
cpSync(join(web, 'stories'), join(dist, 'stories'), { recursive: true });
for (const page of ['index.html', 'demo.css']) copyFileSync(join(web, page), join(dist, page));
