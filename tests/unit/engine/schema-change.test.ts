import type { Input } from '@contract/index';
import type { SchemaDefinition } from '@core/model/schema';
import { readyMadeSchemas } from '@core/schemas/index';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProject, type Engine } from '../../../src/engine/index';
import { call, identity, newProject, temporaryFolder } from '../../support/project';

const TEXT = 'The minister met the rebels in Doha and welcomed the truce.';

async function definitionOf(engine: Engine): Promise<SchemaDefinition> {
  return (await call(engine, 'schema.get', {})).definition;
}

async function edited(engine: Engine, edit: (schema: SchemaDefinition) => void): Promise<SchemaDefinition> {
  const definition = await definitionOf(engine);
  edit(definition);
  return definition;
}

const without = (id: string) => (schema: SchemaDefinition) => {
  schema.entityTypes = schema.entityTypes.filter((type) => type.id !== id);
  for (const relation of schema.relationTypes) {
    relation.from = relation.from.filter((type) => type !== id);
    relation.to = relation.to.filter((type) => type !== id);
  }
  for (const role of schema.eventTypes.flatMap(({ roles }) => roles))
    role.types = role.types.filter((type) => type !== id);
};

/** A document with a person, a group with an attribute, a place, and a stance that names the person. */
async function annotated() {
  const project = newProject();
  const { engine } = project;
  const documentId = await project.addText(TEXT, 'report');
  const mark = (
    typeId: string,
    start: number,
    end: number,
    attributes: Input<'annotation.create'>['attributes'] = {},
  ) => call(engine, 'annotation.create', { documentId, typeId, fragments: [{ start, end }], attributes });
  const person = await mark('person', 0, 12, { 'mention-kind': 'nominal' });
  const group = await mark('armed-group', 17, 27, { 'mention-kind': 'nominal' });
  const place = await mark('place', 31, 35, { 'mention-kind': 'name' });
  const entity = await call(engine, 'entity.create', { name: 'Doha', typeId: 'place', mentions: [place.id] });
  const stance = await call(engine, 'stance.create', {
    documentId,
    holder: { kind: 'mention', id: person.id },
    target: { kind: 'newProposition', name: 'the truce' },
    polarity: 'favor',
    modality: 'hopes',
    evidence: [{ start: 40, end: 58 }],
  });
  const state = async () => ({
    schema: await call(engine, 'schema.get', {}),
    marks: await call(engine, 'document.annotations', { id: documentId }),
    entities: await call(engine, 'entity.list', {}),
  });
  return { project, engine, documentId, person, group, place, entity, stance, state };
}

