// Chromium, without a window, by playwright-core.
//
// Each engine is an object { name, start({ webgl }) }; a started one opens tabs until it is
// closed: { open(options), close() }. What a tab can do is the same in all of them:
//   goto(url); evaluate(run, argument); until(condition, argument)
//   press(key), with the names of KeyboardEvent.key; type(text)
//   move(x, y), click(x, y), wheel(right, down) where the pointer is: CSS pixels of the window
//   pixels(clip): what is seen, decoded; the whole window without a clip
//   messages: what the console was told, [{ type, text }]; errors: what nobody caught, as text;
//   gather(): brings both up to date
//   close()
// Options of open() are those of a Playwright context; other engines know `viewport` alone. `init` runs
// in the page before its own scripts. An engine that cannot do that has a function `pageInit`: then the
// page itself must begin with both.

import { chromium as playwright } from 'playwright-core';
import { decodePng } from '../png.mjs';
import { PATIENCE, demand } from './programs.mjs';

const FLAGS = [
  '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
const WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
const NO_WEBGL = ['--disable-gpu', '--disable-3d-apis'];

class Tab {
  messages = [];
  errors = [];
  requests = []; // Playwright's

  constructor(page) {
    this.page = page;
    page.on('console', (message) => this.messages.push({ type: message.type(), text: message.text() }));
    page.on('pageerror', (error) => this.errors.push(error.stack ?? String(error)));
    page.on('request', (request) => this.requests.push(request));
  }

  async gather() {}
  goto(url) { return this.page.goto(url); }
  evaluate(run, argument) { return this.page.evaluate(run, argument); }
  // Asks by the clock: frames are counted.
  until(condition, argument) {
    return this.page.waitForFunction(condition, argument, { polling: 30, timeout: PATIENCE });
  }
  press(key) { return this.page.keyboard.press(key); }
  type(text) { return this.page.keyboard.type(text); }
  move(x, y) { return this.page.mouse.move(x, y); }
  click(x, y) { return this.page.mouse.click(x, y); }
  wheel(right, down) { return this.page.mouse.wheel(right, down); }
  async pixels(clip) { return decodePng(await this.page.screenshot({ clip })); }
  close() { return this.page.context().close(); }
}

export const chromium = {
  name: 'Chromium',
  async start({ webgl }) {
    const browser = await playwright.launch({
      executablePath: demand('Chromium', process.env.SAYWHEN_CHROMIUM ?? '/usr/bin/chromium'),
      args: [...FLAGS, ...(webgl ? WEBGL : NO_WEBGL)],
    });
    return {
      async open({ init, ...options }) {
        const context = await browser.newContext({ locale: 'en-GB', ...options });
        context.setDefaultTimeout(PATIENCE);
        if (init) await context.addInitScript(init);
        return new Tab(await context.newPage());
      },
      close: () => browser.close(),
    };
  },
};
