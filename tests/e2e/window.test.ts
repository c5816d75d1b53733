import { join } from 'node:path';
import { type App, projectRoot } from '../support/app';
import { expect, test } from './desktop';

async function importUrdu(app: App): Promise<void> {
  await app.answerDialog('open', join(projectRoot, 'tests', 'texts', 'urdu.txt'));
  await app.chooseMenu('file.import');
  await expect(app.page.locator('.cm-content')).toHaveAttribute('dir', 'rtl');
  await app.page.keyboard.press('F6');
}

async function killEngine(app: App): Promise<void> {
  const pid = await app.application.evaluate(
    ({ app: electron }) =>
      electron
        .getAppMetrics()
        .find((metric) => metric.name === 'Parley engine' || metric.serviceName === 'Parley engine')?.pid,
  );
  process.kill(pid!, 'SIGKILL');
  await expect(app.page.getByText('The engine was restarted.')).toBeVisible();
}

test('a corrected direction and language are in force in the open text at once', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  const text = page.locator('.cm-content');
  await expect(text).toHaveAttribute('dir', 'ltr');
  await page.getByRole('button', { name: 'LTR' }).click();
  await expect(text).toHaveAttribute('dir', 'rtl');
  const language = page.getByRole('textbox', { name: /^Language of the document/ });
  await language.fill('ps');
  await language.press('Enter');
  await expect(text).toHaveAttribute('lang', 'ps');
});

test('an undo in another document is told, with the way there', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await importUrdu(app);
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await expect.poll(() => app.marks()).toHaveLength(1);
  await page.keyboard.press('Control+PageUp');
  await expect(page.locator('.cm-content')).toHaveAttribute('dir', 'ltr');
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undone: marked a span in/)).toBeVisible();
  await page.getByRole('button', { name: 'Go there' }).click();
  await expect(page.locator('.cm-content')).toHaveAttribute('dir', 'rtl');
  await expect.poll(() => app.marks()).toHaveLength(0);
});

test('the Undo of a notice never takes back a later act', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await expect.poll(() => app.marks()).toHaveLength(1);
  await page.keyboard.press('Delete');
  const offer = page.getByRole('button', { name: 'Undo', exact: true });
  await expect(offer).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await expect.poll(() => app.marks()).toHaveLength(1);
  await expect(offer).toHaveCount(0);
});

test('in a narrow window each side pane comes to the front by its key', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await app.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setContentSize(720, 700),
  );
  const documents = page.getByRole('navigation', { name: 'Documents' });
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(documents).toHaveCount(0);
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('searchbox', { name: 'Filter documents' })).toBeFocused();
  await expect(inspector).toHaveCount(0);
  await page.keyboard.press('Control+1');
  await expect(documents).toHaveCount(0);
  await expect(inspector).toBeVisible();

  await app.drag('peace talks');
  await page.keyboard.press('s');
  await inspector.getByRole('combobox', { name: 'Holder' }).fill('Someone with a long name');
  const isWithin = (part: Element) => part.scrollWidth <= part.clientWidth;
  expect(await inspector.evaluate(isWithin)).toBe(true);
  const direction = await page.getByRole('contentinfo').getByRole('button').last().boundingBox();
  expect(direction!.x + direction!.width).toBeLessThanOrEqual(720);
});

test('marks inside each other have lines of their own', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await expect.poll(() => app.marks()).toHaveLength(1);
  await page.keyboard.press('Control+Home');
  for (let words = 0; words < 4; words++) await page.keyboard.press('Shift+j');
  await page.keyboard.press('8');
  await expect.poll(() => app.marks()).toHaveLength(2);
  const lines = await page
    .locator('[data-annotation-id]')
    .evaluateAll((marks) => [
      ...new Set(
        marks.map(
          (mark) =>
            `${mark.getAttribute('data-annotation-id')} ${getComputedStyle(mark).textUnderlineOffset}`,
        ),
      ),
    ]);
  expect(new Set(lines.map((line) => line.split(' ')[1])).size).toBe(2);
});

test('when the engine dies, what is half written stays and is saved after it is back', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await app.saved();
  await page.keyboard.press('m');
  const note = page.getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await page.keyboard.type('seen twice');
  await killEngine(app);
  await expect(note).toHaveValue('seen twice');
  await page.keyboard.press('Escape');
  await app.saved();

  await page.keyboard.press('Shift+j');
  await page.keyboard.press('s');
  await page.keyboard.type('Kabul');
  await page.keyboard.press('Enter');
  await killEngine(app);
  const form = page.getByRole('form', { name: 'New stance' });
  await expect(form).toContainText('Kabul (new)');
});

test('the tag of an annotation at the edge of the text makes no scroll bar', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  for (const words of ['Kabul', 'Taliban\u2019s return']) {
    await app.page.locator('.document-head h1').click();
    await app.drag(words);
    await app.page.keyboard.press('7');
    await expect(app.page.locator('.selected-tag')).toBeVisible();
    const spare = await app.page
      .locator('.cm-scroller')
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(spare).toBe(0);
  }
});

test('a note that is still being typed when the window closes is kept', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  await app.page.keyboard.press('F6');
  await app.page.keyboard.press('d');
  await app.page.getByRole('textbox', { name: 'Note on the document' }).fill('Quotes both sides.');
  await app.close();
  const again = await desktop.start([desktop.project()]);
  await again.textShown();
  await again.page.keyboard.press('F6');
  await again.page.keyboard.press('d');
  await expect(again.page.getByRole('textbox', { name: 'Note on the document' })).toHaveValue(
    'Quotes both sides.',
  );
});

test('names that are typed into a stance and not picked are taken', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await app.drag('peace talks');
  await page.keyboard.press('s');
  const form = page.getByRole('form', { name: 'New stance' });
  await form.getByRole('combobox', { name: 'Holder' }).fill('Pakistan army');
  await page.keyboard.press('Tab');
  await form.getByRole('combobox', { name: 'Target' }).fill('new talks');
  await page.keyboard.press('Tab');
  await page.keyboard.press('f');
  await form.getByRole('button', { name: 'Choose reported by' }).click();
  await form.getByRole('combobox', { name: 'Reported by' }).fill('A spokesman');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Stances' })).toContainText(
    'According to A spokesman: Pakistan army → favor (2) → new talks',
  );
});
