// The playground's articles: the seed story's text, and some of those that we annotated by hand
// (tests/data/extract), without the annotation.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const ANNOTATED = ['en-wire-1', 'en-interview-1', 'de-local-1', 'tr-wire-1'];

/** The text of an annotated file, as tests/data/extract/README.md describes its markup. */
export function plainArticle(file) {
  const end = file.indexOf('\n\n');
  const [head, body] = [file.slice(0, end), file.slice(end + 2)];
  const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  const paragraphs = body.trim().split(/\n{2,}/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '));
  const text = paragraphs.map((paragraph) => {
    let out = '';
    for (let i = 0; i < paragraph.length; ++i) {
      const rest = paragraph.slice(i);
      // "{S1 ", "{S1 Ada Holm| ", "{T 2024-04| ", "{C1:": who or when it is stands before the bar.
      const open = /^\{[A-Z][\d,]*(?: [^{}|\\]*\|)? ?/.exec(rest);
      if (open) i += open[0].length - 1;
      else if (/^\\[{}|\\]/.test(rest)) out += paragraph[++i];
      else if (paragraph[i] !== '}') out += paragraph[i];
    }
    return out;
  }).join('\n\n');
  return { language: field('language'), published: field('published'), text };
}

/** [{ name, article: { headline, language, published, text } }…] */
export function examples() {
  const seed = JSON.parse(readFileSync(join(web, 'stories', 'seed.json'), 'utf8')).articles[0];
  return [
    { name: 'seed', article: { language: seed.language, published: '2025-02-13', text: `${seed.headline}\n\n${seed.text}` } },
    ...ANNOTATED.map((name) => ({
      name, article: plainArticle(readFileSync(join(web, '..', 'tests', 'data', 'extract', `${name}.txt`), 'utf8')),
    })),
  ];
}
