import { z } from 'zod';
import { sameValue } from '../journal/change';
import type { SchemaDefinition } from '../model/schema';
import { itemsOf, schemaParts } from './parts';

/** A list inside a term that has things with ids of their own. */
const innerLists = ['attributes', 'options', 'roles'] as const;

const Step = z.strictObject({ list: z.enum(innerLists), id: z.string(), name: z.string() });

/** One difference between two schemas: a thing added, removed or moved, or a field of it changed. */
export const SchemaDifference = z.strictObject({
  /** Where: a part of the schema, or the schema itself. */
  part: z.enum([...schemaParts, 'schema']),
  /** The term that it is in; null for the schema itself, or for the order of a part. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  /** The way from the term to the thing: an attribute, then one of its options. */
  inside: z.array(Step),
  change: z.enum(['added', 'removed', 'changed', 'reordered']),
  /** What is changed; null for the other kinds of change. */
  field: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
});
export type SchemaDifference = z.infer<typeof SchemaDifference>;

type Thing = Record<string, unknown> & { id: string; name: string };
type Place = Pick<SchemaDifference, 'part' | 'id' | 'name' | 'inside'>;

/** All differences from one schema to another, in the order of the schema. Version numbers do not count. */
export function diffSchemas(before: SchemaDefinition, after: SchemaDefinition): SchemaDifference[] {
  const root: Place = { part: 'schema', id: null, name: null, inside: [] };
  const differences = fieldDifferences(
    root,
    { id: before.id, name: before.name, description: before.description },
    { id: after.id, name: after.name, description: after.description },
  );
  for (const part of schemaParts) {
    differences.push(
      ...listDifferences(
        { part, id: null, name: null, inside: [] },
        itemsOf(before, part) as unknown as Thing[],
        itemsOf(after, part) as unknown as Thing[],
        ({ id, name }) => ({ part, id, name, inside: [] }),
      ),
    );
  }
  return differences;
}

function listDifferences(
  here: Place,
  before: readonly Thing[],
  after: readonly Thing[],
  placeOf: (thing: Thing) => Place,
): SchemaDifference[] {
  const plain = { field: null, before: null, after: null };
  const old = new Map(before.map((thing) => [thing.id, thing]));
  const now = new Map(after.map((thing) => [thing.id, thing]));
  const differences: SchemaDifference[] = [];
  for (const thing of before)
    if (!now.has(thing.id)) differences.push({ ...placeOf(thing), change: 'removed', ...plain });
  for (const thing of after) {
    const earlier = old.get(thing.id);
    if (earlier) differences.push(...thingDifferences(placeOf(earlier), earlier, thing));
    else differences.push({ ...placeOf(thing), change: 'added', ...plain });
  }
  const kept = before.map(({ id }) => id).filter((id) => now.has(id));
  const order = after.map(({ id }) => id).filter((id) => old.has(id));
  if (!sameValue(kept, order))
    differences.push({ ...here, change: 'reordered', field: null, before: kept, after: order });
  return differences;
}

function thingDifferences(place: Place, before: Thing, after: Thing): SchemaDifference[] {
  const differences = fieldDifferences(place, before, after);
  for (const list of innerLists) {
    if (!(list in before || list in after)) continue;
    differences.push(
      ...listDifferences(
        place,
        (before[list] ?? []) as Thing[],
        (after[list] ?? []) as Thing[],
        ({ id, name }) => ({ ...place, inside: [...place.inside, { list, id, name }] }),
      ),
    );
  }
  return differences;
}

function fieldDifferences(
  place: Place,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): SchemaDifference[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .filter((field) => !(innerLists as readonly string[]).includes(field))
    .filter((field) => !sameValue(before[field], after[field]))
    .map((field) => ({
      ...place,
      change: 'changed' as const,
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));
}
