import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../src/engine/index';
import { call, newProject } from '../../support/project';

const TEXT = 'Mujahid spoke for the Taliban in Kabul. Islamabad rejected the demand on Friday.';

async function marked() {
  const project = newProject();
  const documentId = await project.addText(TEXT);
  const mark = async (quote: string, typeId: string) => {
    const start = TEXT.indexOf(quote);
    const fragments = [{ start, end: start + quote.length }];
    return (await call(project.engine, 'annotation.create', { documentId, typeId, fragments })).id;
  };
  const ids = {
    mujahid: await mark('Mujahid', 'person'),
    taliban: await mark('Taliban', 'armed-group'),
    kabul: await mark('Kabul', 'place'),
    islamabad: await mark('Islamabad', 'state'),
    friday: await mark('Friday', 'time'),
  };
  return { project, engine: project.engine, documentId, ids };
}

const joinsOf = async (engine: Engine, id: string) => {
  const { relations, events } = await call(engine, 'document.annotations', { id });
  return { relations, events };
};

const at = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length });

describe('a relation', () => {
  test('is made, changed, deleted, and each of it undone', async () => {
    const { engine, documentId, ids } = await marked();
    const relation = await call(engine, 'relation.create', {
      typeId: 'spokesperson-for',
      fromId: ids.mujahid,
      toId: ids.taliban,
    });
    await call(engine, 'relation.update', { id: relation.id, typeId: 'member-of', note: 'since when?' });
    expect((await joinsOf(engine, documentId)).relations).toMatchObject([
      { id: relation.id, typeId: 'member-of', note: 'since when?' },
    ]);
    await call(engine, 'relation.remove', { ids: [relation.id] });
    expect((await joinsOf(engine, documentId)).relations).toEqual([]);
    await call(engine, 'history.undo', {});
    await call(engine, 'history.undo', {});
    expect((await joinsOf(engine, documentId)).relations).toEqual([relation]);
  });

  test.each([
    ['goes the wrong way', 'spokesperson-for', 'taliban', 'mujahid', /cannot go from 'armed-group'/],
    ['is unknown to the schema', 'hates', 'mujahid', 'taliban', /no relation type 'hates'/],
    ['joins one with itself', 'same-as', 'mujahid', 'mujahid', /names one twice/],
  ] as const)('that %s is refused', async (_what, typeId, from, to, words) => {
    const { engine, documentId, ids } = await marked();
    const made = call(engine, 'relation.create', { typeId, fromId: ids[from], toId: ids[to] });
    await expect(made).rejects.toMatchObject({ kind: 'bad-input', message: expect.stringMatching(words) });
    expect((await joinsOf(engine, documentId)).relations).toEqual([]);
  });

  test('is not made twice', async () => {
    const { engine, ids } = await marked();
    const input = { typeId: 'leads', fromId: ids.mujahid, toId: ids.taliban };
    await call(engine, 'relation.create', input);
    await expect(call(engine, 'relation.create', input)).rejects.toMatchObject({ kind: 'exists' });
  });

  test('goes with an annotation that is deleted, and comes back with it', async () => {
    const { engine, documentId, ids } = await marked();
    const input = { typeId: 'located-in', fromId: ids.taliban, toId: ids.kabul };
    const relation = await call(engine, 'relation.create', input);
    await call(engine, 'annotation.remove', { ids: [ids.kabul] });
    expect((await joinsOf(engine, documentId)).relations).toEqual([]);
    await call(engine, 'history.undo', {});
    expect((await joinsOf(engine, documentId)).relations).toEqual([relation]);
  });

  test('follows annotations that are joined into one; what would join it with itself goes', async () => {
    const { engine, documentId, ids } = await marked();
    await call(engine, 'relation.create', { typeId: 'leads', fromId: ids.mujahid, toId: ids.taliban });
    const same = await call(engine, 'relation.create', {
      typeId: 'same-as',
      fromId: ids.taliban,
      toId: ids.islamabad,
    });
    await call(engine, 'annotation.merge', { ids: [ids.islamabad, ids.taliban] });
    const { relations } = await joinsOf(engine, documentId);
    expect(relations).toMatchObject([{ typeId: 'leads', toId: ids.islamabad }]);
    expect(relations.some(({ id }) => id === same.id)).toBe(false);
  });
});

