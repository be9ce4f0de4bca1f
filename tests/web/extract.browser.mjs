// An article becomes a story in the page: web/extract.ts, its worker and its module.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainArticle } from '../../web/playground_examples.mjs';
import { hostileMarkup } from './hostile_markup.mjs';
import { saywhen } from './program.mjs';
import { browserTest, pageOf } from './support.mjs';

const data = fileURLToPath(new URL('../data', import.meta.url));
const article = (name) => plainArticle(readFileSync(path.join(data, 'extract', `${name}.txt`), 'utf8'));
const PAGE = readFileSync(path.join(data, 'formats/html/article.html'), 'utf8');

const EMPTY = { html: pageOf('<p>A page.</p>'), ready: false };
const asked = (visit, pattern) => visit.requests.map((request) => new URL(request.url()).pathname)
  .filter((name) => pattern.test(name));
const ours = /extract|languages|formats|html_tokens/;

/** What extract() gives in the page; of a failure its name and code. */
const extractIn = (visit, options) => visit.page.evaluate(async (options) => {
  const { extract } = await import('/extract.js');
  try {
    return await extract(options);
  } catch (error) {
    return { failed: error.name, code: error.code, message: error.message };
  }
}, options);

// As saywhen has it of the same text.
function native(text, format, ...options) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'say-when-extract-')), 'article');
  writeFileSync(file, text);
  return JSON.parse(saywhen('extract', file, '--format', format, ...options));
}
// A file leaves out empty lists.
const whole = (story) => ({ speakers: [], quotes: [], ...story });

const IN_THREE = ['en-wire-1', 'en-live-2', 'en-interview-1', 'de-broadsheet-1', 'de-wire-1', 'tr-wire-1', 'tr-local-1'];

browserTest('a story comes out as the command line makes it, in every language', EMPTY, async (visit) => {
  for (const name of IN_THREE) {
    const { text, published, language } = article(name);
    assert.deepEqual(await extractIn(visit, { text, published, language }),
                     whole(native(text, 'text', '--published', published, '--language', language)), name);
    assert.deepEqual(await extractIn(visit, { text, published }), whole(native(text, 'text', '--published', published)),
                     `${name}, its language found`);
  }
});

browserTest('a large one too, which the page reads in parts', EMPTY, async (visit) => {
  const text = longText(200_000);
  assert.deepEqual(await extractIn(visit, { text, language: 'en' }), whole(native(text, 'text', '--language', 'en')));
});

browserTest('a page too, with what it says of itself', EMPTY, async (visit) => {
  const { text, published } = article('en-wire-1');
  const paragraphs = text.split('\n\n').map((each, i) => (i === 0 ? `<h1>${each}</h1>` : `<p>${each}</p>`)).join('\n');
  const page = `<!doctype html><html lang="en_GB"><title>x</title><meta property="article:published_time" content="${published}">
<body><nav>Home</nav><article>${paragraphs}<aside class="related-posts"><p>“No,” said Nobody Here.</p></aside></article>`;
  for (const html of [page, PAGE]) {
    assert.deepEqual(await extractIn(visit, { html }), whole(native(html, 'html')));
  }
  const story = await extractIn(visit, { html: page, headline: 'Another', url: 'https://example.org/1', id: 'x1' });
  assert.deepEqual([story.articles[0].headline, story.articles[0].url, story.articles[0].id, story.articles[0].published],
                   ['Another', 'https://example.org/1', 'x1', published]);
});

browserTest('what does the work comes when it is asked to, and only the language that is used', EMPTY, async (visit) => {
  await visit.page.evaluate(() => import('/extract.js'));
  assert.deepEqual(asked(visit, ours), ['/extract.js']);
  const { text } = article('en-wire-1');
  await extractIn(visit, { text });
  assert.deepEqual(asked(visit, ours).sort(),
                   ['/extract.js', '/extract.wasm', '/extract_engine.js', '/languages/en.pack', '/languages/pages.txt']);
  await extractIn(visit, { text: article('tr-wire-1').text });
  await extractIn(visit, { text });
  assert.deepEqual(asked(visit, /languages/), ['/languages/pages.txt', '/languages/en.pack', '/languages/tr.pack']);
  await extractIn(visit, { html: `<p>${text}</p>` });
  assert.deepEqual(asked(visit, /formats|html_tokens/).sort(), ['/formats.js', '/formats.wasm', '/html_tokens.js']);
});

browserTest('a page with a widget fetches none of it', {}, async (visit) => {
  assert.deepEqual(asked(visit, ours), []);
});

