// The playground: an article on one side, the story that is in it on the other, extracted while it is
// typed. Nothing is stored, and nothing is sent.

import { Edits } from './edits.js';
import { Extraction, Quote, Story, extractDetailed, languages } from './extract.js';
import { FoundList } from './found_list.js';
import type { SayWhen } from './say-when.js';

const SEED = 'seed';
const INVENTED = [
  ['en-wire-1', 'en', 'A ferry route reopens'],
  ['en-interview-1', 'en', 'Interview on the ice'],
  ['de-local-1', 'de', 'Protest um einen Bus'],
  ['tr-wire-1', 'tr', 'Liman yeniden açılıyor'],
] as const;
const WAITING = 'Paste an article on this page, drop a file on it, or choose an example: its quotes, their speakers and their times will stand here.';
const NOBODY = 'Nobody is quoted in this text.';
// Between the last key and the extraction; longer texts are given more time.
const PAUSE_MS = 150;
const MOST_PAUSE_MS = 2000;

const $ = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const source = $<HTMLTextAreaElement>('source');
const example = $<HTMLSelectElement>('example');
const language = $<HTMLSelectElement>('language');
const published = $<HTMLInputElement>('published');
const file = $<HTMLInputElement>('file');
const widget = $<SayWhen & HTMLElement>('widget');
const summary = $('summary');
const nothing = $('nothing');
const download = $<HTMLButtonElement>('download');
const copy = $<HTMLButtonElement>('copy');
const dropped = $<HTMLDetailsElement>('dropped');
const snippet = $<HTMLTextAreaElement>('snippet');

const edits = new Edits();
const names = new Map<string, string>(); // of languages
let extraction: Extraction | undefined;
let story: Story | undefined; // mended
let isFresh = true; // another article than the one that is shown
let running: AbortController | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let pause = PAUSE_MS;

const list = new FoundList($<HTMLOListElement>('quotes'), $<HTMLButtonElement>('more'), {
  mend(key, edit) {
    edits.set(key, edit);
    show();
    if (edit.deleted) say(`Quote deleted. ${counts()}`);
  },
  choose(quote) {
    widget.select(quote);
    list.choose(quote);
    widget.scrollIntoView({ block: 'nearest' });
  },
  findInText,
});

const looksLikeHtml = (text: string): boolean =>
  /<\/?(p|div|html|head|body|main|article|section|h[1-6]|br|ul|ol|li|blockquote|span|a|figure|meta)\b[^<>]*>/i.test(text);
const plural = (count: number, word: string): string => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;

function say(text: string, failed = false): void {
  summary.textContent = text;
  summary.classList.toggle('failed', failed);
}

function counts(): string {
  return `${plural(story!.quotes.length, 'quote')} by ${plural(story!.speakers.length, 'speaker')}`;
}

// Where the words stand in what was pasted: the article's text has no furniture, and other white space.
function findInText({ text, selector }: Quote): void {
  const words = (selector?.exact ?? text).split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const place = new RegExp(words.join('\\s+')).exec(source.value) ??
    new RegExp(words.slice(0, 6).join('\\s+')).exec(source.value);
  source.focus();
  if (place) source.setSelectionRange(place.index, place.index + place[0].length);
}

function showWidget(): void {
  const some = story !== undefined && story.quotes.length > 0;
  widget.hidden = !some;
  nothing.textContent = some ? '' : source.value.trim() && story ? NOBODY : WAITING;
  download.disabled = copy.disabled = !some;
  if (!some) {
    isFresh = true;
    return;
  }
  const json = JSON.stringify(story);
  if (!isFresh && widget.state === 'ready') {
    try {
      widget.setData(json);
      return;
    } catch {
      // shown anew
    }
  }
  isFresh = false;
  widget.data = json;
}

function showDropped(): void {
  const parts = extraction?.dropped ?? [];
  dropped.hidden = parts.length === 0;
  dropped.querySelector('summary')!.textContent = `Left out, as no part of the article: ${plural(parts.length, 'piece')}`;
  dropped.querySelector('ul')!.replaceChildren(...parts.slice(0, 100).map(({ text, as }) => {
    const item = document.createElement('li');
    const words = document.createElement('b');
    words.dir = 'auto';
    words.textContent = text.slice(0, 300);
    item.append(words, as);
    return item;
  }));
}

function show(): void {
  story = extraction && edits.apply(extraction.story);
  const shown: Story = story ?? { version: 1, articles: [], speakers: [], quotes: [] };
  $('speakers').replaceChildren(...shown.speakers.map(({ name }) => new Option(undefined, name)));
  list.show(extraction ? edits.entries(extraction.story) : [], shown);
  $('legend').hidden = shown.quotes.length === 0;
  $('embed').hidden = true;
  showDropped();
  showWidget();
}

