import { describe, expect, test } from 'vitest';
import { call, identity, newProject, type TestProject } from '../../support/project';

const TEXT = 'Mujahid rejects the demand. Asif accuses Kabul. Mujahid keeps the ceasefire.';

/** Two dated documents with stances of Mujahid, Asif and the author. */
async function projectWithStances() {
  const project = newProject();
  const { engine } = project;
  const first = await project.addText(TEXT, 'first');
  const second = await project.addText(`${TEXT} Again.`, 'second');
  await call(engine, 'document.update', { id: first, metadata: { title: 'First', date: '2025-10-19' } });
  await call(engine, 'document.update', { id: second, metadata: { title: 'Second', date: '2025-12-01' } });
  const mention = await call(engine, 'annotation.create', {
    documentId: first,
    typeId: 'person',
    fragments: [{ start: 0, end: 7 }],
  });
  const mujahid = await call(engine, 'entity.create', {
    name: 'Zabihullah Mujahid',
    typeId: 'person',
    mentions: [mention.id],
  });
  const loose = await call(engine, 'annotation.create', {
    documentId: first,
    typeId: 'person',
    fragments: [{ start: 28, end: 32 }],
  });
  const create = async (documentId: string, polarity: string, more: object) =>
    (await call(engine, 'stance.create', { documentId, polarity, ...more } as never)).id;
  const demand = { kind: 'newProposition' as const, name: 'the demand' };
  const ids = [
    await create(first, 'against', {
      holder: { kind: 'mention', id: mention.id },
      target: demand,
      intensity: 3,
      modality: 'denies',
      evidence: [{ start: 0, end: 26 }],
    }),
    await create(first, 'against', { holder: { kind: 'mention', id: loose.id }, target: demand }),
    await create(second, 'favor', {
      holder: { kind: 'entity', id: mujahid.id },
      target: { kind: 'newProposition', name: 'the ceasefire' },
      intensity: 2,
      evidence: [{ start: 48, end: 75 }],
    }),
    await create(second, 'unclear', { holder: { kind: 'author' } }),
  ];
  return { project, engine, first, second, mujahid, ids };
}

