// The playground: an article on one side, its story on the other (web/playground.html).

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { hostileMarkup } from './hostile_markup.mjs';
import { DESKTOP, PHONE, browserTest, dist } from './support.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PLACE = { path: '/playground.html', ready: false };

const found = (visit) => visit.page.locator('#quotes > li');
const status = (visit) => visit.page.locator('#summary').textContent();
/** Waits until a story is drawn: nothing is before it is near the screen. */
async function drawn(visit) {
  await visit.until(() => !document.getElementById('widget').hidden);
  await visit.page.evaluate(() => document.getElementById('widget').scrollIntoView());
  await visit.ready('widget');
}
const untilStatus = (visit, pattern) => visit.until(
  (pattern) => new RegExp(pattern).test(document.getElementById('summary').textContent), pattern);
const quotesOf = (visit) => visit.page.evaluate(() =>
  [...document.querySelectorAll('#widget [data-quote] blockquote')].map((quote) => quote.textContent));
const speakersOf = (visit) => visit.page.evaluate(() =>
  [...document.querySelectorAll('#widget [data-quote] figcaption')].map((caption) => caption.textContent));

const ARTICLE = `The harbour bridge will open in June, the council said on Monday.

“We will open it when it is safe,” said Ana Prado, the harbour master.

“It was safe in January,” said Marco Ilves.`;

async function replaceText(visit, text) {
  await visit.page.getByRole('textbox', { name: 'Text or HTML of the article' }).fill(text);
}

const listed = (visit, words) => visit.until((words) =>
  [...document.querySelectorAll('#quotes > li')].some(({ textContent }) => textContent.includes(words)), words);

async function typed(visit, text = ARTICLE, words = 'safe in January') {
  await drawn(visit);
  await replaceText(visit, text);
  await listed(visit, words);
  await visit.settled();
}

browserTest('it opens with an example, its quotes and its story, and asks only its own site', PLACE, async (visit) => {
  await drawn(visit);
  assert.match(await status(visit), /^\d+ quotes? by \d+ speakers? · English · \d+ ms$/);
  assert.ok(await found(visit).count() > 5);
  assert.equal((await quotesOf(visit)).length, await found(visit).count());
  assert.deepEqual(visit.requests.map((request) => request.url()).filter((url) => !/^(data:|blob:)/.test(url) && !url.startsWith(visit.address)), []);
  assert.deepEqual(await visit.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
});

browserTest('every example can be chosen', PLACE, async (visit) => {
  await drawn(visit);
  const names = await visit.page.locator('#example option').evaluateAll((options) => options.map(({ value }) => value).filter(Boolean));
  for (const name of names) {
    await visit.page.selectOption('#example', name);
    const { text } = JSON.parse(readFileSync(path.join(dist, 'articles', `${name}.json`), 'utf8'));
    await visit.until((text) => document.getElementById('source').value === text, text);
    const words = /[“„"]([\p{L} ,’']{12})/u.exec(text.slice(100))[1];
    await visit.until((words) => document.getElementById('quotes').textContent.includes(words), words);
    await drawn(visit);
  }
  await visit.page.selectOption('#example', '');
  await visit.until(() => document.getElementById('widget').hidden);
  assert.match(await visit.page.locator('#nothing').textContent(), /^Paste an article/);
});

browserTest('what is typed is extracted, and the widget keeps up', PLACE, async (visit) => {
  await typed(visit);
  assert.deepEqual((await quotesOf(visit)).slice(1), ['“We will open it when it is safe,”', '“It was safe in January,”'].map((each) => each.replace(',”', '”')));
  await visit.page.getByRole('textbox', { name: 'Text or HTML of the article' }).press('Control+End');
  await visit.page.keyboard.type(' “And it still is,” he added.');
  await listed(visit, 'And it still is');
});

browserTest('the day it was published is what “yesterday” counts from', PLACE, async (visit) => {
  await typed(visit, '“We will open it,” said Ana Prado yesterday.', 'We will open it');
  await visit.page.getByLabel('Published').fill('2024-03-13');
  await visit.until(() => /Said 12 March 2024, “yesterday”/.test(document.querySelector('#quotes .times')?.textContent));
});

browserTest('HTML is read as HTML', PLACE, async (visit) => {
  await typed(visit, `<article><h1>Bridge opens</h1><nav>Menu</nav>${ARTICLE.split('\n\n').map((each) => `<p>${each}</p>`).join('')}</article>`);
  assert.match(await status(visit), /read as HTML/);
  assert.ok((await quotesOf(visit)).includes('“We will open it when it is safe”'), (await quotesOf(visit)).join('|'));
});

browserTest('a file is opened', PLACE, async (visit) => {
  await drawn(visit);
  await visit.page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(ARTICLE) });
  await listed(visit, 'safe in January');
  assert.equal(await visit.page.locator('#source').inputValue(), ARTICLE);
  assert.equal(await visit.page.locator('#example').inputValue(), '');
});

