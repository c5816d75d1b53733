import { readFileSync } from 'node:fs';
import { PreparedProject } from '../support/prepared-project';
import { expect, test } from './desktop';

test('documents are distributed, walked to, seen on the board and written out; the name is corrected', async ({
  desktop,
}) => {
  const project = new PreparedProject(desktop);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  const dialog = page.getByRole('dialog', { name: 'Team' });
  const rows = dialog.getByRole('listbox', { name: /^Documents/ }).getByRole('option');

  await test.step('one’s own name is shown, and changed', async () => {
    await page.keyboard.press('Control+Shift+j');
    await dialog.getByRole('textbox', { name: 'You work as' }).fill('Annotator A');
    await page.keyboard.press('Enter');
    await expect(page.getByText('You work as Annotator A.')).toBeVisible();
    await expect(dialog.getByText('Annotator A', { exact: true })).toBeVisible();
  });

  await test.step('all documents go to everybody, after a preview', async () => {
    await dialog.getByRole('button', { name: 'Distribute documents…' }).press('Enter');
    const form = dialog.getByRole('form', { name: 'Distribute documents' });
    await expect(form.getByRole('status')).toContainText('2 new: Annotator A +2 (2 in all)');
    await form.getByRole('spinbutton', { name: 'Annotators for each document' }).fill('3');
    await expect(form.getByRole('alert')).toContainText('3 annotators for a document, but there are 1');
    await form.getByRole('spinbutton', { name: 'Annotators for each document' }).fill('1');
    await form.getByRole('button', { name: 'Distribute', exact: true }).press('Enter');
    await expect(form).toBeHidden();
    await expect(rows.first()).toContainText('□');
    await dialog.getByRole('combobox', { name: 'Documents' }).selectOption('Assigned to nobody');
    await expect(rows).toHaveCount(0);
    await dialog.getByRole('combobox', { name: 'Documents' }).selectOption('Assigned to me');
    await expect(rows).toHaveCount(2);
  });

  await test.step('the board goes out as a table', async () => {
    const path = desktop.path('progress.csv');
    await app.answerDialog('save', path);
    await dialog.getByRole('button', { name: 'CSV' }).press('Enter');
    await expect(page.getByText(`Written: ${path}`)).toBeVisible();
    expect(readFileSync(path, 'utf8')).toContain(',Annotator A,yes,new,0,0');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('the next assigned document is a key away, until all are done', async () => {
    await expect(page.locator('.cm-content')).toHaveAttribute('dir', 'ltr');
    await page.keyboard.press('Control+Shift+PageDown');
    await expect(page.locator('.cm-content')).toHaveAttribute('dir', 'rtl');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.status-control select')).toHaveValue('done');
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('another person takes over, and goes on with the layers that they have', async ({ desktop }) => {
  const project = new PreparedProject(desktop);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  const dialog = page.getByRole('dialog', { name: 'Team' });
  const foot = page.getByTitle('Whose work is recorded here; opens the team');
  const first = (await foot.textContent())!;
  await app.clickOn('Kabul', { clickCount: 2 });
  await page.keyboard.press('4');
  await app.saved();

  await test.step('somebody new works in the same window, in a layer of their own', async () => {
    await page.keyboard.press('Control+Shift+j');
    await dialog.getByRole('button', { name: 'I am somebody else…' }).press('Enter');
    const form = dialog.getByRole('form', { name: 'Somebody else works here' });
    await expect(form.getByRole('combobox', { name: 'I am' })).toBeFocused();
    await form.getByRole('combobox', { name: 'I am' }).selectOption('somebody new');
    await form.getByRole('textbox', { name: 'Name' }).fill('زرغونه');
    await page.keyboard.press('Enter');
    await expect(foot).toHaveText('زرغونه');
    await app.textShown();
    await app.clickOn('Doha', { clickCount: 2 });
    await page.keyboard.press('4');
    await app.saved();
    await expect.poll(() => app.marks()).toEqual(expect.arrayContaining(['Kabul', 'Doha']));
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['Kabul']);
  });

  await test.step('the first comes back, and can undo what they did', async () => {
    await page.keyboard.press('Control+Shift+j');
    await dialog.getByRole('button', { name: 'I am somebody else…' }).press('Enter');
    await dialog.getByRole('combobox', { name: 'I am' }).selectOption(first);
    await dialog.getByRole('button', { name: `Work as ${first}` }).press('Enter');
    await expect(foot).toHaveText(first);
    await app.textShown();
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual([]);
  });
  expect(app.errors).toEqual([]);
});

test('working blind, a colleague’s marks are hidden until one is done, and the window says so', async ({
  desktop,
}) => {
  const project = new PreparedProject(desktop);
  project.mark(0, 'Kabul', 'place');
  const app = await desktop.start([project.path], { profile: 'another' });
  const { page } = app;
  await app.textShown();
  await expect.poll(async () => (await app.marks()).length).toBeGreaterThan(0);
  await page.keyboard.press('Control+Shift+j');
  const dialog = page.getByRole('dialog', { name: 'Team' });
  await dialog.getByRole('checkbox', { name: /Work blind/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('A colleague’s layer is hidden until you are done')).toBeVisible();
  await expect.poll(() => app.marks()).toEqual([]);
  await page.locator('.status-control select').selectOption('done');
  await expect.poll(async () => (await app.marks()).length).toBeGreaterThan(0);
  await expect(page.getByText('layer is hidden')).toBeHidden();
  expect(app.errors).toEqual([]);
});
