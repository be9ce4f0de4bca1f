// What opening stories and drawing their first frames calls of the module, for split.mjs: the module runs
// here with a page's part played by numbers, so that the build needs no browser.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeCouncil } from '../../../web/stories/make_council.mjs';
import { linesOf, stringTables } from '../../../web/string_tables.mjs';

const root = join(import.meta.dirname, '../../..');

// Real ones, and those of the format's tests, which hold all that a story may and what is wrong with others.
const STORIES = [
  Buffer.from(JSON.stringify(makeCouncil())),
  ...['web/stories', 'tests/data/story/accept', 'tests/data/story/reject'].flatMap((folder) =>
    readdirSync(join(root, folder)).filter((name) => name.endsWith('.json')).sort()
      .map((name) => readFileSync(join(root, folder, name)))),
];
const LANGUAGES = stringTables().map(({ language, table }) =>
  ({ name: language, lines: language === 'en' ? '' : linesOf(table) }));
// A story of which more is to come, or that breaks off, ends anywhere; cut every so many bytes.
const CUT_STORY = readFileSync(join(root, 'web/stories/seed.json'));
const CUT = 101;
// A phone, a column of an article, a desk. Lengths in CSS pixels.
const SCREENS = [
  { width: 390, height: 844, scale: 3, touch: true, dark: true },
  { width: 680, height: 900, scale: 1.5, touch: false, dark: false },
  { width: 1280, height: 900, scale: 1, touch: false, dark: false },
];
const RELATIONS = { another: 0, whole: 2 }; // engine.ts
const PIECE = 4096;
const FRAME_MS = 16;
const FRAME_RECORD_SIZE = 48;
const NOW = Date.UTC(2026, 0, 1);

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The page as imports.h has it; `memory` gives the module's. All letters are half as wide as they are high, and lines
 * break at spaces. */
export function playPage(memory) {
  const view = () => new DataView(memory().buffer);
  const run = (at) => {
    const text = decoder.decode(new Uint8Array(memory().buffer, view().getUint32(at, true), view().getUint32(at + 4, true)));
    const size = view().getFloat32(at + 24, true);
    return { text, size, letter: size / 2 };
  };
  const write = (text, at, capacity) => encoder.encodeInto(text, new Uint8Array(memory().buffer, at, capacity)).written;
  const floats = (at, ...numbers) => numbers.forEach((number, i) => view().setFloat32(at + 4 * i, number, true));
  const words = (at, ...numbers) => numbers.forEach((number, i) => view().setInt32(at + 4 * i, number, true));
  const date = (civil) => new Date(Math.max(-8.64e15, Math.min(8.64e15, civil))).toISOString();
  return {
    metrics: (at, out) => floats(out, run(at).size, run(at).size / 4),
    baseline: (_, lineHeight) => lineHeight * 0.75,
    width: (at) => run(at).text.length * run(at).letter,
    breakLines(at, width, out, capacity) {
      const { text, letter } = run(at);
      const most = Math.max(1, Math.floor(width / letter));
      let count = 0;
      for (let begin = 0; begin < text.length || count === 0; ++count) {
        const space = text.lastIndexOf(' ', begin + most);
        const end = begin + most >= text.length ? text.length : space >= begin ? space + 1 : begin + most;
        if (count < capacity) {
          words(out + 8 * count, end);
          floats(out + 8 * count + 4, (end - begin) * letter);
        }
        begin = end;
      }
      return count;
    },
    extents(at, begin, end, out) {
      floats(out, begin * run(at).letter, end * run(at).letter);
      return 1;
    },
    ink(at, scale, out) {
      const { text, size, letter } = run(at);
      if (text.trim() === '') words(out, 0, 0, 0, 0);
      else words(out, 0, -size * scale, text.length * letter * scale, size * 1.25 * scale);
    },
    rasterise() {},
    formatDate: (civil, _, out, capacity) => write(date(civil), out, capacity),
    formatRange: (first, last, _, out, capacity) => write(`${date(first)} ${date(last)}`, out, capacity),
    formatNumber: (number, out, capacity) => write(`${number}`, out, capacity),
    plural: (number) => (number === 1 ? 1 : 5),
    now: () => NOW,
  };
}

/** Runs it; returns the profile, for `wasm-split --profile`. `file`: from `wasm-split --instrument`. */
export function profileFirstFrames(file) {
  const host = playPage(() => module.memory);
  const { exports: module } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)),
                                                       { host, env: { emscripten_notify_memory_growth() {} } });
  module._initialize();
  const withBytes = (bytes, use) => {
    const at = module.allocate(Math.max(bytes.length, 1));
    new Uint8Array(module.memory.buffer).set(bytes, at);
    use(at, bytes.length);
    module.release(at);
  };
  const withText = (text, use) => withBytes(encoder.encode(text), use);
  const record = module.allocate(FRAME_RECORD_SIZE);
  let now = 0;

  for (const { name, lines } of LANGUAGES) {
    const engine = module.open();
    withText(name, (at, size) => withText(lines, (linesAt, linesSize) => module.setStrings(engine, at, size, linesAt, linesSize)));
    const result = () => decoder.decode(new Uint8Array(module.memory.buffer, module.resultText(engine), module.resultSize(engine)));
    const read = (bytes) => {
      const stream = module.openStory();
      for (let at = 0; at < bytes.length; at += PIECE)
        withBytes(bytes.subarray(at, at + PIECE), (piece, size) => module.appendStory(stream, piece, size));
      return stream;
    };
    const show = (widget, story, relation) => {
      const stream = read(story);
      module.closeStory(stream);
      while (!module.prepareStory(stream));
      module.showStory(widget, stream, RELATIONS[relation]);
      return JSON.parse(result());
    };
    for (const story of STORIES) {
      for (const { width, height, scale, touch, dark } of SCREENS) {
        const widget = module.create(engine, 0);
        const frame = (top) => {
          now += FRAME_MS;
          module.frame(widget, now, top, height);
          module.frameData(widget, record);
          module.treeChanged(widget);
          module.selectionChanged(widget);
          module.view(widget);
          module.isArticleShown(widget);
        };
        if (touch) module.pointerMove(widget, -1, -1, true);
        module.setDark(widget, dark);
        module.setReducedMotion(widget, dark);
        const { count = 0 } = show(widget, story, 'another');
        module.quotes(widget, 0, count);
        module.setSize(widget, width, scale);
        if (count > 0) {
          frame(0);
          frame(0);
          show(widget, story, 'whole');
          module.forgetText(engine);
          frame(0);
          frame(Math.max(0, module.contentHeight(widget) - height));
        }
        module.destroy(widget);
      }
      module.dropStory(read(story));
    }
    const widget = module.create(engine, 0);
    for (let end = 0; end < CUT_STORY.length; end += CUT) show(widget, CUT_STORY.subarray(0, end), 'another');
    module.destroy(widget);
  }

  const size = module.__write_profile(0, 0);
  const at = module.allocate(size);
  module.__write_profile(at, size);
  return new Uint8Array(module.memory.buffer, at, size);
}