describe('an event', () => {
  const roles = (ids: Awaited<ReturnType<typeof marked>>['ids']) => [
    { roleId: 'source', filler: { kind: 'mention' as const, id: ids.islamabad } },
    { roleId: 'date', filler: { kind: 'mention' as const, id: ids.friday } },
  ];

  test('keeps its trigger and roles', async () => {
    const { engine, documentId, ids } = await marked();
    const event = await call(engine, 'event.create', {
      documentId,
      typeId: 'reject',
      trigger: [at('rejected')],
      roles: roles(ids),
    });
    expect((await joinsOf(engine, documentId)).events).toEqual([event]);
    await call(engine, 'event.update', {
      id: event.id,
      typeId: 'accuse',
      trigger: [at('rejected the demand')],
    });
    expect((await joinsOf(engine, documentId)).events).toMatchObject([
      { typeId: 'accuse', trigger: [at('rejected the demand')] },
    ]);
    await call(engine, 'event.remove', { ids: [event.id] });
    await call(engine, 'history.undo', {});
    await call(engine, 'history.undo', {});
    expect((await joinsOf(engine, documentId)).events).toEqual([event]);
  });

  test.each([
    ['no such role', 'reporter', 'islamabad', /no role 'reporter'/],
    ['a type that cannot have it', 'place', 'islamabad', /'state' cannot be the 'Place'/],
  ] as const)('with %s is refused', async (_what, roleId, who, words) => {
    const { engine, documentId, ids } = await marked();
    const made = call(engine, 'event.create', {
      documentId,
      typeId: 'reject',
      trigger: [at('rejected')],
      roles: [{ roleId, filler: { kind: 'mention', id: ids[who] } }],
    });
    await expect(made).rejects.toMatchObject({ kind: 'bad-input', message: expect.stringMatching(words) });
  });

  test('with two in a role for one is refused', async () => {
    const { engine, documentId, ids } = await marked();
    const filler = { kind: 'mention' as const, id: ids.friday };
    const made = call(engine, 'event.create', {
      documentId,
      typeId: 'reject',
      trigger: [at('rejected')],
      roles: [
        { roleId: 'date', filler },
        { roleId: 'date', filler },
      ],
    });
    await expect(made).rejects.toMatchObject({ message: expect.stringMatching(/room for one/) });
  });

  test('whose mention is deleted names its entity, or nobody', async () => {
    const { engine, documentId, ids } = await marked();
    const entity = await call(engine, 'entity.create', {
      name: 'Pakistan',
      typeId: 'state',
      mentions: [ids.islamabad],
    });
    await call(engine, 'event.create', {
      documentId,
      typeId: 'reject',
      trigger: [at('rejected')],
      roles: roles(ids),
    });
    await call(engine, 'annotation.remove', { ids: [ids.islamabad, ids.friday] });
    expect((await joinsOf(engine, documentId)).events).toMatchObject([
      { roles: [{ roleId: 'source', filler: { kind: 'entity', id: entity.id } }] },
    ]);
    await expect(call(engine, 'entity.remove', { id: entity.id })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const other = await call(engine, 'entity.create', { name: 'Government of Pakistan' });
    await call(engine, 'entity.merge', { id: other.id, from: [entity.id] });
    expect((await joinsOf(engine, documentId)).events).toMatchObject([
      { roles: [{ filler: { kind: 'entity', id: other.id } }] },
    ]);
  });
});

test('all of it is there after the file is opened anew, and goes with the document', async () => {
  const { project, engine, documentId, ids } = await marked();
  await call(engine, 'relation.create', { typeId: 'leads', fromId: ids.mujahid, toId: ids.taliban });
  await call(engine, 'event.create', { documentId, typeId: 'reject', trigger: [at('rejected')] });
  const before = await joinsOf(engine, documentId);
  const again = project.reopen();
  expect(await joinsOf(again, documentId)).toEqual(before);
  await call(again, 'document.remove', { ids: [documentId] });
  await call(again, 'history.undo', {});
  expect(await joinsOf(again, documentId)).toEqual(before);
});
