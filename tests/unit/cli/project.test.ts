import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../../src/engine/index';
import { parley } from '../../support/parley';
import { identity, temporaryFolder } from '../../support/project';

const TEXT = '🕊️ The spokesman rejects the demand.';
const START = TEXT.indexOf('spokesman');

const mark = [
  { name: 'document.list', as: 'docs' },
  {
    name: 'annotation.create',
    input: {
      documentId: { $ref: 'docs.0.id' },
      typeId: 'person',
      fragments: [{ start: START, end: START + 'spokesman'.length }],
    },
  },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

/** A project with one marked span, by the annotator of the folder's profile. */
async function markedProject() {
  const folder = temporaryFolder();
  const [file, report, out] = [join(folder, 'p.parley'), join(folder, 'report.txt'), join(folder, 'p.json')];
  writeFileSync(report, TEXT);
  await parley(folder, ['new', file, '--name', 'Peace talks', '--import', report]);
  expect((await parley(folder, ['run', file], { input: mark })).code).toBe(0);
  return { folder, file, report, out };
}

/** Changes the file behind the program's back. */
function tamper(file: string, statement: string): void {
  const database = new Database(file);
  database.exec(statement);
  database.close();
}

describe('an export from the terminal', () => {
  test.each([
    ['code-point', Array.from('🕊️ The ').length],
    ['utf-16', '🕊️ The '.length],
    ['utf-8', Buffer.byteLength('🕊️ The ')],
  ])('counts in %s when told to', async (unit, start) => {
    const { folder, file, out } = await markedProject();
    await parley(folder, ['export', file, '--out', out, '--offsets', unit]);
    const data = JSON.parse(readFileSync(out, 'utf8'));
    expect(data.offset_unit).toBe(unit);
    expect(data.documents[0].layers[0].spans[0].fragments[0]).toMatchObject({ start, quote: 'spokesman' });
  });

  test('gives the same bytes each time', async () => {
    const { folder, file, out } = await markedProject();
    const bytes = async () => {
      await parley(folder, ['export', file, '--out', out, '--force']);
      return readFileSync(out, 'utf8');
    };
    expect(await bytes()).toBe(await bytes());
  });

  test('takes annotators by id and by name', async () => {
    const { folder, file, out } = await markedProject();
    const { annotator } = JSON.parse((await parley(folder, ['info', file, '--json'])).out);
    for (const who of [annotator.id, annotator.name]) {
      expect(
        await parley(folder, ['export', file, '--out', out, '--force', '--annotator', who]),
      ).toMatchObject({
        code: 0,
        out: expect.stringContaining('1 documents, 1 spans, 0 stances'),
      });
    }
  });

  test('leaves the gold layers out when told to', async () => {
    const { folder, file, out } = await markedProject();
    tamper(file, "UPDATE layer SET kind = 'gold', annotator_id = NULL");
    const layers = async (...more: string[]) => {
      await parley(folder, ['export', file, '--out', out, '--force', ...more]);
      return JSON.parse(readFileSync(out, 'utf8')).documents[0].layers;
    };
    expect(await layers()).toMatchObject([{ kind: 'gold', annotator: null, spans: [{ type: 'person' }] }]);
    expect(await layers('--no-gold')).toEqual([]);
  });

  test('that is stopped leaves no file', async () => {
    const { folder, file, out } = await markedProject();
    const ended = await parley(folder, ['export', file, '--out', out], { signal: AbortSignal.abort() });
    expect(ended).toMatchObject({ code: 130, err: '' });
    expect(() => readFileSync(out)).toThrow(/ENOENT/);
  });
});

describe('while another program writes the project', () => {
  test('it can be read and exported, and what would write is refused in one line', async () => {
    const { folder, file, report, out } = await markedProject();
    const writer = openProject({ path: file, identity: identity('Somebody else') });
    try {
      for (const args of [
        ['info', file],
        ['log', file],
        ['check', file],
        ['export', file, '--out', out],
      ]) {
        expect((await parley(folder, args)).code, args[0]).toBe(0);
      }
      expect(
        await parley(folder, ['run', file, '--read-only'], { input: '{"name":"project.info"}' }),
      ).toMatchObject({
        code: 0,
      });
      const refused = await parley(folder, ['import', file, report]);
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/^parley: .*open for writing by Somebody else.*\n$/);
    } finally {
      writer.close();
    }
  });
});

