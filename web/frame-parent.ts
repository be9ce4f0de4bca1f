// For a page with framed widgets: makes each frame as tall as its widget, and tells it the page's address,
// so that a link to a view crosses the frame. A frame is known by its window, never by what it says.

import { VERSION, isMessage } from './frame_messages.js';

// No page wants a frame taller than this, whatever it says; CSS pixels.
const TALLEST = 100_000;

function frameOf(source: MessageEventSource | null): HTMLIFrameElement | undefined {
  return Array.from(document.querySelectorAll('iframe')).find((frame) => frame.contentWindow === source);
}

const open = new Set<Window>();
const tellPage = (frame: Window) =>
  frame.postMessage({ type: 'say-when:page', version: VERSION, href: location.href }, '*');

window.addEventListener('message', ({ source, data }) => {
  const frame = frameOf(source);
  if (!frame?.contentWindow) return;
  if (isMessage(data, 'say-when:open')) {
    open.add(frame.contentWindow);
    tellPage(frame.contentWindow);
  } else if (isMessage(data, 'say-when:height') && Number.isFinite(data.height)) {
    frame.style.height = `${Math.min(Math.max(Number(data.height), 0), TALLEST)}px`;
  }
});
window.addEventListener('hashchange', () => {
  for (const frame of open) tellPage(frame);
});
