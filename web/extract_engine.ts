// The extraction module as one function. It runs in a worker that extract.ts starts, and in the page
// itself where no worker is to be had.

type Pointer = number;

// src/platform/web/extract/exports.cc says what each does.
interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  allocate(size: number): Pointer;
  release(memory: Pointer): void;
  resultText(): Pointer;
  resultSize(): number;
  setPack(code: Pointer, codeSize: number, text: Pointer, size: number): void;
  detect(text: Pointer, size: number): void;
  extract(text: Pointer, size: number, options: Pointer, optionsSize: number): number;
}

export interface Work {
  source: string;
  isHtml: boolean;
  options: Record<string, string>;
}

export type Done =
  // JSON: {language, languageKnown, dropped, story}, then lists of quotes that its story lacks.
  | { parts: string[] }
  | { error: { code: string; message: string } };

class Failure extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// An article never needs as much; what a larger text leaves behind is given back with the instance.
const MOST_KEPT_BYTES = 64 << 20;
// Of a story's JSON that is read at once.
const PART_LENGTH = 200_000;
// A language is plain from much less.
const DETECT_LENGTH = 20_000;

async function get(name: string, code: string, checked: RequestInit = {}): Promise<Response> {
  const address = new URL(name, import.meta.url);
  let response;
  try {
    response = await fetch(address, { credentials: 'omit', ...checked });
  } catch (error) {
    throw new Failure(code, `${address}: ${(error as Error).message}`);
  }
  if (!response.ok) throw new Failure(code, `${address}: HTTP ${response.status}`);
  return response;
}

async function compile(): Promise<WebAssembly.Module> {
  // The package's copy, whose name holds a hash, has one here too (package.mjs).
  const response = await get('extract.wasm', 'no-module', { integrity: '' });
  try {
    return await WebAssembly.compileStreaming(response);
  } catch (error) {
    throw new Failure('no-module', `extract.wasm: ${(error as Error).message}`);
  }
}

// What every language's pack says of pages and of telling languages apart (build.mjs): the furniture of
// a page may be in another language than its article.
async function readPages(): Promise<Map<string, string>> {
  const text = await (await get('languages/pages.txt', 'no-pack')).text();
  return new Map(text.split('\f').map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end + 1)];
  }));
}

// Fetched once; what failed is asked for again the next time.
class Once<T> {
  private promise: Promise<T> | undefined;
  constructor(private readonly make: () => Promise<T>) {}

  get(): Promise<T> {
    const promise = this.promise ??= this.make();
    promise.catch(() => { if (this.promise === promise) this.promise = undefined; });
    return promise;
  }
}

const compiled = new Once(compile);
const pages = new Once(readPages);
const packs = new Map<string, Once<string>>();

function pack(code: string): Promise<string> {
  let once = packs.get(code);
  if (!once) packs.set(code, once = new Once(async () => (await get(`languages/${code}.pack`, 'no-pack')).text()));
  return once.get();
}

class Instance {
  private readonly exports: Exports;
  private readonly whole = new Set<string>(); // languages whose packs are there

  private constructor(instance: WebAssembly.Instance, private readonly pages: Map<string, string>) {
    this.exports = instance.exports as unknown as Exports;
    this.exports._initialize();
    for (const [code, text] of pages) this.setPack(code, text);
  }

  static async make(): Promise<Instance> {
    const [module, known] = await Promise.all([compiled.get(), pages.get()]);
    const imports = { env: { emscripten_notify_memory_growth() {} } };
    return new Instance(await WebAssembly.instantiate(module, imports), known);
  }

  get isLarge(): boolean {
    return this.exports.memory.buffer.byteLength > MOST_KEPT_BYTES;
  }

  knows(code: string): boolean {
    return this.pages.has(code);
  }

  async need(code: string): Promise<void> {
    if (this.whole.has(code)) return;
    this.setPack(code, this.pages.get(code)! + await pack(code));
    this.whole.add(code);
  }

  detect(text: string): string {
    this.with(text, (start, size) => this.exports.detect(start, size));
    return decoder.decode(this.result());
  }

  extract(text: string, options: Record<string, string>): Done {
    const list = Object.entries(options).map(([name, value]) => `${name}\0${value.replaceAll('\0', '')}\0`).join('');
    const done = this.with(text, (start, size) => this.with(list, (at, length) =>
      this.exports.extract(start, size, at, length)));
    const json = decoder.decode(this.result());
    return done ? { parts: [json] } : { error: JSON.parse(json) };
  }

