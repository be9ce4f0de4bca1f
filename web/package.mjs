// Makes what is published from the built site: build/web/package/, an npm package. In it dist/ is for
// bundlers and for whoever serves the files themselves, by plain names; cdn/ has the same under names that
// hold their content's hash, to be cached for ever, with cdn/integrity.json to find and check them.

import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const root = join(web, '..');
const SCRIPTS = ['say-when.js', 'plain.js', 'drawing.js', 'host_article.js', 'formats.js', 'html_tokens.js', 'extract.js', 'extract_engine.js',
                 'frame.js', 'frame-parent.js'];
const MODULES = ['saywhen.wasm', 'saywhen-rest.wasm', 'formats.wasm', 'extract.wasm'];
const PAGE = ['frame.html', 'frame.css'];

const hashOf = (kind, bytes) => createHash(kind).update(bytes).digest('base64');
/** As an `integrity` attribute has it. */
export const integrityOf = (bytes) => `sha384-${hashOf('sha384', bytes)}`;
const shortHash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

// `text` with the `from`s in it replaced; more or fewer than `times` is a mistake of ours.
function replace(text, from, to, times = 1) {
  if (text.split(from).length !== times + 1) throw new Error(`package: not ${times} times in the script: ${from}`);
  return text.replaceAll(from, () => to);
}

// Leaves first: the name of each file holds the hash of what it names.
function writeHashed(dist, cdn) {
  mkdirSync(cdn, { recursive: true });
  const files = {};
  const put = (name, bytes) => {
    const file = name.replace(/(?=\.\w+$)/, `.${shortHash(bytes)}`);
    writeFileSync(join(cdn, file), bytes);
    files[name] = { file, integrity: integrityOf(bytes) };
    return file;
  };
  const read = (name) => readFileSync(join(dist, name), 'utf8');
  // A folder of texts, under its content's hash as a whole.
  const putFolder = (name) => {
    const texts = readdirSync(join(dist, name)).sort().map((file) => read(`${name}/${file}`));
    const folder = `${name}.${shortHash(texts.join('\f'))}`;
    cpSync(join(dist, name), join(cdn, folder), { recursive: true });
    return folder;
  };
  const [strings, languages] = [putFolder('strings'), putFolder('languages')];
  // A script with what it fetches: [what stands in it, what shall, how often].
  const putScript = (name, names) => put(name, names.reduce((text, name) => replace(text, ...name), read(name)));
  const checked = (name) => {
    const module = readFileSync(join(dist, name));
    return [[`"${name}"`, `"${put(name, module)}"`], ['integrity:""', `integrity:"sha256-${hashOf('sha256', module)}"`]];
  };
  const script = (name, names = []) => [`./${name}`, `./${putScript(name, names)}`];
  put('frame-parent.js', read('frame-parent.js'));
  const formats = script('formats.js', [...checked('formats.wasm'), script('html_tokens.js')]);
  const drawing = script('drawing.js', [...checked('saywhen-rest.wasm'), script('host_article.js'), formats]);
  putScript('say-when.js', [...checked('saywhen.wasm'), script('plain.js'), drawing, ['`strings/', `\`${strings}/`]]);
  const named = [['"languages/', `"${languages}/`]];
  const engine = script('extract_engine.js', [...checked('extract.wasm'), formats, ...named, ['`languages/', `\`${languages}/`]]);
  putScript('extract.js', [[...engine, 2], ...named]);
  writeFileSync(join(cdn, 'integrity.json'), `${JSON.stringify(files, null, 2)}\n`);
}

/** `dist`: the built site; `target`: the package's folder, made anew. */
export function makePackage(dist, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, 'dist'), { recursive: true });
  for (const name of [...SCRIPTS, ...PAGE, ...MODULES]) copyFileSync(join(dist, name), join(target, 'dist', name));
  for (const name of ['strings', 'languages']) cpSync(join(dist, name), join(target, 'dist', name), { recursive: true });
  for (const name of ['say-when.d.ts', 'extract.d.ts', 'custom-elements.json']) copyFileSync(join(dist, name), join(target, name));
  for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md']) copyFileSync(join(root, name), join(target, name));
  writeHashed(dist, join(target, 'cdn'));
  // Where pages are rendered on a server there is no HTMLElement.
  writeFileSync(join(target, 'server.js'), 'export const SayWhen = undefined;\n');
  const [, version] = /project\(\w+ VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8'));
  writeFileSync(join(target, 'package.json'), `${JSON.stringify({
    name: 'saywhen',
    version,
    description: 'Who said what, and when: an embeddable timeline and quote explorer for news articles',
    license: 'MIT',
    type: 'module',
    exports: {
      '.': { types: './say-when.d.ts', node: './server.js', default: './dist/say-when.js' },
      './extract.js': { types: './extract.d.ts', default: './dist/extract.js' },
      './frame-parent.js': './dist/frame-parent.js',
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
      './dist/*': './dist/*',
      './cdn/*': './cdn/*',
    },
    types: './say-when.d.ts',
    customElements: './custom-elements.json',
    sideEffects: ['./dist/*.js', './cdn/*.js'],
    files: ['dist', 'cdn', 'say-when.d.ts', 'extract.d.ts', 'custom-elements.json', 'server.js', 'CHANGELOG.md'],
  }, null, 2)}\n`);
}
