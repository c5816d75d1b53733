import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/index';
import { call, identity, newProject, type TestProject } from '../../support/project';

const TEXT = 'Mujahid spoke. MUJAHID denied it; Muttaqi, too. Then Mujahid left with Asif.';

/** Marks each occurrence of some words as a person and returns the ids in text order. */
async function mark(engine: Engine, documentId: string, words: string, text = TEXT): Promise<string[]> {
  const spans = [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => [
    { start: index, end: index + words.length },
  ]);
  return (await call(engine, 'annotation.createMany', { documentId, typeId: 'person', spans })).ids;
}

const make = async (engine: Engine, name: string, more: object = {}) =>
  (await call(engine, 'entity.create', { name, typeId: 'person', ...more })).id;

const linked = async (engine: Engine, id: string) =>
  (await call(engine, 'entity.mentions', { id })).mentions.map(({ quote }) => quote);

async function withText(): Promise<TestProject & { documentId: string }> {
  const project = newProject();
  return Object.assign(project, { documentId: await project.addText(TEXT) });
}

describe('looking entities up', () => {
  test('tells why each was found, and follows changes', async () => {
    const { engine } = await withText();
    const id = await make(engine, 'Zabihullah Mujahid', { aliases: ['ذبیح اللہ'] });
    const search = (query: string) => call(engine, 'entity.search', { query });
    expect(await search('Mujahid')).toMatchObject([
      { entity: { id, mentions: 0 }, reason: 'part', matched: 'Zabihullah Mujahid' },
    ]);
    expect(await search('Zabihullah')).toMatchObject([{ reason: 'transliterated', matched: 'ذبیح اللہ' }]);
    await call(engine, 'entity.update', { id, aliases: [] });
    expect(await search('ذبیح اللہ مجاہد')).toMatchObject([{ reason: 'transliterated' }]);
    await call(engine, 'history.undo', {});
    expect(await search('ذبیح اللہ')).toMatchObject([{ reason: 'alias' }]);
    await call(engine, 'entity.remove', { id });
    expect(await search('Mujahid')).toEqual([]);
  });

  test('an identifier of a known register must have its form', async () => {
    const { engine } = await withText();
    const id = await make(engine, 'Asif', { externalIds: [{ scheme: 'wikidata', value: 'Q42' }] });
    const wrong = { id, externalIds: [{ scheme: 'wikidata', value: 'q 42' }] };
    await expect(engine.execute('entity.update', wrong)).rejects.toMatchObject({
      kind: 'bad-input',
      message: expect.stringContaining('Wikidata'),
    });
    await call(engine, 'entity.update', { id, externalIds: [{ scheme: 'our-list', value: 'any thing' }] });
  });

  test('mentions come page by page, with what stands around them', async () => {
    const { engine, documentId } = await withText();
    const mentions = await mark(engine, documentId, 'Mujahid');
    const id = await make(engine, 'Mujahid', { mentions });
    const second = await call(engine, 'entity.mentions', { id, offset: 1, limit: 1 });
    expect(second.total).toBe(2);
    expect(second.mentions).toMatchObject([
      {
        before: 'Mujahid spoke. MUJAHID denied it; Muttaqi, too. Then ',
        quote: 'Mujahid',
        after: ' left with Asif.',
        annotatorName: 'Annotator A',
        own: true,
      },
    ]);
  });

  test('pairs that may be one are told, the surest first', async () => {
    const { engine } = await withText();
    await make(engine, 'Taliban', { typeId: 'organisation' });
    await make(engine, 'طالبان', { typeId: 'organisation' });
    await make(engine, 'Muttaqi', { externalIds: [{ scheme: 'wikidata', value: 'Q7' }] });
    await make(engine, 'Amir Khan', { externalIds: [{ scheme: 'wikidata', value: 'Q7' }] });
    await make(engine, 'Khawaja Asif');
    await make(engine, 'Asif');
    await make(engine, 'Kabul', { typeId: 'place' });
    await make(engine, 'KABUL', { typeId: 'state' });
    await make(engine, 'Kandahar', { typeId: 'place' });
    await make(engine, 'Kandabar', { typeId: 'place' });
    const { pairs } = await call(engine, 'entity.duplicates', {});
    expect(pairs.map(({ reason, names }) => [reason, ...[...names].sort()])).toEqual([
      ['external-id', 'wikidata:Q7', 'wikidata:Q7'],
      ['transliterated', 'Taliban', 'طالبان'],
      ['part', 'Asif', 'Khawaja Asif'],
      ['fuzzy', 'Kandabar', 'Kandahar'],
    ]);
  });
});

