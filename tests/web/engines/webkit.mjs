// WebKit, as WebKitGTK's MiniBrowser, by selenium-webdriver: in a window on a screen that nobody sees.
// Each tab is a browser of its own. chromium.mjs says what an engine is.

import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import webdriver from 'selenium-webdriver';
import { decodePng } from '../png.mjs';
import { PATIENCE, demand, start, startDisplay } from './programs.mjs';

const { Builder, Key, Origin } = webdriver;
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const KEYS = {
  ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP,
  End: Key.END, Enter: Key.ENTER, Home: Key.HOME, Tab: Key.TAB,
};

// WebDriver does not tell what a page says: the page writes it down. What the browser itself says
// (a file that did not come) is not heard.
function listen() {
  window.heard = { messages: [], errors: [] };
  for (const type of ['debug', 'error', 'info', 'log', 'warn']) {
    const native = console[type];
    console[type] = (...things) => {
      window.heard.messages.push({ type, text: things.map(String).join(' ') });
      native.apply(console, things);
    };
  }
  window.addEventListener('error', ({ error, message }) => window.heard.errors.push(`${message}\n${error?.stack}`));
  window.addEventListener('unhandledrejection', ({ reason }) =>
    window.heard.errors.push(`${reason}\n${reason?.stack}`));
}

class Tab {
  messages = [];
  errors = [];
  pointer = { x: 0, y: 0 };

  constructor(driver) {
    this.page = driver;
  }

  goto(url) { return this.page.get(url); }

  async gather() {
    const heard = await this.evaluate(() => window.heard);
    if (heard) ({ messages: this.messages, errors: this.errors } = heard);
  }

  async evaluate(run, argument) {
    const [value, error] = await this.page.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      Promise.resolve(arguments[0]).then(${run}).then((value) => done([value ?? null]),
                                                      (error) => done([null, String(error)]));`,
    argument ?? null);
    if (error) throw new Error(error);
    // JSON has no undefined.
    return value ?? undefined;
  }

  async until(condition, argument) {
    const end = Date.now() + PATIENCE;
    while (!await this.evaluate(condition, argument)) {
      if (Date.now() > end) throw new Error(`waited in vain for ${condition}`);
      await sleep(30);
    }
  }

  async press(key) {
    if (!KEYS[key] && key.length !== 1) throw new Error(`webkit.mjs does not know the key ${key}`);
    await this.page.actions().sendKeys(KEYS[key] ?? key).perform();
  }

  type(text) { return this.page.actions().sendKeys(text).perform(); }

  pointing(x, y) {
    this.pointer = { x: Math.round(x), y: Math.round(y) };
    return this.page.actions().move({ ...this.pointer, origin: Origin.VIEWPORT, duration: 0 });
  }

  move(x, y) { return this.pointing(x, y).perform(); }
  click(x, y) { return this.pointing(x, y).click().perform(); }
  wheel(right, down) {
    const { x, y } = this.pointer;
    return this.page.actions().scroll(x, y, right, down, Origin.VIEWPORT, 0).perform();
  }

  async pixels(clip) {
    const all = decodePng(Buffer.from(await this.page.takeScreenshot(), 'base64'));
    if (!clip) return all;
    const [left, top] = [Math.round(clip.x), Math.round(clip.y)];
    const width = Math.min(Math.round(clip.width), all.width - left);
    const height = Math.min(Math.round(clip.height), all.height - top);
    const data = new Uint8Array(4 * width * height);
    for (let y = 0; y < height; ++y) {
      const from = 4 * ((top + y) * all.width + left);
      data.set(all.data.subarray(from, from + 4 * width), 4 * width * y);
    }
    return { width, height, data };
  }

  close() { return this.page.quit(); }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function untilItAnswers(address) {
  for (const end = Date.now() + PATIENCE; ; await sleep(30)) {
    try {
      if ((await fetch(`${address}/status`)).ok) return;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

export const webkit = {
  name: 'WebKit',
  pageInit: listen, // WebDriver knows no scripts that run before a page's own
  async start({ webgl }) {
    const binary = demand('WebKit', MINI_BROWSER);
    const program = demand('WebKit', '/usr/bin/WebKitWebDriver');
    const screen = await startDisplay('WebKit');
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const driver = start(program, [`--port=${port}`], {
      env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1',
             WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
      hear() {},
    });
    await untilItAnswers(address);
    return {
      async open({ viewport }) {
        const page = await new Builder().usingServer(address).withCapabilities({
          browserName: 'MiniBrowser',
          timeouts: { script: PATIENCE, pageLoad: PATIENCE },
          'webkitgtk:browserOptions': {
            binary,
            args: ['--automation', `--enable-webgl=${webgl}`],
          },
        }).build();
        const tab = new Tab(page);
        // The window has a toolbar, which is not the page's. It gets no narrower than 447 pixels.
        const size = () => tab.evaluate(() => ({ width: innerWidth, height: innerHeight }));
        await page.manage().window().setRect({ x: 0, y: 0, ...viewport });
        const { width, height } = await size();
        await page.manage().window().setRect({
          x: 0, y: 0, width: 2 * viewport.width - width, height: 2 * viewport.height - height,
        });
        return tab;
      },
      async close() {
        await driver.end();
        await screen.end();
      },
    };
  },
};
