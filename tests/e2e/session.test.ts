import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { projectRoot } from '../support/app';
import { expect, test } from './desktop';

const parley = (...args: string[]) =>
  execFileSync(process.execPath, [join(projectRoot, 'out', 'main', 'cli.cjs'), ...args], {
    encoding: 'utf8',
  });

test('a session by mouse and keyboard is all there after a restart, and its export is the same from menu and terminal', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();

  await test.step('mark by dragging and a label key', async () => {
    await app.drag('Zabihullah Mujahid');
    await page.keyboard.press('1');
    await expect.poll(() => app.marks()).toEqual(['Zabihullah Mujahid']);
    await expect(page.getByRole('region', { name: 'Selected annotation' })).toContainText(
      'Zabihullah Mujahid',
    );
  });

  await test.step('link it to a new entity by keyboard', async () => {
    await page.keyboard.press('e');
    await expect(page.getByRole('combobox', { name: 'Entity' })).toHaveValue('Zabihullah Mujahid');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Zabihullah Mujahid');
    await expect(page.locator('.annotation.linked')).toHaveCount(1);
  });

  await test.step('mark a word by double click, and one over it', async () => {
    await app.clickOn('Taliban', { nth: 1, clickCount: 2 });
    await page.keyboard.press('3');
    await app.clickOn('escalation');
    await app.drag('Taliban spokesperson Zabihullah Mujahid');
    await page.keyboard.press('0');
    await expect
      .poll(async () => (await app.marks()).sort())
      .toEqual(['Taliban', 'Taliban spokesperson Zabihullah Mujahid', 'Zabihullah Mujahid']);
    const lanes = await page.locator('[data-annotation-id]').evaluateAll((elements) => {
      const laneOf = (element: Element) => getComputedStyle(element).getPropertyValue('--lane');
      return elements.map((element) => {
        const inner = [...element.querySelectorAll('[data-annotation-id]')].map(laneOf);
        return !inner.includes(laneOf(element));
      });
    });
    expect(lanes.every(Boolean)).toBe(true);
  });

  await test.step('pick each of the stacked annotations by clicking again', async () => {
    const label = page.getByRole('region', { name: 'Selected annotation' }).getByLabel('Label');
    await page.keyboard.press('Escape');
    await app.clickOn('Mujahid');
    const first = await label.inputValue();
    await app.clickOn('Mujahid');
    const second = await label.inputValue();
    expect([first, second].sort()).toEqual(['person', 'role']);
  });

  await test.step('record a stance without the mouse', async () => {
    await page.keyboard.press('Escape');
    await app.drag('a request Kabul dismissed as beyond its “capacity and mandate.”');
    await page.keyboard.press('s');
    const form = page.getByRole('form', { name: 'New stance' });
    await expect(form).toContainText('capacity and mandate');
    await page.keyboard.type('Zabih');
    await page.keyboard.press('Enter');
    await page.keyboard.type('responsibility for internal security');
    await page.keyboard.press('Enter');
    for (const key of ['a', '3', 'e', 'y']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.keyboard.press('3');
    await page.keyboard.type('said in Istanbul');
    await page.keyboard.press('Enter');
    await expect(form).toBeHidden();
    await expect(page.getByRole('region', { name: 'Stances' })).toContainText(
      'Zabihullah Mujahid → against (3) → responsibility for internal security, denies, explicit',
    );
    await expect(page.locator('.evidence').first()).toBeVisible();
  });

  await test.step('undo and redo', async () => {
    await page.keyboard.press('Control+z');
    await expect(page.locator('.evidence')).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(page.locator('.evidence').first()).toBeVisible();
    await app.saved();
  });

  expect(app.errors).toEqual([]);
  await app.close();

  const again = await desktop.start();
  await again.textShown();
  await test.step('after a restart everything is there, and undo goes on', async () => {
    await expect.poll(async () => (await again.marks()).length).toBe(3);
    await expect(again.page.getByRole('region', { name: 'Stances' })).toContainText('against (3)');
    await again.page.keyboard.press('Control+z');
    await expect(again.page.locator('.evidence')).toHaveCount(0);
    await again.page.keyboard.press('Control+y');
    await expect(again.page.locator('.evidence').first()).toBeVisible();
  });

  await test.step('the export is the same from the menu and from the terminal', async () => {
    const fromMenu = desktop.path('menu.json');
    await again.answerDialog('save', fromMenu);
    await again.chooseMenu('file.export');
    await again.page.getByRole('button', { name: 'Export as JSON…' }).click();
    await expect(again.page.getByRole('dialog')).toContainText('3 spans');
    const project = desktop.project();
    const fromTerminal = desktop.path('terminal.json');
    parley('export', project, '--format', 'json', '--out', fromTerminal);
    expect(readFileSync(fromTerminal, 'utf8')).toBe(readFileSync(fromMenu, 'utf8'));
    const dataset = JSON.parse(readFileSync(fromMenu, 'utf8'));
    const schema = JSON.parse(
      readFileSync(join(projectRoot, 'docs', 'formats', 'parley-json-1.schema.json'), 'utf8'),
    );
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    expect(ajv.validate(schema, dataset), ajv.errorsText()).toBe(true);
    const seed = readFileSync(join(projectRoot, 'seeds', '000_2cbf52ee599dbb9c.txt'));
    const [document] = dataset.documents;
    expect(document.sha256).toBe(createHash('sha256').update(seed).digest('hex'));
    expect(Buffer.from(document.text, 'utf8').equals(seed)).toBe(true);
    const characters = Array.from<string>(document.text);
    const fragments = document.layers[0].spans.flatMap((span: { fragments: unknown[] }) => span.fragments);
    expect(fragments).toHaveLength(3);
    for (const { start, end, quote } of fragments) expect(characters.slice(start, end).join('')).toBe(quote);
  });
});
