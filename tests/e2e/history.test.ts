import { expect, test } from './desktop';

test('a document is looked at as it was, cannot be changed there, and the way leads back', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await app.drag('Zabihullah Mujahid');
  await page.keyboard.press('1');
  await app.saved();
  await app.drag('Istanbul');
  await page.keyboard.press('1');
  await app.saved();
  await expect.poll(() => app.marks()).toHaveLength(2);

  await page.keyboard.press('Control+Shift+H');
  const history = page.getByRole('dialog', { name: 'History' });
  await history.getByRole('combobox', { name: 'What' }).selectOption('marked a span');
  await expect(history.locator('tbody tr')).toHaveCount(2);
  await history.getByRole('searchbox', { name: 'Filter history by text' }).fill('no such act');
  await expect(history.locator('tbody tr')).toHaveCount(0);
  await history.getByRole('searchbox', { name: 'Filter history by text' }).fill('');
  await history.locator('tbody tr').last().getByRole('button').focus();
  await page.keyboard.press('Enter');

  const banner = page.getByText('Nothing can be changed here');
  await expect(banner).toBeVisible();
  await expect.poll(() => app.marks()).toEqual(['Zabihullah Mujahid']);
  await app.drag('Istanbul');
  await page.keyboard.press('2');
  await expect(page.getByRole('alert')).toContainText('The document is shown as it was');
  await expect.poll(() => app.marks()).toEqual(['Zabihullah Mujahid']);

  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(banner).toBeHidden();
  await expect.poll(() => app.marks()).toHaveLength(2);
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.marks()).toEqual(['Zabihullah Mujahid']);
});
