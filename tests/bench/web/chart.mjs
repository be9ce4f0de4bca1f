// The chart of docs/performance.md: six measures, a bar a tool, in light and in dark.

import { MB, kB, ms } from './tables.mjs';

// [title, second line, figure, quotes, net, how it is written]
const PANELS = [
  ['Download, kB', '12 quotes, brotli', 'bytes', 12, 'fast', kB],
  ['First words, ms', '12 quotes, slow phone', 'readable', 12, 'slow', ms],
  ['All drawn, ms', '12 quotes, slow phone', 'shown', 12, 'slow', ms],
  ['All drawn, ms', '1 000 quotes', 'shown', 1000, 'fast', ms],
  ['A step of a drag, ms', '1 000 quotes, main thread', 'drag.busyMean', 1000, 'fast', ms],
  ['Memory, MB', '1 000 quotes, after use', 'usedPrivate', 1000, 'fast', MB],
];
const COLUMNS = 3;

// CSS pixels.
const WIDTH = 860;
const NAMES = 118;
const GAP = 26;
const VALUE = 46; // right of the longest bar
const ROW = 22;
const HEAD = 43;
const TOP = 66;
const FOOT = 34;

const STYLE = `
  .paper { fill: #fff } text { font: 13px system-ui, sans-serif; fill: #222 } .title { font-size: 19px; font-weight: 700 }
  .head { font-weight: 650 } .quiet { fill: #666; font-size: 12px } .rule { stroke: #222; stroke-width: 1 }
  .bar { fill: #c3c7cc } .own .bar { fill: #b3471d } .own text { font-weight: 700 }
  .spread { stroke: #222; stroke-opacity: .55 } .aim { stroke: #222; stroke-width: 2 } .base { stroke: #999 }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #16181b } text { fill: #e8e8e6 } .quiet { fill: #a0a4a9 } .rule { stroke: #e8e8e6 } .bar { fill: #50565d }
    .own .bar { fill: #e5763f } .spread { stroke: #fff } .aim { stroke: #fff } .base { stroke: #777 }
  }`;

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const text = (x, y, content, more = '') => `<text x="${x}" y="${y}" ${more}>${escaped(content)}</text>`;
const line = (kind, x1, y1, x2, y2) =>
  `<line class="${kind}" x1="${x1.toFixed(1)}" y1="${y1}" x2="${x2.toFixed(1)}" y2="${y2}"/>`;

function panel([title, second, figure, count, net, write], tools, results, aims, left, top, width) {
  const figures = tools.map(({ name }) => results.find((result) =>
    result.name === name && result.count === count && result.net === net)?.figures?.[figure]);
  const aim = aims.find((each) => each.name === 'saywhen' && each.figure === figure && each.count === count && each.net === net);
  const longest = Math.max(...figures.map((each) => each?.most ?? 0), aim?.most ?? 0) || 1;
  const at = (value) => left + (value / longest) * (width - VALUE);
  const rows = figures.map((each, i) => {
    const y = top + HEAD + i * ROW;
    const own = tools[i].name === 'saywhen';
    if (!each) return text(left + 4, y + 15, '-', 'class="quiet"');
    const { median, least, most } = each;
    return `<g${own ? ' class="own"' : ''}><rect class="bar" x="${left}" y="${y + 3}" width="${(at(median) - left).toFixed(1)}" height="${ROW - 7}"/>${
      line('spread', at(least), y + ROW / 2, at(most), y + ROW / 2)}${
      own && aim ? line('aim', at(aim.most), y + 1, at(aim.most), y + ROW - 2) : ''}${
      text((Math.max(at(most), own && aim ? at(aim.most) : 0) + 5).toFixed(1), y + 15, write(median))}</g>`;
  });
  return [text(left, top + 16, title, 'class="head"'), text(left, top + 33, second, 'class="quiet"'),
          line('base', left, top + HEAD, left, top + HEAD + tools.length * ROW), ...rows].join('\n');
}

/** SVG; steps by their mean: some tools do nothing in most of them. `tools`: [{ name, title }], a row each; `source`: where it was measured, one line. */
export function chartOf(tools, results, aims, source) {
  const height = HEAD + tools.length * ROW + 22;
  const width = (WIDTH - NAMES - GAP * COLUMNS) / COLUMNS;
  const lines = Math.ceil(PANELS.length / COLUMNS);
  const whole = TOP + lines * height + FOOT;
  const names = Array.from({ length: lines }, (_, j) => tools.map(({ name, title }, i) =>
    `<g${name === 'saywhen' ? ' class="own"' : ''}>${text(16, TOP + j * height + HEAD + i * ROW + 15, title)}</g>`).join('')).join('');
  const panels = PANELS.map((each, i) => panel(each, tools, results, aims,
    NAMES + 16 + (i % COLUMNS) * (width + GAP), TOP + Math.floor(i / COLUMNS) * height, width));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${whole}" width="${WIDTH}" height="${whole}" role="img">
<title>What a timeline of quotes costs its reader</title>
<style>${STYLE}
</style>
<rect class="paper" width="${WIDTH}" height="${whole}"/>
${line('rule', 16, 12, WIDTH - 16, 12)}
${text(16, 36, 'What a timeline of quotes costs its reader', 'class="title"')}
${text(16, 55, 'The same quotes in each. Shorter is better. Thin line: all runs; upright stroke: what Saywhen aims at.', 'class="quiet"')}
${names}
${panels.join('\n')}
${text(16, whole - 14, source, 'class="quiet"')}
</svg>
`;
}
