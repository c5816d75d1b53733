import { join } from 'node:path';
import { type App, projectRoot } from '../support/app';
import { expect, test } from './desktop';

async function importUrdu(app: App): Promise<void> {
  await app.answerDialog('open', join(projectRoot, 'tests', 'texts', 'urdu.txt'));
  await app.chooseMenu('file.import');
  await expect(app.page.locator('.cm-content')).toHaveAttribute('dir', 'rtl');
  await app.page.keyboard.press('F6');
}

/** How the text is set, in CSS pixels. */
function textStyle(app: App) {
  return app.page.locator('.cm-content').evaluate((content) => {
    const style = getComputedStyle(content);
    return {
      font: style.fontFamily,
      size: Number.parseFloat(style.fontSize),
      line: Number.parseFloat(style.lineHeight),
      column: content.getBoundingClientRect().width,
    };
  });
}

/** Between the lowest letters of the marked words and the underline nearest to them, and from there to the next line. */
function roomAround(app: App) {
  return app.page
    .locator('.annotation')
    .first()
    .evaluate((mark) => {
      const style = getComputedStyle(mark);
      const size = Number.parseFloat(style.fontSize);
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = `${size}px ${style.fontFamily}`;
      const { actualBoundingBoxDescent: down, actualBoundingBoxAscent: up } = context.measureText(
        mark.textContent!,
      );
      const offset = Number.parseFloat(style.textUnderlineOffset);
      return { under: offset - down, over: Number.parseFloat(style.lineHeight) - up - offset };
    });
}

test('size and column follow keys and settings, each script for itself, and outlive a restart', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  const first = await textStyle(app);

  await test.step('by key', async () => {
    await page.keyboard.press('Alt+Equal');
    await page.keyboard.press('Alt+Equal');
    await expect.poll(async () => (await textStyle(app)).size).toBe(first.size + 2);
    await page.keyboard.press('Alt+Digit0');
    await page.keyboard.press('Alt+Minus');
    await expect.poll(async () => (await textStyle(app)).size).toBe(first.size - 1);
    for (let times = 0; times < 5; times++) await page.keyboard.press('Shift+Alt+Minus');
    await expect.poll(async () => (await textStyle(app)).column).toBeLessThan(first.column - 80);
  });

  await test.step('in the settings', async () => {
    await app.chooseMenu('edit.settings');
    await page.getByRole('tab', { name: 'Text' }).click();
    await expect(page.getByLabel('Texts in')).toHaveValue('latin');
    await page.getByLabel('Font').selectOption('sans');
    await expect.poll(async () => (await textStyle(app)).font).toMatch(/Sans/);
    await page.getByRole('slider', { name: 'Line distance' }).fill('2.5');
    await expect.poll(async () => (await textStyle(app)).line).toBeCloseTo((first.size - 1) * 2.5, 0);
    await page.getByLabel('Font').selectOption('other');
    await page.getByLabel('Its name').fill('No Such Font');
    await expect(page.getByText('This computer has no font of that name')).toBeVisible();
    await page.getByLabel('Font').focus();
    await page.getByLabel('Font').selectOption('mono');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('a text of another script is set by its own', async () => {
    await importUrdu(app);
    const urdu = await textStyle(app);
    expect(urdu.font).toMatch(/Nastaliq/);
    expect(urdu.size).toBe(17);
    await page.keyboard.press('Alt+Equal');
    await expect.poll(async () => (await textStyle(app)).size).toBe(18);
    await page.keyboard.press('Control+PageUp');
    await expect(page.locator('.cm-content')).toHaveAttribute('dir', 'ltr');
    await expect.poll(async () => (await textStyle(app)).size).toBe(first.size - 1);
  });
  expect(app.errors).toEqual([]);
  await app.close();

  const again = await desktop.start();
  await again.textShown();
  const kept = await textStyle(again);
  expect(kept.size).toBe(first.size - 1);
  expect(kept.font).toMatch(/Mono/);
  expect(kept.line).toBeCloseTo((first.size - 1) * 2.5, 0);
  expect(kept.column).toBeLessThan(first.column - 80);
});

test('underlines meet no letters in Nastaliq, Naskh or Latin, however close the lines are asked for', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await importUrdu(app);
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('8');
  await expect.poll(() => app.marks()).toHaveLength(1);
  await app.chooseMenu('edit.settings');
  await page.getByRole('tab', { name: 'Text' }).click();
  await page.getByRole('slider', { name: 'Line distance' }).fill('1.2');
  for (const family of ['nastaliq', 'naskh', 'sans']) {
    await page.getByLabel('Font').selectOption(family);
    for (const size of ['10', '17', '40']) {
      await page.getByRole('slider', { name: 'Size' }).fill(size);
      await expect.poll(async () => (await textStyle(app)).size).toBe(Number(size));
      const { under, over } = await roomAround(app);
      expect(under, `${family} ${size}`).toBeGreaterThanOrEqual(0);
      expect(over, `${family} ${size}`).toBeGreaterThanOrEqual(2);
    }
  }
});
