import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ParleyJson } from '../../../src/formats/parley-json/model';
import { call, newProject } from '../../support/project';

const LONG = 'Both sides said 🕊️ that مذاکرات would go on.\r\n';

describe('an export', () => {
  test('of megabytes is whole, hashed and counted', async () => {
    const project = newProject();
    for (const name of ['one', 'two', 'three']) {
      const documentId = await project.addText(`${name} ${LONG.repeat(30_000)}`, name);
      await call(project.engine, 'annotation.create', {
        documentId,
        typeId: 'person',
        fragments: [{ start: 1_000_000, end: 1_000_020 }],
      });
    }
    const path = join(project.folder, 'big.json');
    const result = await call(project.engine, 'export.write', { format: 'json', path });
    const bytes = readFileSync(path);
    expect(result).toMatchObject({ documents: 3, annotations: 3, stances: 0, bytes: bytes.length });
    expect(result.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const file = JSON.parse(bytes.toString('utf8')) as ParleyJson;
    for (const { text, layers } of file.documents) {
      const characters = Array.from(text!);
      const { start, end, quote } = layers[0]!.spans[0]!.fragments[0]!;
      expect(characters.slice(start, end).join('')).toBe(quote);
    }
  });

  test('is the same bytes twice, and leaves nothing beside it', async () => {
    const project = newProject();
    await project.addText('One text.');
    const paths = ['a.json', 'b.json'].map((name) => join(project.folder, name));
    for (const path of paths) await call(project.engine, 'export.write', { format: 'json', path });
    expect(readFileSync(paths[0]!).equals(readFileSync(paths[1]!))).toBe(true);
    expect(readdirSync(project.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('that is cancelled leaves the old file and nothing else', async () => {
    const project = newProject();
    for (const name of ['one', 'two', 'three']) await project.addText(`${name} ${LONG.repeat(30_000)}`, name);
    const path = join(project.folder, 'out.json');
    writeFileSync(path, 'precious');
    const controller = new AbortController();
    const work = project.engine.execute(
      'export.write',
      { format: 'json', path, overwrite: true },
      { signal: controller.signal, onProgress: ({ done }) => done === 2 && controller.abort() },
    );
    await expect(work).rejects.toMatchObject({ kind: 'cancelled' });
    expect(readFileSync(path, 'utf8')).toBe('precious');
    expect(readdirSync(project.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('shows the project as it was when it began, while work goes on', async () => {
    const project = newProject();
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three'])
      ids.push(await project.addText(`${name} ${LONG.repeat(30_000)}`, name));
    const path = join(project.folder, 'out.json');
    const mark = () =>
      call(project.engine, 'annotation.create', {
        documentId: ids[2]!,
        typeId: 'person',
        fragments: [{ start: 0, end: 5 }],
      });
    let marked: Promise<unknown> | null = null;
    const result = await project.engine.execute(
      'export.write',
      { format: 'json', path },
      {
        onProgress: () => {
          marked ??= mark();
        },
      },
    );
    await marked;
    expect(result).toMatchObject({ annotations: 0 });
    expect((await call(project.engine, 'document.annotations', { id: ids[2]! })).annotations).toHaveLength(1);
  });

  test('never goes over the project itself', async () => {
    const project = newProject();
    for (const path of [project.path, `${project.path}-wal`, `${project.path}-lock`]) {
      await expect(
        project.engine.execute('export.write', { format: 'json', path, overwrite: true }),
      ).rejects.toMatchObject({ kind: 'bad-input' });
    }
    expect(existsSync(project.path)).toBe(true);
    expect(await call(project.engine, 'project.check', {})).toEqual({ problems: [] });
  });
});
