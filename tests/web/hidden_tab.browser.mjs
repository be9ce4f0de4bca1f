// A tab that is not seen. Firefox, whose window is a real one, hides a tab behind another.

import assert from 'node:assert/strict';
import { firefox } from './engines/firefox.mjs';
import { browserTest, storyOf } from './support.mjs';

const [, , third] = storyOf('seed').quotes;

async function behindAnother(visit) {
  const other = await visit.page.browserContext().newPage();
  await other.bringToFront();
  await visit.until(() => document.visibilityState === 'hidden');
}
const seenAgain = async (visit) => {
  await visit.page.bringToFront();
  await visit.until(() => document.visibilityState === 'visible');
};
// The page's own timers run on.
const aSecond = (visit) => visit.tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));

browserTest('in a hidden tab nothing is drawn; what changed is there when it is seen again', { engine: firefox },
            async (visit) => {
  await behindAnother(visit);
  const before = await visit.frames();
  const drawn = () => visit.tab.evaluate(() =>
    document.getElementById('first').shadowRoot.querySelector('canvas.band').toDataURL());
  const picture = await drawn();
  await visit.tab.evaluate((id) => document.getElementById('first').select(id), third.id);
  assert.equal((await visit.events('say-when-select')).at(-1).detail.quote, third.id, 'the page is told at once');
  await aSecond(visit);
  assert.equal(await visit.frames() - before, 0);
  assert.equal(await drawn(), picture);
  await seenAgain(visit);
  await visit.until((text) => document.getElementById('first').shadowRoot
    .querySelector('[data-node=words]').textContent.includes(text), third.text);
  await visit.settled();
});

browserTest('a page that loads in a hidden tab is whole when it is seen', { engine: firefox, ready: false },
            async (visit) => {
  await behindAnother(visit);
  await visit.tab.goto(`${visit.address}/test.html`);
  await aSecond(visit);
  assert.equal(await visit.tab.evaluate(() => document.visibilityState), 'hidden');
  await seenAgain(visit);
  await visit.ready();
});
