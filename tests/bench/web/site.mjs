// The server of one page and its files, as a news site's would send them: in brotli, with their length,
// from memory. Nothing may be kept (each run begins cold), and the page is isolated, so that its clock
// has its full resolution of 5 µs.

import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.css': ['text/css; charset=utf-8', 'style'],
  '.html': ['text/html; charset=utf-8', 'document'],
  '.js': ['text/javascript; charset=utf-8', 'script'],
  '.json': ['application/json', 'data'],
  '.wasm': ['application/wasm', 'wasm'],
};
// Are packed already: fonts and pictures.
const OTHER = ['application/octet-stream', 'other'];
export const KINDS = ['document', 'script', 'style', 'wasm', 'data', 'other'];

// What is larger is packed less well: 100 000 quotes take minutes at the best level.
const LARGE = 4 << 20;

const pack = (bytes) => brotliCompressSync(bytes, {
  params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > LARGE ? 5 : 11 },
});

/** Packs { '/path.ext': text or bytes }: once for all runs. */
export function packFiles(files) {
  return new Map(Object.entries(files).map(([name, content]) => {
    const [type, kind] = TYPES[path.extname(name)] ?? OTHER;
    const packed = kind !== 'other';
    return [name, { type, kind, packed, bytes: packed ? pack(Buffer.from(content)) : content }];
  }));
}

/** Serves packed files. `sent` is { name, kind, bytes } of each, without headers; `missing` what was not there. */
export async function serveFiles(files) {
  const sent = [];
  const missing = [];
  const server = createServer(({ url }, response) => {
    const [name] = url.split('?', 1);
    const file = files.get(name);
    const headers = {
      'Cache-Control': 'no-store',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    };
    if (!file) {
      missing.push(name);
      response.writeHead(404, headers).end();
      return;
    }
    sent.push({ name, kind: file.kind, bytes: file.bytes.length });
    response.writeHead(200, {
      ...headers, 'Content-Type': file.type, 'Content-Length': file.bytes.length,
      ...(file.packed ? { 'Content-Encoding': 'br' } : {}),
    });
    response.end(file.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    sent,
    missing,
    address: `http://localhost:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