async function update(): Promise<void> {
  running?.abort();
  clearTimeout(timer);
  const text = source.value;
  if (!text.trim()) {
    extraction = undefined;
    say('');
    show();
    return;
  }
  const { signal } = running = new AbortController();
  const html = looksLikeHtml(text);
  const began = performance.now();
  try {
    const found = await extractDetailed({
      ...(html ? { html: text } : { text }), language: language.value, published: published.value, signal,
    });
    if (signal.aborted) return; // it was done already
    const took = performance.now() - began;
    pause = Math.min(Math.max(PAUSE_MS, 2 * took), MOST_PAUSE_MS);
    extraction = found;
    show();
    const read = `${html ? 'read as HTML, ' : ''}${names.get(found.language) ?? found.language}`;
    const known = found.languageKnown ? '' : '. No language pack fits this text: choose its language';
    say(`${counts()} · ${read} · ${Math.max(1, Math.round(took))} ms${known}`);
  } catch (error) {
    if (signal.aborted) return;
    say(`This text cannot be read: ${(error as Error).message}`, true);
  }
}

function later(): void {
  running?.abort();
  clearTimeout(timer);
  timer = setTimeout(update, pause);
}

/** Another article: nothing of the one before stays. */
function begin(text: string, more: { language?: string; published?: string } = {}): void {
  source.value = text;
  source.lang = more.language ?? '';
  source.scrollTop = 0;
  published.value = more.published ?? '';
  language.value = '';
  edits.clear();
  list.reset();
  isFresh = true;
  void update();
}

function listExamples(): void {
  example.add(new Option('Your own article', ''));
  example.add(new Option('NATO and Ukraine', SEED));
  const invented = document.createElement('optgroup');
  invented.label = 'Invented articles';
  invented.append(...INVENTED.map(([name, language, title]) => {
    const option = new Option(title, name);
    option.lang = language;
    return option;
  }));
  example.add(invented);
}

async function openExample(name: string): Promise<void> {
  if (!name) return begin('');
  try {
    const response = await fetch(new URL(`articles/${name}.json`, import.meta.url), { credentials: 'omit' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const article = await response.json() as { text: string; language: string; published: string };
    if (example.value === name) begin(article.text, article);
  } catch (error) {
    say(`The example did not come: ${(error as Error).message}`, true);
  }
}

async function openFile(chosen: File | null | undefined): Promise<void> {
  if (!chosen) return;
  example.value = '';
  begin(await chosen.text());
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

// As `saywhen html` does, but for JSON-LD.
function embedCode(): string {
  const speakers = new Map(story!.speakers.map(({ id, name }) => [id, name]));
  const quotes = story!.quotes.map(({ id, text, speakers: ids = [] }) =>
    `  <figure data-quote="${escape(id)}"><blockquote>${escape(text)}</blockquote><figcaption>` +
    `${ids.map((each) => `<bdi>${escape(speakers.get(each) ?? '')}</bdi>`).join(', ')}</figcaption></figure>`);
  return `<script type="module" src="/saywhen/say-when.js"></script>
<say-when src="/stories/story.json"${story!.language ? ` lang="${escape(story!.language)}"` : ''}>
${quotes.join('\n')}
</say-when>
`;
}

async function copyCode(): Promise<void> {
  snippet.value = embedCode();
  try {
    await navigator.clipboard.writeText(snippet.value);
    say('Embed code copied. It expects the story as /stories/story.json.');
  } catch {
    say('Here is the embed code. It expects the story as /stories/story.json.');
    $('embed').hidden = false;
    snippet.focus();
    snippet.select();
  }
}

function saveStory(): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(story, null, 2)}\n`], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'story.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function listenForDrops(): void {
  const place = source.closest('section')!;
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    place.classList.add('dropping');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) place.classList.remove('dropping');
  });
  document.addEventListener('drop', (event) => {
    place.classList.remove('dropping');
    if (!hasFile(event)) return;
    event.preventDefault();
    void openFile(event.dataTransfer!.files[0]);
  });
}

async function nameLanguages(): Promise<void> {
  for (const { code, name } of await languages()) {
    names.set(code, name);
    const option = new Option(name, code);
    option.lang = code;
    language.add(option);
  }
}

source.addEventListener('input', later);
source.addEventListener('paste', () => { pause = 0; });
language.addEventListener('change', () => void update());
published.addEventListener('change', () => void update());
example.addEventListener('change', () => void openExample(example.value));
$('open').addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  void openFile(file.files?.[0]);
  file.value = '';
});
download.addEventListener('click', saveStory);
copy.addEventListener('click', () => void copyCode());
widget.addEventListener('say-when-select', (event) => list.choose((event as CustomEvent<{ quote: string }>).detail.quote));
listenForDrops();

listExamples();
// What the reader typed before the script came, or the browser kept over a reload, stays.
if (source.value.trim()) {
  void nameLanguages().then(update);
} else {
  example.value = SEED;
  void nameLanguages().finally(() => openExample(example.value));
}
