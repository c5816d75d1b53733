import { mkdirSync, writeFileSync } from 'node:fs';
import type { App } from '../support/app';
import { expect, test } from './desktop';

/** Imports texts and shows the first of them. */
async function openTexts(app: App, folder: string, texts: Record<string, string>): Promise<void> {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(`${folder}/${name}.txt`, text);
  await app.textShown();
  await app.answerDialog('open', folder);
  await app.chooseMenu('file.importFolder');
  await expect(app.page.locator('.cm-content')).toContainText(Object.values(texts)[0]!.slice(0, 20));
  await app.page.keyboard.press('F6');
}

test('a name is marked in the whole project from the keyboard, without what was left out; one undo', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  const english = 'The delegation spoke to the ministry about what was to be done in the coming week. ';
  await openTexts(app, desktop.path('news'), {
    a: `Zaranj said little. ${english}The Zaranj left.`,
    b: `${english}Zaranj’s answer came late, and the ZARANJ said no.`,
    c: `${english}Nothing.`,
  });
  const dialog = page.getByRole('dialog', { name: 'Mark all occurrences' });
  const items = dialog.getByRole('treeitem');

  await test.step('first in this document', async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('j');
    await page.keyboard.press('5');
    await page.keyboard.press('Shift+Period');
    await expect(items).toHaveCount(1);
    await expect(dialog.getByRole('status')).toContainText('1 occurrence. 1 is marked as Place already.');
  });

  await test.step('then in the whole project, with inflected forms', async () => {
    await dialog.getByRole('radio', { name: 'Whole project' }).press('Space');
    await expect(dialog.getByRole('status')).toContainText('3 occurrences in 2 documents.');
    await dialog.getByLabel('Inflected forms').selectOption('whole');
    await expect(dialog.locator('mark')).toHaveText(['Zaranj', 'Zaranj’s', 'ZARANJ']);
    await dialog.getByLabel('Match case').press('Space');
    await expect(dialog.getByRole('status')).toContainText('2 occurrences in 2 documents.');
    await dialog.getByLabel('Match case').press('Space');
    await expect(items).toHaveCount(5);
  });

  await test.step('arrows walk the list, the space bar leaves out', async () => {
    await dialog.getByRole('tree').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await expect(items.last()).toHaveAttribute('aria-checked', 'false');
    await expect(items.nth(2)).toHaveAttribute('aria-checked', 'mixed');
    await expect(items.nth(2)).toContainText('1 of 2');
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await expect(dialog.getByRole('button', { name: 'Mark 1' })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(dialog.getByRole('button', { name: 'Mark 2' })).toBeVisible();
  });

  await test.step('Enter marks them in both documents', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 marked as Place in 2 documents')).toBeVisible();
    await expect.poll(() => app.marks()).toEqual(['Zaranj', 'Zaranj']);
    await page.keyboard.press('Control+PageDown');
    await expect.poll(() => app.marks()).toEqual(['Zaranj’s']);
  });

  await test.step('one undo takes both back', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual([]);
    await page.keyboard.press('Control+PageUp');
    await expect.poll(() => app.marks()).toEqual(['Zaranj']);
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('an Urdu name is found in other spellings and with its endings', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  const urdu = 'ترجمان نے کہا کہ بات چیت جاری رہے گی اور ڈاکٹر بھی آئیں گے۔ ';
  await openTexts(app, desktop.path('news'), {
    a: `حملہ ہوا۔ ${urdu}`,
    b: `${urdu}کئی حملوں کے بعد حمله رکا، حملے ختم، حَملہ۔`,
  });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('j');
  await page.keyboard.press('8');
  await page.keyboard.press('Shift+Period');
  const dialog = page.getByRole('dialog', { name: 'Mark all occurrences' });
  await expect(dialog.getByRole('status')).toContainText('no other occurrence');
  await dialog.getByRole('radio', { name: 'Whole project' }).press('Space');
  await expect(dialog.locator('mark')).toHaveText(['حمله', 'حَملہ']);
  await dialog.getByLabel('Inflected forms').selectOption('whole');
  await expect(dialog.locator('mark')).toHaveText(['حملوں', 'حمله', 'حملے', 'حَملہ']);
  await dialog.getByRole('tree').focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+PageDown');
  await expect.poll(() => app.marks()).toEqual(['حملوں', 'حمله', 'حملے', 'حَملہ']);
  expect(app.errors).toEqual([]);
});

test('hits in thousands are listed without all of them being drawn, and marked at once', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await openTexts(app, desktop.path('news'), {
    a: 'Zaranj stands here once.\n',
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, number) => [
        `text-${number}`,
        `Number ${number}.\n${'In Zaranj again.\n'.repeat(500)}`,
      ]),
    ),
  });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('j');
  await page.keyboard.press('5');
  await page.keyboard.press('Shift+Period');
  const dialog = page.getByRole('dialog', { name: 'Mark all occurrences' });
  await dialog.getByRole('radio', { name: 'Whole project' }).press('Space');
  await expect(dialog.getByRole('status')).toContainText('4,000 occurrences in 8 documents.');
  expect(await dialog.getByRole('treeitem').count()).toBeLessThan(80);
  await dialog.getByRole('tree').focus();
  await page.keyboard.press('End');
  await expect(dialog.getByRole('treeitem').last()).toHaveAttribute('aria-posinset', '500');
  await page.keyboard.press('Enter');
  await expect(page.getByText('4,000 marked as Place in 8 documents')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/Undone: marked spans in several documents/)).toBeVisible();
  expect(app.errors).toEqual([]);
});
