import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { App } from '../support/app';
import { expect, test } from './desktop';

/** Opens the page of keys and goes to a command, by keyboard alone. */
async function goToCommand(app: App, name: string): Promise<void> {
  const { page } = app;
  await page.keyboard.press('Control+Comma');
  await expect(page.getByRole('tab', { name: 'General' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const found = page.getByRole('searchbox', { name: 'Find a command or a key' });
  await expect(found).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(found).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('ArrowDown');
  await expect(rowOf(app, name)).toBeFocused();
}

const rowOf = (app: App, name: string) =>
  app.page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${name}`) });
const recorder = (app: App) => app.page.getByRole('group', { name: /^New key for/ });
const note = (app: App) => app.page.getByRole('textbox', { name: 'Note' });

async function leaveSettings(app: App): Promise<void> {
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toBeHidden();
}

/** The key that the native menu shows for an action. */
function menuKey(app: App, id: string): Promise<string | undefined> {
  return app.application.evaluate(
    ({ Menu }, itemId) =>
      Menu.getApplicationMenu()!.getMenuItemById(itemId)!.accelerator as string | undefined,
    id,
  );
}

async function markFirstWord(app: App): Promise<void> {
  await app.page.keyboard.press('j');
  await app.page.keyboard.press('4');
  await expect.poll(() => app.marks()).toEqual(['Afghan']);
}

test('a command gets another key by keyboard alone, in menus too, and keeps it until it is reset', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await markFirstWord(app);
  await goToCommand(app, 'Write a note');
  await page.keyboard.press('Enter');
  await expect(recorder(app)).toContainText('Press the new key');
  await page.keyboard.press('F9');
  await expect(rowOf(app, 'Write a note')).toContainText('F9');
  await expect(rowOf(app, 'Write a note')).toBeFocused();
  await leaveSettings(app);
  await page.keyboard.press('m');
  await expect(note(app)).not.toBeFocused();
  await page.keyboard.press('F9');
  await expect(note(app)).toBeFocused();
  expect(await menuKey(app, 'annotate.note')).toBe('F9');
  await app.close();

  const again = await desktop.start();
  await again.textShown();
  expect(await menuKey(again, 'annotate.note')).toBe('F9');
  await again.page.keyboard.press('n');
  await again.page.keyboard.press('F9');
  await expect(note(again)).toBeFocused();
  await again.page.keyboard.press('Escape');
  await goToCommand(again, 'Write a note');
  await again.page.keyboard.press('Tab');
  await again.page.keyboard.press('Tab');
  await expect(again.page.getByRole('button', { name: 'Reset the keys of Write a note' })).toBeFocused();
  await again.page.keyboard.press('Enter');
  await expect(rowOf(again, 'Write a note')).toContainText('M');
  await expect.poll(() => menuKey(again, 'annotate.note')).toBe('M');
  await leaveSettings(again);
  await again.page.keyboard.press('m');
  await expect(note(again)).toBeFocused();
  expect([...app.errors, ...again.errors]).toEqual([]);
});

test('a key that is taken is told with its holder and can be exchanged; one that cannot be is refused with the reason', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await goToCommand(app, 'Write a note');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Alt+x');
  await expect(recorder(app)).toContainText('AltGr');
  await page.keyboard.press('Tab');
  await expect(recorder(app)).toContainText('Tab goes from one part of the window');
  await page.keyboard.press('s');
  await expect(recorder(app)).toContainText('S is the key of ‘Record a stance’, which would get M instead.');
  await expect(page.getByRole('button', { name: 'Exchange' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rowOf(app, 'Write a note')).toContainText('S');
  await leaveSettings(app);
  await expect(page.getByRole('button', { name: 'Record… M' })).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByRole('form', { name: 'New stance' })).toBeVisible();
  await page.keyboard.press('Escape');

  await test.step('Escape leaves the question, and then the dialog', async () => {
    await goToCommand(app, 'Link to entity');
    await page.keyboard.press('Enter');
    await page.keyboard.press('f');
    await expect(recorder(app)).toContainText('F is the key of');
    await page.keyboard.press('Escape');
    await expect(recorder(app)).toBeHidden();
    await expect(rowOf(app, 'Link to entity')).toBeFocused();
    await leaveSettings(app);
  });
});

test('a label whose key a command takes is reached by two keys, and the hint says which', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await goToCommand(app, 'Write a note');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await expect(recorder(app)).toContainText('1 is the key of the label ‘Person’');
  await page.keyboard.press('Enter');
  await leaveSettings(app);
  await expect(page.getByRole('toolbar', { name: 'Labels' }).getByRole('button').first()).toHaveText(
    "Person'1",
  );
  await page.keyboard.press('j');
  await page.keyboard.press("'");
  const hint = page.getByRole('region', { name: 'Second key of the label' });
  await expect(hint.getByRole('button')).toHaveText(['1Person']);
  await page.keyboard.press('Escape');
  await expect(hint).toBeHidden();
  await page.keyboard.press("'");
  await page.keyboard.press('1');
  await expect.poll(() => app.marks()).toEqual(['Afghan']);
  await expect(page.getByRole('region', { name: 'Selected annotation' }).getByLabel('Label')).toHaveValue(
    'person',
  );
  await page.keyboard.press("'");
  await page.keyboard.press('x');
  await expect(page.getByText('No label has X as its second key.')).toBeVisible();
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText("'1Person");
  await expect(sheet).toContainText('1Write a note');
  await page.emulateMedia({ media: 'print', colorScheme: null });
  await expect(page.locator('.workbench')).toBeHidden();
  await expect(sheet.getByRole('button', { name: 'Print…' })).toBeHidden();
});

test('a set of keys goes out to a file and comes back, with what was left out', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await goToCommand(app, 'Write a note');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F9');
  const path = desktop.path('my-keys.json');
  await app.answerDialog('save', path);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText(`Written: ${path}`)).toBeVisible();
  const set = JSON.parse(readFileSync(path, 'utf8'));
  expect(set).toEqual({ format: 'parley-keys', version: 1, keys: { 'annotate.note': ['F9'] } });

  await page.getByRole('button', { name: 'Reset all' }).click();
  await expect(rowOf(app, 'Write a note')).toContainText('M');
  set.keys['annotate.stance'] = ['Mod+Alt+KeyS'];
  writeFileSync(path, JSON.stringify(set));
  await app.answerDialog('open', path);
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByText('Keys of 1 command taken over.')).toBeVisible();
  await expect(page.getByText(/Ctrl\+Alt\+S for Record a stance….*AltGr/)).toBeVisible();
  await expect(rowOf(app, 'Write a note')).toContainText('F9');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(app, 'Write a note')).toContainText('M');

  writeFileSync(path, 'no keys');
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByRole('alert')).toContainText('This is no file of keys of Parley');
});

test('damaged settings are set aside with a message, and the keys are those of the table', async ({
  desktop,
}) => {
  mkdirSync(desktop.path('profile'));
  writeFileSync(desktop.path('profile', 'keys.json'), '{"format":"parley-keys","version":1,"keys":[');
  const app = await desktop.start();
  await app.textShown();
  await expect(app.page.getByText(/Some settings could not be read.*keys\.json\.bad/)).toBeVisible();
  expect(existsSync(desktop.path('profile', 'keys.json.bad'))).toBe(true);
  await markFirstWord(app);
  await app.page.keyboard.press('m');
  await expect(note(app)).toBeFocused();
});

test('settings open without a project too', async ({ desktop }) => {
  const broken = desktop.path('broken.parley');
  writeFileSync(broken, 'no project');
  const app = await desktop.start([broken]);
  const { page } = app;
  await expect(page.getByRole('alert')).toBeVisible();
  await app.chooseMenu('edit.settings');
  await page.getByRole('tab', { name: 'Keys' }).click();
  await page.getByRole('searchbox', { name: 'Find a command or a key' }).fill('New project');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(recorder(app)).toContainText('Keys of labels are checked while a project is open.');
  await page.keyboard.press('q');
  await expect(recorder(app)).toContainText('its key needs Ctrl');
  await page.keyboard.press('Control+F9');
  await expect.poll(() => menuKey(app, 'file.new')).toBe('CommandOrControl+F9');
  await leaveSettings(app);
  expect(app.errors).toEqual([]);
});