describe('stances over the project', () => {
  test('are counted by holder, target, polarity and month; mentions count as their entity', async () => {
    const { engine, mujahid } = await projectWithStances();
    const { total, holders, targets, cells } = await call(engine, 'stance.matrix', {});
    expect(total).toBe(4);
    expect(holders).toMatchObject([
      { key: `entity:${mujahid.id}`, name: 'Zabihullah Mujahid', typeId: 'person', count: 2 },
      { key: 'text:asif', kind: 'mention', name: 'Asif', count: 1 },
      { key: 'author', kind: 'author', count: 1 },
    ]);
    expect(targets.map(({ name, count }) => [name, count])).toEqual([
      ['the demand', 2],
      ['not named', 1],
      ['the ceasefire', 1],
    ]);
    expect(cells).toContainEqual({
      holder: `entity:${mujahid.id}`,
      target: targets[0]!.key,
      polarity: 'against',
      month: '2025-10',
      count: 1,
      graded: 1,
      intensity: 3,
    });
    const late = await call(engine, 'stance.matrix', { from: '2025-11' });
    expect(late.total).toBe(2);
  });

  test('are listed by filter, sorted, with names and evidence', async () => {
    const { engine, ids, mujahid, first } = await projectWithStances();
    const listed = async (input: object) => {
      const { stances } = await call(engine, 'stance.list', input);
      return stances.map(({ stance }) => ids.indexOf(stance.id));
    };
    expect(await listed({})).toEqual([0, 1, 2, 3]);
    expect(await listed({ holder: `entity:${mujahid.id}` })).toEqual([0, 2]);
    expect(await listed({ target: 'none' })).toEqual([3]);
    expect(await listed({ polarities: ['favor', 'unclear'] })).toEqual([2, 3]);
    expect(await listed({ modalities: ['denies'] })).toEqual([0]);
    expect(await listed({ documentId: first })).toEqual([0, 1]);
    expect(await listed({ text: 'CEASEFIRE mujahid' })).toEqual([2]);
    expect(await listed({ sort: 'holder' })).toEqual([1, 3, 0, 2]);
    expect(await listed({ sort: 'date', descending: true })).toEqual([3, 2, 1, 0]);
    expect(await listed({ sort: 'intensity' })).toEqual([2, 0, 1, 3]);
    expect(await listed({ offset: 1, limit: 2 })).toEqual([1, 2]);
    const { stances } = await call(engine, 'stance.list', { text: 'rejects demand' });
    expect(stances[0]).toMatchObject({
      documentName: 'First',
      quote: 'Mujahid rejects the demand',
      own: true,
    });
  });

  test('are changed several at once, and one undo takes it back', async () => {
    const { engine, ids } = await projectWithStances();
    const before = await call(engine, 'stance.list', {});
    const done = await call(engine, 'stance.updateMany', { ids, polarity: 'mixed', confidence: 1 });
    expect(done).toEqual({ updated: 4 });
    const after = await call(engine, 'stance.list', {});
    expect(after.stances.map(({ stance }) => [stance.polarity, stance.confidence, stance.intensity])).toEqual(
      [
        ['mixed', 1, 3],
        ['mixed', 1, null],
        ['mixed', 1, 2],
        ['mixed', 1, null],
      ],
    );
    await call(engine, 'history.undo', {});
    expect(await call(engine, 'stance.list', {})).toEqual(before);
    await expect(call(engine, 'stance.updateMany', { ids, polarity: 'furious' })).rejects.toMatchObject({
      kind: 'bad-input',
    });
  });

  test('of a colleague are shown and not changed', async () => {
    const { project, ids } = await projectWithStances();
    const engine = project.reopen({ as: identity('Annotator B', 2) });
    const { stances, ownIds } = await call(engine, 'stance.list', {});
    expect(stances.map(({ annotatorName, own }) => [annotatorName, own])[0]).toEqual(['Annotator A', false]);
    expect(ownIds).toEqual([]);
    await expect(call(engine, 'stance.updateMany', { ids, polarity: 'mixed' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('statistics', () => {
  test('count by label, document, annotator, day, length and entity, as a whole and in part', async () => {
    const { engine, first, mujahid } = await projectWithStances();
    const all = await call(engine, 'project.statistics', {});
    expect(all).toMatchObject({
      totals: { documents: 2, annotated: 2, annotations: 2, linked: 1, entities: 1, stances: 4 },
      labels: [{ typeId: 'person', annotations: 2, linked: 1 }],
      polarities: [
        { polarity: 'against', stances: 2 },
        { polarity: 'favor', stances: 1 },
        { polarity: 'unclear', stances: 1 },
      ],
      documents: [
        { name: 'First', annotations: 2, stances: 2 },
        { name: 'Second', annotations: 0, stances: 2 },
      ],
      annotators: [{ name: 'Annotator A', annotations: 2, stances: 4 }],
      lengths: [
        { length: 4, annotations: 1 },
        { length: 7, annotations: 1 },
      ],
      entities: [{ entityId: mujahid.id, mentions: 1, documents: 1 }],
    });
    expect(all.days).toMatchObject([{ name: 'Annotator A', acts: 11 }]);
    const part = await call(engine, 'project.statistics', { documentId: first });
    expect(part.totals).toMatchObject({ documents: 1, annotations: 2, stances: 2 });
    const nobody = await call(engine, 'project.statistics', { annotatorId: identity('B', 2).annotator.id });
    expect(nobody.totals).toMatchObject({ documents: 2, annotated: 0, annotations: 0, stances: 0 });
  });
});

describe('problems', () => {
  async function rulesOf({ engine }: TestProject): Promise<string[]> {
    const { problems } = await call(engine, 'project.problems', {});
    return problems.map(({ rule }) => rule);
  }

  test('are found over the project, follow each change, and come in pages', async () => {
    const project = newProject();
    const { engine } = project;
    const documentId = await project.addText(TEXT);
    const mark = (start: number, end: number) =>
      call(engine, 'annotation.create', { documentId, typeId: 'person', fragments: [{ start, end }] });
    expect(await rulesOf(project)).toEqual([]);
    const whole = await mark(0, 7);
    const twin = await mark(0, 7);
    await mark(28, 30);
    expect(await rulesOf(project)).toEqual(['duplicate', 'cut-word']);
    await call(engine, 'entity.create', { name: 'Kabul', typeId: 'place', mentions: [whole.id] });
    expect(await rulesOf(project)).toEqual(['duplicate', 'entity-type', 'cut-word']);
    const page = await call(engine, 'project.problems', { rules: ['cut-word', 'duplicate'], offset: 1 });
    expect(page).toMatchObject({
      total: 2,
      errors: 0,
      warnings: 2,
      problems: [{ rule: 'cut-word', quote: 'As', documentId, place: { start: 28, end: 30 } }],
    });
    expect(page.byRule.filter(({ count }) => count > 0).map(({ rule }) => rule)).toEqual([
      'duplicate',
      'entity-type',
      'cut-word',
    ]);
    await call(engine, 'annotation.remove', { ids: [twin.id] });
    expect(await rulesOf(project)).toEqual(['entity-type', 'cut-word']);
    await call(engine, 'history.undo', {});
    expect(await rulesOf(project)).toHaveLength(3);
    await call(engine, 'document.remove', { ids: [documentId] });
    expect(await rulesOf(project)).toEqual([]);
  });
});

describe('documents', () => {
  test('are found by text, labels of spans and of documents, and problems', async () => {
    const { engine, first, second } = await projectWithStances();
    const ids = async (input: object) =>
      (await call(engine, 'document.find', input)).ids.map((id) => (id === first ? 'first' : 'second'));
    expect(await ids({})).toEqual(['first', 'second']);
    expect(await ids({ text: 'AGAIN' })).toEqual(['second']);
    expect(await ids({ typeId: 'person', atLeast: 2 })).toEqual(['first']);
    expect(await ids({ typeId: 'person', atLeast: 3 })).toEqual([]);
    await call(engine, 'document.appraise', {
      id: second,
      labels: { genre: ['report'], 'language-checked': [false] },
    });
    expect(await ids({ labelId: 'genre' })).toEqual(['second']);
    expect(await ids({ labelId: 'genre', value: 'opinion' })).toEqual([]);
    expect(await ids({ labelId: 'language-checked', value: false })).toEqual(['second']);
    const counted = await call(engine, 'document.find', { problems: 'count' });
    expect(counted.problems).toEqual({ [first]: 1, [second]: 2 });
    await call(engine, 'document.appraise', { id: second, labels: { genre: [] } });
    expect(await ids({ labelId: 'genre' })).toEqual([]);
  });
});
