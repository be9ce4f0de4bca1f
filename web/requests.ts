// What the widget asks of the page: to copy, open, save or print. Each may be refused (a sandboxed
// frame has no clipboard): then nothing happens but a line in the console.

import { PageRequest } from './engine.js';

// The hash that carries a view: "#say-when=view=compare&q=…".
export const VIEW_HASH = '#say-when=';

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the address by then, or never will.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copy(text: string, html: string): Promise<void> {
  const { clipboard } = navigator;
  if (html && 'ClipboardItem' in window) {
    await clipboard.write([new ClipboardItem({
      'text/plain': new Blob([text], { type: 'text/plain' }),
      'text/html': new Blob([html], { type: 'text/html' }),
    })]);
  } else {
    await clipboard.writeText(text);
  }
}

// `page`: the address that links lead to; `picture` draws what a picture request names.
export async function fulfil(request: PageRequest, page: string,
                             picture: (request: PageRequest) => Promise<Blob | null>): Promise<void> {
  switch (request.kind) {
    case 'copy':
      await copy(request.text, request.html);
      break;
    case 'copyLink':
      await copy(page.replace(/#.*$/s, '') + VIEW_HASH + request.text, '');
      break;
    case 'open': {
      const url = new URL(request.text, document.baseURI);
      if (url.protocol === 'https:' || url.protocol === 'http:') {
        window.open(url, '_blank', 'noopener,noreferrer');
      }
      break;
    }
    case 'saveText':
      // Spreadsheets take a table for UTF-8 only when it says so.
      save(new Blob([request.type.startsWith('text/csv') ? '\uFEFF' : '', request.text],
                    { type: request.type }), request.name);
      break;
    case 'savePicture': {
      const blob = await picture(request);
      if (blob) save(blob, request.name);
      break;
    }
    case 'print':
      window.print();
      break;
  }
}
