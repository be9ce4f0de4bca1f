// The page for an <iframe>: frame.html?src=story.json, with theme, lang, view and id as the element's
// attributes. It tells the page around it how tall it is, in our own message and in those that
// newsrooms' pages know already: pym's, AMP's, and that of a well-known chart tool.

import './say-when.js';
import { VERSION, isMessage } from './frame_messages.js';
import type { SayWhen } from './element.js';
import { VIEW_HASH } from './requests.js';

const options = new URLSearchParams(location.search);
// pym names its frames by childId.
const id = options.get('id') ?? options.get('childId') ?? '';

/** A frame shows stories of its own host alone: its address is no way to put words into that host's
 * mouth. Undefined: another's. */
function ownStory(src: string): string | undefined {
  const here = new URL(location.href); // a sandboxed frame's own origin is no origin
  try {
    const story = new URL(src, here);
    return story.origin === here.origin ? story.href : undefined;
  } catch {
    return undefined;
  }
}

function tellHeight(height: number): void {
  const { parent } = window;
  parent.postMessage({ type: 'say-when:height', version: VERSION, height, id }, '*');
  parent.postMessage(`pymxPYMx${id}xPYMxheightxPYMx${height}`, '*');
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  if (id) parent.postMessage({ 'datawrapper-height': { [id]: height } }, '*');
}

// The reader's link goes to the page that is read, and the page's hash to the widget.
function hearPage(element: SayWhen): void {
  window.addEventListener('message', ({ source, data }) => {
    if (source !== window.parent || !isMessage(data, 'say-when:page') || typeof data.href !== 'string') return;
    if (!/^https?:/.test(data.href)) return;
    element.setAttribute('page', data.href);
    const { hash } = new URL(data.href);
    if (hash.startsWith(VIEW_HASH)) element.view = hash.slice(VIEW_HASH.length);
  });
}

const story = ownStory(options.get('src') ?? '');
const element = document.createElement('say-when') as SayWhen;
for (const name of ['theme', 'lang', 'view']) {
  const value = options.get(name);
  if (value) element.setAttribute(name, value);
}
if (story && options.has('src')) element.src = story;
else console.warn('say-when: a frame shows a story of its own host: frame.html?src=story.json');
if (window.parent !== window) {
  hearPage(element);
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    tellHeight(height);
  }).observe(element);
  window.parent.postMessage({ type: 'say-when:open', version: VERSION, id }, '*');
}
document.body.append(element);