describe('a change of schema', () => {
  test('that renames a type keeps everything, and tells what it touches', async () => {
    const { engine, person } = await annotated();
    const definition = await edited(engine, (schema) =>
      Object.assign(schema.entityTypes[0]!, { name: 'Human' }),
    );
    const preview = await call(engine, 'schema.preview', { definition });
    expect(preview).toMatchObject({ problems: [], unresolved: 0 });
    expect(preview.effects).toEqual([
      expect.objectContaining({
        what: 'annotation',
        action: 'keep',
        id: 'person',
        count: 1,
        documents: [expect.objectContaining({ name: 'report', count: 1 })],
        examples: [expect.objectContaining({ recordId: person.id, quote: 'The minister' })],
      }),
    ]);
    expect(await call(engine, 'schema.change', { definition })).toEqual({
      version: 2,
      changed: 0,
      deleted: 0,
    });
    expect((await call(engine, 'project.info', {})).schema.entityTypes[0]!.name).toBe('Human');
  });

  test('that takes away a type in use is refused until it is said what becomes of it', async () => {
    const { engine, state } = await annotated();
    const before = await state();
    const definition = await edited(engine, without('place'));
    const preview = await call(engine, 'schema.preview', { definition });
    expect(preview.unresolved).toBe(2);
    expect(preview.effects.map(({ what, action }) => [what, action])).toEqual([
      ['annotation', 'unresolved'],
      ['entity', 'unresolved'],
    ]);
    await expect(engine.execute('schema.change', { definition })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/2 records do not fit.*'Place'.*merge, retire, map or delete/),
    });
    expect(await state()).toEqual(before);
  });

  test('merges a type into another, entities too, and one undo takes all back', async () => {
    const { engine, place, entity, state } = await annotated();
    const before = await state();
    const definition = await edited(engine, without('place'));
    const mapping = { entityTypes: { place: { do: 'merge' as const, into: 'facility' } } };
    const done = await call(engine, 'schema.change', { definition, mapping, reason: 'One kind of place.' });
    expect(done).toEqual({ version: 2, changed: 2, deleted: 0 });
    const after = await state();
    expect(after.marks.annotations.find(({ id }) => id === place.id)).toEqual({
      ...place,
      typeId: 'facility',
      entityId: entity.id,
    });
    expect(after.entities[0]!.typeId).toBe('facility');
    await call(engine, 'history.undo', {});
    expect(await state()).toEqual(before);
    await call(engine, 'history.redo', {});
    expect(await state()).toEqual(after);
  });

  test('retires a type: what has it keeps it, nothing new gets it', async () => {
    const { engine, documentId, place } = await annotated();
    const definition = await edited(engine, without('place'));
    await call(engine, 'schema.change', {
      definition,
      mapping: { entityTypes: { place: { do: 'retire' } } },
    });
    const { annotations } = await call(engine, 'document.annotations', { id: documentId });
    expect(annotations.find(({ id }) => id === place.id)!.typeId).toBe('place');
    await call(engine, 'annotation.update', { id: place.id, note: 'still mine' });
    const again = { documentId, typeId: 'place', fragments: [{ start: 0, end: 3 }] };
    await expect(engine.execute('annotation.create', again)).rejects.toThrow(/'place' is retired/);
    await expect(
      engine.execute('annotation.createMany', { ...again, fragments: undefined, spans: [again.fragments] }),
    ).rejects.toThrow(/retired|fragments/);
    expect((await call(engine, 'project.check', {})).problems).toEqual([]);
  });

  test('deletes only when told to, and a stance keeps what it can', async () => {
    const { engine, person, stance, state } = await annotated();
    const before = await state();
    const definition = await edited(engine, without('person'));
    const mapping = { entityTypes: { person: { do: 'delete' as const } } };
    const preview = await call(engine, 'schema.preview', { definition, mapping });
    expect(preview.effects.map(({ what, action, count }) => [what, action, count])).toEqual([
      ['annotation', 'delete', 1],
      ['stance', 'clear', 1],
    ]);
    expect(await call(engine, 'schema.change', { definition, mapping })).toMatchObject({
      changed: 1,
      deleted: 1,
    });
    const { marks } = await state();
    expect(marks.annotations.some(({ id }) => id === person.id)).toBe(false);
    expect(marks.stances).toEqual([{ ...stance, holder: null }]);
    await call(engine, 'history.undo', {});
    expect(await state()).toEqual(before);
  });

  test('maps the values of an attribute', async () => {
    const { engine, documentId } = await annotated();
    const definition = await edited(engine, (schema) => {
      for (const { attributes } of schema.entityTypes)
        for (const attribute of attributes)
          attribute.options = [
            { id: 'named', name: 'named', retired: false },
            { id: 'other', name: 'other', retired: false },
          ];
    });
    const preview = await call(engine, 'schema.preview', { definition });
    expect(preview.unresolved).toBe(3);
    expect(preview.effects[0]).toMatchObject({ attribute: 'mention-kind', value: 'nominal' });
    const attributes = [
      { attribute: 'mention-kind', do: 'map' as const, values: { name: 'named' }, rest: 'other' },
    ];
    await call(engine, 'schema.change', { definition, mapping: { attributes } });
    const { annotations } = await call(engine, 'document.annotations', { id: documentId });
    expect(annotations.map((annotation) => annotation.attributes['mention-kind'])).toEqual([
      'other',
      'other',
      'named',
    ]);
  });

  test('keeps retired choices and attributes of a merged type', async () => {
    const { engine, documentId } = await annotated();
    const definition = await edited(engine, (schema) => {
      without('armed-group')(schema);
      for (const type of schema.entityTypes) if (type.id === 'organisation') type.attributes = [];
    });
    const mapping = { entityTypes: { 'armed-group': { do: 'merge' as const, into: 'organisation' } } };
    expect((await call(engine, 'schema.preview', { definition, mapping })).unresolved).toBe(1);
    const attributes = [{ type: 'armed-group', attribute: 'mention-kind', do: 'retire' as const }];
    await call(engine, 'schema.change', { definition, mapping: { ...mapping, attributes } });
    const { annotations } = await call(engine, 'document.annotations', { id: documentId });
    expect(annotations[1]).toMatchObject({
      typeId: 'organisation',
      attributes: { 'mention-kind': 'nominal' },
    });
    const { schema } = await call(engine, 'project.info', {});
    expect(schema.entityTypes.find(({ id }) => id === 'organisation')!.attributes[0]).toMatchObject({
      id: 'mention-kind',
      retired: true,
    });
  });

  test('carries over polarities, expressions and modalities', async () => {
    const { engine, documentId } = await annotated();
    const definition = await edited(engine, ({ stance }) => {
      stance.polarities = stance.polarities.filter(({ id }) => id !== 'favor');
      stance.modalities = stance.modalities.filter(({ id }) => id !== 'hopes');
    });
    expect((await call(engine, 'schema.preview', { definition })).unresolved).toBe(1);
    const mapping = {
      polarities: { favor: { do: 'merge' as const, into: 'mixed' } },
      modalities: { hopes: { do: 'clear' as const } },
    };
    await call(engine, 'schema.change', { definition, mapping });
    const { stances } = await call(engine, 'document.annotations', { id: documentId });
    expect(stances[0]).toMatchObject({ polarity: 'mixed', modality: null });
  });

  test('is refused where the schema or the mapping is unsound', async () => {
    const { engine } = await annotated();
    const clashing = await edited(engine, (schema) => schema.entityTypes.push(schema.entityTypes[0]!));
    await expect(engine.execute('schema.change', { definition: clashing })).rejects.toThrow(
      /'person' is used twice/,
    );
    const definition = await edited(engine, without('place'));
    const mapping = { entityTypes: { place: { do: 'merge', into: 'nowhere' }, ghost: { do: 'delete' } } };
    await expect(engine.execute('schema.change', { definition, mapping })).rejects.toThrow(
      /'nowhere'.*'ghost'/,
    );
  });

  test('that changes nothing makes no version', async () => {
    const { engine } = await annotated();
    const definition = await definitionOf(engine);
    expect(await call(engine, 'schema.change', { definition })).toEqual({
      version: 1,
      changed: 0,
      deleted: 0,
    });
  });
});

