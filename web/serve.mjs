// Serves a folder (build/web/dist) to this machine only, for scripts/demo and for tests.
// Usage: node web/serve.mjs [port]; or import { serve } from './serve.mjs'.

import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  // Browsers compile wasm while it arrives only under this type.
  '.wasm': 'application/wasm',
};

// The file that a request's path names, or null when it names none inside `folder`.
async function findFile(folder, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (name.includes('\0')) return null;
  try {
    // realpath: a link inside the folder must not lead out of it either.
    let file = await realpath(path.join(folder, name));
    if ((await stat(file)).isDirectory()) file = await realpath(path.join(file, 'index.html'));
    const inside = path.relative(folder, file);
    if (inside.startsWith('..') || path.isAbsolute(inside)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

async function answer(folder, request, response) {
  // Always what was built last, also after a rebuild under an open page.
  // For any page, as a widget's files are: those in a sandboxed frame have no origin to be named.
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff',
                    'Access-Control-Allow-Origin': '*' };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = await findFile(folder, request.url);
  if (file === null) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  headers['Content-Type'] = types[path.extname(file)] ?? 'application/octet-stream';
  headers['Content-Length'] = (await stat(file)).size;
  response.writeHead(200, headers);
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).on('error', () => response.destroy()).pipe(response);
}

/**
 * Serves `folder` on the loopback interface. Port 0: any free port; a port that is busy: any free one
 * instead. Resolves to { server, address } when it answers, address without a last slash.
 */
export async function serve(folder, port = 0) {
  const root = await realpath(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  const listen = (wanted) =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  try {
    await listen(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    await listen(0);
  }
  return { server, address: `http://localhost:${server.address().port}` };
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`serve: '${process.argv[2]}' is not a port: use a number up to 65535`);
    process.exit(2);
  }
  const folder = fileURLToPath(new URL('../build/web/dist', import.meta.url));
  try {
    const { address } = await serve(folder, port);
    console.log(`Saywhen is at ${address}/  (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`serve: cannot serve ${folder} (${error.code}): run scripts/build web first`);
    process.exit(1);
  }
}
