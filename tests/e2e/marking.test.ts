import { expect, test } from './desktop';

test('what is marked goes to whole words without its punctuation, or stays as selected, for all labels or one', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  const status = page.getByRole('contentinfo');
  await expect(status).toContainText('Snap: words');

  await test.step('words are completed, the selection is not', async () => {
    await app.drag('fghanistan and Pakist');
    await expect(status).toContainText('21 selected');
    await page.keyboard.press('4');
    await expect.poll(() => app.marks()).toEqual(['Afghanistan and Pakistan']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual([]);
  });

  await test.step('punctuation at the end stays out', async () => {
    await app.drag('Mujahid, ');
    await page.keyboard.press('1');
    await expect.poll(() => app.marks()).toEqual(['Mujahid']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual([]);
  });

  await test.step('letters by key', async () => {
    await page.keyboard.press('Shift+Digit1');
    await expect(status).toContainText('Snap: letters');
    await app.drag('fghanistan and Pakist');
    await page.keyboard.press('4');
    await expect.poll(() => app.marks()).toEqual(['fghanistan and Pakist']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Shift+Digit2');
    await expect(status).toContainText('Snap: words');
  });

  await test.step('one label has rules of its own, which outlive a restart', async () => {
    await app.chooseMenu('edit.settings');
    await page.getByRole('tab', { name: 'Marking' }).click();
    await page.getByLabel('Snap to: Place').selectOption('letters');
    await page.getByLabel('Trim punctuation: Place').selectOption('no');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await app.saved();
  });
  expect(app.errors).toEqual([]);
  await app.close();

  const again = await desktop.start();
  await again.textShown();
  await again.drag('ujahid,');
  await again.page.keyboard.press('5');
  await expect.poll(() => again.marks()).toEqual(['ujahid,']);
  await again.page.keyboard.press('Control+z');
  await expect.poll(() => again.marks()).toEqual([]);
  await again.drag('ujahid,');
  await again.page.keyboard.press('1');
  await expect.poll(() => again.marks()).toEqual(['Mujahid']);
});