test('spans that may not overlap any more are told, and left for the person', async () => {
  const { engine, documentId, person } = await annotated();
  await call(engine, 'annotation.create', { documentId, typeId: 'role', fragments: [{ start: 4, end: 12 }] });
  const strict = (overlap: 'none' | 'other-types') =>
    edited(engine, (schema) => Object.assign(schema.entityTypes[0]!, { overlap }));
  const { effects, unresolved } = await call(engine, 'schema.preview', { definition: await strict('none') });
  expect(unresolved).toBe(0);
  expect(effects).toMatchObject([
    { action: 'breaks', id: 'person', count: 1, examples: [{ recordId: person.id }] },
  ]);
  const fewer = await call(engine, 'schema.preview', { definition: await strict('other-types') });
  expect(fewer.effects).toEqual([]);
});

test('a project of an earlier Parley has what came later by default, and can be changed and taken back', async () => {
  const folder = temporaryFolder();
  const whole = readyMadeSchemas[1]!;
  const old = {
    ...whole,
    entityTypes: whole.entityTypes.map(({ id, name, description, colour, key }) => ({
      ...{ id, name, description, colour, key },
      attributes: [
        { id: 'sure', name: 'sure', description: '', kind: 'boolean', options: [], required: false },
      ],
    })),
  } as unknown as SchemaDefinition;
  const engine = createProject({
    path: `${folder}/old.parley`,
    name: 'Old',
    identity: identity(),
    schema: old,
  });
  onTestFinished(() => engine.close());
  const { schema } = await call(engine, 'project.info', {});
  expect(schema.entityTypes[0]).toMatchObject({
    parent: null,
    retired: false,
    attributes: [{ default: null }],
  });
  const definition = await edited(engine, (draft) => Object.assign(draft.entityTypes[0]!, { retired: true }));
  await call(engine, 'schema.change', { definition });
  await call(engine, 'history.undo', {});
  expect((await call(engine, 'project.info', {})).schema).toEqual(schema);
});

