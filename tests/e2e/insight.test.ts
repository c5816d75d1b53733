import { readFileSync } from 'node:fs';
import type { App } from '../support/app';
import { reported } from '../support/reported-stances';
import { annotateSeed, record } from '../support/seed-session';
import { expect, test } from './desktop';

/** Three stances recorded by keyboard in the seed document, two of them toward the ceasefire. */
async function startWithStances(app: App): Promise<void> {
  await app.textShown();
  await annotateSeed(app);
  await app.page.keyboard.press('Escape');
}

test('stances are seen as a matrix and a network, lead to their evidence, and go out as figures', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await startWithStances(app);
  await page.keyboard.press('Control+Shift+M');
  const view = page.getByRole('dialog', { name: 'Insight' });
  const tile = view.getByRole('button', {
    name: 'Afghanistan toward responsibility for internal security: 1 against',
  });
  await expect(tile).toBeVisible();
  await expect(view.getByRole('button', { name: /toward keeping the ceasefire/ })).toHaveCount(2);

  await tile.focus();
  await page.keyboard.press('Enter');
  const evidence = view.getByRole('region', { name: 'Evidence' }).getByRole('button', { name: /against/ });
  await expect(evidence).toBeFocused();
  await expect(evidence).toContainText('According to Zabihullah Mujahid: Afghanistan → against (3)');
  await page.keyboard.press('Escape');
  await expect(evidence).toBeHidden();
  await expect(view).toBeVisible();

  for (const [format, begins] of [
    ['svg', '<?xml'],
    ['png', '\u0089PNG'],
    ['csv', 'ï»¿Holder,Target,Polarity,Stances,Mean intensity\r\n'],
  ] as const) {
    const path = desktop.path(`matrix.${format}`);
    await app.answerDialog('save', path);
    await view.getByRole('button', { name: `Export Holders by targets as ${format.toUpperCase()}` }).click();
    await expect(page.getByText(`Written: ${path}`)).toBeVisible();
    expect(readFileSync(path, 'latin1').slice(0, begins.length)).toBe(begins);
  }
  const drawing = readFileSync(desktop.path('matrix.svg'), 'utf8');
  expect(drawing).toContain('keeping the ceasefire');
  expect(drawing).not.toContain('var(');

  await view.getByRole('button', { name: 'As a table' }).click();
  await expect(view.getByRole('row', { name: /Taliban keeping the ceasefire Favor 1 2/ })).toBeVisible();

  await view.getByRole('tab', { name: 'Network' }).click();
  await view.getByRole('button', { name: 'Khawaja Muhammad Asif mixed keeping the ceasefire: 1' }).focus();
  await page.keyboard.press('Enter');
  const said = view.getByRole('region', { name: 'Evidence' }).getByRole('button', { name: /would continue/ });
  await expect(said).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(view).toBeHidden();
  await expect(page.locator('.cm-content')).toContainText('would continue as long as there are no attacks');
  expect(app.errors).toEqual([]);
});

test('many stances are changed at once, and one undo takes it back', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await startWithStances(app);
  await page.keyboard.press('Control+Shift+S');
  const view = page.getByRole('dialog', { name: 'Insight' });
  const rows = view.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await view.getByRole('searchbox', { name: 'Filter stances by text' }).fill('ceasefire asif');
  await expect(rows).toHaveCount(1);
  await view.getByRole('searchbox', { name: 'Filter stances by text' }).fill('');
  await expect(rows).toHaveCount(3);
  await view.getByRole('button', { name: 'Choose all 3' }).click();
  await view.getByRole('button', { name: 'Set polarity of the chosen stances' }).press('ArrowDown');
  await expect(rows.getByText('Favor')).toHaveCount(1);
  await page.getByRole('menuitem', { name: 'Neutral' }).press('Enter');
  await expect(rows.getByText('Neutral')).toHaveCount(3);
  await view.getByRole('button', { name: 'Choose none' }).focus();
  await page.keyboard.press('Control+z');
  await expect(rows.getByText('Neutral')).toHaveCount(0);
  await expect(rows.getByText('Against')).toHaveCount(1);
  await view.getByRole('button', { name: 'Target', exact: true }).click();
  await expect(rows.first()).toContainText('keeping the ceasefire');
  await rows.first().getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('button')).toBeFocused();
});

