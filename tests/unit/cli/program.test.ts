import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/program';
import { resolveReferences } from '../../../src/cli/references';
import { SEED, temporaryFolder } from '../../support/project';

async function parley(folder: string, args: string[], input = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await run(['--profile', join(folder, 'profile'), ...args], {
    stdin: Readable.from([input]),
    stdout,
    stderr,
  });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

async function seedProject() {
  const folder = temporaryFolder();
  const file = join(folder, 'p.parley');
  expect((await parley(folder, ['new', file, '--import', SEED])).code).toBe(0);
  return { folder, file };
}

describe('the command line', () => {
  test('makes a project, tells what it holds, and exports it', async () => {
    const { folder, file } = await seedProject();
    const info = JSON.parse((await parley(folder, ['info', file, '--json'])).out);
    expect(info).toMatchObject({ counts: { documents: 1 }, documents: [{ language: 'en' }] });
    const out = join(folder, 'out.json');
    expect((await parley(folder, ['export', file, '--out', out])).code).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      format: 'parley',
      offset_unit: 'code-point',
    });
    expect(await parley(folder, ['check', file])).toMatchObject({ code: 0, out: 'no damage found\n' });
    expect((await parley(folder, ['log', file])).out).toContain('document.import');
  });

  test('runs operations that use earlier results, one result a line', async () => {
    const { folder, file } = await seedProject();
    const script = [
      '# a comment, then an empty line',
      '',
      '{"name": "document.list", "as": "documents"}',
      '{"name": "annotation.create", "as": "mark", "id": 7, "input": {"documentId": {"$ref": "documents.0.id"}, "typeId": "state", "fragments": [{"start": 0, "end": 6}]}}',
      '{"name": "entity.create", "input": {"name": "Afghanistan", "mentions": [{"$ref": "mark.id"}]}}',
    ].join('\n');
    const { code, out } = await parley(folder, ['run', file], script);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ ok, name, id }) => [ok, name, id])).toEqual([
      [true, 'document.list', undefined],
      [true, 'annotation.create', 7],
      [true, 'entity.create', undefined],
    ]);
  });

  test.each([
    ['{"name": "document.list"', /line 1: This is no JSON object/],
    ['{"name": "document.burn"}', /line 1: There is no operation 'document.burn'/],
    ['{"name": "document.get", "input": {"id": "x"}}', /line 1, document\.get\.id: /],
    ['{"name": "document.get", "input": {"id": {"$ref": "d.0.id"}}}', /No earlier line has "as": "d"/],
  ])('stops at %s with exit code 1 and one clear line', async (line, words) => {
    const { folder, file } = await seedProject();
    const { code, out, err } = await parley(folder, ['run', file], `${line}\n{"name": "document.list"}\n`);
    expect(code).toBe(1);
    expect(err).toMatch(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false });
    const going = await parley(folder, ['run', file, '--keep-going'], `${line}\n{"name": "document.list"}\n`);
    expect(going.out.trim().split('\n')).toHaveLength(2);
    expect(going.code).toBe(1);
  });

  test('usage mistakes are told and end with exit code 2', async () => {
    const folder = temporaryFolder();
    for (const args of [
      ['export', 'x.parley'],
      ['burn'],
      ['export', 'x.parley', '--out', 'y', '--offsets', 'inches'],
      [],
    ]) {
      expect((await parley(folder, args)).code, args.join(' ')).toBe(2);
    }
    expect((await parley(folder, ['--help'])).code).toBe(0);
  });

  test('bad input ends with exit code 1, and an export leaves nothing', async () => {
    const { folder, file } = await seedProject();
    const out = join(folder, 'out.json');
    for (const args of [
      ['info', join(folder, 'gone.parley')],
      ['export', file, '--out', out, '--annotator', 'Nobody'],
      ['export', file, '--out', out, '--document', '00000000-0000-7000-8000-000000000000'],
      ['export', file, '--out', file, '--force'],
      ['export', file, '--out', join(folder, 'no', 'such', 'folder.json')],
      ['new', file],
      ['import', file, join(folder, 'gone.txt')],
    ]) {
      const { code, err } = await parley(folder, args);
      expect(code, args.join(' ')).toBe(1);
      expect(err.trim().split('\n'), args.join(' ')).toHaveLength(1);
    }
    expect(existsSync(out)).toBe(false);
    expect((await parley(folder, ['check', file])).code).toBe(0);
  });

  test('an export replaces a file only when told to', async () => {
    const { folder, file } = await seedProject();
    const out = join(folder, 'out.json');
    writeFileSync(out, 'precious');
    expect((await parley(folder, ['export', file, '--out', out])).code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('precious');
    expect((await parley(folder, ['export', file, '--out', out, '--force', '--no-text'])).code).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8')).documents[0].text).toBeUndefined();
  });
});

test('references reach into results, and say what is missing', () => {
  const results = new Map<string, unknown>([['r', { a: [{ b: 5 }] }]]);
  expect(resolveReferences({ x: [{ $ref: 'r.a.0.b' }] }, results)).toEqual({ x: [5] });
  expect(() => resolveReferences({ $ref: 'r.a.1' }, results)).toThrow(/no field '1'/);
});
