import { mark } from '../support/seed-session';
import { expect, test } from './desktop';

test('what is marked and selected is commented, answered and settled by keyboard; the list leads to it', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await mark(app, { words: 'Kabul', key: '4' });
  const comments = page.getByRole('region', { name: 'Comments' });

  await test.step('a comment on an annotation', async () => {
    await page.locator('.cm-content').focus();
    await page.keyboard.press('c');
    await expect(comments.getByRole('textbox', { name: 'New comment' })).toBeFocused();
    await page.keyboard.type('The city, or the government?');
    await page.keyboard.press('Control+Enter');
    await expect(comments.getByRole('article', { name: 'Comments on Kabul' })).toContainText(
      'or the government',
    );
    await expect(page.locator('.commented')).toHaveText(['Kabul']);
    await expect(page.locator('.cm-content')).toBeFocused();
  });

  await test.step('one on selected words, and one on the document', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await app.drag('sporadic exchanges of fire');
    await page.keyboard.press('c');
    await page.keyboard.type('How many?');
    await page.keyboard.press('Control+Enter');
    await expect(comments.getByRole('article')).toHaveCount(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('c');
    await page.keyboard.type('A second source is needed.');
    await page.keyboard.press('Control+Enter');
    await expect(comments.getByRole('article')).toHaveCount(3);
  });

  await test.step('an answer, and settled', async () => {
    const thread = comments.getByRole('article', { name: /sporadic/ });
    await thread.getByRole('button', { name: 'Reply' }).press('Enter');
    await page.keyboard.type('Two are told of.');
    await page.keyboard.press('Control+Enter');
    await expect(thread.getByRole('listitem')).toHaveCount(2);
    await thread.getByRole('button', { name: 'Settle' }).press('Enter');
    await expect(comments.getByRole('article')).toHaveCount(2);
    await expect(page.locator('.commented')).toHaveText(['Kabul']);
  });

  await test.step('the list of all leads to the place', async () => {
    await page.keyboard.press('Control+Shift+b');
    const list = page.getByRole('dialog', { name: 'Comments' });
    await expect(list.getByRole('status')).toHaveText('2 threads, 2 open');
    await list.getByRole('combobox', { name: 'Which' }).selectOption('All');
    await expect(list.getByRole('status')).toHaveText('3 threads, 2 open');
    await list.getByRole('searchbox').fill('government');
    await expect(list.getByRole('article')).toHaveCount(1);
    await list.getByRole('button', { name: 'Kabul' }).press('Enter');
    await expect(list).toBeHidden();
    await expect(page.getByRole('region', { name: 'Selected annotation' })).toContainText('Kabul');
  });

  await test.step('undone like everything else', async () => {
    await page.keyboard.press('Escape');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+z');
    await expect(comments.getByRole('article')).toHaveCount(3);
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});
