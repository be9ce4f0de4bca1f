// A place between two tasks of the page, where it answers its reader and draws. Timers would wait 4 ms.
export const nextTask = (): Promise<unknown> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(0);
});

// Once the next frame is on the screen.
export const afterFrame = (run: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(run));
};

// How long, in milliseconds, work goes on before the page has its turn.
export const MOST_WORK_MS = 12;