describe('the other commands', () => {
  test('check names the damage, and ends with exit code 1', async () => {
    const { folder, file } = await markedProject();
    expect(await parley(folder, ['check', file])).toMatchObject({ code: 0, out: 'no damage found\n' });
    tamper(file, "UPDATE text SET content = replace(content, 'demand', 'offers')");
    expect(await parley(folder, ['check', file])).toMatchObject({
      code: 1,
      out: 'error: report: the text is not the one that was imported\n',
      err: expect.stringMatching(/^parley: .*1 error found\.\n$/),
    });
    const { out } = await parley(folder, ['check', file, '--json']);
    expect(JSON.parse(out)).toMatchObject([{ severity: 'error' }]);
  });

  test('info and log tell what is there', async () => {
    const { folder, file } = await markedProject();
    expect((await parley(folder, ['info', file])).out).toMatch(/project +Peace talks\n/);
    const log = JSON.parse((await parley(folder, ['log', file, '--json', '--limit', '1'])).out);
    expect(log).toMatchObject([{ name: 'annotation.create', kind: 'do' }]);
  });

  test('import tells a duplicate, and takes it when allowed', async () => {
    const { folder, file, report } = await markedProject();
    expect(await parley(folder, ['import', file, report])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^duplicate {2}.*the same text as 'report'\n$/),
    });
    await parley(folder, ['import', file, report, '--allow-duplicates', '--language', 'en-GB']);
    const { documents } = JSON.parse((await parley(folder, ['info', file, '--json'])).out);
    expect(documents.map(({ language }: { language: string }) => language)).toContain('en-GB');
  });

  test('a language that is no tag is bad input, and nothing is imported', async () => {
    const { folder, file, report } = await markedProject();
    const { code, err } = await parley(folder, ['import', file, report, '--language', 'not a tag!']);
    expect(code).toBe(1);
    expect(err).toContain('a BCP 47 language tag');
  });

  test('a run that is stopped says so by its exit code', async () => {
    const { folder, file } = await markedProject();
    const ended = await parley(folder, ['run', file], {
      input: '{"name":"project.check"}',
      signal: AbortSignal.abort(),
    });
    expect(ended.code).toBe(130);
  });

  test('commands can come from a file; one that is not there is bad input', async () => {
    const { folder, file } = await markedProject();
    const script = join(folder, 'c.jsonl');
    writeFileSync(script, '{"name":"history.state"}');
    expect((await parley(folder, ['run', file, '--commands', script])).code).toBe(0);
    const gone = await parley(folder, ['run', file, '--commands', join(folder, 'gone.jsonl')]);
    expect(gone.code).toBe(1);
    expect(gone.err).toMatch(/^parley: .*gone\.jsonl.*\n$/);
  });
});

describe('the schema’s rules from the terminal', () => {
  test('end with 1 and lead to the place where something breaks them', async () => {
    const { folder, file } = await markedProject();
    expect(await parley(folder, ['check', file, '--schema'])).toMatchObject({
      code: 0,
      out: 'no problem found\n',
    });
    await parley(folder, ['run', file], { input: mark });
    const told = await parley(folder, ['check', file, '--schema']);
    expect(told).toMatchObject({ code: 1 });
    expect(told.out).toMatch(/^warning: .+: The same text is marked as Person already — “spokesman”\n$/);
    const { code, out } = await parley(folder, ['check', file, '--schema', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ rule: 'duplicate', place: { start: START } }]);
  });

  test('and where annotators agree is told as a table, place by place, and as JSON', async () => {
    const { folder, file } = await markedProject();
    expect((await parley(folder, ['compare', file])).out).toMatch(/^document +layers +positions/m);
    const { out } = await parley(folder, ['compare', file, '--document', 'report', '--json']);
    expect(JSON.parse(out)).toMatchObject({ positions: [{ kind: 'span', class: 'agree', state: 'open' }] });
    const { code, err } = await parley(folder, ['compare', file, '--document', 'nothing']);
    expect({ code, err }).toEqual({ code: 1, err: 'parley: There is no document ‘nothing’.\n' });
  });

  test('and counts are told as tables and as JSON', async () => {
    const { folder, file } = await markedProject();
    expect((await parley(folder, ['stats', file])).out).toMatch(/^label +spans +linked\nperson +1 +0$/m);
    const { out } = await parley(folder, ['stats', file, '--json']);
    expect(JSON.parse(out)).toMatchObject({ totals: { annotations: 1 }, labels: [{ typeId: 'person' }] });
  });
});
