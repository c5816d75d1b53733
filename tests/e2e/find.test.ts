import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, projectRoot } from '../support/app';
import { expect, test } from './desktop';

const urdu = join(projectRoot, 'tests', 'texts', 'urdu.txt');

async function openText(app: App, path: string): Promise<void> {
  await app.textShown();
  await app.answerDialog('open', path);
  await app.chooseMenu('file.import');
}

/** What the hits that are to be seen in the text cover, each with whether it is the current one. */
async function hitsShown(app: App): Promise<string[]> {
  return app.page.evaluate(() =>
    [...document.querySelectorAll('.find-hit')].map(
      (element) => `${element.textContent}${element.classList.contains('current') ? ' <' : ''}`,
    ),
  );
}

async function selectedText(app: App): Promise<string> {
  return app.page.evaluate(() => getSelection()?.toString() ?? '');
}

test('an English text is searched, walked and marked by keyboard alone', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  const path = desktop.path('talks.txt');
  writeFileSync(path, 'Talks on peace\nThe talks failed. Peace talks and small talk; TALKS again.\n');
  await openText(app, path);
  await expect(page.locator('.cm-content')).toContainText('small talk');
  const field = page.getByRole('combobox', { name: 'Find in the text' });
  const count = page.locator('.find-count');

  await test.step('hits are found while typing, and shown in the text', async () => {
    await page.keyboard.press('F6');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+f');
    await expect(field).toBeFocused();
    await page.keyboard.type('talk');
    await expect(count).toHaveText('1 of 5');
    await page.keyboard.type('s');
    await expect(count).toHaveText('1 of 4');
    await expect.poll(() => hitsShown(app)).toEqual(['Talks <', 'talks', 'talks', 'TALKS']);
  });

  await test.step('keys walk the hits, and the list', async () => {
    await page.keyboard.press('Enter');
    await expect(count).toHaveText('2 of 4');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(count).toHaveText('4 of 4');
    await page.keyboard.press('ArrowUp');
    await expect(
      page.getByRole('listbox', { name: 'Hits' }).getByRole('option', { selected: true }),
    ).toContainText('failed. Peace talks and small');
    await expect(field).toBeFocused();
    await expect.poll(() => hitsShown(app)).toEqual(['Talks', 'talks', 'talks <', 'TALKS']);
  });

  await test.step('switches narrow the search', async () => {
    await page.keyboard.press('Alt+c');
    await expect(count).toHaveText('2 of 2');
    await page.keyboard.press('Alt+c');
    await field.fill('talk');
    await page.keyboard.press('Alt+w');
    await expect(count).toHaveText('1 of 1');
    await page.keyboard.press('Alt+w');
    await page.keyboard.press('Alt+r');
    await page.keyboard.press('Alt+h');
    await expect(page.getByRole('listbox', { name: 'Hits' })).toBeHidden();
    await page.keyboard.press('Alt+h');
    await field.fill('(talk');
    await expect(page.getByRole('alert')).toHaveText(/no regular expression: unterminated group/i);
    await field.fill('^(the )?talks\\b');
    await expect(count).toHaveText(/of 2$/);
    await page.keyboard.press('Alt+r');
  });

  await test.step('Escape gives the keyboard back at the hit, where a label marks it and F3 goes on', async () => {
    await field.fill('talks');
    await expect(count).toHaveText(/of 4$/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('PageUp');
    await expect(count).toHaveText('1 of 4');
    await page.keyboard.press('Escape');
    await expect(page.locator('.cm-content')).toBeFocused();
    expect(await selectedText(app)).toBe('Talks');
    await page.keyboard.press('8');
    await expect.poll(() => app.marks()).toEqual(['Talks']);
    await page.keyboard.press('F3');
    await expect(count).toHaveText('2 of 4');
    await expect.poll(() => selectedText(app)).toBe('talks');
  });

  await test.step('all hits are marked by a label’s key; those marked so are passed over; one undo', async () => {
    await page.keyboard.press('Alt+Enter');
    const dialog = page.getByRole('dialog', { name: 'Mark all hits' });
    await page.keyboard.press('8');
    await expect(dialog.getByRole('status')).toHaveText('3 will be marked as Event; 1 is marked so already.');
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect(dialog.getByRole('radio', { name: 'Event', checked: true })).toBeFocused();
    await page.keyboard.press('/');
    await page.keyboard.type('agree');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText('4 will be marked as Agreement.');
    await page.keyboard.press('8');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(() => app.marks()).toEqual(['Talks', 'talks', 'talks', 'TALKS']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['Talks']);
  });

  await test.step('labels and notes are searched too', async () => {
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Alt+l');
    const labels = page.getByRole('combobox', { name: 'Find in labels, entities and notes' });
    await labels.fill('event');
    await expect(count).toHaveText('1 of 1');
    await expect(page.getByRole('listbox', { name: 'Hits' })).toContainText('Event');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Selected annotation' })).toContainText('Talks');
    await page.keyboard.press('Alt+l');
  });

  await test.step('Escape in the text closes the panel when nothing is selected any more', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('search')).toBeHidden();
    await expect.poll(() => hitsShown(app)).toEqual([]);
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('an Urdu text is found in other spellings, the selection first', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, urdu);
  await expect(page.locator('.cm-content')).toHaveAttribute('dir', 'rtl');
  const field = page.getByRole('combobox', { name: 'Find in the text' });
  const count = page.locator('.find-count');

  await test.step('what is selected is looked for', async () => {
    await page.keyboard.press('F6');
    await page.keyboard.press('j');
    await page.keyboard.press('Control+f');
    await expect(field).toHaveValue('سرحدی');
    await expect(count).toHaveText('1 of 1');
    expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  });

  await test.step('Arabic letters and missing vowel signs make no difference, unless they shall', async () => {
    await field.fill('وزير خارجه');
    await expect(count).toHaveText('1 of 1');
    await expect.poll(() => hitsShown(app)).toEqual(['وزیرِ خارجہ <']);
    await page.keyboard.press('Alt+a');
    await expect(count).toHaveText('No hits');
    await page.keyboard.press('Alt+a');
    await expect(count).toHaveText('1 of 1');
  });

  await test.step('all hits are marked', async () => {
    await field.fill('مذاکرات');
    await expect(count).toHaveText(/of 2$/);
    await page.keyboard.press('Alt+Enter');
    await page.keyboard.press('8');
    await page.keyboard.press('Enter');
    await expect.poll(() => app.marks()).toEqual(['مذاکرات', 'مذاکرات']);
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('a pattern that would run for ever is ended, and the window stays alive', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  const path = desktop.path('long.txt');
  writeFileSync(path, `${'a'.repeat(60)}!\nThe end.\n`);
  await openText(app, path);
  await expect(page.locator('.cm-content')).toContainText('The end.');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Alt+r');
  const field = page.getByRole('combobox', { name: 'Find in the text' });
  await field.fill('^(a+)+$');
  await expect(page.locator('.find-count')).toHaveText('Searching…');
  await expect(page.getByRole('alert')).toContainText('takes too long');
  await field.fill('(a+)+$');
  await field.fill('end');
  await expect(page.locator('.find-count')).toHaveText('1 of 1');
  expect(app.errors).toEqual([]);
});

test('a long text is searched without all of its hits being drawn', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  const path = desktop.path('long.txt');
  writeFileSync(path, 'One line of talks about talks.\n'.repeat(20_000));
  await openText(app, path);
  await expect(page.locator('.cm-content')).toContainText('One line');
  await page.keyboard.press('Control+f');
  await page.getByRole('combobox', { name: 'Find in the text' }).fill('talks');
  await expect(page.locator('.find-count')).toHaveText('1 of 40,000');
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('.find-count')).toHaveText('40,000 of 40,000');
  await expect(page.locator('.find-hit.current')).toBeVisible();
  expect(await page.locator('.find-hit').count()).toBeLessThan(500);
  expect(await page.locator('.find-row').count()).toBeLessThan(60);
});
