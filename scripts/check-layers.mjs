// Checks the plan of the house (docs/architecture.md) over src/: includes point down only, and each
// outside library and each platform conditional stays in its rooms.
// Usage: node scripts/check-layers.mjs; prints one line a breach.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src', import.meta.url));

// A layer may include itself and what has a smaller number. The command line draws pictures too, so
// it stands above the platforms.
const heights = {
  base: 0,
  model: 1,
  formats: 2,
  extract: 2,
  explore: 2,
  timeline: 2,
  learn: 3,
  app: 3,
  ui: 4,
  platform: 5,
  cli: 6,
};

// The interface that platforms implement: it belongs to those who call it.
const contracts = { 'platform/host.h': 3, 'platform/renderer.h': 3 };

// Who may name what.
const rooms = [
  { pattern: /#include [<"]nlohmann\//, layers: ['formats'], what: 'nlohmann/json' },
  { pattern: /#include [<"]imgui/, layers: ['ui', 'platform'], what: 'Dear ImGui' },
  {
    pattern: /\b(__EMSCRIPTEN__|_WIN32|__linux__|__APPLE__)\b|#include <emscripten/,
    layers: ['platform'],
    what: 'a platform conditional',
  },
];

let breaches = 0;
function report(file, line, text) {
  breaches += 1;
  console.log(`src/${file}:${line}: ${text}`);
}

for (const file of readdirSync(source, { recursive: true }).sort()) {
  if (!/\.(h|cc)$/.test(file)) continue;
  const layer = file.split(path.sep)[0];
  if (!(layer in heights)) report(file, 1, `the folder ${layer} is no layer: add it to scripts/check-layers.mjs`);
  readFileSync(path.join(source, file), 'utf8').split('\n').forEach((text, index) => {
    const included = /^\s*#include "(([a-z]+)\/[^"]+)"/.exec(text);
    if (included && included[2] in heights && included[2] !== layer) {
      const height = contracts[included[1]] ?? heights[included[2]];
      if (height > heights[layer] || (height === heights[layer] && !(included[1] in contracts))) {
        report(file, index + 1, `${layer} must not include ${included[1]}`);
      }
    }
    for (const { pattern, layers, what } of rooms) {
      if (pattern.test(text) && !layers.includes(layer)) {
        report(file, index + 1, `${what} is for ${layers.join(' and ')} only`);
      }
    }
  });
}
process.exit(breaches ? 1 : 0);
