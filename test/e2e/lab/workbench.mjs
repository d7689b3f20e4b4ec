// VS Code's workbench as a person sees it: what is on the screen, and what mouse and keyboard do to it.
import fs from 'node:fs';
import path from 'node:path';

const patience = 30_000;

/** Text as the workbench draws it, with ordinary spaces. */
const plain = (text) => text.replace(/\u00a0/g, ' ');
const oneLine = (text) => plain(text).replace(/\s+/g, ' ').trim();

export class Workbench {
  #page;
  #server;
  #folder;
  #pictures;

  constructor(page, server, folder, pictures) {
    this.#page = page;
    this.#server = server;
    this.#folder = folder;
    this.#pictures = pictures;
    page.setDefaultTimeout(patience);
  }

  /** Starts the workbench with a file open. */
  async open(file) {
    await this.#page.goto(this.#server.workbench(this.#folder, [['openFile', this.#server.remote(file)]]));
    await this.#page.locator('.monaco-workbench').waitFor({ timeout: 2 * patience });
    await this.#page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Opens another file of the folder in the running workbench, by name. */
  async openNext(file) {
    const name = path.basename(file);
    await this.#page.keyboard.press('Control+P');
    const input = this.#page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(name);
    await this.#page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.tab.active', { hasText: name }).waitFor();
    await this.#page.locator('.editor-instance .view-line').first().waitFor();
  }

  hideSideBar() {
    return this.#page.keyboard.press('Control+B');
  }

  closePanel() {
    return this.#page.keyboard.press('Control+J');
  }

  save() {
    return this.#page.keyboard.press('Control+S');
  }

  /** Texts of the lines that are underlined so, top to bottom; waits for one unless told otherwise. */
  async underlined(severity, { wait = true } = {}) {
    const marks = this.#page.locator(`.editor-instance .squiggly-${severity}`);
    if (wait) await marks.first().waitFor({ timeout: 2 * patience });
    const tops = new Set();
    for (const mark of await marks.all()) tops.add(middle(await mark.boundingBox()));
    const lines = [];
    for (const line of await this.#page.locator('.editor-instance .view-line').all()) {
      const box = await line.boundingBox();
      if (box && [...tops].some((y) => y > box.y && y < box.y + box.height)) lines.push({ y: box.y, line });
    }
    lines.sort((a, b) => a.y - b.y);
    return Promise.all(lines.map(async ({ line }) => plain(await line.innerText())));
  }

  async nothingUnderlined() {
    await this.#page.locator('.editor-instance [class*="squiggly-"]').first().waitFor({ state: 'detached' });
  }

  /** Opens the Problems panel and returns the row that names `text`. */
  async problem(text) {
    await this.#page.keyboard.press('Control+Shift+M');
    const row = this.#page.locator('.markers-panel .monaco-list-row', { hasText: text });
    await row.first().waitFor();
    return oneLine(await row.first().innerText());
  }

  /** Points at `word` in the line that holds `text`, and returns what appears. */
  async hover(text, word) {
    const { x, y } = await this.#place(text, word);
    const hover = this.#page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    // Whoever points before the server has seen the file points again.
    for (let tries = 1; ; tries++) {
      await this.#page.mouse.move(x, y - 60);
      await this.#page.mouse.move(x - 6, y);
      await this.#page.mouse.move(x, y, { steps: 4 });
      try {
        await hover.waitFor({ timeout: patience / 10 });
        break;
      } catch (error) {
        if (tries === 10) throw error;
      }
    }
    // The parts of several providers arrive one by one.
    await this.#page.waitForTimeout(500);
    return oneLine(await this.#page.locator('.monaco-hover:not(.hidden)').first().innerText());
  }

  /** Drags the lower edge of what `hover` opened down until its first part is seen whole, as a reader would. */
  async enlargeHover() {
    const hover = this.#page.locator('.monaco-hover:not(.hidden)').first();
    const box = await hover.boundingBox();
    const part = await hover.locator('.hover-row').first().boundingBox();
    const x = box.x + box.width / 2;
    const edge = box.y + box.height;
    const lowest = this.#page.viewportSize().height - 60;
    const wanted = Math.min(part.y + part.height + 1, lowest);
    if (wanted <= edge) return;
    for (const y of [box.y + 20, edge - 20, edge]) {
      await this.#page.mouse.move(x, y, { steps: 4 });
      await this.#page.waitForTimeout(400); // An edge becomes a handle after a while of pointing at it.
    }
    await this.#page.mouse.down();
    await this.#page.mouse.move(x, wanted, { steps: 8 });
    await this.#page.mouse.up();
    await this.#page.mouse.move(x, wanted - 40, { steps: 4 });
    await this.#page.waitForTimeout(600); // The handle fades.
  }

  async closeHover() {
    await this.#page.keyboard.press('Escape');
    await this.#page.mouse.move(5, 5);
    await this.#page.locator('.monaco-hover:not(.hidden)').waitFor({ state: 'hidden' });
  }

  /** Puts the cursor on `word`, asks for fixes by keyboard and returns their titles as listed. */
  async openFixes(text, word) {
    const { x, y } = await this.#place(text, word);
    await this.#page.mouse.click(x, y);
    await this.#page.mouse.move(5, 5);
    await this.#page.keyboard.press('Control+.');
    const rows = this.#page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map(oneLine);
  }

  /** Presses Enter on the list of fixes: a click would be swallowed by what lies over it. */
  async applyFirst() {
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.action-widget').waitFor({ state: 'hidden' });
  }

  async hasLine(text) {
    await this.#page.locator('.editor-instance .view-line', { hasText: text }).first().waitFor();
  }

  /** What the language status of the active editor says when pointed at. */
  async languageStatus() {
    await this.#page.locator('[id="status.languageStatus"]').hover();
    const hover = this.#page.locator('.hover-language-status').first();
    await hover.waitFor();
    return oneLine(await this.#page.locator('.monaco-hover:not(.hidden)').last().innerText());
  }

  async notifications() {
    const toasts = this.#page.locator('.notifications-toasts .notification-toast');
    return (await toasts.allInnerTexts()).map(oneLine);
  }

  /** Writes a picture of the window, or of its upper part. */
  async picture(name, { height = this.#page.viewportSize().height } = {}) {
    const { width } = this.#page.viewportSize();
    await this.#page.screenshot({
      path: path.join(this.#pictures, `${name}.png`),
      clip: { x: 0, y: 0, width, height },
      animations: 'disabled',
      caret: 'hide',
    });
  }

  async screenshotOfFailure() {
    fs.mkdirSync('.e2e/failures', { recursive: true });
    await this.#page.screenshot({ path: '.e2e/failures/flow.png' });
  }

  /** The first answer of `probe` that is not false. */
  async eventually(probe) {
    const deadline = Date.now() + patience;
    for (;;) {
      const value = probe();
      if (value !== false) return value;
      if (Date.now() > deadline) throw new Error('It did not come to pass.');
      await this.#page.waitForTimeout(50);
    }
  }

  /** Middle of the first `word` behind the start of the line that holds `text`. */
  async #place(text, word) {
    const line = this.#page.locator('.editor-instance .view-line', { hasText: spaced(text) }).first();
    await line.waitFor();
    const box = await line.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const start = element.textContent.replaceAll('\u00a0', ' ').indexOf(wanted);
      const middle = start + Math.floor(wanted.length / 2);
      let passed = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (middle < passed + node.length) {
          const range = document.createRange();
          range.setStart(node, middle - passed);
          range.setEnd(node, middle - passed + 1);
          const { x, y, width, height } = range.getBoundingClientRect();
          return start < 0 ? null : { x, y, width, height };
        }
        passed += node.length;
      }
      return null;
    }, word);
    if (box === null) throw new Error(`The line with ${text} holds no ${word}.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
}

const middle = (box) => (box ? box.y + box.height / 2 : -1);

/** Matches the text with the workbench's unbreakable spaces in it. */
const spaced = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[ \\u00a0]'));