browserTest('a file is dropped', PLACE, async (visit) => {
  await drawn(visit);
  await visit.page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'a.txt', { type: 'text/plain' }));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, ARTICLE);
  await listed(visit, 'safe in January');
});

browserTest('each quote says why it was found', PLACE, async (visit) => {
  await typed(visit);
  const second = found(visit).nth(1);
  await second.getByText('Why, and correct').click();
  const why = await second.locator('.why').innerText();
  assert.match(why, /Found by/);
  assert.match(why, /“said”/);
  assert.match(why, /That it is these words\s+\d+%/);
  assert.match(why, /That this is Ana Prado\s+\d+%/);
});

browserTest('all of it can be done by keyboard', PLACE, async (visit) => {
  await typed(visit);
  const active = () => visit.page.evaluate(() => {
    const element = document.activeElement;
    return element.name || element.id || element.getAttribute('aria-label') || element.textContent;
  });
  const tabUntil = async (wanted, most = 80) => {
    const seen = [];
    for (let i = 0; i < most; ++i) {
      await visit.press('Tab');
      seen.push(await active());
      if (wanted.test(seen.at(-1))) return;
    }
    assert.fail(`Tab did not reach ${wanted}: ${seen.join(' | ')}`);
  };
  await visit.page.evaluate(() => document.activeElement.blur());
  await visit.page.locator('.brand a').focus();
  for (const stop of [/^example$/, /^open$/, /^source$/, /^language$/, /^published$/, /^download$/, /^copy$/, /^widget$/]) await tabUntil(stop, 6);
  await tabUntil(/^Why, and correct: .*We will open/);
  await visit.press('Enter');
  await tabUntil(/^speaker$/);
  await visit.page.keyboard.press('Control+A');
  await visit.page.keyboard.type('Berta Lund');
  await tabUntil(/^type$/);
  await visit.until(() => [...document.querySelectorAll('#widget figcaption')].some(({ textContent }) => textContent.startsWith('Berta Lund')));
  assert.match(await found(visit).nth(1).innerText(), /Berta Lund/);
  await visit.page.keyboard.type('R'); // Reported
  await visit.until(() => /Reported/.test(document.querySelectorAll('#quotes > li')[1].querySelector('.role').textContent));
  assert.equal(await active(), 'type');
  await tabUntil(/^delete$/);
  await visit.press('Enter');
  await visit.until(() => document.querySelectorAll('#widget [data-quote]').length === 2);
  assert.equal(await active(), 'undo');
  assert.match(await status(visit), /^Quote deleted\. 2 quotes/);
  await visit.press('Enter');
  await visit.until(() => document.querySelectorAll('#widget [data-quote]').length === 3);
  assert.match(await active(), /^Why, and correct/);
});

browserTest('what was corrected stays while the article is typed on', PLACE, async (visit) => {
  await typed(visit);
  const second = found(visit).nth(1);
  await second.getByText('Why, and correct').click();
  await second.getByLabel('Speaker').fill('Berta Lund');
  await second.getByLabel('Speaker').press('Enter');
  await found(visit).nth(0).getByText('Why, and correct').click();
  await found(visit).nth(0).getByRole('button', { name: 'Delete' }).click();
  await untilStatus(visit, '^Quote deleted');
  await replaceText(visit, `“Well,” said Tom Ray.\n\n${ARTICLE}`);
  await listed(visit, 'Well');
  assert.ok((await speakersOf(visit)).some((text) => text.startsWith('Berta Lund')));
  assert.equal(await visit.page.locator('#quotes .gone').count(), 1);
});

