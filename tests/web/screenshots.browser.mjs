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
