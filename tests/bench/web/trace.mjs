// What Chromium's own trace says of the page's main thread: its tasks between the marks that page.mjs set.

/**
 * Of a trace (bytes of JSON): { pid, tasks, marks }: the renderer process with the marks, the tasks of
 * its main thread as { begin, end }, the marks as { name, at }, both in order; ms of the trace's clock.
 */
export function readTrace(bytes) {
  const { traceEvents } = JSON.parse(bytes.toString('utf8'));
  const marks = traceEvents.filter(({ cat, name }) => cat.includes('blink.user_timing') && name.startsWith('bench-'))
    .map(({ name, ts, pid, tid }) => ({ name, at: ts / 1000, pid, tid }))
    .sort((a, b) => a.at - b.at);
  const { pid, tid } = marks.at(-1);
  const tasks = traceEvents
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid && /RunTask$/.test(event.name))
    .map(({ ts, dur }) => ({ begin: ts / 1000, end: (ts + dur) / 1000 }))
    .sort((a, b) => a.begin - b.begin);
  return { pid, tasks, marks };
}

/** How long the main thread worked from `begin` to `end`. */
export const busy = ({ tasks }, begin, end) => tasks.reduce(
  (sum, task) => sum + Math.max(0, Math.min(task.end, end) - Math.max(task.begin, begin)), 0);

/** Main-thread time of each step between the n-th (from 0) bench-begin and the bench-end after it. */
export function stepsOf(trace, n) {
  const from = trace.marks.indexOf(trace.marks.filter(({ name }) => name === 'bench-begin')[n]);
  const to = trace.marks.findIndex(({ name }, i) => i > from && name === 'bench-end');
  const steps = trace.marks.slice(from + 1, to).filter(({ name }) => name === 'bench-step').map(({ at }) => at);
  // The task in which the event comes begins before its mark.
  const begins = steps.map((at) => trace.tasks.findLast(({ begin }) => begin <= at)?.begin ?? at);
  return begins.map((begin, i) => busy(trace, begin, begins[i + 1] ?? trace.marks[to].at));
}
