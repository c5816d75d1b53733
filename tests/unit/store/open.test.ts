import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createProject, openProject } from '../../../src/engine/index';
import { ProjectFile } from '../../../src/store/project-file';
import { call, identity, newProject, temporaryFolder, testEnvironment } from '../../support/project';

const session = { annotator: 'Annotator A', token: 'token', since: '2026-01-01T00:00:00.000Z' };

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Opening fails with this kind and leaves the file and its folder as they were. */
function expectRefused(path: string, kind: string, words: RegExp): void {
  const before = hashOf(path);
  const folder = readdirSync(join(path, '..')).sort();
  for (const readOnly of [false, true]) {
    expect(() => openProject({ path, identity: identity(), readOnly })).toThrowError(
      expect.objectContaining({ kind, message: expect.stringMatching(words) }),
    );
  }
  expect(hashOf(path)).toBe(before);
  expect(readdirSync(join(path, '..')).sort()).toEqual(folder);
}

describe('a connection to a project', () => {
  test('keeps the settings that make an acknowledged change durable', () => {
    const path = join(temporaryFolder(), 'a.parley');
    const file = ProjectFile.create(path, session);
    const setting = (name: string) => file.connection.pragma(name, { simple: true });
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('foreign_keys')).toBe(1);
    expect(setting('trusted_schema')).toBe(0);
    expect(setting('cell_size_check')).toBe(1);
    file.close();
    const again = ProjectFile.open(path, session);
    expect(again.connection.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
    const reader = ProjectFile.open(path, session, { readOnly: true });
    expect(reader.connection.pragma('synchronous', { simple: true })).toBe(2);
    reader.close();
  });

  test('leaves one file behind when it is closed', () => {
    const { engine, folder } = newProject();
    engine.close();
    expect(readdirSync(folder)).toEqual(['project.parley']);
  });
});

