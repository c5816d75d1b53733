import { readFileSync } from 'node:fs';
import { ReviewedProject } from '../support/reviewed-project';
import { expect, test } from './desktop';

test('agreement is read from tables, a cell leads to its places by keyboard, and figures go out', async ({
  desktop,
}) => {
  const project = new ReviewedProject(desktop);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('Control+Shift+A');
  const view = page.getByRole('dialog', { name: 'Insight' });
  const overall = view.getByRole('region', { name: 'Overall', exact: true });
  await expect(overall.getByRole('row', { name: /F1, exact spans 0\.\d{3}/ })).toBeVisible();
  await expect(overall.getByRole('row', { name: /Fleiss’ κ positions 0\.\d{3}/ })).toBeVisible();
  await expect(view.getByRole('region', { name: 'Pairs', exact: true }).locator('tbody tr')).toHaveCount(3);

  const cell = view.getByRole('button', { name: /State or government, .*: Place: 1$/ });
  await cell.first().focus();
  await page.keyboard.press('Enter');
  const place = view.getByRole('region', { name: 'Places' }).getByRole('button', { name: /Islamabad/ });
  await expect(place).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(place).toBeHidden();

  for (const [format, begins] of [
    ['svg', '<?xml'],
    ['png', '\u0089PNG'],
  ] as const) {
    const path = desktop.path(`confusion.${format}`);
    await app.answerDialog('save', path);
    await view.getByRole('button', { name: `Export Confusion as ${format.toUpperCase()}` }).click();
    await expect(page.getByText(`Written: ${path}`)).toBeVisible();
    expect(readFileSync(path, 'latin1').slice(0, begins.length)).toBe(begins);
  }
  const csv = desktop.path('labels.csv');
  await app.answerDialog('save', csv);
  await view.getByRole('button', { name: 'Export Labels as CSV' }).click();
  await expect(page.getByText(`Written: ${csv}`)).toBeVisible();
  expect(readFileSync(csv, 'utf8')).toContain('Label,Spans,"F1, exact"');

  await view.getByRole('checkbox', { name: /^γ/ }).check();
  await expect(overall.getByRole('row', { name: /^γ stretches/ })).toBeVisible();
  await view.getByRole('checkbox', { name: 'Gold' }).check();
  await expect(view.getByRole('heading', { name: 'Overall' })).toBeVisible();

  await cell.first().focus();
  await page.keyboard.press('Enter');
  await expect(place).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(view).toBeHidden();
  await expect(page.locator('.cm-content')).toContainText('Islamabad');
  expect(app.errors).toEqual([]);
});

test('the report goes out as a page that asks for nothing, and as PDF', async ({ desktop }) => {
  const project = new ReviewedProject(desktop);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  const [html, pdf] = [desktop.path('report.html'), desktop.path('report.pdf')];
  for (const [id, path] of [
    ['file.report', html],
    ['file.reportPdf', pdf],
  ] as const) {
    await app.answerDialog('save', path);
    await app.chooseMenu(id);
    await expect(page.getByText(`Written: ${path}`)).toBeVisible();
  }
  const source = readFileSync(html, 'utf8');
  expect(source).toContain('Examples of disagreement');
  // What a browser would fetch or run: nothing but the page itself.
  expect(source).not.toMatch(/<(script|link|img|iframe|object|embed)|\s(src|href)=|url\(|@import/);
  const printed = readFileSync(pdf, 'latin1');
  expect(printed.slice(0, 5)).toBe('%PDF-');
  expect(printed).toMatch(/\/Type\s*\/Page\b/);
  expect(app.errors).toEqual([]);
});
