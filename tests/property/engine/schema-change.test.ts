import { writeFileSync } from 'node:fs';
import type { SpanAnnotation } from '@core/model/annotation';
import { attributeProblem } from '@core/model/attributes';
import { SchemaDefinition } from '@core/model/schema';
import { inForce } from '@core/model/schema-nesting';
import type { Stance } from '@core/model/stance';
import { noMapping, type SchemaMapping } from '@core/schema-change/mapping';
import { itemsOf } from '@core/schema-change/parts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { ParleyError } from '../../../src/core/errors';
import { createProject, type Engine } from '../../../src/engine/index';
import { call, identity, temporaryFolder, testEnvironment } from '../../support/project';

const TEXT = 'Both sides kept the ceasefire; مذاکرات ناکام ہو گئے، they said.';
const typeIds = ['a', 'b', 'c', 'd'];
const polarityIds = ['for', 'against', 'other'];
const modalityIds = ['says', 'asks'];
const attributeIds = ['mood', 'size', 'sure', 'word'];
const relationIds = ['r', 's'];
const eventIds = ['e', 'f'];
const roleIds = ['who', 'whom', 'where'];
const moods = ['calm', 'angry', 'glad'];

type Written = z.input<typeof SchemaDefinition>;

const anyAttribute = fc.constantFrom(...attributeIds).chain((id) =>
  fc.oneof(
    fc.subarray(moods, { minLength: 1 }).map((ids) => ({
      id,
      name: id,
      kind: 'choice' as const,
      options: ids.map((mood) => ({ id: mood, name: mood })),
    })),
    fc
      .record({ max: fc.constantFrom(null, 3) })
      .map(({ max }) => ({ id, name: id, kind: 'number' as const, max })),
    fc.constant({ id, name: id, kind: 'boolean' as const }),
    fc.constantFrom(null, 4).map((maxLength) => ({ id, name: id, kind: 'text' as const, maxLength })),
  ),
);
const anyAttributes = fc.uniqueArray(anyAttribute, { selector: ({ id }) => id, maxLength: 3 });

/** A sound schema over a few ids, some types nested in the one before. */
const anySchema: fc.Arbitrary<SchemaDefinition> = fc
  .record({
    types: fc.subarray(typeIds, { minLength: 1 }),
    attributes: fc.array(anyAttributes, { minLength: 4, maxLength: 4 }),
    nested: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    retired: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    names: fc.constantFrom('', ' new'),
    polarities: fc.subarray(polarityIds, { minLength: 1 }),
    modalities: fc.subarray(modalityIds),
    relations: fc.subarray(relationIds),
    events: fc.subarray(eventIds),
    roles: fc.array(fc.subarray(roleIds), { minLength: 2, maxLength: 2 }),
    ends: fc.array(fc.nat(), { minLength: 2, maxLength: 2 }),
  })
  .map(
    ({
      types,
      attributes,
      nested,
      retired,
      names,
      polarities,
      modalities,
      relations,
      events,
      roles,
      ends,
    }) => {
      const term = (id: string) => ({ id, name: id + names, colour: '#123456' });
      const written: Written = {
        id: 's',
        name: 'S',
        entityTypes: types.map((id, index) => ({
          ...term(id),
          attributes: attributes[index]!,
          retired: retired[index]! && index > 0,
          parent: nested[index] && index > 0 ? types[index - 1]! : null,
        })),
        stance: { polarities: polarities.map(term), modalities: modalities.map(term) },
        relationTypes: relations.map((id, index) => ({
          ...term(id),
          from: ends[index]! % 3 === 0 ? [types[0]!] : [],
          attributes: attributes[index]!,
        })),
        eventTypes: events.map((id, index) => ({
          ...term(id),
          roles: roles[index]!.map((role) => ({ id: role, name: role, many: ends[index]! % 2 === 0 })),
        })),
      };
      return SchemaDefinition.parse(written);
    },
  );

const nat = fc.nat({ max: 1_000 });
const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length]!;