test('problems show as they are made, and F8 leads to them', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await app.drag('Zabihullah Mujahid');
  await page.keyboard.press('1');
  await app.saved();
  await app.drag('Zabihullah Mujahid');
  await page.keyboard.press('1');
  await app.saved();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText('1 problem')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('F8');
  await expect(page.getByText('1 of 1: The same text is marked as Person already.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Selected annotation' })).toBeVisible();
  await page.keyboard.press('Control+F8');
  const view = page.getByRole('dialog', { name: 'Insight' });
  await expect(view.getByRole('status')).toHaveText('0 errors, 1 warning');
  await view.getByRole('button', { name: /The same text is marked as Person already/ }).focus();
  await page.keyboard.press('Enter');
  await expect(view).toBeHidden();
  await page.keyboard.press('Delete');
  await expect(inspector.getByText('1 problem')).toBeHidden();
});

test('statistics are shown as charts with their tables', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await startWithStances(app);
  await page.keyboard.press('Control+Shift+D');
  const view = page.getByRole('dialog', { name: 'Insight' });
  const labels = view.getByRole('region', { name: 'Spans by label', exact: true });
  await expect(labels.getByRole('img')).toContainText('State or government');
  await labels.getByRole('button', { name: 'As a table' }).click();
  await expect(labels.getByRole('row', { name: 'State or government 3 3' })).toBeVisible();
  await app.answerDialog('save', desktop.path('labels.csv'));
  await labels.getByRole('button', { name: 'Export Spans by label as CSV' }).click();
  await expect(page.getByText('Written:')).toBeVisible();
  expect(readFileSync(desktop.path('labels.csv'), 'utf8')).toContain('State or government,3,3');
  expect(app.errors).toEqual([]);
});

test('what the article reports is recorded by keyboard, seen, changed at once, and all undone', async ({
  desktop,
}) => {
  test.setTimeout(90_000);
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  for (const position of reported) await record(app, position);
  await app.saved();
  await page.keyboard.press('Control+Shift+M');
  const view = page.getByRole('dialog', { name: 'Insight' });
  await expect(view.getByText(`${reported.length} stances`)).toBeVisible();
  const mixed = view.getByRole('button', { name: 'Afghanistan toward Pakistan: 1 favor, 1 against' });
  await mixed.focus();
  await page.keyboard.press('Enter');
  await expect(view.getByRole('region', { name: 'Evidence' }).locator('li')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(mixed).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(mixed).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(view).toBeHidden();
  const stances = page.getByRole('region', { name: 'Stances' }).getByRole('listitem');
  for (let left = reported.length; left > 0; left--) {
    await expect(stances).toHaveCount(left);
    await page.keyboard.press('Control+z');
  }
  await expect(stances).toHaveCount(0);
});

test('a document gets labels and a note by keyboard, and is found by them', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('F6');
  await page.keyboard.press('d');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  const genre = inspector.getByRole('combobox', { name: 'Genre' });
  await expect(genre).toBeFocused();
  await genre.selectOption('report');
  await expect(inspector.locator('.document-section summary')).toContainText('report');
  const note = inspector.getByRole('textbox', { name: 'Note on the document' });
  await note.fill('Quotes both sides.');
  await page.keyboard.press('Control+Enter');
  await app.saved();
  await expect(page.locator('.cm-content')).toBeFocused();

  const documents = page.getByRole('navigation', { name: 'Documents' });
  const rows = documents.locator('.document-row');
  await documents.getByText('Filter and sort').click();
  await documents.getByRole('combobox', { name: 'Document label' }).selectOption('Genre');
  await documents.getByRole('combobox', { name: 'Value' }).selectOption('opinion');
  await expect(rows).toHaveCount(0);
  await documents.getByRole('combobox', { name: 'Value' }).selectOption('report');
  await expect(rows).toHaveCount(1);
  await documents.getByRole('searchbox', { name: 'Text has' }).fill('no such words');
  await expect(rows).toHaveCount(0);
  await app.close();

  const again = await desktop.start([desktop.project()]);
  await again.textShown();
  await expect(again.page.getByText('2 set')).toBeVisible();
  await expect(again.page.locator('.document-row')).toHaveCount(0);
  await again.page.getByText('Filter and sort').click();
  await again.page.getByRole('button', { name: 'All documents' }).click();
  await expect(again.page.locator('.document-row')).toHaveCount(1);
  await again.page.keyboard.press('F6');
  await again.page.keyboard.press('d');
  await expect(again.page.getByRole('textbox', { name: 'Note on the document' })).toHaveValue(
    'Quotes both sides.',
  );
});
