// Reads the PNG images that a browser's screenshots are: 8 bits a channel, RGB or RGBA, not interlaced.

import { inflateSync } from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** The pixels of a PNG file: { width, height, data }, four bytes a pixel. */
export function decodePng(file) {
  if (file.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('not a PNG file');
  const packed = [];
  let width = 0;
  let height = 0;
  let channels = 0;
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9]];
      if (body[8] !== 8 || !channels || body[12] !== 0) throw new Error('an unexpected kind of PNG');
    } else if (kind === 'IDAT') {
      packed.push(body);
    }
  }
  const raw = inflateSync(Buffer.concat(packed));
  const stride = width * channels;
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; ++x) {
      const to = y * stride + x;
      const left = x >= channels ? rows[to - channels] : 0;
      const above = y > 0 ? rows[to - stride] : 0;
      const corner = x >= channels && y > 0 ? rows[to - stride - channels] : 0;
      const guess = [0, left, above, (left + above) >> 1, filter === 4 ? paeth(left, above, corner) : 0];
      rows[to] = raw[y * (stride + 1) + 1 + x] + guess[filter];
    }
  }
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; ++i) {
    data.set(rows.subarray(i * channels, i * channels + channels), 4 * i);
  }
  return { width, height, data };
}
