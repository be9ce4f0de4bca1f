// Makes annotated articles of example sentences (src/learn/examples/), a JSON object a line, as
// saywhen-learn reads them. Usage: node scripts/examples.mjs tr [ARTICLES]
//
// The choice of words is pseudo-random from a fixed seed: the same file gives the same articles.

import { readFileSync } from 'node:fs';

const [language, count = '400'] = process.argv.slice(2);
const file = new URL(`../src/learn/examples/${language}.txt`, import.meta.url);

const lists = {};
let list = null;
for (const line of readFileSync(file, 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const heading = /^\[(\w+)\](?: = (\w+) -(\d))?$/.exec(line);
  if (heading?.[2]) lists[heading[1]] = lists[heading[2]].map((text) => text.slice(0, -heading[3]));
  else if (heading) list = lists[heading[1]] = [];
  else list.push(line.replace(/^= /, ''));
}

// A linear congruential generator (Numerical Recipes) is random enough to mix sentences.
let state = 20250213;
function choose(items) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return items[Math.floor((state / 2 ** 32) * items.length)];
}

const capitalised = (text) => text.replace(/^[“"]?\p{Ll}/u, (start) => start.toLocaleUpperCase(language));

// The pattern as pieces: plain text, and {roles text} whose roles are "S", "C2" …
function pieces(pattern) {
  return pattern
    .split(/(\{[^}]*\})/)
    .filter(Boolean)
    .map((piece) => {
      const marked = /^\{((?:[SCQ]\d? )+)(.*)\}$/.exec(piece);
      const text = (marked ? marked[2] : piece).replace(/\b[A-Z]{4,}\b/g, (name) =>
        name in lists ? withoutStop(name, choose(lists[name])) : name);
      return { roles: marked ? marked[1].trim().split(' ') : [], text };
    });
}

// Many papers write no full stop at the end of a quotation that a cue follows.
function withoutStop(name, text) {
  return name === 'DIRECT' && text.endsWith('.') && choose([0, 1, 2]) > 0 ? text.slice(0, -1) : text;
}

const length = (text) => [...text].length;
const kinds = { S: 'source', C: 'cue', Q: 'content' };

for (let article = 0; article < Number(count); article += 1) {
  let text = '';
  const attributions = [];
  for (let paragraph = 0; paragraph < 6; paragraph += 1) {
    if (paragraph > 0) text += '\n\n';
    for (let sentence = 0; sentence < 1 + (paragraph % 3); sentence += 1) {
      if (sentence > 0) text += ' ';
      const pattern = choose(choose([0, 1, 2]) === 0 ? lists.PLAIN : lists.PATTERN);
      const found = {};
      pieces(pattern).forEach(({ roles, text: piece }, index) => {
        const words = index === 0 ? capitalised(piece) : piece;
        const begin = length(text);
        text += words;
        for (const role of roles) {
          const number = role.slice(1) || '1';
          const one = (found[number] ??= { source: [], cue: [], content: [] });
          one[kinds[role[0]]].push([begin, length(text)]);
        }
      });
      for (const one of Object.values(found)) {
        // A second saying has the first one's source, where it has none of its own.
        if (one.source.length === 0) one.source = found['1']?.source ?? [];
        if (one.content.length === 0) one.content = found['1']?.content ?? [];
        if (one.cue.length > 0) attributions.push({ type: 'direct', ...one });
      }
    }
  }
  console.log(JSON.stringify({ id: `${language}-${article}`, language, published: '2025-02-13', text, attributions }));
}
