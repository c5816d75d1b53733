import { describe, expect, test } from 'vitest';
import { call, identity, newProject, type TestProject } from '../../support/project';

const place = { typeId: 'place' };

async function threeTexts(project: TestProject): Promise<string[]> {
  return [
    await project.addText('Kabul said that talks in Kabul had begun.', 'first'),
    await project.addText('Nothing of interest stands here.', 'second'),
    await project.addText('Talks moved from KABUL to Doha; كابل', 'third'),
  ];
}

const occurrences = (project: TestProject, words: string, more: object = {}) =>
  call(project.engine, 'text.occurrences', { words, ...more });

const quotes = (found: Awaited<ReturnType<typeof occurrences>>) =>
  found.contexts.map(({ name, around }) => [name, ...around.map(({ quote }) => quote)]);

describe('occurrences in the texts of a project', () => {
  test('come document by document, with offsets and what stands around them', async () => {
    const project = newProject();
    const [first, , third] = await threeTexts(project);
    const found = await occurrences(project, 'Kabul');
    expect(found).toMatchObject({ marked: 0, more: false });
    expect(found.documents).toEqual([
      { documentId: first, spans: [[{ start: 0, end: 5 }], [{ start: 25, end: 30 }]] },
      { documentId: third, spans: [[{ start: 17, end: 22 }]] },
    ]);
    expect(quotes(found)).toEqual([
      ['first', 'Kabul', 'Kabul'],
      ['third', 'KABUL'],
    ]);
    expect(found.contexts[0]!.around[1]).toEqual({
      before: 'Kabul said that talks in ',
      quote: 'Kabul',
      after: ' had begun.',
    });
  });

  test('are of the documents that are asked for, and no more than are wanted', async () => {
    const project = newProject();
    const [first, , third] = await threeTexts(project);
    expect((await occurrences(project, 'Kabul', { documentIds: [third!] })).documents).toHaveLength(1);
    const limited = await occurrences(project, 'Kabul', { documentIds: [first!], limit: 1 });
    expect(limited.more).toBe(true);
    expect(limited.documents[0]!.spans).toHaveLength(1);
    const unknown = '00000000-0000-7000-8000-00000000ffff';
    await expect(occurrences(project, 'Kabul', { documentIds: [unknown] })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('know other spellings, and affixes by the language of each document', async () => {
    const project = newProject();
    await threeTexts(project);
    expect(quotes(await occurrences(project, 'کابل'))).toEqual([['third', 'كابل']]);
    expect(quotes(await occurrences(project, 'کابل', { fold: false }))).toEqual([]);
    const id = await project.addText('Kabul’s airport', 'fourth');
    const some = { documentIds: [id], inflection: 'whole' };
    await call(project.engine, 'document.update', { id, language: 'en' });
    expect(quotes(await occurrences(project, 'Kabul', some))).toEqual([['fourth', 'Kabul’s']]);
    await call(project.engine, 'document.update', { id, language: 'und' });
    expect(quotes(await occurrences(project, 'Kabul', some))).toEqual([['fourth', 'Kabul']]);
  });

  test('leave out what the annotator has marked so, not what colleagues have', async () => {
    const project = newProject();
    const [first] = await threeTexts(project);
    const fragments = [{ start: 0, end: 5 }];
    await call(project.engine, 'annotation.create', { documentId: first!, ...place, fragments });
    expect(await occurrences(project, 'Kabul', { notMarkedAs: 'place' })).toMatchObject({ marked: 1 });
    expect(await occurrences(project, 'Kabul', { notMarkedAs: 'person' })).toMatchObject({ marked: 0 });
    project.reopen({ as: identity('Annotator B', 2) });
    expect(await occurrences(project, 'Kabul', { notMarkedAs: 'place' })).toMatchObject({ marked: 0 });
  });

  test('take a word as marked whether its affixes are marked with it or not', async () => {
    const project = newProject();
    const id = await project.addText('The minister said that Kabul’s airport was open to all.');
    await call(project.engine, 'document.update', { id, language: 'en' });
    await call(project.engine, 'annotation.create', {
      documentId: id,
      ...place,
      fragments: [{ start: 23, end: 28 }],
    });
    expect(await occurrences(project, 'Kabul', { inflection: 'whole', notMarkedAs: 'place' })).toMatchObject({
      documents: [],
      marked: 1,
    });
  });

  test('can be stopped, and tell how far they are', async () => {
    const project = newProject();
    await threeTexts(project);
    const controller = new AbortController();
    const told: string[] = [];
    const search = project.engine.execute(
      'text.occurrences',
      { words: 'Kabul' },
      {
        signal: controller.signal,
        onProgress: ({ done, total, what }) => {
          told.push(`${done} of ${total}: ${what}`);
          if (done === 1) controller.abort();
        },
      },
    );
    await expect(search).rejects.toMatchObject({ kind: 'cancelled' });
    expect(told).toEqual(['0 of 3: first', '1 of 3: second']);
  });
});

describe('marking in many documents', () => {
  test('is one entry of the history and one undo; layers and statuses come and go with it', async () => {
    const project = newProject();
    const { engine } = project;
    const [first, second, third] = await threeTexts(project);
    const found = await occurrences(project, 'Kabul');
    const before = (await call(engine, 'history.list', {})).length;
    const { documents } = await call(engine, 'annotation.createAcross', {
      ...place,
      documents: found.documents,
    });
    expect(documents.map(({ documentId, ids }) => [documentId, ids.length])).toEqual([
      [first, 2],
      [third, 1],
    ]);
    const [entry, ...older] = await call(engine, 'history.list', {});
    expect(older).toHaveLength(before);
    expect(entry).toMatchObject({ name: 'annotation.createAcross', documentIds: [first, third] });
    const rows = await call(engine, 'document.list', {});
    expect(rows.map(({ annotations, status }) => [annotations, status])).toEqual([
      [2, 'in-progress'],
      [0, 'new'],
      [1, 'in-progress'],
    ]);
    expect((await call(engine, 'document.annotations', { id: second! })).layers).toEqual([]);

    await call(engine, 'history.undo', {});
    for (const id of [first!, third!]) {
      expect(await call(engine, 'document.annotations', { id })).toMatchObject({
        layers: [],
        annotations: [],
      });
    }
    expect((await call(engine, 'document.list', {})).every(({ status }) => status === 'new')).toBe(true);
    await call(engine, 'history.redo', {});
    expect((await call(engine, 'document.list', {})).map(({ annotations }) => annotations)).toEqual([
      2, 0, 1,
    ]);
  });

  test('uses the layer that is there, and one new one where a document is named twice', async () => {
    const project = newProject();
    const [first, second] = await threeTexts(project);
    const fragments = [{ start: 0, end: 5 }];
    await call(project.engine, 'annotation.create', { documentId: first!, ...place, fragments });
    await call(project.engine, 'annotation.createAcross', {
      ...place,
      documents: [
        { documentId: first!, spans: [[{ start: 25, end: 30 }]] },
        { documentId: second!, spans: [[{ start: 0, end: 7 }]] },
        { documentId: second!, spans: [[{ start: 8, end: 10 }]] },
      ],
    });
    for (const id of [first!, second!]) {
      const { layers, annotations } = await call(project.engine, 'document.annotations', { id });
      expect(layers).toHaveLength(1);
      expect(annotations.map(({ layerId }) => layerId)).toEqual([layers[0]!.id, layers[0]!.id]);
    }
  });

  test.each([
    ['a stretch outside its text', { documents: [{ spans: [[{ start: 0, end: 9_999 }]] }] }, 'bad-input'],
    ['a type that the schema does not have', { typeId: 'no-such' }, 'bad-input'],
    ['an entity that is not there', { entityId: '00000000-0000-7000-8000-00000000ffff' }, 'not-found'],
  ])('changes nothing with %s', async (_what, wrong: object, kind) => {
    const project = newProject();
    const [first, second] = await threeTexts(project);
    const { documents: bad = [], ...more } = wrong as {
      documents?: { spans: { start: number; end: number }[][] }[];
    };
    const documents = [
      { documentId: first!, spans: [[{ start: 0, end: 5 }]] },
      ...bad.map((one) => ({ documentId: second!, ...one })),
    ];
    const marking = call(project.engine, 'annotation.createAcross', { ...place, documents, ...more });
    await expect(marking).rejects.toMatchObject({ kind });
    expect((await call(project.engine, 'document.list', {})).map(({ annotations }) => annotations)).toEqual([
      0, 0, 0,
    ]);
  });

  test('leaves nothing behind when it is cancelled', async () => {
    const project = newProject();
    const ids = await threeTexts(project);
    const before = await call(project.engine, 'history.list', {});
    const controller = new AbortController();
    const marking = project.engine.execute(
      'annotation.createAcross',
      { ...place, documents: ids.map((documentId) => ({ documentId, spans: [[{ start: 0, end: 5 }]] })) },
      { signal: controller.signal, onProgress: ({ done }) => done === 2 && controller.abort() },
    );
    await expect(marking).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await call(project.engine, 'history.list', {})).toEqual(before);
    for (const id of ids)
      expect(await call(project.engine, 'document.annotations', { id })).toMatchObject({
        layers: [],
        annotations: [],
      });
  });
});
