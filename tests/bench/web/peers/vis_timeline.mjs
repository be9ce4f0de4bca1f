// vis-timeline: each quote is an item, a box with its words; Ctrl and the wheel zoom, a drag moves.

import { BUNDLE_HEAD, bundle, versionOf } from './bundle.mjs';

const SOURCE = `
  import { DataSet, Timeline } from 'vis-timeline/standalone';
  import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
  const items = await (await fetch('/quotes.json')).json();
  new Timeline(document.getElementById('timeline'), new DataSet(items),
               { height: 700, zoomKey: 'ctrlKey', verticalScroll: true });
`;
const STYLE = '<style>.vis-timeline .vis-item .vis-item-content { width: 240px; white-space: normal; }</style>';

const ZOOM = 60;

export const visTimeline = {
  name: 'vis-timeline',
  peer: true,
  version: () => versionOf('vis-timeline'),
  files: ({ quotes }, page) => ({
    '/index.html': page({ head: BUNDLE_HEAD + STYLE, body: '<div id="timeline"></div>' }),
    '/quotes.json': JSON.stringify(quotes.map(({ id, speaker, text, date }) => ({
      id, start: date, content: `<b>${speaker.name}</b> “${text}”`,
    }))),
    ...bundle(SOURCE),
  }),
  conditions: {
    readable: () => document.querySelector('.vis-item.vis-box .vis-item-content')?.checkVisibility({ visibilityProperty: true }),
    // Only those in the window are elements; it fits all of them in at first.
    shown: () => document.querySelector('.vis-timeline')?.style.visibility !== 'hidden' &&
      document.querySelectorAll('.vis-item.vis-box').length > 0 && document.querySelector('.vis-loading-screen') === null,
  },
  wheel: {
    at: '.vis-center',
    steps: [
      ...Array(20).fill({ down: -ZOOM, key: 'Control' }),
      ...Array.from({ length: 20 }, (_, i) => ({ right: i < 10 ? 40 : -40 })),
      ...Array(20).fill({ down: ZOOM, key: 'Control' }),
    ],
  },
  drag: { at: '.vis-center', before: Array(10).fill({ down: -ZOOM, key: 'Control' }) },
};
