// TimelineJS 3 as its authors build it: a quote a slide; the wheel and a drag move the strip of markers.

import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { packageFolder, versionOf } from './bundle.mjs';

const dist = path.join(packageFolder('@knight-lab/timelinejs'), 'dist');
const HEAD = '<link rel="stylesheet" href="/css/timeline.css"><script src="/js/timeline.js"></script>';
const BODY = `<div id="timeline" style="height: 700px"></div>
<script>window.timeline = new TL.Timeline('timeline', '/quotes.json', { script_path: location.origin + '/js/' });</script>`;

const itsFiles = () => readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(js|css|json|woff2?|ttf|png|svg|gif)$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));

export const timelineJs = {
  name: 'TimelineJS3',
  peer: true,
  version: () => versionOf('@knight-lab/timelinejs'),
  files: ({ quotes }, page) => ({
    '/index.html': page({ head: HEAD, body: BODY }),
    '/quotes.json': JSON.stringify({
      events: quotes.map(({ id, speaker, text, date }) => {
        const [year, month, day] = date.split('-').map(Number);
        return { unique_id: id, start_date: { year, month, day }, text: { headline: speaker.name, text: `“${text}”` } };
      }),
    }),
    ...Object.fromEntries(itsFiles().map((file) => [`/${path.relative(dist, file)}`, readFileSync(file)])),
  }),
  conditions: {
    readable: () => [...document.querySelectorAll('.tl-slide .tl-text-content')]
      .some((text) => text.getBoundingClientRect().height > 0),
    shown: (count) => document.querySelectorAll('.tl-timemarker').length === count &&
      document.querySelector('.tl-timemarker-active') !== null,
  },
  wheel: { at: '.tl-timenav', steps: Array.from({ length: 60 }, (_, i) => ({ down: i < 30 ? 40 : -40 })) },
  drag: { at: '.tl-timenav' },
};
