// Language packs as pages fetch them. What all of them are needed for (page furniture, which may be in
// another language than the article, and telling languages apart) stands in one small file, pages.txt;
// the rest of a language in its own, which comes when an article is in it.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = new Set(['language', 'detect', 'furniture', 'dateline']);

// [{ name, text }…], without comments and empty lines, which are for us.
function sectionsOf(pack) {
  const sections = [];
  for (const line of pack.split('\n')) {
    const name = /^\[([^\]]+)\]$/.exec(line)?.[1];
    if (name) sections.push({ name, lines: [] });
    else if (line && !line.startsWith('#')) sections.at(-1).lines.push(line);
  }
  return sections.filter(({ lines }) => lines.length > 0)
    .map(({ name, lines }) => ({ name, text: `[${name}]\n${lines.join('\n')}\n` }));
}

const textOf = (sections) => sections.map(({ text }) => text).join('');

// An article in an unknown language is read by the first one's rules, as the command line does.
const englishFirst = (a, b) => Number(b === 'en.pack') - Number(a === 'en.pack') || (a < b ? -1 : 1);

/** `from`: the folder of whole packs; `to`: made. */
export function writeLanguages(from, to) {
  mkdirSync(to, { recursive: true });
  const pages = [];
  const index = [];
  for (const file of readdirSync(from).filter((name) => name.endsWith('.pack')).sort(englishFirst)) {
    const code = file.replace('.pack', '');
    const sections = sectionsOf(readFileSync(join(from, file), 'utf8'));
    const shared = textOf(sections.filter(({ name }) => PAGES.has(name)));
    const [, name, english] = /^name\t([^\t\n]+)\t([^\t\n]+)/m.exec(shared) ?? [, code, code];
    pages.push(`${code}\n${shared}`);
    index.push({ code, name, english });
    writeFileSync(join(to, file), textOf(sections.filter(({ name }) => !PAGES.has(name))));
  }
  writeFileSync(join(to, 'pages.txt'), pages.join('\f'));
  writeFileSync(join(to, 'index.json'), `${JSON.stringify(index)}\n`);
}
