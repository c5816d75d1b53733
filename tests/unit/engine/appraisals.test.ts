import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { call, identity, newProject } from '../../support/project';

async function labelled() {
  const project = newProject();
  const id = await project.addText('Talks in Kabul.');
  const appraisal = await call(project.engine, 'document.appraise', {
    id,
    labels: { genre: ['report'] },
    note: 'Quotes one side only.',
  });
  return { project, engine: project.engine, id, appraisal };
}

const marksOf = async (engine: Parameters<typeof call>[0], id: string) =>
  (await call(engine, 'document.annotations', { id })).appraisals;

describe('what is said of a document as a whole', () => {
  test('is one record of a layer; labels not named stay, an empty list takes one away', async () => {
    const { engine, id, appraisal } = await labelled();
    expect(appraisal).toMatchObject({ labels: { genre: ['report'] }, note: 'Quotes one side only.' });
    await call(engine, 'document.appraise', { id, note: 'Both sides.' });
    expect(await marksOf(engine, id)).toEqual([{ ...appraisal, note: 'Both sides.' }]);
    await call(engine, 'document.appraise', { id, labels: { genre: [] } });
    expect(await marksOf(engine, id)).toEqual([{ ...appraisal, labels: {}, note: 'Both sides.' }]);
    expect(await call(engine, 'document.appraise', { id, note: '' })).toBeNull();
    expect(await marksOf(engine, id)).toEqual([]);
    for (let step = 0; step < 3; step++) await call(engine, 'history.undo', {});
    expect(await marksOf(engine, id)).toEqual([appraisal]);
  });

  test.each([
    [{ genre: ['report', 'statement'] }, 'Genre takes one value'],
    [{ genre: ['poem'] }, '‘poem’ is no value of Genre'],
    [{ ghost: [true] }, "The schema has no document label 'ghost'"],
  ])('has to fit the schema: %j', async (labels, message) => {
    const { engine, id } = await labelled();
    await expect(call(engine, 'document.appraise', { id, labels: labels as never })).rejects.toThrow(message);
  });

  test('is each annotator’s own, goes with the document, and comes out in an export', async () => {
    const { project, id, appraisal } = await labelled();
    const engine = project.reopen({ as: identity('Annotator B', 2) });
    await call(engine, 'document.appraise', { id, labels: { genre: ['statement'] } });
    expect(await marksOf(engine, id)).toHaveLength(2);
    const path = join(project.folder, 'out.json');
    await call(engine, 'export.write', { format: 'json', path });
    const { layers } = JSON.parse(readFileSync(path, 'utf8')).documents[0];
    expect(layers).toMatchObject([
      { labels: { genre: ['report'] }, note: 'Quotes one side only.' },
      { labels: { genre: ['statement'] }, note: '' },
    ]);
    await call(engine, 'document.remove', { ids: [id] });
    await call(engine, 'history.undo', {});
    expect((await marksOf(engine, id)).map(({ labels }) => labels)).toContainEqual(appraisal!.labels);
  });
});
