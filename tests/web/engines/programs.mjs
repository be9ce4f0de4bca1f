// Programs that browsers need beside them: found, started, listened to, and ended by their own number.

import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createInterface } from 'node:readline';

// Slow machines are slow; nothing here waits this long when all is well.
export const PATIENCE = 30_000;

/** Returns the program's path; fails with words that help when it is not there. */
export function demand(engine, program) {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    throw new Error(`${engine} cannot be tested, ${program} is missing: run scripts/setup`);
  }
  return program;
}

// A signal would end us without the event `exit`.
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.once(signal, () => process.exit(code));

/** Starts a program; `hear` is told each line that it prints. Ends with us, however we end. */
export function start(program, args, { env = process.env, hear }) {
  // In a process group of its own, so that what it starts ends with it.
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', hear);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  const kill = () => {
    try {
      process.kill(-child.pid);
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', kill);
  return {
    ended,
    async end() {
      kill();
      await ended;
      process.off('exit', kill);
    },
  };
}

/** A screen that nobody sees: { display, end }. */
export async function startDisplay(engine) {
  let take;
  const number = new Promise((resolve) => { take = resolve; });
  const said = [];
  // Xvfb finds a number that is free, and says which when it is ready.
  const server = start(demand(engine, '/usr/bin/Xvfb'), [
    '-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset',
  ], { hear: (line) => (/^\d+$/.test(line) ? take(line) : said.push(line)) });
  const found = await Promise.race([number, server.ended.then(() => undefined)]);
  if (found === undefined) throw new Error(`Xvfb does not start: ${said.join(' ')}`);
  return { display: `:${found}`, end: server.end };
}
