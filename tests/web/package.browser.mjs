// What is published: the npm package, its files with hashes in their names, and their integrity.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { integrityOf } from '../../web/package.mjs';
import { browserTest, dist, storyOf } from './support.mjs';
import { saywhen } from './program.mjs';

const folder = path.join(dist, '..', 'package');
const read = (name) => readFileSync(path.join(folder, name));
const integrity = JSON.parse(read('cdn/integrity.json'));
const description = JSON.parse(read('package.json'));

// The files of cdn/ as a host serves them; `spoilt`: one of them with a byte more.
function hosted(spoilt) {
  const types = { js: 'text/javascript', wasm: 'application/wasm', txt: 'text/plain', pack: 'text/plain', json: 'application/json' };
  const names = readdirSync(path.join(folder, 'cdn'), { recursive: true }).filter((name) => /\.(js|wasm|txt|pack|json)$/.test(name));
  return Object.fromEntries(names.map((name) => [`/cdn/${name}`, (response) => {
    response.writeHead(200, { 'Content-Type': types[name.split('.').at(-1)] });
    response.end(Buffer.concat([read(`cdn/${name}`), Buffer.from(name === spoilt ? '\n' : '')]));
  }]));
}

// A page that lets in nothing but these very files, with the quotes in it.
function pageOf() {
  const { file, integrity: hash } = integrity['say-when.js'];
  const map = { integrity: Object.fromEntries(['plain.js', 'drawing.js', 'host_article.js']
    .map((name) => [`/cdn/${integrity[name].file}`, integrity[name].integrity])) };
  const snippet = saywhen('html', path.join(dist, 'stories/seed.json'), '--src', '/stories/seed.json');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>
<link rel="icon" href="data:,"><script type="importmap">${JSON.stringify(map)}</script></head><body>
${snippet.replace('<say-when', '<say-when id="first"').replace(/<script type="module".*/,
    `<script type="module" src="/cdn/${file}" integrity="${hash}"></script>`)}</body></html>`;
}

test('every file that package.json names is there, and every hash is its file’s', () => {
  const targets = Object.values(description.exports).flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each)));
  for (const target of targets.filter((each) => !each.includes('*'))) assert.ok(read(target).length > 0, target);
  assert.match(description.version, /^\d+\.\d+\.\d+$/);
  for (const [name, { file, integrity: hash }] of Object.entries(integrity)) {
    assert.equal(hash, integrityOf(read(`cdn/${file}`)), name);
    assert.match(file, /\.[0-9a-f]{8}\.\w+$/);
  }
  const loader = brotliCompressSync(read(`cdn/${integrity['say-when.js'].file}`)).length;
  assert.ok(loader <= 6_000, `the loader: ${loader} bytes`);
});

test('nothing of ours that the package does not need is in it', () => {
  const files = readdirSync(folder, { recursive: true });
  assert.deepEqual(files.filter((name) => /stories|articles|examples|index\.html|demo|playground|node_modules|\.ts$/.test(name)).sort(),
                   ['extract.d.ts', 'say-when.d.ts']);
});

test('it can be imported where pages are rendered, and bundled for pages', async () => {
  const project = mkdtempSync(path.join(tmpdir(), 'say-when-package-'));
  mkdirSync(path.join(project, 'node_modules'));
  symlinkSync(folder, path.join(project, 'node_modules/saywhen'));
  writeFileSync(path.join(project, 'page.mjs'), "import 'saywhen';\n");
  execFileSync(process.execPath, ['page.mjs'], { cwd: project, stdio: 'pipe' });
  const { outputFiles } = await build({ entryPoints: [path.join(project, 'page.mjs')], bundle: true, format: 'esm',
                                        write: false, external: ['./plain.js', './drawing.js'], conditions: ['browser'] });
  assert.ok(outputFiles[0].text.includes('say-when'), 'its side effects are kept');
});

browserTest('the files with hashes in their names work together', { html: pageOf(), files: hosted() }, async (visit) => {
  const asked = await visit.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  const own = asked.filter((name) => name.startsWith('/cdn/'));
  assert.deepEqual(own.map((name) => name.split('/').at(-1)).sort(),
                   ['say-when.js', 'plain.js', 'drawing.js', 'saywhen.wasm', 'saywhen-rest.wasm'].map((name) => integrity[name].file).sort());
});

browserTest('and in another language', { html: pageOf().replace('id="first"', 'id="first" lang="tr"'), files: hosted() },
            async (visit) => {
  assert.equal(await visit.page.locator('say-when').getByRole('searchbox').getAttribute('aria-label'), 'Ara');
});

browserTest('an article is extracted by them, in a worker', { html: pageOf(), files: hosted() }, async (visit) => {
  const stories = await visit.page.evaluate(async (file) => {
    const { extract, languages } = await import(`/cdn/${file}`);
    const text = '“We will open it when it is safe,” said Ana Prado.';
    return [await extract({ text }), await extract({ html: `<p>${text}</p>`, language: 'en' }), await languages()];
  }, integrity['extract.js'].file);
  assert.deepEqual(stories.slice(0, 2).map(({ quotes }) => quotes[0].text), Array(2).fill('We will open it when it is safe'));
  assert.ok(stories[2].some(({ code }) => code === 'en'));
  assert.equal(visit.page.workers().length, 1);
});

test('its types are types', () => {
  const project = mkdtempSync(path.join(tmpdir(), 'say-when-types-'));
  mkdirSync(path.join(project, 'node_modules'));
  symlinkSync(folder, path.join(project, 'node_modules/saywhen'));
  writeFileSync(path.join(project, 'page.ts'), `import { extract, type Story } from 'saywhen/extract.js';
import type { SayWhen } from 'saywhen';
export async function show(element: SayWhen, text: string): Promise<Story> {
  const story = await extract({ text, language: 'en', signal: AbortSignal.timeout(1000) });
  element.data = story;
  for (const { speakers, found } of story.quotes) console.log(speakers?.[0], found?.rule);
  return story;
}
`);
  execFileSync(process.execPath, [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '--noEmit', '--strict', '--module', 'es2022',
    '--moduleResolution', 'bundler', '--target', 'es2022', '--lib', 'es2022,dom', 'page.ts'], { cwd: project, stdio: 'pipe' });
});

for (const name of ['say-when.js', 'plain.js', 'drawing.js', 'saywhen.wasm', 'saywhen-rest.wasm']) {
  browserTest(`another ${name} than the page was told of is not run, and the quotes are read`, {
    html: pageOf(), files: hosted(integrity[name].file), ready: false, noisy: true,
  }, async (visit) => {
    if (name === 'say-when.js') await visit.until(() => performance.getEntriesByType('resource').length > 0 && document.readyState === 'complete');
    else await visit.untilState('html');
    assert.equal(await visit.page.evaluate(() => customElements.get('say-when') !== undefined), name !== 'say-when.js');
    const text = await visit.page.locator('say-when').innerText();
    for (const quote of storyOf('seed').quotes) assert.ok(text.includes(quote.text), quote.id);
    assert.deepEqual(visit.errors.filter((each) => !/integrity|digest/i.test(each)), []);
    const ours = visit.messages.filter(({ text }) => text.startsWith('say-when:'));
    assert.equal(ours.length, name === 'say-when.js' ? 0 : 1, JSON.stringify(visit.messages));
  });
}
