// The element's one description (web/custom-elements.json) against its code, the docs and the types.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { docs, element, types, withTables } from '../../web/describe.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const web = path.join(root, 'web');
const sources = readdirSync(web).filter((name) => name.endsWith('.ts') && !/^frame/.test(name))
  .map((name) => readFileSync(path.join(web, name), 'utf8')).join('\n');
const found = (pattern) => [...new Set([...sources.matchAll(pattern)].map(([, name]) => name))].sort();
const named = (list) => list.map(({ name }) => name).sort();

test('the docs have its tables', () => {
  const text = readFileSync(docs, 'utf8');
  assert.equal(withTables(text), text, 'run: node web/describe.mjs');
});

test('its events are those that the code sends', () => {
  assert.deepEqual(found(/#announce\('(\w+)'/g).map((name) => `say-when-${name}`), named(element.events));
});

test('its custom properties are those that the style reads', () => {
  assert.deepEqual(found(/var\((--say-when-[\w-]+)/g), named(element.cssProperties));
});

test('its parts are those that the code names', () => {
  assert.deepEqual(found(/setAttribute\('part', '(\w+)'\)/g), named(element.cssParts));
});

test('its states are those that the code sets', () => {
  const states = [...found(/states\.add\('(\w+)'\)/g), ...found(/export type State = ([^;]*);/g)[0].match(/\w+/g)];
  assert.deepEqual(states.sort(), named(element.cssStates));
});

test('its attributes are those that the code reads', () => {
  const observed = found(/observedAttributes = \[(.*)\];/g)[0].match(/\w+/g);
  const read = found(/(?:host|this)\.getAttribute\('(\w+)'\)/g);
  assert.deepEqual([...new Set([...observed, ...read, 'lang'])].sort(), named(element.attributes));
});

test('its members are those of the class', () => {
  const own = readFileSync(path.join(web, 'element.ts'), 'utf8').replace(/^[^]*export class SayWhen/, '');
  const members = [...own.matchAll(/^  (?:get |async )?([a-z]\w*)\(/gm)].map(([, name]) => name)
    .filter((name) => !/^(constructor|connectedCallback|disconnectedCallback|attributeChangedCallback|set)$/.test(name));
  assert.deepEqual([...new Set(members)].sort(), named(element.members));
});

test('the types are TypeScript, and know the element', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'say-when-types-'));
  writeFileSync(path.join(folder, 'say-when.d.ts'), types());
  writeFileSync(path.join(folder, 'use.ts'), `import { SayWhen } from './say-when.js';
const element: SayWhen = document.createElement('say-when');
element.addEventListener('say-when-select', (event) => event.detail.quote.toUpperCase());
element.addEventListener('click', (event) => event.clientX);
const fresh: number = element.setData({ version: 1 });
// @ts-expect-error: nobody sets it
element.state = 'ready';
// @ts-expect-error: no such event
element.addEventListener('say-when-select', (event) => event.detail.speaker);
export { fresh };
`);
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext',
    '--lib', 'es2022,dom,dom.iterable', path.join(folder, 'use.ts')], { stdio: 'pipe', encoding: 'utf8' });
});
