import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { parley } from '../../support/parley';
import { temporaryFolder } from '../../support/project';

const TEXT = 'Kabul and Doha hold talks.';

/** A project of somebody's own, with a profile of their own, over the same text. */
async function ownProject({ text = TEXT, schema = 'conflict-news', typeId = 'place' } = {}) {
  const folder = temporaryFolder();
  const [file, report] = [join(folder, 'own.parley'), join(folder, 'report.txt')];
  writeFileSync(report, text);
  await parley(folder, ['new', file, '--schema', schema, '--import', report]);
  const mark = [
    { name: 'document.list', as: 'docs' },
    {
      name: 'annotation.create',
      input: { documentId: { $ref: 'docs.0.id' }, typeId, fragments: [{ start: 0, end: 5 }] },
    },
  ];
  await parley(folder, ['run', file], { input: mark.map((line) => JSON.stringify(line)).join('\n') });
  return { folder, file };
}

const spans = async (folder: string, file: string) =>
  JSON.parse((await parley(folder, ['info', file, '--json'])).out).counts.annotations;

test('a package is handed over and merged from the terminal; twice is once', async () => {
  const [mine, theirs] = [await ownProject(), await ownProject()];
  const parcel = join(theirs.folder, 'parcel.parley');
  const handed = await parley(theirs.folder, ['handover', theirs.file, '-o', parcel]);
  expect(handed).toMatchObject({ code: 0, out: expect.stringContaining('1 documents, 1 layers, 1 spans') });
  const dry = await parley(mine.folder, ['merge', mine.file, parcel, '--dry-run', '--json']);
  expect(JSON.parse(dry.out)).toMatchObject({ documents: [{ match: 'text' }], notJoined: [] });
  expect(await spans(mine.folder, mine.file)).toBe(1);
  expect((await parley(mine.folder, ['merge', mine.file, parcel])).code).toBe(0);
  expect(await spans(mine.folder, mine.file)).toBe(2);
  expect((await parley(mine.folder, ['merge', mine.file, parcel])).out).toBe('nothing new\n');
});

test('with --out all files stay as they are', async () => {
  const [mine, theirs] = [await ownProject(), await ownProject()];
  const out = join(mine.folder, 'both.parley');
  const bytes = readFileSync(theirs.file);
  expect((await parley(mine.folder, ['merge', mine.file, theirs.file, '--out', out])).code).toBe(0);
  expect(await spans(mine.folder, out)).toBe(2);
  expect(await spans(mine.folder, mine.file)).toBe(1);
  expect(readFileSync(theirs.file).equals(bytes)).toBe(true);
  expect(await parley(mine.folder, ['merge', mine.file, theirs.file, '--out', out])).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is a file of that name already'),
  });
});

test('with --out nothing is left under that name, or beside it, when a file cannot be read', async () => {
  const mine = await ownProject();
  const before = readdirSync(mine.folder);
  const out = join(mine.folder, 'both.parley');
  const damaged = join(temporaryFolder(), 'damaged.parley');
  writeFileSync(damaged, 'no project');
  for (const file of [damaged, join(mine.folder, 'missing.parley')])
    expect((await parley(mine.folder, ['merge', mine.file, file, '--out', out])).code).toBe(1);
  expect(readdirSync(mine.folder)).toEqual(before);
});

test('what cannot be joined is said, with exit code 1', async () => {
  const mine = await ownProject();
  const theirs = join(mine.folder, 'theirs.parley');
  await parley(mine.folder, ['handover', mine.file, '-o', theirs]);
  const database = new Database(theirs);
  const other = 'f'.repeat(64);
  database.exec(
    `INSERT INTO text VALUES ('${other}', 'Another text.'); UPDATE document SET text_sha256 = '${other}'`,
  );
  database.close();
  expect(await parley(mine.folder, ['merge', mine.file, theirs])).toMatchObject({
    code: 1,
    out: expect.stringContaining('NOT JOINED: theirs.parley: report, 1 spans'),
    err: expect.stringContaining('1 thing could not be joined'),
  });
});

test('labels of another schema are named, and added on request', async () => {
  const mine = await ownProject();
  const theirs = await ownProject({ schema: 'conll-2003', typeId: 'loc' });
  const told = await parley(mine.folder, ['merge', mine.file, theirs.file, '--dry-run']);
  expect(told.out).toContain('not in the schema here: entity type loc, ‘Location (LOC)’: 1 ×');
  expect((await parley(mine.folder, ['merge', mine.file, theirs.file, '--add-labels'])).code).toBe(0);
  const schema = (await parley(mine.folder, ['schema', 'export', mine.file])).out;
  expect(schema).toContain('"id": "place"');
  expect(schema).toContain('"id": "loc"');
  expect((await parley(mine.folder, ['check', mine.file, '--schema'])).code).toBe(0);
});
