// What is made from the element's one description, web/custom-elements.json (Custom Elements Manifest
// 1.0.0): the tables in docs/embedding.md, and TypeScript's types.
// Usage: node web/describe.mjs writes the tables; web/build.mjs writes the types.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
export const description = JSON.parse(readFileSync(here('custom-elements.json'), 'utf8'));
export const element = description.modules[0].declarations[0];
export const docs = here('../docs/embedding.md');

const table = (head, rows) => [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`,
  ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
const code = (text) => `\`${text}\``;
const detail = ({ type }) => /\{ (.*) \}/.exec(type.text)[1].split('; ').map((each) => each.split(':')[0]).join(', ');
const call = ({ name, parameters }) => `${name}(${parameters.map((each) => each.name).join(', ')})`;

// By the name that the docs give them.
export const tables = {
  attributes: () => table(['attribute', 'property', ''], element.attributes.map((each) =>
    [code(each.name), each.fieldName ? code(each.fieldName) : '', each.description])),
  members: () => table(['', ''], element.members.map((each) =>
    [code(each.kind === 'method' ? call(each) : each.name), each.description])),
  events: () => table(['event', '`detail`', ''], element.events.map((each) =>
    [code(each.name), code(`{${detail(each)}}`), each.description])),
  properties: () => table(['custom property', ''], element.cssProperties.map((each) =>
    [code(each.name), each.description])),
  parts: () => table(['part', ''], element.cssParts.map((each) => [code(each.name), each.description])),
  states: () => table(['state', ''], element.cssStates.map((each) => [code(each.name), each.description])),
};

/** The text of the docs with its tables made anew. */
export function withTables(text) {
  return text.replace(/(<!-- (\w+), from web\/custom-elements\.json -->\n)[^]*?(<!-- end -->)/g,
    (_, begin, name, end) => `${begin}${tables[name]()}\n${end}`);
}

/** say-when.d.ts. */
export function types() {
  const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  const comment = (text) => `  /** ${plain(text)} */\n`;
  const members = element.members.map((each) => comment(each.description) + (each.kind === 'method'
    ? `  ${each.name}(${each.parameters.map(({ name, type }) => `${name}: ${type.text}`).join(', ')}): ${each.return.type.text};`
    : `  ${each.readonly ? 'readonly ' : ''}${each.name}: ${each.type.text};`));
  const events = element.events.map((each) => `${comment(each.description)}  '${each.name}': ${each.type.text};`);
  return `// Made from custom-elements.json.

/** ${element.summary} */
export declare class ${element.name} extends HTMLElement {
${members.join('\n')}
  addEventListener<K extends keyof SayWhenEvents>(type: K, listener: (this: ${element.name}, event: SayWhenEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

export interface SayWhenEvents extends HTMLElementEventMap {
${events.join('\n')}
}

declare global {
  interface HTMLElementTagNameMap {
    '${element.tagName}': ${element.name};
  }
}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(docs, withTables(readFileSync(docs, 'utf8')));
