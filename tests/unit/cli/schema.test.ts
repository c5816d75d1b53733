import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parley } from '../../support/parley';
import { temporaryFolder } from '../../support/project';

/** A project with one person and one place marked. */
async function annotatedProject() {
  const folder = temporaryFolder();
  const [file, text] = [join(folder, 'p.parley'), join(folder, 'report.txt')];
  writeFileSync(text, 'The minister flew to Doha.');
  await parley(folder, ['new', file, '--import', text]);
  const script = [
    '{"name": "document.list", "as": "documents"}',
    '{"name": "annotation.create", "input": {"documentId": {"$ref": "documents.0.id"}, "typeId": "person", "fragments": [{"start": 0, "end": 12}], "attributes": {"mention-kind": "nominal"}}}',
    '{"name": "annotation.create", "input": {"documentId": {"$ref": "documents.0.id"}, "typeId": "place", "fragments": [{"start": 21, "end": 25}]}}',
  ].join('\n');
  expect(await parley(folder, ['run', file], { input: script })).toMatchObject({ code: 0 });
  const run = (...args: string[]) => parley(folder, ['schema', ...args]);
  return { folder, file, run };
}

describe('parley schema', () => {
  test('lists what is ready-made, and a project begins with one of them', async () => {
    const folder = temporaryFolder();
    const { out } = await parley(folder, ['schema', 'list']);
    for (const name of ['conflict-news', 'conll-2003', 'ontonotes-18', 'semeval-2016-stance', 'mpqa'])
      expect(out).toContain(name);
    const file = join(folder, 'p.parley');
    expect(await parley(folder, ['new', file, '--schema', 'conll-2003'])).toMatchObject({ code: 0 });
    expect(await parley(folder, ['schema', 'diff', file, 'conll-2003'])).toMatchObject({
      out: 'no difference\n',
    });
    const wrong = await parley(folder, ['new', join(folder, 'q.parley'), '--schema', 'nonsense']);
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringMatching(/nonsense.*Ready-made are: conflict-news/),
    });
  });

  test.each([['--yaml'], []])('what it exports %s it imports unchanged', async (...format) => {
    const { folder, file, run } = await annotatedProject();
    const out = join(folder, 'schema.txt');
    expect((await run('export', file, ...format, '--out', out)).code).toBe(0);
    expect(await run('diff', file, out)).toMatchObject({ code: 0, out: 'no difference\n' });
    expect((await run('export', file, ...format)).out).toBe(readFileSync(out, 'utf8'));
    expect(await run('export', file, '--out', out)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/already/),
    });
    expect((await run('import', file, out)).out).toMatch(/the schema is the one in force/);
  });

  test('names file, line and remedy of what is wrong', async () => {
    const { folder, file, run } = await annotatedProject();
    const path = join(folder, 'broken.yaml');
    const { out } = await run('export', file, '--yaml');
    writeFileSync(path, out.replace('colour: "#0b5cb7"', 'colour: blue'));
    const line = out.split('\n').findIndex((text) => text.includes('#0b5cb7')) + 1;
    expect(await run('import', file, path)).toMatchObject({
      code: 1,
      err: expect.stringMatching(
        new RegExp(
          `broken\\.yaml, line ${line}: entity type ‘Person’: the colour is written like.*See docs/schema\\.md`,
        ),
      ),
    });
  });

  test('merges, retires and deletes as told, and never by itself', async () => {
    const { folder, file, run } = await annotatedProject();
    const unsaid = await run('import', file, 'conll-2003');
    expect(unsaid).toMatchObject({ code: 1, err: expect.stringMatching(/2 records do not fit.*--map/) });
    expect(unsaid.out).toMatch(/unresolved 1 annotation with the entity type 'Place'/);
    expect(unsaid.out).toMatch(/1 in report\n +such as: Doha/);
    const said = ['--map', 'person=per', '--delete', 'person.mention-kind', '--map', 'place=loc'];
    const tried = await run('import', file, 'conll-2003', ...said, '--dry-run');
    expect(tried.out).toMatch(/merge +1 annotation .*'Person' gets 'Person \(PER\)'/);
    expect((await run('history', file)).out).not.toContain('version 2');
    const done = await run('import', file, 'conll-2003', ...said, '--reason', 'Plain names.');
    expect(done).toMatchObject({
      code: 0,
      out: expect.stringMatching(/version 2 is in force; 2 changed, 0 deleted\n$/),
    });
    expect((await run('history', file)).out).toMatch(/^version 2 .* Plain names\.\n/);
    expect((await run('export', file, '--at', '1')).out).toContain('"conflict-news"');
    expect(await parley(folder, ['check', file])).toMatchObject({ code: 0 });
  });

  test('says what a mapping cannot mean', async () => {
    const { file, run } = await annotatedProject();
    for (const [args, words] of [
      [['--map', 'person'], /form OLD=NEW/],
      [['--map', 'dragon=per'], /has no 'dragon'/],
      [['--delete', 'agree', '--retire', 'dragon'], /has no 'dragon'/],
      [['--map', 'place=loc', '--retire', 'place'], /'place' is said twice, by --map place=loc/],
      [['--delete', 'person.mention-knd'], /'person' has no 'mention-knd'.*mention-kind/],
      [['--map', 'person.mention-kind.nom=name'], /has no choice 'nom'.*nominal/],
    ] as [string[], RegExp][])
      expect(await run('import', file, 'conll-2003', ...args)).toMatchObject({
        code: 1,
        err: expect.stringMatching(words),
      });
  });
});