browserTest('a text in which nobody says anything gives a story without quotes', EMPTY, async (visit) => {
  for (const text of ['', ' ', 'The bridge is closed.', '\0\0', '“'.repeat(1000)]) {
    const story = await extractIn(visit, { text, language: 'en' });
    assert.equal(story.version, 1, JSON.stringify(story));
    assert.ok(Array.isArray(story.quotes) && Array.isArray(story.speakers));
  }
  assert.equal((await extractIn(visit, {})).failed, 'TypeError');
});

browserTest('a language without a pack is told, and read by the first one’s rules', EMPTY, async (visit) => {
  const found = await visit.page.evaluate(async () => (await import('/extract.js')).extractDetailed(
    { text: '“Ja,” zei Jan Bakker.', language: 'nl' }));
  assert.deepEqual([found.language, found.languageKnown, found.story.language], ['en', false, 'nl']);
  const known = await visit.page.evaluate(async () => (await import('/extract.js')).languages());
  assert.deepEqual(known.map(({ code }) => code).sort(), ['de', 'en', 'tr']);
});

// An article of about this many bytes, of the project's own.
function longText(size) {
  const articles = ['en-wire-1', 'en-wire-2', 'en-broadsheet-1', 'en-local-1', 'en-live-1'].map((name) => article(name).text);
  let text = '';
  for (let i = 0; text.length < size; ++i) text += `${articles[i % articles.length]}\n\nPart ${i} ends here.\n\n`;
  return text.slice(0, size);
}

browserTest('a megabyte does not hold up the page', EMPTY, async (visit) => {
  // Another program of the machine makes any task long now and then, but not three times.
  let seen = [];
  for (let i = 0; i < 3; ++i) {
    seen = await visit.page.evaluate(async (text) => {
      const { extract } = await import('/extract.js');
      await extract({ text: 'He said yes.', language: 'en' });
      const long = [];
      const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
      await new Promise((done) => { setTimeout(done, 200); });
      observer.observe({ type: 'longtask' });
      const { quotes } = await extract({ text, language: 'en' });
      await new Promise((done) => { setTimeout(done, 200); });
      observer.disconnect();
      if (quotes.length < 1000) throw new Error(`only ${quotes.length} quotes`);
      return long;
    }, longText(1_000_000));
    if (seen.length === 0) return;
  }
  assert.deepEqual(seen, []);
});

browserTest('how fast it is', { ...EMPTY, timeout: 180_000 }, async (visit) => {
  const { bytes, ms, quotes } = await visit.page.evaluate(async (text) => {
    const { extract } = await import('/extract.js');
    await extract({ text: 'He said yes.', language: 'en' });
    const began = performance.now();
    let quotes = 0;
    for (let i = 0; i < 5; ++i) quotes += (await extract({ text, language: 'en' })).quotes.length;
    return { bytes: 5 * new TextEncoder().encode(text).length, ms: performance.now() - began, quotes };
  }, longText(1_000_000));
  console.log(`extraction in Chromium: ${(bytes / 1e6 / (ms / 1000)).toFixed(2)} MB/s over ${(bytes / 1e6).toFixed(1)} MB, ${quotes} quotes`);
});

browserTest('an article longer than a story may hold is refused', EMPTY, async (visit) => {
  assert.equal((await extractIn(visit, { text: longText(1_200_000), language: 'en' })).code, 'limit-string');
  assert.equal((await extractIn(visit, { text: 'x'.repeat(9 << 20), language: 'en' })).code, 'limit-bytes');
  assert.equal((await extractIn(visit, { text: 'He said yes.', language: 'en' })).version, 1);
});

browserTest('what is aborted ends at once, and the next one is done', EMPTY, async (visit) => {
  const result = await visit.page.evaluate(async (text) => {
    const { extract } = await import('/extract.js');
    await extract({ text: 'He said yes.', language: 'en' });
    const outcome = (promise) => promise.then(() => 'done', (error) => error.name ?? String(error));
    const early = await outcome(extract({ text, signal: AbortSignal.abort() }));
    const late = new AbortController();
    const waiting = new AbortController();
    const first = outcome(extract({ text, language: 'en', signal: late.signal }));
    const second = outcome(extract({ text, language: 'en', signal: waiting.signal }));
    const third = extract({ text: '“Yes,” said Ada Holm.', language: 'en' });
    await new Promise((done) => { setTimeout(done, 30); });
    const began = performance.now();
    late.abort(new DOMException('Enough', 'AbortError'));
    waiting.abort('reason');
    const ends = [await first, await second];
    const took = performance.now() - began;
    return { early, ends, took, quotes: (await third).quotes.map(({ text }) => text) };
  }, longText(1_000_000));
  assert.equal(result.early, 'AbortError');
  assert.deepEqual(result.ends, ['AbortError', 'reason']);
  assert.ok(result.took < 100, `${result.took} ms`);
  assert.equal(result.quotes.length, 1);
});