describe('relations and events', () => {
  /** The person leads the group; they consult, the person as source and Doha as place. */
  async function joined() {
    const all = await annotated();
    const { engine, documentId, person, group, place } = all;
    const relation = await call(engine, 'relation.create', {
      typeId: 'leads',
      fromId: person.id,
      toId: group.id,
    });
    const event = await call(engine, 'event.create', {
      documentId,
      typeId: 'consult',
      trigger: [{ start: 13, end: 16 }],
      roles: [
        { roleId: 'source', filler: { kind: 'mention', id: person.id } },
        { roleId: 'target', filler: { kind: 'mention', id: group.id } },
        { roleId: 'place', filler: { kind: 'mention', id: place.id } },
      ],
    });
    return { ...all, relation, event };
  }
  type Written = SchemaDefinition;
  const withoutTerm = (part: 'relationTypes' | 'eventTypes', id: string) => (schema: Written) => {
    Object.assign(schema, { [part]: schema[part].filter((type) => type.id !== id) });
  };

  test('are asked for, merged, retired and deleted as span annotations are', async () => {
    const { engine, relation, event, state } = await joined();
    const before = await state();
    const definition = await edited(engine, (schema) => {
      withoutTerm('relationTypes', 'leads')(schema);
      withoutTerm('eventTypes', 'consult')(schema);
    });
    const { effects, unresolved } = await call(engine, 'schema.preview', { definition });
    expect(unresolved).toBe(2);
    expect(effects).toMatchObject([
      { what: 'relation', id: 'leads', examples: [{ quote: 'The minister → the rebels' }] },
      { what: 'event', id: 'consult', examples: [{ quote: 'met' }] },
    ]);
    const mapping = {
      relationTypes: { leads: { do: 'merge' as const, into: 'member-of' } },
      eventTypes: { consult: { do: 'merge' as const, into: 'agree' } },
    };
    await call(engine, 'schema.change', { definition, mapping });
    const { marks } = await state();
    expect(marks.relations).toEqual([{ ...relation, typeId: 'member-of' }]);
    expect(marks.events).toEqual([{ ...event, typeId: 'agree' }]);
    await call(engine, 'history.undo', {});
    expect(await state()).toEqual(before);
    const drop = {
      relationTypes: { leads: { do: 'retire' as const } },
      eventTypes: { consult: { do: 'delete' as const } },
    };
    expect(await call(engine, 'schema.change', { definition, mapping: drop })).toMatchObject({ deleted: 1 });
    expect((await state()).marks).toMatchObject({ relations: [relation], events: [] });
    const again = { typeId: 'leads', fromId: relation.fromId, toId: relation.toId };
    await call(engine, 'relation.remove', { ids: [relation.id] });
    await expect(engine.execute('relation.create', again)).rejects.toThrow(/'leads' is retired/);
    await call(engine, 'history.undo', {});
    await call(engine, 'history.undo', {});
    expect(await state()).toEqual(before);
  });

  test('lose deleted mentions: a relation goes, a role keeps the entity', async () => {
    const { engine, person, place, entity, event, state } = await joined();
    const before = await state();
    const definition = await edited(engine, (schema) => {
      without('person')(schema);
      without('place')(schema);
    });
    const mapping = {
      entityTypes: { person: { do: 'delete' as const }, place: { do: 'delete' as const } },
    };
    const { effects, unresolved } = await call(engine, 'schema.preview', { definition, mapping });
    expect(unresolved).toBe(0);
    expect(effects).toContainEqual(
      expect.objectContaining({ what: 'relation', action: 'delete', id: 'person' }),
    );
    expect(effects).toContainEqual(expect.objectContaining({ what: 'event', action: 'clear', id: 'place' }));
    await call(engine, 'schema.change', { definition, mapping });
    const { marks } = await state();
    expect(marks.annotations.some(({ id }) => id === person.id || id === place.id)).toBe(false);
    expect(marks.relations).toEqual([]);
    expect(marks.events[0]!.roles).toEqual([
      event.roles[1],
      { roleId: 'place', filler: { kind: 'entity', id: entity.id } },
    ]);
    await call(engine, 'history.undo', {});
    expect(await state()).toEqual(before);
  });

  test('a role that is gone is asked for, and goes to another, stays retired, or is left out', async () => {
    const { engine, event, state } = await joined();
    const definition = await edited(engine, (schema) => {
      const consult = schema.eventTypes.find(({ id }) => id === 'consult')!;
      consult.roles = consult.roles.filter(({ id }) => id === 'target' || id === 'date');
    });
    const { effects } = await call(engine, 'schema.preview', { definition });
    expect(effects.map(({ action, role }) => [action, role])).toEqual([
      ['unresolved', 'source'],
      ['unresolved', 'place'],
    ]);
    const roles = [
      { type: 'consult', role: 'source', do: 'map' as const, to: 'target' },
      { type: 'consult', role: 'place', do: 'retire' as const },
    ];
    await call(engine, 'schema.change', { definition, mapping: { roles } });
    const [after] = (await state()).marks.events;
    expect(after!.roles.map(({ roleId }) => roleId)).toEqual(['target', 'target', 'place']);
    const { schema } = await call(engine, 'project.info', {});
    expect(schema.eventTypes.find(({ id }) => id === 'consult')!.roles.at(-1)).toMatchObject({
      id: 'place',
      retired: true,
    });
    await call(engine, 'history.undo', {});
    const drop = ['source', 'place'].map((role) => ({ type: 'consult', role, do: 'delete' as const }));
    await call(engine, 'schema.change', { definition, mapping: { roles: drop } });
    expect((await state()).marks.events[0]!.roles).toEqual([event.roles[1]]);
  });

  test('what may not be joined any more is told and kept', async () => {
    const { engine, relation, event } = await joined();
    const definition = await edited(engine, (schema) => {
      for (const type of schema.relationTypes) if (type.id === 'leads') type.to = ['state'];
      for (const type of schema.eventTypes)
        for (const role of type.roles) if (role.id === 'place') role.types = ['facility'];
    });
    const { effects, unresolved } = await call(engine, 'schema.preview', { definition });
    expect(unresolved).toBe(0);
    expect(effects.map(({ what, action, examples }) => [what, action, examples[0]!.recordId])).toEqual([
      ['relation', 'breaks', relation.id],
      ['event', 'breaks', event.id],
    ]);
  });

  test('a type that is allowed allows its kinds', async () => {
    const { engine, documentId, group } = await joined();
    const definition = await edited(engine, (schema) => {
      const person = schema.entityTypes[0]!;
      schema.entityTypes.push({ ...person, id: 'minister', name: 'Minister', key: null, parent: 'person' });
    });
    await call(engine, 'schema.change', { definition });
    const minister = await call(engine, 'annotation.create', {
      documentId,
      typeId: 'minister',
      fragments: [{ start: 4, end: 12 }],
    });
    await call(engine, 'relation.create', { typeId: 'leads', fromId: minister.id, toId: group.id });
  });
});