describe('merging entities', () => {
  async function twoToMerge() {
    const project = await withText();
    const { engine, documentId } = project;
    const [a] = await mark(engine, documentId, 'Mujahid');
    const [b] = await mark(engine, documentId, 'MUJAHID');
    const into = await make(engine, 'Zabihullah Mujahid', {
      aliases: ['Z. Mujahid'],
      note: 'One.',
      mentions: [a],
    });
    const from = await make(engine, 'MUJAHID', {
      typeId: 'organisation',
      aliases: ['Z. Mujahid', 'the spokesman'],
      externalIds: [{ scheme: 'wikidata', value: 'Q7' }],
      note: 'Two.',
      mentions: [b],
    });
    const stance = await call(engine, 'stance.create', {
      documentId,
      holder: { kind: 'entity', id: from },
      target: { kind: 'entity', id: into },
      polarity: 'against',
      sources: [{ kind: 'entity', id: from }, { kind: 'author' }],
    });
    const event = await call(engine, 'event.create', {
      documentId,
      typeId: 'consult',
      trigger: [{ start: 0, end: 7 }],
      roles: [into, from].map((id) => ({ roleId: 'source', filler: { kind: 'entity' as const, id } })),
    });
    return { project, engine, documentId, into, from, stanceId: stance.id, eventId: event.id };
  }

  test('brings mentions, stances, names, identifiers and notes together; one undo parts them', async () => {
    const { engine, documentId, into, from, stanceId } = await twoToMerge();
    const before = await call(engine, 'entity.list', {});
    const done = await call(engine, 'entity.merge', { id: into, from: [from] });
    expect(done).toMatchObject({
      mentions: 1,
      stances: 1,
      events: 1,
      entity: {
        id: into,
        name: 'Zabihullah Mujahid',
        typeId: 'person',
        aliases: ['Z. Mujahid', 'MUJAHID', 'the spokesman'],
        externalIds: [{ scheme: 'wikidata', value: 'Q7' }],
        note: 'One.\n\nTwo.',
      },
    });
    expect(await linked(engine, into)).toEqual(['Mujahid', 'MUJAHID']);
    const { stances } = await call(engine, 'entity.stances', { id: into });
    expect(stances).toMatchObject([
      {
        stance: {
          id: stanceId,
          holder: { kind: 'entity', id: into },
          target: { kind: 'entity', id: into },
          sources: [{ kind: 'entity', id: into }, { kind: 'author' }],
        },
        names: { [into]: 'Zabihullah Mujahid' },
      },
    ]);
    const { events } = await call(engine, 'document.annotations', { id: documentId });
    expect(events[0]!.roles).toEqual([{ roleId: 'source', filler: { kind: 'entity', id: into } }]);
    await call(engine, 'history.undo', {});
    expect(await call(engine, 'entity.list', {})).toEqual(before);
  });

  test('is told beforehand, with what speaks against it', async () => {
    const { engine, into, from } = await twoToMerge();
    await call(engine, 'entity.update', { id: into, externalIds: [{ scheme: 'wikidata', value: 'Q8' }] });
    expect(await call(engine, 'entity.mergePreview', { id: into, from: [from] })).toMatchObject({
      entity: { name: 'Zabihullah Mujahid' },
      touched: [{ annotatorName: 'Annotator A', mentions: 1, stances: 1, events: 1 }],
      differences: [
        { field: 'type', values: ['person', 'organisation'] },
        { field: 'external-id', scheme: 'wikidata', values: ['Q8', 'Q7'] },
      ],
      towardThemselves: 1,
    });
  });

  test('moves the mentions of colleagues too, and undo gives them back', async () => {
    const { project, into, from } = await twoToMerge();
    const other = project.reopen({ as: identity('Annotator B', 2) });
    await call(other, 'entity.merge', { id: into, from: [from] });
    expect(await linked(other, into)).toEqual(['Mujahid', 'MUJAHID']);
    await call(other, 'history.undo', {});
    expect(await linked(other, from)).toEqual(['MUJAHID']);
  });

  test('an entity is not merged with itself', async () => {
    const { engine, into } = await twoToMerge();
    const act = engine.execute('entity.merge', { id: into, from: [into] });
    await expect(act).rejects.toMatchObject({ kind: 'bad-input' });
  });
});

