import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

export const projectRoot = join(import.meta.dirname, '..', '..');

/** A person's machine: a home folder with nothing in it, in which the app can be started and closed. */
export class Desktop {
  readonly home: string;
  readonly #apps: App[] = [];

  constructor() {
    this.home = mkdtempSync(join(tmpdir(), 'parley-desktop-'));
    mkdirSync(join(this.home, 'Documents'));
  }

  path(...parts: string[]): string {
    return join(this.home, ...parts);
  }

  /** The one project that lies somewhere in the home folder. @throws when there is none, or several */
  project(): string {
    const found = readdirSync(this.home, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.parley'),
    );
    if (found.length !== 1) throw new Error(`one project expected, found: ${found.join(', ') || 'none'}`);
    return this.path(found[0]!);
  }

  /** Starts Parley, with project files to open; `profile` tells profiles of one machine apart. */
  async start(files: string[] = [], { profile = 'profile' } = {}): Promise<App> {
    // Chromium's sandbox does not work for root.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const application = await _electron.launch({
      args: [...sandbox, projectRoot, ...files],
      // Playwright would force the light theme on the page.
      colorScheme: null,
      env: {
        ...(process.env as Record<string, string>),
        HOME: this.home,
        XDG_CONFIG_HOME: this.path('.config'),
        PARLEY_PROFILE: this.path(profile),
      },
    });
    const app = new App(application, await application.firstWindow());
    this.#apps.push(app);
    return app;
  }

  async dispose(): Promise<void> {
    for (const app of this.#apps) await app.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** The running app and its window, in the words of a person who uses it. */
export class App {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly errors: string[] = [];
  #closed = false;

  constructor(application: ElectronApplication, page: Page) {
    this.application = application;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  /** Waits for the text of a document to stand in the window. */
  async textShown(): Promise<void> {
    await this.page.locator('.cm-content').waitFor();
    await this.page.waitForFunction(() => document.querySelector('.cm-content')?.textContent !== '');
  }

  /** Waits until everything is on disk. */
  async saved(): Promise<void> {
    await this.page.getByText('✓ Saved').waitFor();
  }

  /** Selects the first (or `nth`) occurrence of some words with the mouse, by dragging over them. */
  async drag(words: string, nth = 0): Promise<void> {
    const place = await this.placeOf(words, nth);
    await this.page.mouse.move(place.startX, place.startY);
    await this.page.mouse.down();
    await this.page.mouse.move(place.endX, place.endY, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Clicks in the middle of some words. */
  async clickOn(words: string, options: { nth?: number; clickCount?: number } = {}): Promise<void> {
    const { startX, endX, startY } = await this.placeOf(words, options.nth ?? 0);
    await this.page.mouse.click((startX + endX) / 2, startY, { clickCount: options.clickCount ?? 1 });
  }

  /** Screen coordinates of the ends of some words in the text, brought into view. */
  async placeOf(words: string, nth = 0): Promise<Place> {
    const found = await this.page.evaluate(findInText, { words, nth });
    if (!found) throw new Error(`'${words}' does not stand in the text`);
    return found;
  }

  /** Answers the next save or open dialog of the system with a path. */
  async answerDialog(kind: 'save' | 'open', path: string): Promise<void> {
    await this.application.evaluate(
      ({ dialog }, answer) => {
        if (answer.kind === 'save') {
          dialog.showSaveDialog = async () => ({ canceled: false, filePath: answer.path });
        } else {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer.path] });
        }
      },
      { kind, path },
    );
  }

  /** Chooses an item of the native menu bar by its id in the table of actions. */
  async chooseMenu(id: string): Promise<void> {
    await this.application.evaluate(({ Menu, BrowserWindow }, itemId) => {
      const item = Menu.getApplicationMenu()!.getMenuItemById(itemId)!;
      item.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
    }, id);
  }

  /** The labelled marks in the text: what stands under each annotation's mark, fragments joined. */
  async marks(): Promise<string[]> {
    return this.page.evaluate(() => {
      const texts = new Map<string, string>();
      for (const element of document.querySelectorAll('[data-annotation-id]')) {
        const id = element.getAttribute('data-annotation-id')!;
        texts.set(id, (texts.get(id) ?? '') + element.textContent);
      }
      return [...texts.values()];
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.application.close();
  }
}

interface Place {
  startX: number;
  startY: number;
  endX: number;
  endY: number;
}

/** Runs in the page: scrolls through the text until the words stand in it, and measures them. */
async function findInText({ words, nth }: { words: string; nth: number }): Promise<Place | null> {
  const scroller = document.querySelector('.cm-scroller')!;
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const seen = new Set<string>();
  for (let top = 0; top <= scroller.scrollHeight; top += scroller.clientHeight / 2) {
    for (const line of document.querySelectorAll('.cm-line')) {
      const text = line.textContent ?? '';
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        seen.add(`${text} ${at}`);
        if (seen.size === nth + 1) return measure(line, at);
      }
    }
    scroller.scrollTop = top;
    await drawn();
  }
  return null;

  async function measure(line: Element, at: number): Promise<Place> {
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.textContent!.length;
      const end = at + words.length;
      if (at >= passed && at < passed + length) range.setStart(node, at - passed);
      if (end > passed && end <= passed + length) range.setEnd(node, end - passed);
      passed += length;
    }
    const box = range.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    if (box.top < frame.top + 20 || box.bottom > frame.bottom - 20) {
      scroller.scrollTop += box.top - frame.top - frame.height / 2;
      await drawn();
    }
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const first = boxes[0]!;
    const last = boxes.at(-1)!;
    const rtl = getComputedStyle(line).direction === 'rtl';
    // Runs of the other direction have boxes of their own, in no order of place.
    const inLineOf = (one: DOMRect) =>
      boxes.filter(({ top, bottom }) => top < one.bottom && bottom > one.top);
    const right = (one: DOMRect) => Math.max(...inLineOf(one).map((box) => box.right));
    const left = (one: DOMRect) => Math.min(...inLineOf(one).map((box) => box.left));
    return {
      startX: rtl ? right(first) - 1 : left(first) + 1,
      startY: first.top + first.height / 2,
      endX: rtl ? left(last) + 1 : right(last) - 1,
      endY: last.top + last.height / 2,
    };
  }
}
