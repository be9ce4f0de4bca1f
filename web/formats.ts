// Stories of other formats, turned into story files by a second module. What reads them comes only
// where a story is none of ours; docs/formats.md has the formats.

import type { StoryError } from './engine.js';
import type { HtmlListener } from './html_tokens.js';

type Pointer = number;

// src/platform/web/formats/exports.cc says what each does.
interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  allocate(size: number): Pointer;
  resultText(): Pointer;
  resultSize(): number;
  problemCount(): number;
  convertFile(text: Pointer, size: number): number;
  convertScripts(texts: Pointer, size: number): number;
  readPage(html: Pointer, size: number): void;
  htmlOpen(events: Pointer, tag: Pointer, tagSize: number, attributes: Pointer,
           attributesSize: number, byte: number): void;
  htmlClose(events: Pointer, tag: Pointer, size: number): void;
  htmlText(events: Pointer, text: Pointer, size: number, byte: number): void;
}

/** `known`: what the page says of itself, and its text's parts, as extract.wasm takes them. */
export interface Page {
  text: string;
  known: Record<string, string>;
}

export type Converted = { story: Uint8Array; problems: number } | { error: StoryError };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Compiled once a page; each story has a memory of its own, which goes with it. */
let compiled: Promise<WebAssembly.Module> | undefined;

async function compile(): Promise<WebAssembly.Module> {
  const address = new URL('formats.wasm', import.meta.url);
  const response = await fetch(address, { credentials: 'omit', integrity: '' });
  if (!response.ok) throw new Error(`${response.url}: HTTP ${response.status}`);
  return WebAssembly.compileStreaming(response);
}

// How many bytes of UTF-8 a text is up to each of its places, asked for in their order.
class ByteCounter {
  private at = 0;
  private bytes = 0;
  constructor(private readonly text: string) {}

  before(at: number): number {
    if (at > this.at) {
      this.bytes += encoder.encode(this.text.slice(this.at, at)).length;
      this.at = at;
    }
    return this.bytes;
  }
}

class Converter {
  private exports!: Exports;
  private scratch: Pointer = 0;
  private scratchSize = 0;

  constructor(private readonly tokenize: ((html: string, listener: HtmlListener) => void) | undefined) {}

  async open(module: WebAssembly.Module): Promise<void> {
    const imports = {
      page: { tokenizeHtml: (html: Pointer, size: number, events: Pointer) => this.html(html, size, events) },
      env: { emscripten_notify_memory_growth() {} },
    };
    const instance = await WebAssembly.instantiate(module, imports);
    this.exports = instance.exports as unknown as Exports;
    this.exports._initialize();
  }

  convert(bytes: Uint8Array, scripts: boolean): Converted {
    const done = this.call(bytes, scripts ? this.exports.convertScripts : this.exports.convertFile);
    return done ? { story: this.result().slice(), problems: this.exports.problemCount() }
                : { error: JSON.parse(decoder.decode(this.result())) as StoryError };
  }

  readPage(bytes: Uint8Array): Page {
    this.call(bytes, this.exports.readPage);
    return JSON.parse(decoder.decode(this.result())) as Page;
  }

  private call<T>(bytes: Uint8Array, use: (start: Pointer, size: number) => T): T {
    const start = this.exports.allocate(Math.max(bytes.length, 1));
    if (start === 0) throw new Error('the formats module is out of memory');
    new Uint8Array(this.exports.memory.buffer).set(bytes, start);
    return use(start, bytes.length);
  }

  private result(): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, this.exports.resultText(), this.exports.resultSize());
  }

  private html(html: Pointer, size: number, events: Pointer): void {
    const text = decoder.decode(new Uint8Array(this.exports.memory.buffer, html, size));
    const bytes = new ByteCounter(text);
    this.tokenize?.(text, {
      open: (tag, attributes, at) => {
        const pairs = Object.entries(attributes).map(([name, value]) => `${name}\0${value}\0`).join('');
        this.put(tag + pairs, (start, length) => {
          const tagSize = encoder.encode(tag).length;
          this.exports.htmlOpen(events, start, tagSize, start + tagSize, length - tagSize, bytes.before(at));
        });
      },
      close: (tag) => this.put(tag, (start, length) => this.exports.htmlClose(events, start, length)),
      text: (words, at) => this.put(words, (start, length) =>
        this.exports.htmlText(events, start, length, bytes.before(at))),
    });
  }

  // Calls `use` with the text in the module's memory.
  private put(text: string, use: (start: Pointer, size: number) => void): void {
    const bytes = encoder.encode(text);
    if (bytes.length > this.scratchSize) {
      this.scratchSize = 2 * bytes.length;
      this.scratch = this.exports.allocate(this.scratchSize);
      if (this.scratch === 0) throw new Error('the formats module is out of memory');
    }
    new Uint8Array(this.exports.memory.buffer).set(bytes, this.scratch);
    use(this.scratch, bytes.length);
  }
}

async function open(bytes: Uint8Array): Promise<Converter> {
  compiled ??= compile();
  compiled.catch(() => { compiled = undefined; });
  const markup = bytes.includes(0x3C) || bytes.includes(0x26); // "<", "&"
  const tokens = markup ? await import('./html_tokens.js') : undefined;
  const converter = new Converter(tokens?.tokenizeHtml);
  await converter.open(await compiled);
  return converter;
}

/** A file of any format. Rejects when the module cannot be had. */
export async function convertFile(bytes: Uint8Array): Promise<Converted> {
  return (await open(bytes)).convert(bytes, false);
}

/** What the page says of itself in JSON-LD. */
export async function convertPage(): Promise<Converted> {
  const scripts = document.querySelectorAll('script[type^="application/ld+json"]');
  const bytes = encoder.encode(Array.from(scripts, (script) => `${script.textContent}\0`).join(''));
  return (await open(bytes)).convert(bytes, true);
}

/** An article's page as a text to be extracted from. */
export async function readPage(html: string): Promise<Page> {
  const bytes = encoder.encode(html);
  return (await open(bytes)).readPage(bytes);
}
