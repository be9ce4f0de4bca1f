// What is done with the chosen quote and the voices, by name, on a desktop and on a phone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { DESKTOP, PHONE, browserTest, storyOf, widget } from './support.mjs';

const CITATIONS = {
  Text: /Rutte.*2025/s, HTML: /<blockquote/, Markdown: /^> /m, APA: /\(2025/, BibTeX: /^@\w+\{/,
  'CSL-JSON': /^\s*[[{]/,
};

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  browserTest(`a citation of each kind is copied (${size})`, { viewport }, async (visit) => {
    await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    // On a phone no quote is open at first.
    await visit.select(storyOf('seed').quotes[1].id);
    await visit.pressNamed('button', 'Cite');
    for (const [kind, pattern] of Object.entries(CITATIONS)) {
      await visit.pressNamed('button', kind);
      await visit.page.waitForFunction(async (source) =>
        new RegExp(source.body, source.flags).test(await navigator.clipboard.readText()),
      { body: pattern.source, flags: pattern.flags }, { polling: 50 });
    }
  });

  browserTest(`a link to the view is copied (${size})`, { viewport }, async (visit) => {
    await visit.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    for (const { id } of storyOf('seed').quotes.slice(2, 4)) {
      await visit.select(id);
      await visit.pressNamed('button', 'Copy link');
      await visit.page.waitForFunction(async (id) => {
        const link = new URL(await navigator.clipboard.readText());
        const [name, view] = link.hash.split(/=(.*)/s);
        return link.origin + link.pathname === location.origin + location.pathname &&
          name === '#say-when' && new URLSearchParams(view).get('quote') === id;
      }, id, { polling: 50 });
    }
  });

  browserTest(`who mentions whom narrows to those quotes, and gives them back (${size})`, { viewport },
              async (visit) => {
    const all = (await visit.listed()).length;
    await visit.pressNamed('tab', 'Voices');
    const pair = visit.named('button', /mentions/).first();
    const count = Number(/(\d+) quotes?$/.exec(await pair.textContent())[1]);
    assert.ok(count > 0 && count < all);
    await visit.pressNamed('button', /mentions/);
    await visit.pressNamed('tab', 'Timeline');
    assert.equal((await visit.listed()).length, count);
    await visit.pressNamed('button', /^Remove the filter/);
    assert.equal((await visit.listed()).length, all);
  });

  browserTest(`the transcript is printed (${size})`, { viewport }, async (visit) => {
    await visit.page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await visit.pressNamed('button', 'Save');
    await visit.pressNamed('button', 'Print');
    assert.equal(await visit.page.evaluate(() => window.printed), true);
    await visit.page.emulateMedia({ media: 'print' });
    await visit.until((count) => [...document.querySelectorAll('[data-quote]')]
      .filter((quote) => quote.getBoundingClientRect().height > 10).length === count,
    storyOf('seed').quotes.length);
  });
}

browserTest('paper has every quote, also those that lie over the canvas', {}, async (visit) => {
  await visit.until(() => document.querySelector('#first > [slot]'));
  const slotted = await visit.page.evaluate(() => {
    const seen = [];
    window.addEventListener('beforeprint', () => seen.push(document.querySelectorAll('#first > [slot]').length));
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
    return [...seen, document.querySelectorAll('#first > [slot]').length];
  });
  assert.deepEqual(slotted, [0, (await visit.listed()).length]);
});

browserTest('the view is saved as SVG, with its words', {}, async (visit) => {
  await visit.pressNamed('button', 'Save');
  const coming = visit.page.waitForEvent('download');
  await visit.pressNamed('button', /SVG/);
  const svg = (await readFile(await (await coming).path())).toString();
  assert.match(svg, /^<svg|^<\?xml/);
  assert.ok(svg.includes('There has never been a promise'));
});