/**
 * A mapping that says of everything unresolved what becomes of it, chosen by the numbers; with
 * `lazy` it says nothing.
 */
async function mappingFor(engine: Engine, wanted: SchemaDefinition, numbers: number[], lazy: boolean) {
  const mapping: SchemaMapping = structuredClone(noMapping);
  let turn = 0;
  const next = () => pick(numbers, turn++);
  for (let round = 0; !lazy && round < 6; round++) {
    const { effects } = await call(engine, 'schema.preview', { definition: wanted, mapping });
    for (const { action, part, id, attribute, role } of effects) {
      if (action !== 'unresolved') continue;
      if (role !== null) {
        const fate = pick(['map', 'retire', 'delete'] as const, next());
        mapping.roles.unshift({
          type: id,
          role,
          do: fate,
          ...(fate === 'map' ? { to: pick(roleIds, next()) } : {}),
        });
        continue;
      }
      if (attribute !== null) {
        const other = pick(wanted.entityTypes, next()).attributes[0]?.id;
        mapping.attributes.unshift({
          type: next() % 4 === 0 ? null : id,
          part: part as 'entityTypes',
          attribute,
          do: pick(['map', 'map', 'retire', 'delete'] as const, next()),
          values: pick([{}, { calm: 'glad' }, { angry: null }], next()),
          rest: pick([null, 'calm', 1, true], next()),
          ...(other && next() % 5 === 0 ? { to: other } : {}),
        });
      } else if (part === 'modalities') {
        mapping.modalities[id] = pick([{ do: 'retire' }, { do: 'clear' }] as const, next());
      } else if (part !== 'expressions' && part !== 'documentLabels') {
        const goals = itemsOf(wanted, part).map((term) => term.id);
        const fates = [
          goals.length > 0 ? { do: 'merge' as const, into: pick(goals, next()) } : { do: 'retire' as const },
          { do: 'retire' },
          { do: 'delete' },
        ] as const;
        mapping[part][id] = pick(fates, next());
      }
    }
  }
  return mapping;
}

async function annotate(engine: Engine, documentId: string, schema: SchemaDefinition, picks: number[][]) {
  const { entityTypes } = inForce(schema);
  const usable = entityTypes.filter(({ retired }) => !retired);
  for (const [a = 0, b = 0, c = 0] of picks) {
    const type = pick(usable, a);
    const attributes = Object.fromEntries(
      type.attributes.flatMap((attribute, index) => {
        const values = [...moods, c % 7, b % 2 === 0, 'long words'];
        const fitting = values.filter((value) => attributeProblem(attribute, value) === null);
        return (b + index) % 3 === 0 || fitting.length === 0
          ? []
          : [[attribute.id, pick(fitting, c + index)]];
      }),
    );
    const start = b % (TEXT.length - 2);
    const mark = await call(engine, 'annotation.create', {
      documentId,
      typeId: type.id,
      fragments: [{ start, end: start + 2 }],
      attributes,
    });
    if (a % 3 === 0)
      await call(engine, 'entity.create', {
        name: `E${a}`,
        typeId: type.id,
        mentions: a % 2 ? [mark.id] : [],
      });
    if (b % 2 === 0)
      await call(engine, 'stance.create', {
        documentId,
        holder: { kind: 'mention', id: mark.id },
        polarity: pick(schema.stance.polarities, c).id,
        modality: schema.stance.modalities.length > 0 ? pick(schema.stance.modalities, a).id : null,
      });
    await join(engine, documentId, schema, mark.id, [a, b, c]);
  }
}