describe('splitting an entity', () => {
  test('gives chosen mentions, stances and names to a new one; the rest stays', async () => {
    const { engine, documentId } = await withText();
    const mentions = await mark(engine, documentId, 'Mujahid');
    const id = await make(engine, 'Mujahid', { aliases: ['the other', 'the one'], mentions });
    const stanceFor = (polarity: string) =>
      call(engine, 'stance.create', { documentId, holder: { kind: 'entity', id }, polarity });
    const stays = await stanceFor('favor');
    const goes = await stanceFor('against');
    const event = await call(engine, 'event.create', {
      documentId,
      typeId: 'consult',
      trigger: [{ start: 0, end: 7 }],
      roles: [{ roleId: 'source', filler: { kind: 'entity', id } }],
    });
    const before = await call(engine, 'entity.list', {});
    const { entity } = await call(engine, 'entity.split', {
      id,
      to: { kind: 'newEntity', name: 'Another Mujahid', typeId: 'person' },
      annotationIds: [mentions[1]!],
      stanceIds: [goes.id],
      eventIds: [event.id],
      aliases: ['the other'],
    });
    expect(entity.aliases).toEqual(['the other']);
    expect(await call(engine, 'entity.list', {})).toMatchObject([
      { name: 'Another Mujahid', mentions: 1, stances: 1, events: 1 },
      { name: 'Mujahid', aliases: ['the one'], mentions: 1, stances: 1, events: 0 },
    ]);
    expect(await call(engine, 'entity.events', { id: entity.id })).toMatchObject({
      total: 1,
      events: [{ event: { id: event.id }, quote: 'Mujahid', own: true }],
    });
    const held = await call(engine, 'entity.stances', { id });
    expect(held.stances.map(({ stance }) => stance.id)).toEqual([stays.id]);
    await call(engine, 'history.undo', {});
    expect(await call(engine, 'entity.list', {})).toEqual(before);
  });

  test('refuses what is not its own, and colleagues’ mentions', async () => {
    const project = await withText();
    const { documentId } = project;
    const [mention] = await mark(project.engine, documentId, 'Asif');
    const [elsewhere] = await mark(project.engine, documentId, 'Muttaqi');
    const id = await make(project.engine, 'Asif', { mentions: [mention] });
    const split = (engine: Engine, input: object) =>
      engine.execute('entity.split', { id, to: { kind: 'newEntity', name: 'X' }, ...input });
    const refused = { kind: 'bad-input' };
    await expect(split(project.engine, {})).rejects.toMatchObject(refused);
    await expect(split(project.engine, { annotationIds: [elsewhere] })).rejects.toMatchObject(refused);
    await expect(
      split(project.engine, { annotationIds: [mention], to: { kind: 'entity', id } }),
    ).rejects.toMatchObject(refused);
    const other = project.reopen({ as: identity('Annotator B', 2) });
    await expect(split(other, { annotationIds: [mention] })).rejects.toMatchObject({ kind: 'conflict' });
  });
});

