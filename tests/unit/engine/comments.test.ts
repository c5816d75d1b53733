import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mentionsIn } from '../../../src/core/model/comment';
import { openProject } from '../../../src/engine/index';
import { call, identity, newProject, testEnvironment } from '../../support/project';

const TEXT = 'Kabul and Doha hold talks.';
const A = identity('Annotator A', 1);
const B = identity('Annotator B', 2);

async function commented() {
  const project = newProject(A);
  const documentId = await project.addText(TEXT);
  const fragments = [{ start: 0, end: 5 }];
  const mark = await call(project.engine, 'annotation.create', { documentId, typeId: 'place', fragments });
  const root = await call(project.engine, 'comment.add', {
    documentId,
    target: { kind: 'annotation', id: mark.id },
    text: 'The city, or the government?',
  });
  return { project, documentId, mark, root };
}

describe('comments', () => {
  test('a thread is replied to by others, settled, and open again with the next reply', async () => {
    const { project, root } = await commented();
    const engine = project.reopen({ as: B });
    const reply = await call(engine, 'comment.reply', {
      threadId: root.id,
      text: 'The government, @Annotator A.',
    });
    expect(reply).toMatchObject({ threadId: root.id, mentions: [A.annotator.id], target: root.target });
    await call(engine, 'comment.resolve', { threadId: root.id, resolved: true });
    const { threads, open } = await call(engine, 'comment.list', {});
    expect(open).toBe(0);
    expect(threads).toMatchObject([
      { quote: 'Kabul', isOrphan: false, place: { start: 0, end: 5 }, documentName: 'text-1' },
    ]);
    expect(threads[0]!.comments[0]!.resolved).toMatchObject({ annotatorId: B.annotator.id });
    await call(engine, 'comment.reply', { threadId: root.id, text: 'Or not?' });
    expect(await call(engine, 'comment.list', { which: 'open' })).toMatchObject({ total: 1, open: 1 });
    await call(engine, 'history.undo', {});
    expect(await call(engine, 'comment.list', { which: 'open' })).toMatchObject({ total: 0 });
    expect(await call(project.reopen(), 'comment.list', { which: 'to-me' })).toMatchObject({ total: 0 });
  });

  test('what is said elsewhere after a thread was settled opens it, once it is known', async () => {
    const { project, documentId, root } = await commented();
    project.engine.close();
    const copy = join(project.folder, 'b.parley');
    copyFileSync(project.path, copy);
    const a = project.reopen();
    await call(a, 'comment.resolve', { threadId: root.id, resolved: true });
    const b = openProject({ path: copy, identity: B, environment: testEnvironment(0x51, 60_000) });
    await call(b, 'comment.reply', { threadId: root.id, text: 'Wait, @Annotator C.' });
    b.close();
    await call(a, 'exchange.takeIn', { paths: [copy] });
    expect(await call(a, 'comment.list', { documentId, which: 'open' })).toMatchObject({ total: 1 });
    await call(a, 'comment.resolve', { threadId: root.id, resolved: true });
    expect(await call(a, 'comment.list', { documentId, which: 'open' })).toMatchObject({ total: 0 });
    await call(a, 'comment.reply', { threadId: root.id, text: 'Still open.' });
    const c = project.reopen({ as: identity('Annotator C', 3) });
    expect(await call(c, 'comment.list', { which: 'to-me' })).toMatchObject({ total: 1 });
  });

  test('only what one wrote oneself is changed, and deleted while nobody has replied', async () => {
    const { project, root } = await commented();
    const engine = project.reopen({ as: B });
    await call(engine, 'comment.reply', { threadId: root.id, text: 'Yes.' });
    for (const [name, input] of [
      ['comment.edit', { id: root.id, text: 'Mine now' }],
      ['comment.remove', { id: root.id }],
    ] as const)
      await expect(engine.execute(name, input)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(call(project.reopen(), 'comment.remove', { id: root.id })).rejects.toMatchObject({
      data: { cause: 'Somebody has replied to this' },
    });
    const edited = await call(project.engine, 'comment.edit', { id: root.id, text: 'City or state?' });
    expect(edited.editedTime).not.toBeNull();
  });

  test('a thread stays when what it is on is deleted, and says so', async () => {
    const { project, mark } = await commented();
    await call(project.engine, 'annotation.remove', { ids: [mark.id] });
    expect((await call(project.engine, 'comment.list', {})).threads).toMatchObject([
      { isOrphan: true, quote: '', place: null },
    ]);
  });

  test('threads are found by their words, the quote and the document', async () => {
    const { project, documentId } = await commented();
    await call(project.engine, 'comment.add', { documentId, target: { kind: 'document' }, text: 'Short.' });
    const fragments = [{ start: 10, end: 14 }];
    await call(project.engine, 'comment.add', {
      documentId,
      target: { kind: 'span', fragments },
      text: 'Where?',
    });
    const count = async (text: string) => (await call(project.engine, 'comment.list', { text })).total;
    expect(await Promise.all(['government', 'KABUL', 'doha', 'text-1', 'nothing'].map(count))).toEqual([
      1, 1, 1, 3, 0,
    ]);
  });

  test('they come back from the export where they are asked for', async () => {
    const { project, root } = await commented();
    const path = `${project.folder}/out.json`;
    await call(project.engine, 'export.write', { format: 'json', path, comments: true });
    expect(JSON.parse(readFileSync(path, 'utf8')).documents[0].comments).toMatchObject([
      { id: root.id, thread: root.id, annotator: A.annotator.id },
    ]);
  });

  test('a name after an @ is a mention, the longest that fits, and only as a whole word', () => {
    const people = [
      { id: '1', name: 'Ann' },
      { id: '2', name: 'Ann Lee' },
    ];
    expect(mentionsIn('@Ann Lee and @ann', people).sort()).toEqual(['1', '2']);
    expect(mentionsIn('@Ann Lee', people)).toEqual(['2']);
    expect(mentionsIn('@Annabel, ann', people)).toEqual([]);
  });
});