browserTest('an alternative is chosen by a press', PLACE, async (visit) => {
  await drawn(visit);
  const button = visit.page.locator('#quotes button[name^="or "]').first();
  await visit.page.evaluate(() => { for (const each of document.querySelectorAll('#quotes details')) each.open = true; });
  const name = (await button.getAttribute('name')).slice(3);
  const key = await button.locator('xpath=ancestor::li').getAttribute('data-key');
  await button.click();
  await visit.until(([key, name]) => [...document.querySelectorAll('#quotes > li')].find((each) => each.dataset.key === key)
    ?.querySelector('input').value === name, [key, name]);
});

browserTest('a quote is found in the text, and chosen in the story', PLACE, async (visit) => {
  await typed(visit);
  const third = found(visit).nth(2);
  await third.getByText('Why, and correct').click();
  await third.getByRole('button', { name: 'Find in the text' }).click();
  assert.equal(await visit.page.evaluate(() => {
    const source = document.getElementById('source');
    return source.value.slice(source.selectionStart, source.selectionEnd);
  }), 'It was safe in January');
  await third.getByRole('button', { name: 'Show in the story' }).click();
  await visit.settled();
  assert.match(await visit.words('widget'), /It was safe in January/);
  assert.ok(await third.evaluate((item) => item.classList.contains('chosen')));
});

browserTest('the story is saved, with what was corrected', { ...PLACE, acceptDownloads: true }, async (visit) => {
  await typed(visit);
  await found(visit).nth(0).getByText('Why, and correct').click();
  await found(visit).nth(0).getByRole('button', { name: 'Delete' }).click();
  const [download] = await Promise.all([visit.page.waitForEvent('download'),
    visit.page.getByRole('button', { name: 'Download story' }).click()]);
  assert.equal(download.suggestedFilename(), 'story.json');
  const story = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.equal(story.version, 1);
  assert.equal(story.quotes.length, 2);
  assert.ok(story.quotes[0].found.rule);
});

browserTest('the embed code is copied, or else shown', { ...PLACE, permissions: ['clipboard-read', 'clipboard-write'] }, async (visit) => {
  await typed(visit, '“We <b>will</b> open & close,” said Ana Prado.'.replaceAll('<b>', '‹').replaceAll('</b>', '›'), 'open & close');
  const copy = visit.page.getByRole('button', { name: 'Copy embed code' });
  await copy.click();
  await untilStatus(visit, '^Embed code copied');
  const code = await visit.page.evaluate(() => navigator.clipboard.readText());
  assert.match(code, /<say-when src="[^"]+" lang="en">/);
  assert.match(code, /<figure data-quote="q1"><blockquote>We ‹will› open &#38; close<\/blockquote>/);
  await visit.page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); });
  await copy.click();
  await visit.until(() => !document.getElementById('embed').hidden);
  assert.equal(await visit.page.getByRole('textbox', { name: 'Embed code' }).inputValue(), code);
});

browserTest('assistive technology is told what is there', PLACE, async (visit) => {
  await typed(visit);
  for (const name of ['The article', 'The story', 'What was found']) {
    assert.equal(await visit.named('region', name).count(), 1, name);
    assert.equal(await visit.named('heading', name).count(), 1, name);
  }
  for (const [role, name] of [['textbox', 'Text or HTML of the article'], ['combobox', 'Example article'], ['combobox', 'Language'],
    ['button', 'Open a file…'], ['button', 'Download story'], ['button', 'Copy embed code']]) {
    assert.equal(await visit.named(role, name).count(), 1, name);
  }
  assert.equal(await visit.page.locator('#quotes').getByRole('listitem').count(), 3);
  assert.match(await visit.page.getByRole('status').first().textContent(), /^3 quotes by \d speakers/);
  await found(visit).nth(1).getByText('Why, and correct').click();
  for (const role of ['combobox']) assert.equal(await found(visit).nth(1).getByRole(role).count(), 2); // speaker, with a list; type
});

browserTest('nobody quoted, and no text, are said', PLACE, async (visit) => {
  await drawn(visit);
  await replaceText(visit, 'The bridge is closed.');
  await visit.until(() => /Nobody is quoted/.test(document.getElementById('nothing').textContent));
  assert.ok(await visit.page.getByRole('button', { name: 'Download story' }).isDisabled());
  await replaceText(visit, '');
  await visit.until(() => /^Paste an article/.test(document.getElementById('nothing').textContent));
});

