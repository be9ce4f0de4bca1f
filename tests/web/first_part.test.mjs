// The first part of the module (docs/decisions/0015) opens and draws stories by itself that it was not profiled with:
// a call of what only the second part has is a trap.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { playPage } from '../../src/platform/web/first_frames.mjs';
import { makeQuotes, storyOf } from '../bench/web/quotes.mjs';

const dist = process.env.SAYWHEN_DIST ?? fileURLToPath(new URL('../../build/web/dist', import.meta.url));
const file = new WebAssembly.Module(readFileSync(path.join(dist, 'saywhen.wasm')));

/** Opens a story and draws it at a width, scrolled to some places. */
function draw(story, width) {
  const host = playPage(() => module.memory);
  const { exports: module } = new WebAssembly.Instance(file, { host, env: { emscripten_notify_memory_growth() {} } });
  module._initialize();
  const widget = module.create(module.open(), 0);
  const bytes = new TextEncoder().encode(story);
  const at = module.allocate(bytes.length);
  new Uint8Array(module.memory.buffer).set(bytes, at);
  const stream = module.openStory();
  module.appendStory(stream, at, bytes.length);
  module.closeStory(stream);
  while (!module.prepareStory(stream));
  module.showStory(widget, stream, 0);
  module.setSize(widget, width, 2);
  [0, 0, 500, 3000].forEach((top, i) => {
    module.frame(widget, 16 * (i + 1), top, 900);
    module.treeChanged(widget);
  });
  module.quotes(widget, 0, 2000);
  module.destroy(widget);
}

for (const count of [1, 3, 12, 100, 1000, 10_000]) {
  test(`${count} quotes need the first part only, whole and cut`, () => {
    const story = JSON.stringify(storyOf(makeQuotes(count)));
    for (const width of [240, 390, 700, 1280, 2400]) draw(story, width);
    for (let i = 1; i < 50; ++i) assert.doesNotThrow(() => draw(story.slice(0, (story.length * i) / (count > 100 ? 5000 : 50)), 390));
  });
}
