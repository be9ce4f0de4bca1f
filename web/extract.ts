// From an article's text or page to a story: the API for pages. What does the work comes only when it is
// asked to, and works in a worker, so that the page goes on (docs/extraction-in-the-browser.md).

import type { Done, Work } from './extract_engine.js';

/** The story file, version 1 (docs/story-format.md): what of it extraction fills in. */
export interface Story {
  version: 1;
  title?: string;
  language?: string;
  articles: Article[];
  speakers: Speaker[];
  quotes: Quote[];
}

export interface Article {
  id: string;
  url?: string;
  headline?: string;
  language?: string;
  publisher?: { name?: string; url?: string };
  authors?: { name: string }[];
  published?: string;
  modified?: string;
  dateline?: string;
  /** Paragraphs, one empty line between them; without the page's furniture. */
  text?: string;
}

export interface Speaker {
  id: string;
  name: string;
  role?: string;
  affiliation?: string;
  aliases?: string[];
  kind?: 'person' | 'organisation' | 'group' | 'document';
}

/** Places are counted in code points of the article's text. */
export type Span = [begin: number, end: number];

export interface Passage {
  text: string;
  span?: Span;
}

export interface StoryTime extends Partial<Passage> {
  edtf: string;
  basis?: 'stated' | 'inferred' | 'published';
}

export interface Quote {
  id: string;
  article?: string;
  type?: 'direct' | 'indirect' | 'mixed';
  text: string;
  language?: string;
  span?: Span | Span[];
  selector?: { exact: string; prefix?: string; suffix?: string };
  /** Ids; none: unknown. */
  speakers?: string[];
  mention?: Passage;
  cue?: Passage;
  said?: StoryTime;
  about?: StoryTime[];
  prompt?: string;
  place?: string;
  addressees?: string[];
  within?: string;
  mentions?: string[];
  /** Of many quotes given 0.9, nine in ten are right. */
  confidence?: number;
  found?: Found;
}

/** How a quote was found; probabilities from 0 to 1. */
export interface Found {
  rule: string;
  cue?: number;
  content?: number;
  source?: number;
  speaker?: number;
  /** Words between cue and content. */
  distance?: number;
  /** What else could be the source. */
  alternatives?: { mention: string; probability: number }[];
}

export interface ExtractOptions {
  /** The article's text, paragraphs parted by empty lines; or: */
  text?: string;
  /** its page, or a part of it. It may itself say what is left open below. */
  html?: string;
  /** BCP 47; else it is detected. */
  language?: string;
  /** A date in EDTF (2025-02-13), from which "yesterday" counts. */
  published?: string;
  url?: string;
  headline?: string;
  /** The article's id in the story: "a1". */
  id?: string;
  /** Aborted: the promise rejects with its reason at once. */
  signal?: AbortSignal;
}

export interface Extraction {
  story: Story;
  /** Whose pack was used; one without a pack is read with another's, which finds little. */
  language: string;
  languageKnown: boolean;
  /** What stood around the article, and as what it was left out: "related", "cookie", … */
  dropped: { text: string; as: string }[];
}

/**
 * Why there is no story. `code`: "no-module", "no-pack" (a file did not come), "limit-bytes" and
 * "limit-string" (more than 8 MiB, and more than 1 MiB of article in it), "out-of-memory", "broken".
 */
export class ExtractError extends Error {
  override readonly name: string = 'ExtractError';
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

interface Job {
  work: Work;
  finish(done: Done): void;
}

// A worker that works on what nobody waits for any more gets this long to come to its end; to stop it is
// to read the language again.
const PATIENCE_MS = 150;
// Its memory is given back after this long without work.
const IDLE_MS = 60_000;

let worker: Worker | undefined;
let isReady = false; // it has run its script
let inPage = false; // no worker is to be had
let current: Job | undefined;
const waiting: Job[] = [];
let idle: ReturnType<typeof setTimeout> | undefined;

// A page with Trusted Types may allow the policy "saywhen", or else has no worker.
function addressOfWorker(): string | URL {
  const address = new URL('./extract_engine.js', import.meta.url);
  const { trustedTypes } = globalThis as unknown as {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL } };
  };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('saywhen', { createScriptURL: (url) => url });
  return policy.createScriptURL(address.href);
}
let policy: { createScriptURL(url: string): URL } | undefined;

