// Firefox, by puppeteer-core: in a window on a screen that nobody sees, because without one it may have
// no WebGL. chromium.mjs says what an engine is.

import puppeteer from 'puppeteer-core';
import { decodePng } from '../png.mjs';
import { PATIENCE, demand, startDisplay } from './programs.mjs';

class Tab {
  messages = [];
  errors = [];

  constructor(page) {
    this.page = page;
    page.on('console', (message) => this.messages.push({ type: message.type(), text: message.text() }));
    page.on('pageerror', (error) => this.errors.push(error.stack ?? String(error)));
  }

  async gather() {}
  goto(url) { return this.page.goto(url); }
  evaluate(run, argument) { return this.page.evaluate(run, argument); }
  // Asks by the clock: frames are counted.
  until(condition, argument) {
    return this.page.waitForFunction(condition, { polling: 30, timeout: PATIENCE }, argument);
  }
  press(key) { return this.page.keyboard.press(key); }
  type(text) { return this.page.keyboard.type(text); }
  move(x, y) { return this.page.mouse.move(x, y); }
  click(x, y) { return this.page.mouse.click(x, y); }
  wheel(right, down) { return this.page.mouse.wheel({ deltaX: right, deltaY: down }); }
  async pixels(clip) {
    // Puppeteer counts from the top of the page, not of the window.
    const [left, top] = await this.evaluate(() => [visualViewport.pageLeft, visualViewport.pageTop]);
    const place = clip && { ...clip, x: clip.x + left, y: clip.y + top };
    return decodePng(Buffer.from(await this.page.screenshot({ clip: place, captureBeyondViewport: false })));
  }
  close() { return this.page.browserContext().close(); }
}

export const firefox = {
  name: 'Firefox',
  async start({ webgl }) {
    const executablePath = demand('Firefox', '/usr/bin/firefox-esr');
    const screen = await startDisplay('Firefox');
    let browser;
    try {
      browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath,
        headless: false,
        extraPrefsFirefox: webgl ? { 'webgl.force-enabled': true, 'gfx.webrender.software': true }
                                 : { 'webgl.disabled': true, 'gfx.webrender.software': true },
        env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', MOZ_X11_EGL: '1' },
      });
    } catch (error) {
      await screen.end();
      throw error;
    }
    return {
      async open({ init, viewport }) {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        page.setDefaultTimeout(PATIENCE);
        await page.setViewport(viewport);
        if (init) await page.evaluateOnNewDocument(init);
        return new Tab(page);
      },
      async close() {
        await browser.close();
        await screen.end();
      },
    };
  },
};
