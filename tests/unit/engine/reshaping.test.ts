import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/index';
import { call, newProject } from '../../support/project';

const TEXT = 'The Afghan Taliban and the 👩‍👩‍👧 of Kabul agreed.';

async function marked(...quotes: string[]) {
  const project = newProject();
  const documentId = await project.addText(TEXT);
  const annotations = [];
  for (const quote of quotes) {
    const start = TEXT.indexOf(quote);
    const fragments = [{ start, end: start + quote.length }];
    annotations.push(
      await call(project.engine, 'annotation.create', { documentId, typeId: 'person', fragments }),
    );
  }
  return { engine: project.engine, documentId, annotations };
}

const quotesOf = async (engine: Engine, documentId: string) => {
  const { annotations } = await call(engine, 'document.annotations', { id: documentId });
  const texts = annotations.map(({ fragments }) =>
    fragments.map(({ start, end }) => TEXT.slice(start, end)).join(' … '),
  );
  return texts.sort();
};

describe('splitting', () => {
  test('leaves two annotations with the same label, entity and note; the first keeps its identity', async () => {
    const { engine, documentId, annotations } = await marked('Afghan Taliban');
    const { id } = annotations[0]!;
    await call(engine, 'annotation.update', {
      id,
      note: 'two things',
      attributes: { 'mention-kind': 'name' },
    });
    await call(engine, 'entity.create', { name: 'Taliban', mentions: [id] });
    const { before, after } = await call(engine, 'annotation.split', { id, at: TEXT.indexOf('Taliban') });
    expect(before.id).toBe(id);
    expect(after).toMatchObject({
      note: 'two things',
      attributes: { 'mention-kind': 'name' },
      entityId: before.entityId,
    });
    expect(await quotesOf(engine, documentId)).toEqual(['Afghan', 'Taliban']);
    await call(engine, 'history.undo', {});
    expect(await quotesOf(engine, documentId)).toEqual(['Afghan Taliban']);
  });

  test('never cuts a grapheme cluster', async () => {
    const { engine, documentId, annotations } = await marked('the 👩‍👩‍👧 of');
    const at = TEXT.indexOf('👩') + 3;
    await call(engine, 'annotation.split', { id: annotations[0]!.id, at });
    expect(await quotesOf(engine, documentId)).toEqual(['the', '👩‍👩‍👧 of']);
  });

  test('outside the annotation is refused and changes nothing', async () => {
    const { engine, documentId, annotations } = await marked('Taliban');
    const { id, fragments } = annotations[0]!;
    for (const at of [fragments[0]!.start, fragments[0]!.end, TEXT.length])
      await expect(call(engine, 'annotation.split', { id, at })).rejects.toMatchObject({ kind: 'bad-input' });
    expect(await quotesOf(engine, documentId)).toEqual(['Taliban']);
  });

  test('between two fragments gives one to each', async () => {
    const { engine, documentId, annotations } = await marked('Afghan', 'Kabul');
    const [first, second] = annotations.map(({ id }) => id) as [string, string];
    const merged = await call(engine, 'annotation.merge', { ids: [first, second] });
    expect(await quotesOf(engine, documentId)).toEqual(['Afghan … Kabul']);
    await call(engine, 'annotation.split', { id: merged.id, at: merged.fragments[1]!.start });
    expect(await quotesOf(engine, documentId)).toEqual(['Afghan', 'Kabul']);
  });
});

describe('joining', () => {
  test('keeps the first one’s identity, takes what it lacks from the others, and mends stances', async () => {
    const { engine, documentId, annotations } = await marked('Afghan', 'Taliban');
    const [first, second] = annotations.map(({ id }) => id) as [string, string];
    const entity = await call(engine, 'entity.create', { name: 'Taliban', mentions: [second] });
    const stance = await call(engine, 'stance.create', {
      documentId,
      holder: { kind: 'mention', id: second },
      target: null,
      polarity: 'favor',
    });
    const merged = await call(engine, 'annotation.merge', { ids: [first, second], fillGaps: true });
    expect(merged).toMatchObject({ id: first, entityId: entity.id });
    expect(await quotesOf(engine, documentId)).toEqual(['Afghan Taliban']);
    const after = await call(engine, 'document.annotations', { id: documentId });
    expect(after.stances.find(({ id }) => id === stance.id)?.holder).toEqual({ kind: 'mention', id: first });
    await call(engine, 'history.undo', {});
    expect(await quotesOf(engine, documentId)).toEqual(['Afghan', 'Taliban']);
  });
});

test('one label for several is one step', async () => {
  const { engine, documentId, annotations } = await marked('Afghan', 'Kabul');
  await call(engine, 'annotation.relabel', { ids: annotations.map(({ id }) => id), typeId: 'place' });
  const after = await call(engine, 'document.annotations', { id: documentId });
  expect(after.annotations.map(({ typeId }) => typeId)).toEqual(['place', 'place']);
  await call(engine, 'history.undo', {});
  const undone = await call(engine, 'document.annotations', { id: documentId });
  expect(undone.annotations.map(({ typeId }) => typeId)).toEqual(['person', 'person']);
});