const missing = (response) => response.writeHead(404).end();

for (const [file, code] of [['/languages/en.pack', 'no-pack'], ['/languages/pages.txt', 'no-pack'], ['/extract.wasm', 'no-module'],
                            ['/extract_engine.js', 'no-module']]) {
  let broken = true;
  browserTest(`without ${file} there is a reason, and a second try`, {
    ...EMPTY, noisy: true,
    files: { [file]: (response) => {
      if (broken) return missing(response);
      response.writeHead(200, { 'Content-Type': { wasm: 'application/wasm', js: 'text/javascript' }[file.split('.').at(-1)] ?? 'text/plain' });
      return response.end(readFileSync(path.join(process.env.SAYWHEN_DIST ?? 'build/web/dist', file)));
    } },
  }, async (visit) => {
    const failed = await extractIn(visit, { text: 'He said yes.', language: 'en' });
    assert.deepEqual([failed.failed, failed.code], ['ExtractError', code], JSON.stringify(failed));
    assert.match(failed.message, new RegExp(path.basename(file).replace('.', '\\.')));
    broken = false;
    if (file.endsWith('.js')) await visit.page.reload(); // a script that failed is not asked for again
    assert.equal((await extractIn(visit, { text: 'He said yes.', language: 'en' })).version, 1);
  });
}

browserTest('a module that is not one gives a reason', {
  ...EMPTY, noisy: true, files: { '/extract.wasm': (response) => {
    response.writeHead(200, { 'Content-Type': 'application/wasm' });
    response.end('\0asm, but no more');
  } },
}, async (visit) => {
  assert.equal((await extractIn(visit, { text: 'He said yes.' })).code, 'no-module');
});

for (const [what, policy] of [
  ['no workers', "script-src 'self' 'unsafe-inline' 'unsafe-eval'; worker-src 'none'"],
  ['Trusted Types of nobody', "require-trusted-types-for 'script'; trusted-types 'none'"],
]) {
  browserTest(`under a policy with ${what} it works in the page`, {
    ...EMPTY, html: pageOf('<p>A page.</p>', `<meta http-equiv="Content-Security-Policy" content="${policy}">`), noisy: true,
  }, async (visit) => {
    const { text, published } = article('en-wire-1');
    const html = `<article>${text.split('\n\n').map((each) => `<p>${each}</p>`).join('')}</article>`;
    assert.deepEqual(await extractIn(visit, { text, published }), whole(native(text, 'text', '--published', published)));
    assert.ok((await extractIn(visit, { html, published })).quotes.length > 5);
    assert.equal(visit.page.workers().length, 0);
    assert.deepEqual(visit.errors, []);
  });
}

browserTest('from another origin it works in the page', EMPTY, async (visit) => {
  const story = await visit.page.evaluate(async (address) => (await import(`${address}/extract.js`)).extract(
    { html: '<p>“We will open it when it is safe,” said Ana Prado.</p>', language: 'en' }), visit.address.replace('localhost', '127.0.0.1'));
  assert.deepEqual(story.quotes.map(({ text }) => text), ['We will open it when it is safe']);
  assert.equal(visit.page.workers().length, 0);
});

browserTest('under a policy with Trusted Types and ours it has its worker', {
  ...EMPTY, html: pageOf('<p>A page.</p>', `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types saywhen">`),
}, async (visit) => {
  assert.equal((await extractIn(visit, { text: 'He said yes.' })).version, 1);
  assert.equal(visit.page.workers().length, 1);
});

browserTest('hostile text is text', {
  ...EMPTY, html: pageOf('<p>A page.</p>', '<script>window.hurts = 0; window.hurt = () => { hurts += 1; };</script>'),
}, async (visit) => {
  const words = hostileMarkup.map((text) => text.replace(/\s+/g, ' '));
  const text = words.map((each) => `Ada Holm said: “We say ${each} here.”`).join('\n\n');
  const story = await extractIn(visit, { text, language: 'en' });
  assert.ok(story.quotes.length > words.length / 2, `${story.quotes.length} quotes`);
  assert.ok(story.quotes.filter(({ text }) => text.includes('hurt(1)')).length > 100);
  for (const html of [...hostileMarkup, hostileMarkup.join('\n')]) {
    assert.equal((await extractIn(visit, { html: `<article><p>Ada Holm said yes.</p>${html}`, language: 'en' })).version, 1, html);
  }
  assert.equal(await visit.page.evaluate(() => window.hurts), 0);
  assert.deepEqual(asked(visit, /hurt/), []);
});
