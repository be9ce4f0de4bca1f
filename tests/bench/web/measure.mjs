// One run: a browser that knows nothing yet opens one tool's page, and everything about it is measured.

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from '../../web/engines/chromium.mjs';
import { watch } from './page.mjs';
import { serveFiles } from './site.mjs';
import { busy, readTrace, stepsOf } from './trace.mjs';

// Bytes and ms as DevTools' "slow 4G": 1.6 Mbit/s, 150 ms a round trip; and a CPU four times as slow.
export const NETS = {
  fast: undefined,
  slow: { network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }, cpu: 4 },
};
export const IDLE_MS = 5000;
export const DESKTOP = { width: 1280, height: 900 };

// Quiet is what runs less than this on the main thread in a window.
const QUIET = { window: 250, most: 5 };
// What is not shown by then, or not measured by then, is not.
const PATIENCE_MS = 90_000;
const WHOLE_PATIENCE_MS = 240_000;

const linesOf = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // the process has ended
  }
};

/** Private bytes of each process that shows pages, by its id; the browser may keep a spare one. */
async function privateMemory(browser) {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) =>
    [id, [...linesOf(`/proc/${id}/smaps_rollup`).matchAll(/^Private_(?:Clean|Dirty): *(\d+) kB/gm)]
      .reduce((sum, [, kB]) => sum + 1024 * Number(kB), 0)]));
}

class Run {
  constructor(tool, count, page, session) {
    this.tool = tool;
    this.count = count;
    this.page = page;
    this.session = session;
    this.said = new Set();
    this.listeners = [];
    session.on('Runtime.bindingCalled', ({ payload }) => {
      this.said.add(payload);
      for (const look of this.listeners) look();
    });
  }