describe('mentions without an entity', () => {
  test('are grouped by normalised text, with the best suggestion', async () => {
    const { engine, documentId } = await withText();
    await mark(engine, documentId, 'Mujahid');
    await mark(engine, documentId, 'MUJAHID');
    await mark(engine, documentId, 'Asif');
    const id = await make(engine, 'Zabihullah Mujahid');
    const all = await call(engine, 'mention.unlinked', {});
    expect(all).toMatchObject({
      total: 2,
      mentions: 4,
      groups: [
        {
          text: 'Mujahid',
          count: 3,
          documents: 1,
          typeId: 'person',
          suggestion: { entity: { id }, reason: 'part' },
        },
        { text: 'Asif', count: 1, suggestion: null },
      ],
    });
    expect(await call(engine, 'mention.unlinked', { typeIds: ['place'] })).toMatchObject({ total: 0 });
    expect((await call(engine, 'mention.unlinked', { offset: 1 })).groups).toMatchObject([{ text: 'Asif' }]);
  });

  test('are linked all at once where the text is the same, each can be left out, and one undo unlinks them', async () => {
    const project = await withText();
    const { engine, documentId } = project;
    const elsewhere = await project.addText('Mujahid again.');
    const [first] = await mark(engine, documentId, 'Mujahid');
    await mark(engine, documentId, 'MUJAHID');
    await mark(engine, elsewhere, 'Mujahid', 'Mujahid again.');
    const text = 'mujahid';
    expect((await call(engine, 'mention.equal', { text, documentId })).total).toBe(3);
    expect((await call(engine, 'mention.equal', { text })).total).toBe(4);
    const done = await call(engine, 'mention.linkEqual', {
      text,
      entity: { kind: 'newEntity', name: 'Zabihullah Mujahid', typeId: 'person' },
      except: [first!],
    });
    expect(done.linked).toBe(3);
    expect(await linked(engine, done.entityId)).toEqual(['MUJAHID', 'Mujahid', 'Mujahid']);
    await call(engine, 'history.undo', {});
    expect(await call(engine, 'entity.list', {})).toEqual([]);
    expect((await call(engine, 'mention.equal', { text })).total).toBe(4);
  });

  test('those that are linked elsewhere are left alone unless asked for', async () => {
    const { engine, documentId } = await withText();
    const [first] = await mark(engine, documentId, 'Mujahid');
    await make(engine, 'Somebody', { mentions: [first] });
    const id = await make(engine, 'Mujahid');
    const entity = { kind: 'entity' as const, id };
    expect(await call(engine, 'mention.linkEqual', { text: 'Mujahid', entity })).toMatchObject({ linked: 1 });
    expect(await call(engine, 'mention.linkEqual', { text: 'Mujahid', entity, linked: true })).toMatchObject({
      linked: 1,
    });
  });

  test('a colleague’s are neither shown nor linked', async () => {
    const project = await withText();
    await mark(project.engine, project.documentId, 'Mujahid');
    const other = project.reopen({ as: identity('Annotator B', 2) });
    expect((await call(other, 'mention.unlinked', {})).total).toBe(0);
    const act = (entity: object) => other.execute('mention.linkEqual', { text: 'Mujahid', entity });
    await expect(act({ kind: 'newEntity', name: 'Mujahid' })).rejects.toMatchObject({ kind: 'not-found' });
    const id = await make(other, 'Mujahid');
    expect(await act({ kind: 'entity', id })).toMatchObject({ linked: 0 });
  });

  test('a mention whose boundary moves is grouped by its new text', async () => {
    const { engine, documentId } = await withText();
    const [first] = await mark(engine, documentId, 'Asif');
    await call(engine, 'mention.unlinked', {});
    await call(engine, 'annotation.update', { id: first!, fragments: [{ start: 66, end: 75 }] });
    const { groups } = await call(engine, 'mention.unlinked', {});
    expect(groups.map(({ text }) => text)).toEqual(['with Asif']);
  });
});

describe('propositions', () => {
  async function withTwo() {
    const { engine, documentId } = await withText();
    const toward = (name: string) =>
      call(engine, 'stance.create', {
        documentId,
        target: { kind: 'newProposition', name },
        polarity: 'favor',
        evidence: [{ start: 0, end: 7 }],
      });
    await toward('keeping the ceasefire');
    await toward('holding the truce');
    const [second, first] = await call(engine, 'proposition.list', {});
    return { engine, first: first!, second: second! };
  }

  test('are merged: their stances are toward the one that stays', async () => {
    const { engine, first, second } = await withTwo();
    await call(engine, 'proposition.update', { id: second.id, note: 'As in October.' });
    const before = await call(engine, 'proposition.list', {});
    expect(await call(engine, 'proposition.merge', { id: first.id, from: [second.id] })).toMatchObject({
      stances: 1,
      proposition: { name: 'keeping the ceasefire', note: 'As in October.' },
    });
    expect(await call(engine, 'proposition.list', {})).toMatchObject([{ id: first.id, stances: 2 }]);
    expect(await call(engine, 'proposition.stances', { id: first.id })).toMatchObject({
      total: 2,
      stances: [{ quote: 'Mujahid', names: { [first.id]: 'keeping the ceasefire' } }, {}],
    });
    await call(engine, 'history.undo', {});
    expect(await call(engine, 'proposition.list', {})).toEqual(before);
  });

  test('are removed only when no stance is toward them', async () => {
    const { engine, first } = await withTwo();
    await expect(engine.execute('proposition.remove', { id: first.id })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const free = await call(engine, 'proposition.create', { name: 'a deal' });
    await call(engine, 'proposition.remove', { id: free.id });
    expect(await call(engine, 'proposition.list', {})).toHaveLength(2);
  });
});
