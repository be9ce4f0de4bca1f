// What Saywhen aims at (issue 7), beside what it reached.

import { MB, kB, ms, spaced } from './tables.mjs';

// [what, tool, quotes, net, figure, at most, how it is written, unit]
const AIMS = [
  ['its files, all of them', 'saywhen', 12, 'fast', 'bytes.own', 170_000, kB, 'kB'],
  ['its script until it is near the screen', 'saywhen', 12, 'fast', 'bytes:/say-when.js', 6000, kB, 'kB'],
  ['readable, slow', 'saywhen', 12, 'slow', 'readable', 440, ms, 'ms'],
  ['readable, slow, quotes in the page', 'served', 12, 'slow', 'readable', 440, ms, 'ms'],
  ['drawn, slow', 'saywhen', 12, 'slow', 'shown', 1250, ms, 'ms'],
  ...[[1000, 300, 60e6], [100_000, 1400, 250e6]].flatMap(([count, shown, memory]) => [
    ['drawn', 'saywhen', count, 'fast', 'shown', shown, ms, 'ms'],
    ['a turn of the wheel, inside the widget', 'saywhen', count, 'fast', 'wheel.widget', 1.5, ms, 'ms'],
    ['a step of a drag, inside the widget', 'saywhen', count, 'fast', 'drag.widget', 1.5, ms, 'ms'],
    ['the slowest key in the search field, inside the widget', 'saywhen', count, 'fast', 'keys.widgetMost', 16, ms, 'ms'],
    ['private memory after use', 'saywhen', count, 'fast', 'usedPrivate', memory, MB, 'MB'],
  ]),
];

const found = (results, name, count, net) =>
  results.find((result) => result.name === name && result.count === count && result.net === net)?.figures;

/** [{ what, count, aim, reached, met, figure, net }] of those that were measured. */
export function aimsOf(results) {
  const rows = AIMS.flatMap(([what, name, count, net, figure, most, write, unit]) => {
    const value = found(results, name, count, net)?.[figure];
    return value ? [{ what, name, count, net, figure, most, aim: `${write(most)} ${unit}`,
                      reached: `${write(value.median)} ${unit}`, met: value.median <= most }] : [];
  });
  for (const count of [12, 1000]) {
    const [own, least] = ['saywhen', 'plain'].map((name) => found(results, name, count, 'fast')?.idle);
    if (!own || !least) continue;
    rows.push({ what: 'main thread in 5 idle seconds', name: 'saywhen', count, net: 'fast', figure: 'idle', most: least.most,
                aim: `as plain HTML: ${ms(least.least)} to ${ms(least.most)} ms`, reached: `${ms(own.median)} ms`,
                met: own.median <= least.most });
  }
  return rows;
}

export const aimsTable = (rows) => ['| | quotes | aim | reached | |', '|---|--:|--:|--:|---|', ...rows.map(
  ({ what, count, aim, reached, met }) => `| ${what} | ${spaced(count)} | ${aim} | ${reached} | ${met ? 'met' : '**not met**'} |`,
)].join('\n');
