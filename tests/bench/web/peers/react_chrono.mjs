// react-chrono: a quote a card, on both sides of a line; the wheel scrolls it, and nothing is dragged.

import { BUNDLE_HEAD, bundle, versionOf } from './bundle.mjs';

const SOURCE = `
  import { createRoot } from 'react-dom/client';
  import { Chrono } from 'react-chrono';
  import 'react-chrono/dist/style.css';
  const items = await (await fetch('/quotes.json')).json();
  createRoot(document.getElementById('timeline'))
    .render(<div style={{ height: '700px' }}><Chrono items={items} mode="alternating" /></div>);
`;

export const reactChrono = {
  name: 'react-chrono',
  peer: true,
  version: () => versionOf('react-chrono'),
  files: ({ quotes }, page) => ({
    '/index.html': page({ head: BUNDLE_HEAD, body: '<div id="timeline"></div>' }),
    '/quotes.json': JSON.stringify(quotes.map(({ id, speaker, text, date }) => ({
      id, title: date, cardTitle: speaker.name, cardDetailedText: `“${text}”`,
    }))),
    ...bundle(SOURCE),
  }),
  conditions: {
    readable: () => document.querySelector('#timeline .card-description')?.getBoundingClientRect().height > 0,
    shown: (count) => document.querySelectorAll('#timeline .card-description').length === count,
  },
  wheel: { at: '#timeline-main-wrapper', steps: Array.from({ length: 60 }, (_, i) => ({ down: i < 30 ? 100 : -100 })) },
  keys: { at: '#timeline input', text: 'sarima', wipe: 6 },
};
