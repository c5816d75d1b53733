import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openProject } from '../../../src/engine/index';
import { call, identity, newProject, temporaryFolder, testEnvironment } from '../../support/project';

const A = identity('Annotator A', 1);
const B = identity('Annotator B', 2);

/** Two annotators with a mark each in one document, A at work. */
async function shared() {
  const project = newProject(A);
  const documentId = await project.addText('Kabul and Doha hold talks.');
  const mark = (start: number, end: number) => ({ documentId, typeId: 'place', fragments: [{ start, end }] });
  const mine = await call(project.engine, 'annotation.create', mark(0, 5));
  const theirs = await call(project.reopen({ as: B }), 'annotation.create', mark(10, 14));
  await call(project.engine, 'entity.create', { name: 'Doha', mentions: [theirs.id] });
  await call(project.engine, 'stance.create', {
    documentId,
    holder: { kind: 'newEntity', name: 'Qatar' },
    target: { kind: 'newProposition', name: 'talks' },
    polarity: 'favor',
    evidence: [{ start: 15, end: 25 }],
  });
  await call(project.engine, 'comment.add', {
    documentId,
    target: { kind: 'annotation', id: theirs.id },
    text: 'The city.',
  });
  project.reopen();
  return { project, documentId, mine, theirs };
}

describe('working blind', () => {
  test('colleagues’ work is hidden until one’s own is done, from every query', async () => {
    const { project, documentId, mine } = await shared();
    const { engine } = project;
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(2);
    await call(engine, 'project.update', { blind: true });
    const seen = await call(engine, 'document.annotations', { id: documentId });
    expect(seen).toMatchObject({ annotations: [mine], stances: [], comments: [] });
    expect(seen.layers.map(({ annotatorId }) => annotatorId)).toEqual([A.annotator.id]);
    expect(await call(engine, 'document.hidden', { id: documentId })).toEqual({ layers: 1 });
    expect(await call(engine, 'project.info', {})).toMatchObject({ readOnly: false });
    expect(await call(engine, 'stance.list', {})).toMatchObject({ stances: [] });
    expect(await call(engine, 'document.list', {})).toMatchObject([{ annotations: 1, stances: 0 }]);
    expect(await call(engine, 'comment.list', {})).toMatchObject({ threads: [] });
    const told = await call(engine, 'history.list', { documentId });
    expect(told.filter(({ annotatorId }) => annotatorId === B.annotator.id)).toEqual([]);
    const [newest] = await call(engine, 'history.list', { limit: 1 });
    const then = await call(engine, 'document.asOf', { id: documentId, seq: newest!.seq! });
    expect(then.annotations).toEqual([mine]);
    expect((await call(engine, 'review.compare', { documentId })).layers).toHaveLength(1);
    const entities = await call(engine, 'entity.list', {});
    expect(entities.map(({ name, mentions, stances }) => [name, mentions, stances])).toEqual([
      ['Doha', 0, 0],
      ['Qatar', 0, 0],
    ]);

    await call(engine, 'document.setStatus', { id: documentId, status: 'done' });
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(2);
    expect(await call(engine, 'document.hidden', { id: documentId })).toEqual({ layers: 0 });
    expect(await call(engine, 'stance.list', {})).toMatchObject({ stances: [{}] });
  });

  test('whoever adjudicates sees everything', async () => {
    const { project, documentId } = await shared();
    await call(project.engine, 'project.update', { blind: true, adjudicators: [A.annotator.id] });
    const { annotations } = await call(project.engine, 'document.annotations', { id: documentId });
    expect(annotations).toHaveLength(2);
  });

  test('only adjudicators decide while a project works blind', async () => {
    const { project, documentId } = await shared();
    const { engine } = project;
    const bulk = { documentIds: [documentId], rule: { rule: 'majority' as const } };
    await call(engine, 'project.update', { blind: true });
    await expect(call(engine, 'review.decideMany', bulk)).rejects.toMatchObject({
      kind: 'bad-input',
      data: { remedy: expect.stringContaining('I adjudicate') },
    });
    await call(engine, 'project.update', { adjudicators: [A.annotator.id] });
    expect(await call(engine, 'review.decideMany', bulk)).toMatchObject({ decided: expect.any(Number) });
  });

  test('what is taken in is kept whole, and not told before its time', async () => {
    const { project, documentId } = await shared();
    project.engine.close();
    const copy = join(temporaryFolder(), 'copy.parley');
    copyFileSync(project.path, copy);
    const other = openProject({ path: copy, identity: B, environment: testEnvironment(9) });
    await call(other, 'annotation.create', {
      documentId,
      typeId: 'event',
      fragments: [{ start: 20, end: 25 }],
    });
    other.close();
    const engine = project.reopen();
    await call(engine, 'project.update', { blind: true });
    const told: string[] = [];
    engine.onChanged((_entry, changes) => told.push(...changes.map(({ kind }) => kind)));
    const report = await call(engine, 'exchange.takeIn', { paths: [copy] });
    expect(report).toMatchObject({ created: 1, changed: 0 });
    expect(told).not.toContain('annotation');
    expect(await call(engine, 'exchange.takeIn', { paths: [copy] })).toMatchObject({ received: 0 });
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(1);
    await call(engine, 'document.setStatus', { id: documentId, status: 'done' });
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(3);
    await call(engine, 'history.undo', {});
    await call(engine, 'history.undo', {});
    await call(engine, 'project.update', { blind: false });
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(2);
  });
});

