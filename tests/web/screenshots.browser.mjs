// Pictures for people to look at, in tests/output/web/: nothing is compared, but they must not be blank.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DESKTOP, PHONE, browserTest, isBlank, output, pageOf, widget } from './support.mjs';
import { decodePng } from './png.mjs';

const kinds = [
  ['phone', { viewport: PHONE, deviceScaleFactor: 3, hasTouch: true, isMobile: true }],
  ['desktop', { viewport: DESKTOP, deviceScaleFactor: 1 }],
  ['desktop@2', { viewport: DESKTOP, deviceScaleFactor: 2 }],
];
for (const story of ['seed', 'harbour']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [kind, options] of kinds) {
      if (kind === 'desktop@2' && (story !== 'seed' || colorScheme !== 'light')) continue;
      const name = `${story}-${kind}-${colorScheme}`;
      browserTest(`a picture: ${name}`, {
        ...options, colorScheme, html: pageOf(`<main>${widget(story)}</main>`),
      }, async (visit) => {
        const shoot = async (what) => {
          const file = path.join(output, `${name}${what}.png`);
          await visit.page.screenshot({ path: file });
          assert.equal(isBlank(decodePng(readFileSync(file))), false, file);
        };
        await shoot('');
        await visit.bringIn('words');
        await shoot('-chosen');
      });
    }
  }
}

// The playground as well.
for (const [kind, options] of [...kinds.slice(0, 2), ['tablet', { viewport: { width: 820, height: 1180 }, deviceScaleFactor: 2, hasTouch: true }]]) {
  for (const [example, colorScheme] of [['seed', 'light'], ['de-local-1', 'light'], ['tr-wire-1', 'dark']]) {
    const name = `playground-${example}-${kind}-${colorScheme}`;
    browserTest(`a picture: ${name}`, { ...options, colorScheme, path: '/playground.html', ready: false }, async (visit) => {
      await visit.until(() => document.getElementById('quotes').childElementCount > 0);
      await visit.page.selectOption('#example', example);
      await visit.until((example) => document.getElementById('source').lang === example.slice(0, 2).replace('se', 'en'), example);
      await visit.until(() => !document.getElementById('widget').hidden);
      for (const [what, id] of [['', 'example'], ['-story', 'story-title'], ['-found', 'found-title']]) {
        await visit.page.evaluate((id) => document.getElementById(id).scrollIntoView(), id);
        if (what === '-story') await visit.ready('widget');
        const file = path.join(output, `${name}${what}.png`);
        await visit.page.screenshot({ path: file });
        assert.equal(isBlank(decodePng(readFileSync(file))), false, file);
      }
    });
  }
}
