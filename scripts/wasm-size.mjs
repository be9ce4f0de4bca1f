// What a wasm module's bytes are spent on: its sections, its largest functions, and whose they are.
// Usage: node scripts/wasm-size.mjs MODULE.wasm [--top N] [--nm PROGRAM] [NAME=ARCHIVE…]
// The module is linked with names (--profiling-funcs). A function belongs to the archive that defines
// it; what several define, being inline or a template, goes by its namespace.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const kSections = ['custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export',
  'start', 'element', 'code', 'data', 'data count', 'tag'];

export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** Reads the binary format from a place on: numbers are LEB128. */
class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** A part of as many bytes as the number before it says. */
  part() {
    const length = this.number();
    const part = new Reader(this.bytes, this.at, this.at + length);
    this.at += length;
    return part;
  }

  text() {
    const { at, end } = this.part();
    return this.bytes.toString('utf8', at, end);
  }
}

/** Sections with their sizes, and every function of the code section with its mangled name. */
export function parseWasm(bytes) {
  if (bytes.readUInt32LE(0) !== 0x6d736100) throw new Error('not a wasm module');
  const sections = [];
  const bodies = [];
  const names = new Map();
  let imported = 0;
  for (const reader = new Reader(bytes, 8); reader.at < reader.end; ) {
    const start = reader.at;
    const id = bytes[reader.at++];
    const section = reader.part();
    let name = kSections[id] ?? `section ${id}`;
    if (id === 0) name = `custom: ${section.text()}`;
    sections.push({ name, size: reader.at - start });
    if (id === 2) {
      for (let left = section.number(); left > 0; --left) {
        section.text();
        section.text();
        const kind = bytes[section.at++];
        if (kind === 0) ++imported;
        // What else may be imported than a function: a table, a memory, a global, a tag.
        if (kind === 1 || kind === 3) ++section.at;
        if (kind === 0 || kind === 4) { if (kind === 4) ++section.at; section.number(); }
        if (kind === 1 || kind === 2) { if (section.number() & 1) section.number(); section.number(); }
        if (kind === 3) ++section.at;
      }
    } else if (id === 10) {
      for (let left = section.number(); left > 0; --left) {
        const from = section.at;
        section.part();
        bodies.push({ from, to: section.at });
      }
    } else if (name === 'custom: name') {
      while (section.at < section.end) {
        const kind = bytes[section.at++];
        const part = section.part();
        if (kind !== 1) continue;
        for (let left = part.number(); left > 0; --left) {
          const index = part.number();
          names.set(index, part.text());
        }
      }
    }
  }
  const functions = bodies.map(({ from, to }, i) => ({
    name: names.get(imported + i) ?? `function ${imported + i}`,
    bytes: bytes.subarray(from, to),
  }));
  return { sections, functions, named: names.size > 0 };
}

function demangle(names) {
  for (const program of ['llvm-cxxfilt', 'c++filt']) {
    try {
      return execFileSync(program, { input: names.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n');
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  return names;
}

/** Symbol to the name of the first archive that defines it. */
function owners(archives, nm) {
  const found = new Map();
  for (const { name, path } of archives) {
    const lines = execFileSync(nm, ['--defined-only', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
    for (const [, symbol] of lines.matchAll(/^\S+ [TtWw] (\S+)$/gm)) if (!found.has(symbol)) found.set(symbol, name);
  }
  return found;
}

/** Whose a function is. */
function ownerOf(symbol, text, owned) {
  // The optimiser numbers copies: name.123, name.llvm.123.
  const plain = symbol.replace(/(\.llvm)?\.\d+$/, '');
  const own = text.replace(/^(?:virtual thunk to |non-virtual thunk to )/, '');
  // A template's return type stands before its name.
  const name = own.replace(/<.*/, '').split(' ').at(-1);
  if (/^nlohmann::|^decltype.*nlohmann::/.test(own) || name.startsWith('nlohmann::')) return 'nlohmann json';
  if (/^std::|^operator (new|delete)/.test(own) || name.startsWith('std::')) return 'C++ library';
  return owned.get(symbol) ?? owned.get(plain) ?? (/^saywhen/.test(name) ? 'saywhen, whose is not known' : 'C library, runtime');
}

/** Template arguments nobody reads: shortened to what tells functions apart. */
const readable = (text) =>
  text
    .replaceAll('std::__2::', 'std::')
    .replaceAll('(anonymous namespace)::', '')
    .replace(/std::basic_string<char, [^>]*>(?:, std::allocator<char>>)?/g, 'std::string')
    .replace(/, std::allocator<(?:[^<>]|<[^<>]*>)*>/g, '')
    .replace(/\[abi:[a-z0-9]+\]/g, '');

const number = (n) => n.toLocaleString('en-GB').padStart(9);
const share = (part, whole) => `${((100 * part) / whole).toFixed(1).padStart(5)} %`;

function main(args) {
  let top = 30;
  let nm = 'llvm-nm';
  let path;
  const archives = [];
  for (let argument; (argument = args.shift()) !== undefined; ) {
    if (argument === '--top') top = Number(args.shift());
    else if (argument === '--nm') nm = args.shift();
    else if (argument.includes('=')) archives.push({ name: argument.split('=')[0], path: argument.slice(argument.indexOf('=') + 1) });
    else path = argument;
  }
  if (!path) throw new Error('usage: node scripts/wasm-size.mjs MODULE.wasm [--top N] [--nm PROGRAM] [NAME=ARCHIVE…]');
  const { sections, functions, named } = parseWasm(readFileSync(path));
  if (!named) throw new Error(`${path} has no names: link it with --profiling-funcs`);

  const texts = demangle(functions.map((f) => f.name));
  const owned = owners(archives, nm);
  for (const [i, f] of functions.entries()) {
    f.text = texts[i];
    f.owner = ownerOf(f.name, texts[i], owned);
  }
  const code = functions.reduce((sum, f) => sum + f.bytes.length, 0);

  console.log('sections, bytes');
  for (const { name, size } of sections) console.log(`${number(size)}  ${name}`);

  console.log('\ncode by owner: bytes, share, functions, brotli of it alone');
  const groups = new Map();
  for (const f of functions) groups.set(f.owner, [...(groups.get(f.owner) ?? []), f]);
  const rows = [...groups].map(([owner, list]) => ({ owner, list, size: list.reduce((sum, f) => sum + f.bytes.length, 0) }));
  for (const { owner, list, size } of rows.sort((a, b) => b.size - a.size))
    console.log(`${number(size)} ${share(size, code)} ${number(list.length)} ${number(brotli(Buffer.concat(list.map((f) => f.bytes))))}  ${owner}`);
  console.log(`${number(code)} ${share(code, code)} ${number(functions.length)}            all`);

  console.log(`\nthe ${top} largest functions, bytes`);
  for (const f of functions.toSorted((a, b) => b.bytes.length - a.bytes.length).slice(0, top))
    console.log(`${number(f.bytes.length)}  ${f.owner.padEnd(20)} ${readable(f.text).slice(0, 150)}`);
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
