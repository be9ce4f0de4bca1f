// What runs in the measured page before its own scripts. Each function stands alone: it is sent as text.

/**
 * Tells when conditions come true, in ms since the page was asked for: at the end of the main thread's
 * work on the frame that shows them. { name: function (count) }; each is heard by the binding `benchSay`.
 */
export function watch(conditions, count) {
  const nextFrame = requestAnimationFrame.bind(window);
  // A frame's work ends with its painting; what is posted from it comes after that.
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  const afterFrame = (run) => nextFrame(() => {
    waiting.push(run);
    channel.port2.postMessage(0);
  });
  const bench = { times: {}, nextFrame, frames: [], probe: () => ({}) };
  window.bench = bench;

  performance.mark('bench-page');
  const pending = new Map(Object.entries(conditions));
  const look = () => {
    const now = [...pending].filter(([, holds]) => document.body && holds(count)).map(([name]) => name);
    for (const name of now) pending.delete(name);
    // They were looked at before this frame's layout, and are seen by its painting.
    if (now.length > 0) {
      waiting.push(() => {
        for (const name of now) {
          bench.times[name] = performance.now();
          window.benchSay(name);
        }
      });
      channel.port2.postMessage(0);
    }
    if (pending.size > 0) nextFrame(look);
  };
  nextFrame(look);

  let counting;
  const told = (event) => {
    if (event.isTrusted) counting.push({ at: performance.now(), probe: bench.probe() });
    performance.mark('bench-step');
  };
  const EVENTS = { wheel: ['wheel'], drag: ['pointermove', 'mousemove'], keys: ['input'] };
  let chain = false;
  /** From here each event of this kind is a step, and the times of all frames are noted. */
  bench.begin = (kind) => {
    counting = [];
    bench.frames = [];
    chain = true;
    const each = (now) => {
      bench.frames.push(now);
      if (chain) nextFrame(each);
    };
    nextFrame(each);
    addEventListener(EVENTS[kind][0], told, { capture: true, passive: true });
    performance.mark('bench-begin');
  };
  /** After the frame of the last step: { steps: [what the probe counted in each], frames: [ms] }. */
  bench.end = (kind) => new Promise((resolve) => afterFrame(() => afterFrame(() => {
    performance.mark('bench-end');
    chain = false;
    removeEventListener(EVENTS[kind][0], told, { capture: true });
    const all = [...counting.map(({ probe }) => probe), bench.probe()];
    const steps = all.slice(1).map((probe, i) =>
      Object.fromEntries(Object.entries(probe).map(([name, value]) => [name, value - all[i][name]])));
    resolve({ steps, frames: bench.frames.slice(1).map((at, i) => at - bench.frames[i]) });
  })));
}

/**
 * Counts what Saywhen does, in ms and calls since the page began:
 *   widget  in its animation frames, and in calls of the module outside of them, without `canvas`
 *   wasm    in the module's own code: its exports, without the imports that they call
 *   canvas  in calls of WebGL and of the 2D canvases
 * Counting takes time as well: bench.cost() says how much, to be taken off.
 */
export function probe() {
  const spent = { widget: 0, wasm: 0, canvas: 0 };
  const calls = { all: 0, canvasCalls: 0, exports: 0, imports: 0, draws: 0, uploads: 0, frames: 0 };
  // Where the clock runs now. Inner ones stop the outer.
  const stack = [];
  let since = 0;
  const turn = () => {
    const now = performance.now();
    const passed = now - since;
    since = now;
    const where = stack.at(-1);
    if (where === 'canvas') spent.canvas += passed;
    else if (where) spent.widget += passed;
    if (where === 'wasm') spent.wasm += passed;
  };
  const timed = (where, run, count) => function (...values) {
    calls.all += 1;
    if (where === 'canvas') calls.canvasCalls += 1;
    if (count) calls[count] += 1;
    turn();
    stack.push(where);
    try {
      return run.apply(this, values);
    } finally {
      turn();
      stack.pop();
    }
  };

  const { requestAnimationFrame: nextFrame } = window;
  window.requestAnimationFrame = (callback) => nextFrame(timed('script', callback, 'frames'));

  const { instantiateStreaming } = WebAssembly;
  const own = new Map(); // what is counted, to what it is
  WebAssembly.instantiateStreaming = async (source, imports) => {
    // The module's second part: what it calls of the first is the module's own affair.
    if (imports.first) {
      return instantiateStreaming(source, { first: Object.fromEntries(Object.entries(imports.first)
        .map(([name, value]) => [name, own.get(value) ?? value])) });
    }
    const wrap = (functions, where, count) => Object.fromEntries(Object.entries(functions).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value];
      const counted = timed(where, value, count);
      own.set(counted, value);
      return [name, counted];
    }));
    const { module, instance } = await instantiateStreaming(source, Object.fromEntries(
      Object.entries(imports).map(([name, group]) => [name, wrap(group, 'script', 'imports')])));
    window.bench.memory = instance.exports.memory;
    return { module, instance: { exports: wrap(instance.exports, 'wasm', 'exports') } };
  };

  const KINDS = { drawElements: 'draws', drawArraysInstanced: 'draws', texSubImage2D: 'uploads' };
  for (const { prototype } of [WebGL2RenderingContext, CanvasRenderingContext2D]) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      // Measuring text draws nothing.
      if (typeof value !== 'function' || name === 'constructor' || name === 'measureText') continue;
      prototype[name] = timed('canvas', value, KINDS[name]);
    }
  }
  window.bench.probe = () => ({ ...spent, ...calls });
  /** ms that counting a call adds: outside of it, to its caller, and inside of it. */
  window.bench.cost = () => {
    const CALLS = 20_000;
    const nothing = timed('canvas', () => {});
    return timed('script', () => {
      turn();
      const before = { ...spent };
      for (let i = 0; i < CALLS; ++i) nothing();
      turn();
      return { outside: (spent.widget - before.widget) / CALLS, inside: (spent.canvas - before.canvas) / CALLS };
    })();
  };
}