/** Joins a mention to an earlier one, and has it take part in an event, where the schema lets it. */
async function join(
  engine: Engine,
  documentId: string,
  schema: SchemaDefinition,
  mentionId: string,
  [a, b, c]: [number, number, number],
): Promise<void> {
  const { annotations } = await call(engine, 'document.annotations', { id: documentId });
  const other = pick(annotations, b);
  const refused = (thrown: unknown) => {
    if (!(thrown instanceof ParleyError)) throw thrown;
  };
  if (schema.relationTypes.length > 0)
    await call(engine, 'relation.create', {
      typeId: pick(schema.relationTypes, a).id,
      fromId: mentionId,
      toId: other.id,
    }).catch(refused);
  if (schema.eventTypes.length === 0) return;
  const type = pick(schema.eventTypes, c);
  await call(engine, 'event.create', {
    documentId,
    typeId: type.id,
    trigger: [{ start: 0, end: 4 }],
    roles: type.roles
      .slice(0, 1 + (a % 2))
      .map(({ id }) => ({ roleId: id, filler: { kind: 'mention', id: mentionId } })),
  });
}

async function stateOf(engine: Engine, documentId: string) {
  const { annotations, stances, relations, events } = await call(engine, 'document.annotations', {
    id: documentId,
  });
  return {
    schema: await call(engine, 'schema.get', {}),
    entities: await call(engine, 'entity.list', {}),
    annotations,
    stances,
    relations,
    events,
  };
}

type State = Awaited<ReturnType<typeof stateOf>>;

/** Every annotation and stance is there after the change, or the mapping deletes it by name. */
function accountFor(before: State, after: State, mapping: SchemaMapping): void {
  const types = new Map(inForce(after.schema.definition).entityTypes.map((type) => [type.id, type]));
  const kept = new Map(after.annotations.map((annotation) => [annotation.id, annotation]));
  for (const annotation of before.annotations) {
    const now = kept.get(annotation.id);
    const fate = mapping.entityTypes[annotation.typeId];
    if (!now) {
      expect(fate).toEqual({ do: 'delete' });
      continue;
    }
    const type = types.get(now.typeId)!;
    expect(type).toBeDefined();
    expect(now.typeId).toBe(fate?.do === 'merge' ? fate.into : annotation.typeId);
    expect({ ...now, typeId: '', attributes: {} }).toEqual({ ...annotation, typeId: '', attributes: {} });
    for (const [id, value] of Object.entries(now.attributes))
      expect(attributeProblem(type.attributes.find((attribute) => attribute.id === id)!, value)).toBeNull();
    accountForAttributes(annotation, now, mapping);
  }
  const stances = new Map(after.stances.map((stance) => [stance.id, stance]));
  for (const stance of before.stances) accountForStance(stance, stances.get(stance.id), mapping, kept);
  accountForJoins(before, after, mapping, kept);
  expect(after.entities.length).toBe(before.entities.length);
  for (const { typeId } of after.entities) expect(typeId === null || types.has(typeId)).toBe(true);
}

/** Every relation is there unless the mapping deletes it or one of its ends; every event and what fills its roles too. */
function accountForJoins(
  before: State,
  after: State,
  mapping: SchemaMapping,
  kept: ReadonlyMap<string, SpanAnnotation>,
): void {
  const { relationTypes, eventTypes } = after.schema.definition;
  for (const relation of before.relations) {
    const now = after.relations.find(({ id }) => id === relation.id);
    const fate = mapping.relationTypes[relation.typeId];
    const hasEnds = kept.has(relation.fromId) && kept.has(relation.toId);
    expect(now !== undefined).toBe(hasEnds && fate?.do !== 'delete');
    if (!now) continue;
    expect(now.typeId).toBe(fate?.do === 'merge' ? fate.into : relation.typeId);
    expect(relationTypes.map(({ id }) => id)).toContain(now.typeId);
  }
  const entities = new Map(before.annotations.map(({ id, entityId }) => [id, entityId]));
  for (const event of before.events) {
    const now = after.events.find(({ id }) => id === event.id);
    const fate = mapping.eventTypes[event.typeId];
    expect(now !== undefined).toBe(fate?.do !== 'delete');
    if (!now) continue;
    const type = eventTypes.find(({ id }) => id === (fate?.do === 'merge' ? fate.into : event.typeId))!;
    for (const { roleId } of now.roles) expect(type.roles.map(({ id }) => id)).toContain(roleId);
    const ruleOf = (roleId: string) =>
      mapping.roles.find(({ type: of, role }) => of === event.typeId && role === roleId);
    const left = event.roles.filter(({ roleId }) => ruleOf(roleId)?.do !== 'delete');
    const fillers = left.flatMap(({ filler }) =>
      kept.has(filler.id) ? [filler.id] : [entities.get(filler.id) ?? []].flat(),
    );
    expect(now.roles.map(({ filler }) => filler.id)).toEqual(fillers);
  }
}

