// The interface's texts, src/ui/strings/*.inc: a line each, in the same order in all languages.

import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const folder = fileURLToPath(new URL('../src/ui/strings', import.meta.url));

/** [{ language, table: [{ name, text }] }], by language. */
export const stringTables = () => readdirSync(folder).sort().map((file) => ({
  language: file.replace('.inc', ''),
  table: [...readFileSync(join(folder, file), 'utf8').matchAll(/^S\((\w+), (".*")\)$/gm)]
    .map(([, name, text]) => ({ name, text: JSON.parse(text) })),
}));

/** As the module takes them (setStrings() in src/platform/web/exports.cc). */
export const linesOf = (table) => table.map(({ text }) => `${text}\n`).join('');
