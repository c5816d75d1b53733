import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/app';
import { handOver, profileOf } from '../support/colleagues';
import { SEED_TEXT } from '../support/prepared-project';
import { mark } from '../support/seed-session';
import { expect, test } from './desktop';

test('colleagues mark the same text apart, hand over and take in; twice is once, and undo takes it back', async ({
  desktop,
}) => {
  const first = await desktop.start([], { profile: profileOf(desktop, 'Annotator A', 1) });
  await first.textShown();
  await mark(first, { words: 'Kabul', key: '4' });
  await first.saved();
  await first.close();
  const copy = desktop.path('copy-b.parley');
  copyFileSync(desktop.project(), copy);

  const parcel = desktop.path('from-b.parley');
  await test.step('a colleague works in a copy and hands over', async () => {
    const app = await desktop.start([copy], { profile: profileOf(desktop, 'Annotator B', 2) });
    await app.textShown();
    await mark(app, { words: 'Zabihullah Mujahid', key: '1', entity: 'Zabihullah Mujahid' });
    await mark(app, { words: 'Istanbul', key: '5' });
    await app.saved();
    await handOver(app, parcel);
    expect(app.errors).toEqual([]);
    await app.close();
  });

  const app = await desktop.start([], { profile: 'profile-1' });
  const { page } = app;
  await app.textShown();
  const dialog = page.getByRole('dialog', { name: 'Take in from colleagues' });
  const takeIn = async () => {
    await app.answerDialog('open', parcel);
    await page.keyboard.press('Control+Shift+u');
  };

  await test.step('the preview says what comes, and changes nothing', async () => {
    await takeIn();
    await expect(dialog).toContainText('Annotator B');
    await expect(dialog.getByRole('row', { name: /Annotator B/ })).toContainText('B200');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await app.marks()).toEqual(['Kabul']);
  });

  await test.step('taken in with Enter, both layers stand in the text', async () => {
    await takeIn();
    await expect(dialog.getByRole('button', { name: 'Take in', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    const done = page.getByRole('dialog', { name: 'Taken in' });
    await expect(done.getByRole('status').first()).toContainText('new');
    await page.keyboard.press('Escape');
    await expect(done).toBeHidden();
    await expect
      .poll(async () => (await app.marks()).toSorted())
      .toEqual(['Istanbul', 'Kabul', 'Zabihullah Mujahid']);
    await expect(page.locator('.annotation.foreign').first()).toBeVisible();
  });

  await test.step('the same file again brings nothing', async () => {
    await takeIn();
    await expect(dialog.getByRole('status').first()).toHaveText('Nothing in it is new.');
    await page.keyboard.press('Escape');
  });

  await test.step('one undo takes it back, redo brings it again', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['Kabul']);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await app.marks()).length).toBe(3);
  });

  await test.step('the history tells what the colleague did', async () => {
    await app.chooseMenu('edit.history');
    const history = page.getByRole('dialog', { name: 'History' });
    await history.getByLabel('Filter history by text').fill('marked span');
    await expect(history.getByRole('row').filter({ hasText: 'taken in' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('a file that is no package is told, and nothing happens', async () => {
    const bad = desktop.path('bad.parley');
    writeFileSync(bad, 'no database');
    await app.answerDialog('open', bad);
    await page.keyboard.press('Control+Shift+u');
    await expect(dialog.getByRole('alert')).toContainText('bad.parley');
    await page.keyboard.press('Escape');
    expect(existsSync(bad)).toBe(true);
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('labels that the schema here lacks are added from what a colleague took them from', async ({
  desktop,
}) => {
  const theirs = desktop.path('theirs.parley');
  const profile = desktop.path(profileOf(desktop, 'Annotator B', 2));
  const parley = (args: string[], input = '') =>
    execFileSync(
      process.execPath,
      [join(projectRoot, 'out', 'main', 'cli.cjs'), '--profile', profile, ...args],
      {
        input,
      },
    );
  parley(['new', theirs, '--schema', 'conll-2003', '--import', SEED_TEXT]);
  const lines = [
    { name: 'document.list', as: 'docs' },
    {
      name: 'annotation.create',
      input: { documentId: { $ref: 'docs.0.id' }, typeId: 'loc', fragments: [{ start: 0, end: 6 }] },
    },
  ];
  parley(['run', theirs], lines.map((line) => JSON.stringify(line)).join('\n'));

  const app = await desktop.start([], { profile: profileOf(desktop, 'Annotator A', 1) });
  const { page } = app;
  await app.textShown();
  await app.answerDialog('open', theirs);
  await page.keyboard.press('Control+Shift+u');
  const dialog = page.getByRole('dialog', { name: 'Take in from colleagues' });
  await expect(dialog).toContainText('Location (LOC) (entity type), 1 use');
  await dialog.getByRole('button', { name: 'Take in', exact: true }).press('Enter');
  const done = page.getByRole('dialog', { name: 'Taken in' });
  await done.getByRole('button', { name: 'Add these labels to the schema…' }).press('Enter');
  const schema = page.getByRole('dialog', { name: 'Schema' });
  await expect(schema.getByRole('treeitem', { name: /Location/ })).toBeVisible();
  await schema.getByRole('button', { name: 'Apply…' }).press('Enter');
  await expect(schema.getByRole('form', { name: 'Apply changes' })).toContainText('Location (LOC)');
  await schema.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(schema).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: 'Location' }).first()).toBeVisible();
  await app.saved();
  expect(app.errors).toEqual([]);
});
