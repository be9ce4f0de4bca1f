// Orders and filters, by name, on a desktop and on a phone.

import assert from 'node:assert/strict';
import { DESKTOP, PHONE, browserTest, storyOf, widget } from './support.mjs';

const body = widget('harbour');
const viewOf = (visit) => visit.page.evaluate(() => document.getElementById('first').view);
// The first of the list, which is windowed.
const order = async (visit) => (await visit.listed()).slice(0, 8);

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  browserTest(`each order is another one, and the article's comes back (${size})`, { body, viewport },
              async (visit) => {
    await visit.pressNamed('button', 'Order');
    const names = await visit.nodes('order-', (button) => button.textContent);
    assert.equal(names.length, 5, 'relevance only where something is searched');
    const views = new Set();
    for (const name of names) {
      await visit.pressNamed('button', name);
      views.add(await viewOf(visit));
    }
    assert.equal(views.size, names.length);
    // A phone's feed stands on the axis, in the order of time.
    if (size === 'desktop') {
      await visit.pressNamed('button', names[0]);
      const first = await order(visit);
      await visit.pressNamed('button', names[4]);
      assert.notDeepEqual(await order(visit), first);
    }
  });

  browserTest(`a value of each kind of filter narrows to as many as it says (${size})`, { body, viewport },
              async (visit) => {
    await visit.pressNamed('button', 'Filters');
    const { quotes } = storyOf('harbour');
    const groups = await visit.page.evaluate(() =>
      [...document.getElementById('first').shadowRoot.querySelectorAll('[role=group][data-node^="facet-"]')]
        .map((group) => ({ kind: group.getAttribute('aria-label'),
                           value: group.querySelector('button').textContent })));
    assert.ok(groups.length >= 6, groups.map(({ kind }) => kind).join(' '));
    for (const { kind, value } of groups) {
      const count = Number(/(\d+)\D*$/.exec(value)[1]);
      assert.ok(count > 0 && count <= quotes.length, `${kind}: ${value}`);
      await visit.pressNamed('button', value);
      await visit.until((count) => document.getElementById('first').shadowRoot
        .querySelector('[role=status]').textContent.includes(`${count} quote`), count);
      await visit.pressNamed('button', /^Remove the filter/);
    }
  });
}