describe('the versions of a schema', () => {
  test('are listed with who made them, why, and what they changed', async () => {
    const { engine } = await annotated();
    const definition = await edited(engine, (schema) =>
      Object.assign(schema.entityTypes[0]!, { name: 'Human' }),
    );
    await call(engine, 'schema.change', { definition, reason: 'Plainer.' });
    const [second, first] = await call(engine, 'schema.history', {});
    expect(second).toMatchObject({ version: 2, annotatorName: 'Annotator A', reason: 'Plainer.' });
    expect(second!.differences).toMatchObject([
      { id: 'person', field: 'name', before: 'Person', after: 'Human' },
    ]);
    expect(first).toMatchObject({ version: 1, reason: '', differences: [] });
    const old = await call(engine, 'schema.get', { version: 1 });
    await call(engine, 'schema.change', { definition: old.definition });
    const back = await call(engine, 'schema.get', {});
    expect(back).toEqual({ version: 3, definition: { ...old.definition, version: 3 } });
  });

  test('cannot be taken back over what a colleague marked since', async () => {
    const { project, engine, documentId } = await annotated();
    const definition = await edited(engine, (schema) =>
      schema.entityTypes.push({ ...schema.entityTypes[0]!, id: 'weapon', name: 'Weapon', key: null }),
    );
    await call(engine, 'schema.change', { definition });
    const colleague = project.reopen({ as: identity('Annotator B', 2) });
    await call(colleague, 'annotation.create', {
      documentId,
      typeId: 'weapon',
      fragments: [{ start: 0, end: 3 }],
    });
    const own = project.reopen();
    await expect(own.execute('history.undo', {})).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringMatching(/cannot go back: 1 annotation with the entity type 'Weapon'/),
    });
  });
});

test('a new annotation begins with the defaults of its attributes', async () => {
  const { engine, documentId } = await annotated();
  const definition = await edited(engine, (schema) => {
    schema.entityTypes[0]!.attributes[0]!.default = 'name';
  });
  await call(engine, 'schema.change', { definition });
  const annotation = await call(engine, 'annotation.create', {
    documentId,
    typeId: 'person',
    fragments: [{ start: 0, end: 3 }],
  });
  expect(annotation.attributes).toEqual({ 'mention-kind': 'name' });
});