describe('assignments', () => {
  test('documents are distributed, counted on the board, and taken back by one undo', async () => {
    const { project, documentId } = await shared();
    const second = await project.addText('Herat is quiet.');
    const annotatorIds = [A.annotator.id, B.annotator.id];
    const input = { annotatorIds, each: 1, share: { percent: 50, by: 2 } };
    const preview = await call(project.engine, 'assignment.preview', input);
    expect(await call(project.engine, 'assignment.distribute', input)).toEqual(preview);
    expect(preview.added).toBe(3);
    const board = await call(project.engine, 'team.board', {});
    expect(board.documents.map(({ id }) => id)).toEqual([documentId, second]);
    expect(board.annotators.map(({ assigned }) => assigned).toSorted()).toEqual([1, 2]);
    expect(board.documents[0]!.cells).toMatchObject([
      { annotations: 1, status: 'in-progress' },
      { annotations: 1, stances: 1 },
    ]);
    const rows = await call(project.engine, 'document.list', {});
    expect(rows.reduce((sum, { assignees }) => sum + assignees, 0)).toBe(3);
    await call(project.engine, 'history.undo', {});
    expect((await call(project.engine, 'team.board', {})).annotators).toMatchObject([
      { assigned: 0 },
      { assigned: 0 },
    ]);
  });

  test('one document is given and taken; too few annotators are told', async () => {
    const { project, documentId } = await shared();
    const pair = { documentIds: [documentId], annotatorIds: [A.annotator.id] };
    expect(await call(project.engine, 'assignment.set', { ...pair, assigned: true })).toEqual({ changed: 1 });
    expect(await call(project.engine, 'assignment.set', { ...pair, assigned: true })).toEqual({ changed: 0 });
    expect(await call(project.engine, 'document.list', {})).toMatchObject([
      { assignedToMe: true, assignees: 1 },
    ]);
    expect(await call(project.engine, 'assignment.set', { ...pair, assigned: false })).toEqual({
      changed: 1,
    });
    await expect(
      call(project.engine, 'assignment.distribute', { annotatorIds: [A.annotator.id], each: 2 }),
    ).rejects.toMatchObject({
      kind: 'bad-input',
      data: { cause: '2 annotators for a document, but there are 1' },
    });
  });
});