function end(): void {
  worker?.terminate();
  worker = undefined;
  isReady = false;
}

// The one that is being worked on is over; then the next.
function finish(done: Done): void {
  const job = current;
  current = undefined;
  job?.finish(done);
  next();
}

function start(): void {
  const made = worker = new Worker(addressOfWorker(), { type: 'module', name: 'saywhen' });
  made.addEventListener('message', ({ data }: MessageEvent<Done | 'ready'>) => {
    if (made !== worker) return;
    if (data === 'ready') isReady = true;
    else finish(data);
  });
  made.addEventListener('error', (event) => {
    if (made !== worker) return;
    event.preventDefault();
    const stopped = isReady;
    end();
    if (stopped) {
      finish({ error: { code: 'broken', message: `the worker stopped: ${event.message}` } });
    } else {
      inPage = true;
      if (current) void workInPage(current);
    }
  });
}

async function workInPage(job: Job): Promise<void> {
  let done: Done;
  try {
    done = await (await import('./extract_engine.js')).work(job.work);
  } catch (error) {
    done = { error: { code: 'no-module', message: (error as Error).message } };
  }
  if (job === current) finish(done);
}

function next(): void {
  clearTimeout(idle);
  if (current) return;
  current = waiting.shift();
  if (!current) {
    idle = setTimeout(end, IDLE_MS);
    return;
  }
  if (!inPage && !worker) {
    try {
      start();
    } catch {
      end();
      inPage = true; // from another origin, or not allowed by the page
    }
  }
  if (inPage) void workInPage(current);
  else worker!.postMessage(current.work);
}

function drop(job: Job): void {
  const at = waiting.indexOf(job);
  if (at >= 0) waiting.splice(at, 1);
  if (job !== current || inPage) return;
  setTimeout(() => {
    if (job !== current) return;
    end();
    current = undefined;
    next();
  }, PATIENCE_MS);
}

function submit(work: Work, signal: AbortSignal | undefined): Promise<Done> {
  return new Promise((resolve, reject) => {
    const job = { work, finish: settle };
    const aborted = () => {
      reject(signal!.reason);
      drop(job);
    };
    function settle(done: Done) {
      signal?.removeEventListener('abort', aborted);
      resolve(done);
    }
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    signal?.addEventListener('abort', aborted, { once: true });
    waiting.push(job);
    next();
  });
}

// How long a task of the page may take.
const TASK_MS = 8;
const nextTask = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

/** The same as extract(), and what else there is to know. */
export async function extractDetailed(options: ExtractOptions): Promise<Extraction> {
  const { text, html, signal } = options;
  const source = html ?? text;
  if (typeof source !== 'string') throw new TypeError('extract: needs a text or html');
  const known: Record<string, string> = {};
  for (const name of ['id', 'url', 'headline', 'language', 'published'] as const) {
    if (options[name]) known[name] = String(options[name]);
  }
  const done = await submit({ source, isHtml: html !== undefined, options: known }, signal);
  if ('error' in done) throw new ExtractError(done.error.code, done.error.message);
  const [first, ...quotes] = done.parts;
  const extraction = JSON.parse(first!) as Extraction;
  const { story } = extraction;
  for (const list of ['articles', 'speakers', 'quotes'] as const) story[list] ??= []; // a file leaves out empty ones
  let began = performance.now();
  for (const part of quotes) {
    story.quotes.push(...JSON.parse(part) as Quote[]);
    if (performance.now() - began < TASK_MS) continue;
    await nextTask();
    signal?.throwIfAborted();
    began = performance.now();
  }
  return extraction;
}

/**
 * The story that an article tells: who says what, when, and about when. Rejects with an ExtractError, or
 * with the signal's reason. A text in which nobody says anything gives a story without quotes.
 */
export async function extract(options: ExtractOptions): Promise<Story> {
  return (await extractDetailed(options)).story;
}

export interface LanguageName {
  code: string;
  /** In itself: "Türkçe". */
  name: string;
  english: string;
}

/** The languages that there are packs for. */
export async function languages(): Promise<LanguageName[]> {
  const address = new URL('languages/index.json', import.meta.url);
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new ExtractError('no-pack', `${address}: HTTP ${response.status}`);
  return response.json() as Promise<LanguageName[]>;
}