browserTest('what cannot be read is said, and the last story stays', {
  ...PLACE, noisy: true, files: { '/languages/de.pack': (response) => response.writeHead(404).end() },
}, async (visit) => {
  await drawn(visit);
  await visit.page.locator('#language').selectOption('de');
  await untilStatus(visit, '^This text cannot be read: .*de\\.pack.*404');
  assert.ok((await quotesOf(visit)).length > 0);
});

browserTest('hostile text is text', PLACE, async (visit) => {
  await drawn(visit);
  await visit.page.evaluate(() => { window.hurts = 0; window.hurt = () => { window.hurts += 1; }; });
  const words = hostileMarkup.map((each) => each.replace(/\s+/g, ' '));
  await replaceText(visit, words.map((each) => `Ada Holm said: “We say ${each} here.”`).join('\n\n'));
  await untilStatus(visit, '^\\d+ quotes? by');
  await replaceText(visit, words.map((each) => `Ada ${each.slice(0, 40)} said: “We say ${each.replace(/<(?=[a-z/])/gi, '‹')} here.”`).join('\n\n'));
  await untilStatus(visit, '^\\d+ quotes? by');
  await visit.page.evaluate(() => { for (const each of document.querySelectorAll('#quotes details')) each.open = true; });
  await visit.settled();
  const ours = ['LI', 'FIGURE', 'FIGCAPTION', 'SPAN', 'BDI', 'P', 'BLOCKQUOTE', 'DETAILS', 'SUMMARY', 'DIV', 'DL', 'DT', 'DD', 'BUTTON',
    'LABEL', 'INPUT', 'SELECT', 'OPTION'];
  assert.deepEqual(await visit.page.evaluate((ours) => [...document.querySelectorAll('#quotes *')].map(({ tagName }) => tagName)
    .filter((name) => !ours.includes(name)), ours), []);
  assert.equal(await visit.page.evaluate(() => window.hurts), 0);
  assert.deepEqual(visit.requests.map((request) => request.url()).filter((url) => /hurt/.test(url)), []);
});

browserTest('a megabyte can be pasted', { ...PLACE, timeout: 180_000 }, async (visit) => {
  await drawn(visit);
  let text = '';
  for (let i = 0; text.length < 900_000; ++i) text += `${ARTICLE.replace('June', `June of year ${i}`)}\n\n`;
  await visit.page.evaluate((text) => {
    document.getElementById('source').value = text;
    document.getElementById('source').dispatchEvent(new InputEvent('input'));
  }, text);
  await untilStatus(visit, '^[\\d,]{5,} quotes');
  assert.equal(await found(visit).count(), 50);
  await visit.page.getByRole('button', { name: /^Show 50 more of/ }).click();
  assert.equal(await found(visit).count(), 100);
});

for (const [size, viewport] of [['wide', DESKTOP], ['narrow', PHONE]]) {
  for (const colorScheme of ['light', 'dark']) {
    browserTest(`axe: the playground (${size}, ${colorScheme})`, { ...PLACE, viewport, colorScheme, bypassCSP: true }, async (visit) => {
      await typed(visit);
      await visit.page.addScriptTag({ path: axe });
      const violations = () => visit.page.evaluate(async () => (await window.axe.run()).violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)));
      assert.deepEqual(await violations(), []);
      await visit.page.evaluate(() => { for (const each of document.querySelectorAll('details')) each.open = true; });
      await found(visit).nth(0).getByRole('button', { name: 'Delete' }).click();
      await visit.settled();
      assert.deepEqual(await violations(), []);
      await replaceText(visit, '');
      await visit.until(() => document.getElementById('widget').hidden);
      assert.deepEqual(await violations(), []);
    });
  }
}

browserTest('nothing is wider than the smallest phone', { ...PLACE, viewport: { width: 320, height: 640 } }, async (visit) => {
  await drawn(visit);
  await visit.page.evaluate(() => { for (const each of document.querySelectorAll('#quotes details')) each.open = true; });
  await visit.settled();
  assert.ok(await visit.page.evaluate(() => document.documentElement.scrollWidth) <= 320);
});