  private setPack(code: string, text: string): void {
    this.with(code, (at, length) => this.with(text, (start, size) => this.exports.setPack(at, length, start, size)));
  }

  private result(): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, this.exports.resultText(), this.exports.resultSize());
  }

  // Calls `use` with the text in the module's memory, until it returns.
  private with<T>(text: string, use: (start: Pointer, size: number) => T): T {
    const bytes = encoder.encode(text);
    const start = this.exports.allocate(Math.max(bytes.length, 1));
    if (start === 0) throw new Failure('out-of-memory', 'there is not enough memory for this text');
    new Uint8Array(this.exports.memory.buffer).set(bytes, start);
    const result = use(start, bytes.length);
    this.exports.release(start);
    return result;
  }
}

let instance: Instance | undefined;

// A page as its text, with what it says of itself and nobody said before.
async function readPage({ source, options }: Work): Promise<Work> {
  let formats;
  try {
    formats = await import('./formats.js');
  } catch (error) {
    throw new Failure('no-module', (error as Error).message);
  }
  const { text, known } = await formats.readPage(source);
  return { source: text, isHtml: false, options: { ...known, ...options } };
}

// The language that is asked for or seems to be the text's.
function guess(made: Instance, { source, options }: Work): string {
  const wanted = options['language'];
  return wanted ? wanted.split('-')[0]! : made.detect(source.slice(0, DETECT_LENGTH));
}

// "en-GB" of "en_GB" and "EN-GB": pages write it in many ways.
const languageTag = (text: string): string => text.replaceAll('_', '-').replace(/^[A-Z]+/, (first) => first.toLowerCase());

// Between two quotes of a story file as the module writes it; no text of it holds a line's end.
const BETWEEN = '\n    },\n    {';

// A large story is read in parts, so that no one of them holds up the page.
function split(json: string): string[] {
  const [before, after] = ['\n  "quotes": [', '\n  ]'];
  const begin = json.indexOf(before) + before.length;
  if (json.length < PART_LENGTH || begin < before.length) return [json];
  const end = json.indexOf(after, begin);
  const parts = [json.slice(0, begin) + json.slice(end)];
  for (let at = begin; at < end;) {
    const next = json.indexOf(BETWEEN, at + PART_LENGTH);
    const stop = next < 0 || next > end ? end : next + BETWEEN.indexOf(',');
    parts.push(`[${json.slice(at, stop)}]`);
    at = stop + 1;
  }
  return parts;
}

async function extractWith(made: Instance, work: Work): Promise<Done> {
  const job = work.isHtml ? await readPage(work) : work;
  const { language } = job.options;
  if (language) job.options = { ...job.options, language: languageTag(language) };
  const tried = new Set<string>();
  let code = guess(made, job);
  for (;;) {
    tried.add(code);
    if (made.knows(code)) await made.need(code);
    const done = made.extract(job.source, job.options);
    if ('error' in done) return done;
    // The module looks at the article itself, without what stands around it in the page; it has the
    // last word, and gets the pack of the language that it names.
    const json = done.parts[0]!;
    const used = /^\{"language":"([^"]*)"/.exec(json)?.[1] ?? '';
    if (tried.has(used) || !made.knows(used)) return { parts: split(json) };
    code = used;
  }
}

async function run(job: Work): Promise<Done> {
  try {
    instance ??= await Instance.make();
    const done = await extractWith(instance, job);
    if (instance.isLarge) instance = undefined;
    return done;
  } catch (error) {
    instance = undefined; // after a trap its memory says nothing
    if (error instanceof Failure) return { error: { code: error.code, message: error.message } };
    return { error: { code: 'broken', message: `the extraction module stopped: ${(error as Error).message}` } };
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other: they share the module's memory. Never rejects. */
export function work(job: Work): Promise<Done> {
  const done = last.then(() => run(job));
  last = done;
  return done;
}

// In the worker that extract.ts starts: a job comes in, what became of it goes out.
if ('WorkerGlobalScope' in globalThis && self.name === 'saywhen') {
  addEventListener('message', async ({ data }: MessageEvent<Work>) => {
    postMessage(await work(data));
  });
  postMessage('ready');
}
