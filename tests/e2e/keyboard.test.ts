import { join } from 'node:path';
import { type App, projectRoot } from '../support/app';
import { expect, test } from './desktop';

const urdu = join(projectRoot, 'tests', 'texts', 'urdu.txt');

async function openUrdu(app: App): Promise<void> {
  await app.textShown();
  await app.answerDialog('open', urdu);
  await app.chooseMenu('file.import');
  await expect(app.page.locator('.cm-content')).toHaveAttribute('dir', 'rtl');
  await app.page.keyboard.press('F6');
}

/** A key press as a keyboard of another language gives it: the place of the key, with another letter. */
async function pressPlace(app: App, code: string, key: string, isComposing = false): Promise<void> {
  await app.page
    .locator('.cm-content')
    .evaluate(
      (element, press) =>
        element.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true })),
      { code, key, isComposing },
    );
}

test('an Urdu text is marked, linked and given a stance by keyboard alone', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openUrdu(app);
  const selected = page.getByRole('region', { name: 'Selected annotation' });

  await test.step('words are walked and marked', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('8');
    await expect(selected).toContainText('سرحدی');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('8');
    await expect.poll(() => app.marks()).toEqual(['سرحدی', 'کشیدگی پر']);
  });

  await test.step('re-marked, gone through, deleted and brought back', async () => {
    await page.keyboard.press('5');
    await expect(selected.getByLabel('Label')).toHaveValue('place');
    await page.keyboard.press('Shift+N');
    await expect(selected).toContainText('سرحدی');
    await page.keyboard.press('Delete');
    await expect.poll(() => app.marks()).toEqual(['کشیدگی پر']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['سرحدی', 'کشیدگی پر']);
  });

  await test.step('a second fragment makes it discontinuous', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('n');
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+Control+ArrowLeft');
    await expect.poll(() => page.getByText(/selected/).count()).toBe(1);
    await page.keyboard.press('f');
    await expect(selected.locator('.quote')).toHaveCount(2);
    await expect(page.locator('.annotation.discontinuous').first()).toBeVisible();
    await page.keyboard.press('Control+z');
  });

  await test.step('a stance is recorded with a note', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+K');
    await page.keyboard.press('k');
    await page.keyboard.press('s');
    await page.keyboard.type('مبصرین');
    await page.keyboard.press('Enter');
    await page.keyboard.type('اعتماد');
    await page.keyboard.press('Enter');
    for (const key of ['m', '1', 'i', 's']) await page.keyboard.press(key);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Stances' })).toContainText(
      /مبصرین\u2069 → mixed \(1\) → \u2068اعتماد/,
    );
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('boundaries are moved and sentences walked by keyboard', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('j');
  await page.keyboard.press('4');
  await expect.poll(() => app.marks()).toEqual(['Afghan']);
  await page.keyboard.press('Shift+BracketRight');
  await expect.poll(() => app.marks()).toEqual(['Afghan-Pakistan']);
  await page.keyboard.press(']');
  await expect.poll(() => app.marks()).toEqual(['Pakistan']);
  await page.keyboard.press('Alt+BracketLeft');
  await expect.poll(() => app.marks()).toEqual(['-Pakistan']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.marks()).toEqual(['Afghan']);
  await page.keyboard.press('l');
  await page.keyboard.press('l');
  await page.keyboard.press('s');
  await expect(page.getByRole('form', { name: 'New stance' })).toContainText(
    'afghanistan pakistan peace talks',
  );
});

test('all occurrences of a name are marked in one step, and one undo takes them back', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await app.drag('Islamabad');
  await page.keyboard.press('4');
  await expect.poll(() => app.marks()).toEqual(['Islamabad']);
  await page.keyboard.press('Shift+Period');
  const dialog = page.getByRole('dialog', { name: 'Mark all occurrences' });
  await expect(dialog.getByRole('treeitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: 'Annotations' }).or(page.getByText('1 marked as')),
  ).toBeVisible();
  await expect.poll(async () => (await app.marks()).length).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.marks()).toEqual(['Islamabad']);
});

test('label keys go by their place on the keyboard, and are left alone while an input method composes', async ({
  desktop,
}) => {
  const app = await desktop.start();
  await openUrdu(app);
  await app.page.keyboard.press('j');
  await pressPlace(app, 'Digit5', '۵', true);
  await pressPlace(app, 'Digit5', '۵');
  await expect.poll(() => app.marks()).toEqual(['سرحدی']);
  await app.page.keyboard.press('j');
  await pressPlace(app, 'KeyS', 'س');
  await expect(app.page.getByRole('form', { name: 'New stance' })).toBeVisible();
});

test('letters typed into a field mark nothing', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  await app.page.keyboard.press('Control+p');
  await app.page.keyboard.type('1 s e f');
  await expect(app.page.getByRole('searchbox', { name: 'Filter documents' })).toHaveValue('1 s e f');
  await expect(app.page.getByText('No document matches.')).toBeVisible();
  expect(await app.marks()).toEqual([]);
});

test('every label and every command is reached by typing its name', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('j');
  await page.keyboard.press('/');
  await page.keyboard.type('agree');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Selected annotation' }).getByLabel('Label')).toHaveValue(
    'agreement',
  );
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('history');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'History' })).toContainText('marked a span');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Record a stance');
});

test('keys pressed faster than the disk are all heeded, in order', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('j');
  const session = await page.context().newCDPSession(page);
  const press = (key: string, code: string) =>
    Promise.all([
      session.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key,
        code,
        text: key.length === 1 ? key : '\r',
        windowsVirtualKeyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 13,
      }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code }),
    ]);
  await Promise.all([
    press('8', 'Digit8'),
    press('e', 'KeyE'),
    press('X', 'KeyX'),
    press('y', 'KeyY'),
    press('Enter', 'Enter'),
    press('j', 'KeyJ'),
    press('5', 'Digit5'),
    press('j', 'KeyJ'),
    press('1', 'Digit1'),
  ]);
  await expect.poll(() => app.marks()).toEqual(['Afghan', 'Pakistan', 'Peace']);
  await app.saved();
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Shift+N');
  await expect(page.getByRole('region', { name: 'Entity', exact: true }).getByLabel('Name')).toHaveValue(
    'Xy',
  );
});