describe('a file that is no sound project', () => {
  test('of another kind is named as such', () => {
    const path = join(temporaryFolder(), 'letter.parley');
    writeFileSync(path, 'Dear reader, this is a letter and no database. '.repeat(50));
    expectRefused(path, 'not-a-project', /no SQLite database/);
  });

  test('empty is named as such', () => {
    const path = join(temporaryFolder(), 'empty.parley');
    writeFileSync(path, '');
    expectRefused(path, 'not-a-project', /not a Parley project/);
  });

  test('a database of another program is named as such', () => {
    const path = join(temporaryFolder(), 'other.parley');
    const other = new Database(path);
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
    expectRefused(path, 'not-a-project', /another program/);
  });

  test('from a newer version says which version', () => {
    const { engine, path } = newProject();
    engine.close();
    const database = new Database(path);
    database.pragma('user_version = 99');
    database.close();
    expectRefused(path, 'newer-file', /newer version of Parley \(file version 99/);
  });

  test.each([0.3, 0.6, 0.95])('cut off at %f of its length is told to be damaged', async (share) => {
    const project = newProject();
    await project.addText('A sentence about talks. '.repeat(20_000));
    project.engine.close();
    truncateSync(project.path, Math.floor(readFileSync(project.path).length * share));
    expectRefused(project.path, 'damaged', /damaged/);
  });

  test('with a trigger that Parley did not make is refused', () => {
    const { engine, path } = newProject();
    engine.close();
    const database = new Database(path);
    database.exec('CREATE TRIGGER eat AFTER INSERT ON annotation BEGIN DELETE FROM annotation; END');
    database.close();
    expectRefused(path, 'damaged', /trigger eat/);
  });

  test('that is missing is named', () => {
    const path = join(temporaryFolder(), 'gone.parley');
    expect(() => openProject({ path, identity: identity() })).toThrowError(
      expect.objectContaining({ kind: 'not-found', message: expect.stringContaining('gone.parley') }),
    );
    expect(existsSync(path)).toBe(false);
  });

  test('with a second name (hard link) is refused', () => {
    const { engine, path, folder } = newProject();
    engine.close();
    linkSync(path, join(folder, 'second.parley'));
    expectRefused(path, 'bad-input', /hard links/);
  });
});

describe('making a project', () => {
  test('never replaces a file', () => {
    const path = join(temporaryFolder(), 'precious.parley');
    writeFileSync(path, 'precious');
    expect(() => createProject({ path, name: 'New', identity: identity() })).toThrowError(
      expect.objectContaining({ kind: 'exists' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('precious');
    expect(readdirSync(join(path, '..'))).toEqual(['precious.parley']);
  });

  test('says when its folder cannot be made', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'plain'), 'a file');
    const path = join(folder, 'plain', 'new.parley');
    expect(() => createProject({ path, name: 'New', identity: identity() })).toThrowError(
      expect.objectContaining({ kind: 'io', message: expect.stringContaining('folder cannot be made') }),
    );
  });
});

describe('the lock', () => {
  const otherProcess = join(import.meta.dirname, 'open-in-another-process.ts');

  function openElsewhere(path: string, mode: 'write' | 'read' | 'die-writing') {
    const alias = join(import.meta.dirname, '..', '..', 'support', 'alias-loader.mjs');
    return spawnSync(process.execPath, ['--import', alias, otherProcess, path, mode], { encoding: 'utf8' });
  }

  test('keeps a second process from writing, and tells it who writes', () => {
    const { path } = newProject(identity('Annotator Z'));
    const { stdout, stderr } = openElsewhere(path, 'write');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'locked' });
    expect(stdout).toContain('Annotator Z');
    expect(stdout).toContain(`process ${process.pid}`);
  });

  test('lets a second process read', async () => {
    const project = newProject();
    await project.addText('One text.');
    expect(JSON.parse(openElsewhere(project.path, 'read').stdout)).toEqual({ documents: 1 });
  });

  test('is free again when the process that held it was killed', () => {
    const { engine, path } = newProject();
    engine.close();
    expect(openElsewhere(path, 'die-writing').signal).toBe('SIGKILL');
    const again = openProject({ path, identity: identity(), environment: testEnvironment(1) });
    expect(again.readOnly).toBe(false);
    again.close();
  });

  test('holds within one process too', () => {
    const { path } = newProject();
    expect(() => openProject({ path, identity: identity() })).toThrowError(
      expect.objectContaining({ kind: 'locked' }),
    );
  });
});

describe('a project of an older version', () => {
  /** What file version 1 had: the same without what came later. */
  function asVersion1(path: string): void {
    const database = new Database(path);
    for (const table of [
      'event_filler',
      'event',
      'relation',
      'appraisal',
      'received',
      'package',
      'comment',
      'assignment',
      'decision',
    ])
      database.exec(`DROP TABLE ${table}`);
    for (const column of ['blind', 'adjudicators'])
      database.exec(`ALTER TABLE project DROP COLUMN ${column}`);
    database.pragma('user_version = 1');
    database.close();
  }

  test('is brought up to date on opening, with everything in it', async () => {
    const project = newProject();
    const documentId = await project.addText('Talks in Kabul.');
    const input = { documentId, typeId: 'place', fragments: [{ start: 9, end: 14 }] };
    const annotation = await call(project.engine, 'annotation.create', input);
    project.engine.close();
    asVersion1(project.path);
    const engine = project.reopen();
    const marks = await call(engine, 'document.annotations', { id: documentId });
    expect(marks).toMatchObject({ annotations: [annotation], relations: [], events: [] });
    const other = await call(engine, 'annotation.create', { ...input, typeId: 'facility' });
    await call(engine, 'relation.create', { typeId: 'same-as', fromId: annotation.id, toId: other.id });
    const again = await call(project.reopen(), 'document.annotations', { id: documentId });
    expect(again.relations).toHaveLength(1);
  });
});