function accountForAttributes(before: SpanAnnotation, now: SpanAnnotation, mapping: SchemaMapping): void {
  for (const [id, value] of Object.entries(before.attributes)) {
    if (Object.is(now.attributes[id], value)) continue;
    const named = mapping.attributes.filter(
      (fate) => fate.attribute === id && (fate.type === null || fate.type === before.typeId),
    );
    expect(
      named.some((fate) => fate.do === 'delete' || String(value) in fate.values || fate.rest !== undefined),
    ).toBe(true);
  }
}

function accountForStance(
  before: Stance,
  now: Stance | undefined,
  mapping: SchemaMapping,
  kept: ReadonlyMap<string, SpanAnnotation>,
): void {
  const fate = mapping.polarities[before.polarity];
  if (!now) {
    expect(fate).toEqual({ do: 'delete' });
    return;
  }
  expect(now.polarity).toBe(fate?.do === 'merge' ? fate.into : before.polarity);
  if (before.modality !== null)
    expect(now.modality).toBe(mapping.modalities[before.modality]?.do === 'clear' ? null : before.modality);
  if (before.holder?.kind === 'mention' && kept.has(before.holder.id))
    expect(now.holder).toEqual(before.holder);
}

test('a change of schema keeps or accounts for every annotation, and its inverse takes it back', async () => {
  let [done, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(
      anySchema,
      anySchema,
      fc.array(nat, { minLength: 20, maxLength: 20 }),
      fc.nat({ max: 3 }),
      fc.array(fc.array(nat, { minLength: 3, maxLength: 3 }), { maxLength: 12 }),
      async (first, wanted, numbers, diligence, picks) => {
        const path = `${temporaryFolder()}/p.parley`;
        const engine = createProject({
          path,
          name: 'P',
          identity: identity(),
          schema: first,
          environment: testEnvironment(1),
        });
        try {
          writeFileSync(`${path}.txt`, TEXT);
          const report = await call(engine, 'document.import', { paths: [`${path}.txt`] });
          const documentId = report.imported[0]!.documentId;
          await annotate(engine, documentId, first, picks);
          const before = await stateOf(engine, documentId);
          const mapping = await mappingFor(engine, wanted, numbers, diligence === 0);
          const input = { definition: wanted, mapping };
          const preview = await call(engine, 'schema.preview', input);
          expect(await stateOf(engine, documentId)).toEqual(before);
          const refusal = await call(engine, 'schema.change', input).then(
            () => null,
            (thrown) => thrown,
          );
          if (refusal) {
            expect(refusal).toBeInstanceOf(ParleyError);
            expect(preview.unresolved + preview.problems.length).toBeGreaterThan(0);
            expect(await stateOf(engine, documentId)).toEqual(before);
            refused++;
            return;
          }
          done++;
          const after = await stateOf(engine, documentId);
          accountFor(before, after, mapping);
          expect(
            (await call(engine, 'project.check', {})).problems.filter(({ severity }) => severity === 'error'),
          ).toEqual([]);
          if (after.schema.version === before.schema.version) return;
          await call(engine, 'history.undo', {});
          expect(await stateOf(engine, documentId)).toEqual(before);
          await call(engine, 'history.redo', {});
          expect(await stateOf(engine, documentId)).toEqual(after);
        } finally {
          engine.close();
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(done).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(10);
});
