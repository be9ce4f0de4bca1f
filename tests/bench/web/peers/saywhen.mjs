// Saywhen as docs/embedding.md has it: the element and its script, and the story as a file beside it.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { probe } from '../page.mjs';
import { storyOf } from '../quotes.mjs';
import { figureOf } from './plain.mjs';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const dist = process.env.SAYWHEN_DIST ?? path.join(root, 'build/web/dist');

// What it may ask for with a story in our own format.
const itsFiles = () => readdirSync(dist).filter((name) => /\.js$|^saywhen(-rest)?\.wasm$/.test(name));
const element = (inside) => `<say-when src="/story.json">${inside}</say-when>`;
const head = '<script type="module" src="/say-when.js"></script>';

// What docs/embedding.md advises for a widget in the first screen.
const early = `<link rel="preload" as="fetch" crossorigin href="/saywhen.wasm">
<link rel="modulepreload" href="/plain.js"><link rel="modulepreload" href="/drawing.js">${head}`;

const filesOf = (story, page, inside, head) => ({
  '/index.html': page({ head, body: element(inside) }),
  '/story.json': JSON.stringify(storyOf(story)),
  ...Object.fromEntries(itsFiles().map((name) => [`/${name}`, readFileSync(path.join(dist, name))])),
});

// CSS pixels of the wheel; 20 of them are 36 times.
const ZOOM = 60;
const wheelSteps = [
  ...Array(20).fill({ down: -ZOOM, key: 'Control' }),
  ...Array.from({ length: 20 }, (_, i) => ({ down: i < 10 ? 40 : -40, key: 'Shift' })),
  ...Array(20).fill({ down: ZOOM, key: 'Control' }),
];

export const saywhen = {
  name: 'Saywhen',
  files: (story, page) => filesOf(story, page, '', head),
  init: probe,
  conditions: {
    readable: () => document.querySelector('say-when [data-quote]')?.getBoundingClientRect().height > 0 ||
      document.querySelector('say-when')?.shadowRoot?.querySelector('[data-node=words]') != null,
    // The first frame sets the mirror's nodes as well.
    shown: () => document.querySelector('say-when')?.shadowRoot?.querySelector('[data-node^=quote-]') != null,
    loaded: (count) => document.querySelector('say-when')?.shadowRoot
      ?.querySelector('[data-node^=quote-]')?.ariaSetSize === String(count),
  },
  wheel: { at: 'say-when [data-node=timeline]', steps: wheelSteps },
  // Zoomed in first: the whole cannot be moved.
  drag: { at: 'say-when [data-node=timeline]', before: Array(10).fill({ down: -ZOOM, key: 'Control' }) },
  keys: { at: 'say-when [data-node=search]', text: 'sarima', wipe: 6 },
};

/**
 * The same, with the quotes in the page as `saywhen html` puts them there (at most 2 000; without its
 * JSON-LD), and its files asked for by the page's head: only how it begins differs.
 */
export const served = {
  ...saywhen,
  name: 'Saywhen, served',
  begins: true,
  files: (story, page) => filesOf(story, page, story.quotes.slice(0, 2000).map(figureOf).join(''), early),
};
