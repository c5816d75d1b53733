import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { projectRoot } from '../support/app';
import { expect, test } from './desktop';

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

function parley(...args: string[]): string {
  return execFileSync(process.execPath, [join(projectRoot, 'out', 'main', 'cli.cjs'), ...args], {
    encoding: 'utf8',
  });
}

const broken: [name: string, make: (path: string) => void, words: RegExp][] = [
  [
    'of a newer version',
    (path) => {
      parley('new', path);
      const database = new Database(path);
      database.pragma('user_version = 99');
      database.close();
    },
    /newer version of Parley \(file version 99.*Update Parley/,
  ],
  [
    'that was cut short',
    (path) => {
      parley('new', path, '--import', join(projectRoot, 'seeds'));
      truncateSync(path, Math.floor(readFileSync(path).length * 0.6));
    },
    /damaged.*backup/i,
  ],
  [
    'that is no database',
    (path) => writeFileSync(path, 'Only a letter. '.repeat(400)),
    /no SQLite database.*\.parley/,
  ],
];

for (const [name, make, words] of broken) {
  test(`a file ${name} is told by its own message and stays untouched`, async ({ desktop }) => {
    const path = desktop.path('broken.parley');
    make(path);
    const before = hashOf(path);
    const app = await desktop.start([path]);
    await expect(app.page.getByRole('alert')).toHaveText(words);
    await expect(app.page.getByRole('button', { name: 'Open project…' })).toBeVisible();
    expect(hashOf(path)).toBe(before);
  });
}

test('a project that another process writes can be read meanwhile, and is not written twice', async ({
  desktop,
}) => {
  const path = desktop.path('shared.parley');
  parley('new', path, '--import', join(projectRoot, 'seeds'));
  const first = await desktop.start([path], { profile: 'first' });
  await first.textShown();
  const second = await desktop.start([path], { profile: 'second' });
  await expect(second.page.getByRole('alert')).toHaveText(/open for writing by .+ on .+ \(process \d+/);
  await second.page.getByRole('button', { name: 'Open read-only' }).click();
  await second.textShown();
  await expect(second.page.getByText('open for reading only')).toBeVisible();
  await second.page.keyboard.press('j');
  await second.page.keyboard.press('1');
  await expect(second.page.getByRole('alert')).toContainText('reading only');
  await first.page.keyboard.press('j');
  await first.page.keyboard.press('1');
  await expect.poll(() => first.marks()).toHaveLength(1);
});

test('importing a folder tells what became of each file', async ({ desktop }) => {
  const folder = desktop.path('reports');
  mkdirSync(folder);
  writeFileSync(join(folder, 'one.txt'), 'The first report on the talks.');
  writeFileSync(join(folder, 'two.txt'), 'The second report on the talks.');
  writeFileSync(join(folder, 'same.txt'), 'The first report on the talks.');
  writeFileSync(join(folder, 'paper.txt'), '%PDF-1.7');
  const app = await desktop.start();
  await app.textShown();
  await app.answerDialog('open', folder);
  await app.chooseMenu('file.importFolder');
  const report = app.page.getByRole('dialog', { name: 'Import' });
  await expect(report).toContainText('2 documents were imported.');
  await expect(report).toContainText('This is a PDF');
  await expect(report).toContainText("the same text as 'one'");
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(app.page.getByRole('navigation', { name: 'Documents' }).getByRole('listitem')).toHaveCount(3);
});

test('an export can be of chosen documents alone', async ({ desktop }) => {
  const folder = desktop.path('reports');
  mkdirSync(folder);
  writeFileSync(join(folder, 'one.txt'), 'The first report on the talks.');
  writeFileSync(join(folder, 'two.txt'), 'The second report on the talks.');
  const app = await desktop.start();
  await app.textShown();
  await app.answerDialog('open', folder);
  await app.chooseMenu('file.importFolder');
  await expect(app.page.getByRole('navigation', { name: 'Documents' }).getByRole('listitem')).toHaveCount(3);
  const out = desktop.path('chosen.json');
  await app.answerDialog('save', out);
  await app.chooseMenu('file.export');
  await app.page.getByRole('radio', { name: /Chosen ones/ }).check();
  await expect(app.page.getByRole('button', { name: 'Export as JSON…' })).toBeDisabled();
  await app.page.getByRole('checkbox', { name: 'two' }).check();
  await app.page.getByRole('button', { name: 'Export as JSON…' }).click();
  await expect(app.page.getByRole('dialog')).toContainText('1 document');
  const names = JSON.parse(readFileSync(out, 'utf8')).documents.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['two']);
});

test('an export that cannot be written says why, and the dialog stays', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  await app.answerDialog('save', desktop.path('no', 'such', 'folder', 'out.json'));
  await app.chooseMenu('file.export');
  await app.page.getByRole('button', { name: 'Export as JSON…' }).click();
  await expect(app.page.getByRole('dialog').getByRole('alert')).toContainText('no such folder');
});