  heard(names) {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(
        `not ${names.filter((name) => !this.said.has(name)).join(', ')} after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
      const look = () => {
        if (!names.every((name) => this.said.has(name))) return;
        clearTimeout(patience);
        resolve();
      };
      this.listeners.push(look);
      look();
    });
  }

  async settled() {
    const ran = async () => {
      const { metrics } = await this.session.send('Performance.getMetrics');
      return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
    };
    for (let quiet = 0, before = await ran(); quiet < 2;) {
      await wait(QUIET.window);
      const now = await ran();
      quiet = now - before < QUIET.most ? quiet + 1 : 0;
      before = now;
    }
  }

  mark(name) {
    return this.page.evaluate((name) => performance.mark(name), name);
  }

  /** Where to point in it: its middle, brought to the middle of the window. */
  async place(selector) {
    const found = this.page.locator(selector).first();
    await found.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const box = await found.boundingBox();
    const { width, height } = DESKTOP;
    // Of what is larger than the window, the part that is seen.
    const [left, right] = [Math.max(box.x, 0), Math.min(box.x + box.width, width)];
    const [top, bottom] = [Math.max(box.y, 0), Math.min(box.y + box.height, height)];
    return { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left };
  }

  /** Turns the wheel; the browser answers when the page has taken each turn. */
  async turn(steps) {
    const { mouse, keyboard } = this.page;
    let held;
    const hold = async (key) => {
      if (key === held) return;
      if (held) await keyboard.up(held);
      if (key) await keyboard.down(key);
      held = key;
    };
    for (const { right = 0, down = 0, key } of steps) {
      await hold(key);
      await mouse.wheel(right, down);
    }
    await hold(undefined);
  }

  async phase(kind, act) {
    await this.settled();
    await this.page.evaluate((kind) => window.bench.begin(kind), kind);
    await act();
    return this.page.evaluate((kind) => window.bench.end(kind), kind);
  }

  /** { wheel, drag, keys }: those that the tool has, as bench.end() gives them. */
  async steps() {
    const { wheel, drag, keys } = this.tool;
    const { mouse, keyboard } = this.page;
    const phases = {};
    if (wheel) {
      const { x, y } = await this.place(wheel.at);
      await mouse.move(x, y);
      phases.wheel = await this.phase('wheel', () => this.turn(wheel.steps));
    }
    if (drag) {
      const { x, y, width } = await this.place(drag.at);
      await mouse.move(x, y);
      if (drag.before) await this.turn(drag.before);
      await mouse.down();
      const step = Math.min(10, width / 80);
      phases.drag = await this.phase('drag', async () => {
        // To and fro, 30 steps each.
        for (let i = 1; i <= 60; ++i) await mouse.move(x + step * (i <= 30 ? i : 60 - i), y);
      });
      await mouse.up();
    }
    if (keys) {
      await this.page.locator(keys.at).first().focus();
      phases.keys = await this.phase('keys', async () => {
        for (const key of [...keys.text, ...Array(keys.wipe).fill('Backspace')]) {
          await keyboard.press(key);
          await this.page.evaluate(() => new Promise((done) => window.bench.nextFrame(() => window.bench.nextFrame(done))));
        }
      });
    }
    return phases;
  }

  async memory(browser) {
    await this.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.session.send('Runtime.getHeapUsage');
    const wasm = await this.page.evaluate(() => window.bench.memory?.buffer.byteLength ?? 0);
    return { heap: usedSize, wasm, of: await privateMemory(browser) };
  }
}

/**
 * Measures { tool, count, files (packed), net: name in NETS, whole: also idle and steps }. Times are ms,
 * sizes bytes:
 *   sent: as of serveFiles(); outside {kind}: requests to other hosts, which none gets an answer to
 *   readable, shown, loaded?, busy: main-thread time until settled
 *   memory { heap, wasm, private } once settled, and usedMemory after the steps
 *   idle: main-thread time in IDLE_MS; steps { wheel?, drag?, keys? }, each { busy: [], probe: [], frames: [] },
 *   and the cost of the probe's counting, where the tool has one
 */
export async function measure({ tool, count, files, net, whole }) {
  const site = await serveFiles(files);
  const browser = await chromium.start({ webgl: true });
  let late = false;
  const patience = setTimeout(() => {
    late = true;
    void browser.close();
  }, WHOLE_PATIENCE_MS);
  try {
    const init = `(${watch})({ ${Object.entries(tool.conditions).map(([name, holds]) => `${name}: ${holds}`)} }, ${count});` +
      (tool.init ? `(${tool.init})();` : '');
    const { page } = await browser.open({ viewport: DESKTOP, init: { content: init } });
    const session = await page.context().newCDPSession(page);
    const run = new Run(tool, count, page, session);
    await session.send('Runtime.enable');
    await session.send('Performance.enable');
    await session.send('Runtime.addBinding', { name: 'benchSay' });
    const outside = {};
    page.on('request', (request) => {
      if (request.url().startsWith(site.address) || !/^https?:/.test(request.url())) return;
      outside[request.resourceType()] = (outside[request.resourceType()] ?? 0) + 1;
    });
    const throttle = NETS[net];
    if (throttle) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', throttle.network);
      await session.send('Emulation.setCPUThrottlingRate', { rate: throttle.cpu });
    }
    const tracer = page.context().browser();
    const system = await tracer.newBrowserCDPSession();
    await tracer.startTracing(page, { categories: ['-*', 'toplevel', 'blink.user_timing'] });

    // Not the start of the browser itself is measured: its first frame comes before.
    await page.evaluate(() => new Promise((done) => window.bench.nextFrame(() => window.bench.nextFrame(done))));
    await page.goto(`${site.address}/index.html`, { waitUntil: 'commit' });
    await run.heard(Object.keys(tool.conditions));
    await run.settled();
    await run.mark('bench-settled');
    const memory = await run.memory(system);
    let phases = {};
    let usedMemory;
    let cost;
    if (whole) {
      await run.settled(); // from collecting garbage
      await run.mark('bench-idle');
      await wait(IDLE_MS); // the one wait by the clock: nothing shall happen meanwhile
      await run.mark('bench-idled');
      phases = await run.steps();
      await run.settled();
      usedMemory = await run.memory(system);
      cost = await page.evaluate(() => window.bench.cost?.());
    }
    const trace = readTrace(await tracer.stopTracing());
    const at = (wanted) => trace.marks.findLast(({ name }) => name === wanted).at;
    const privately = ({ heap, wasm, of }) => ({ heap, wasm, private: of.get(trace.pid) });
    return {
      browser: `Chromium ${tracer.version()}`,
      sent: site.sent,
      outside,
      ...await page.evaluate(() => window.bench.times),
      busy: busy(trace, at('bench-page'), at('bench-settled')),
      memory: privately(memory),
      ...(whole ? {
        idle: busy(trace, at('bench-idle'), at('bench-idled')),
        usedMemory: privately(usedMemory),
        cost,
        steps: Object.fromEntries(Object.entries(phases).map(([kind, { steps, frames }], i) =>
          [kind, { busy: stepsOf(trace, i), probe: steps, frames }])),
      } : {}),
    };
  } catch (error) {
    const reason = late ? `not measured after ${WHOLE_PATIENCE_MS / 1000} s` : error.message.split('\n', 1)[0];
    throw new Error([reason, ...site.missing.map((name) => `no file ${name}`)].join('; '), { cause: error });
  } finally {
    clearTimeout(patience);
    await browser.close();
    site.close();
  }
}
