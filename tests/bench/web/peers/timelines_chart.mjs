// timelines-chart: a quote a bar of a day in its speaker's row; a drag marks a time to zoom to. It has no
// place for words but a tooltip: they cannot be read until the pointer is on them.

import { BUNDLE_HEAD, bundle, versionOf } from './bundle.mjs';

const SOURCE = `
  import TimelinesChart from 'timelines-chart';
  const data = await (await fetch('/quotes.json')).json();
  for (const { data: [row] } of data) {
    row.data = row.data.map(({ date, val }) => ({ timeRange: [new Date(date), new Date(+new Date(date) + 86_400_000)], val }));
  }
  new TimelinesChart(document.getElementById('timeline')).zQualitative(true).data(data);
`;

export const timelinesChart = {
  name: 'timelines-chart',
  peer: true,
  version: () => versionOf('timelines-chart'),
  files: ({ speakers, quotes }, page) => ({
    '/index.html': page({ head: BUNDLE_HEAD.replace(/<link.*?>/, ''), body: '<div id="timeline"></div>' }),
    '/quotes.json': JSON.stringify(speakers.map(({ id, name }) => ({
      group: name,
      data: [{ label: '', data: quotes.filter(({ speaker }) => speaker.id === id).map(({ text, date }) => ({ date, val: text })) }],
    })).filter(({ data: [row] }) => row.data.length > 0)),
    ...bundle(SOURCE),
  }),
  conditions: {
    shown: (count) => document.querySelectorAll('.series-segment').length === count,
  },
  drag: { at: '#timeline svg' },
};
