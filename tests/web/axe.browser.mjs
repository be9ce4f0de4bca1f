// axe-core finds nothing to say of the widget: every view and panel, both themes, wide and narrow, every
// language of the interface, as text, and when something went wrong.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { DESKTOP, PHONE, browserTest, widget } from './support.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

async function violations(visit) {
  await visit.page.addScriptTag({ path: axe });
  return visit.page.evaluate(async () => {
    const { violations, passes } = await window.axe.run('say-when');
    const looked = passes.reduce((sum, { nodes }) => sum + nodes.length, 0);
    if (looked < 5) return [`it looked at ${looked} things only`];
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
      `${id}: ${target.join(' ')}: ${failureSummary}`));
  });
}

const body = (story, more = '') => `<main><h1>A page</h1>${widget(story, 'first', more)}</main>`;

for (const [size, viewport] of [['wide', DESKTOP], ['narrow', PHONE]]) {
  for (const colorScheme of ['light', 'dark']) {
    browserTest(`axe: every view and panel (${size}, ${colorScheme})`, {
      body: body('harbour'), viewport, colorScheme,
    }, async (visit) => {
      for (const view of ['timeline', 'article', 'compare', 'voices', 'text', 'timeline']) {
        await visit.page.evaluate((view) => document.getElementById('first').setView(view), view);
        await visit.settled();
        assert.deepEqual(await violations(visit), [], view);
      }
      for (const panel of ['filters', 'order', 'save', 'cite']) {
        await visit.node(panel, (element) => element.click());
        await visit.settled();
        assert.deepEqual(await violations(visit), [], panel);
      }
    });
  }
}

for (const language of ['tr', 'de', 'fr', 'es', 'uk', 'ar', 'zh']) {
  browserTest(`axe: ${language}`, { body: body('seed', `lang="${language}"`) }, async (visit) => {
    assert.deepEqual(await violations(visit), []);
  });
}

browserTest('axe: an error', { body: body('missing'), ready: false, noisy: true }, async (visit) => {
  await visit.untilState('error');
  assert.deepEqual(await violations(visit), []);
});

browserTest('axe: nothing found', { body: body('seed') }, async (visit) => {
  await visit.page.evaluate(() => document.getElementById('first').search('zzzz'));
  await visit.settled();
  assert.deepEqual(await violations(visit), []);
});
