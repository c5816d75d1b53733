import type { Page } from 'playwright';

/** Counts what a person does with keyboard and mouse, in the page itself. */
export class InputCounter {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async start(page: Page): Promise<InputCounter> {
    await page.evaluate(() => {
      const counts = { keys: 0, mouse: 0 };
      Object.assign(window, { inputCounts: counts });
      const modifiers = ['Shift', 'Control', 'Alt', 'Meta'];
      addEventListener('keydown', (event) => !modifiers.includes(event.key) && counts.keys++, true);
      for (const type of ['mousedown', 'click', 'wheel']) addEventListener(type, () => counts.mouse++, true);
    });
    return new InputCounter(page);
  }

  async read(): Promise<{ keys: number; mouse: number }> {
    return this.#page.evaluate(
      () => (window as unknown as { inputCounts: { keys: number; mouse: number } }).inputCounts,
    );
  }
}
