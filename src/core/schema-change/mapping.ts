import { z } from 'zod';
import { AttributeValue } from '../model/annotation';
import { Slug } from '../model/ids';

const merge = z.strictObject({
  do: z.literal('merge'),
  /** The term that takes over. */
  into: Slug,
});
/** The term stays in the schema for what has it already, and is no longer offered. */
const retire = z.strictObject({ do: z.literal('retire') });

/** What happens to everything that is annotated with a term. */
export const TermFate = z.discriminatedUnion('do', [
  merge,
  retire,
  z.strictObject({ do: z.literal('delete') }).describe('The annotations are deleted.'),
]);
export type TermFate = z.infer<typeof TermFate>;

/** What happens to a field of stances that has a term as its value. */
export const FieldFate = z.discriminatedUnion('do', [
  merge,
  retire,
  z.strictObject({ do: z.literal('clear') }).describe('The field is emptied; the stances stay.'),
]);
export type FieldFate = z.infer<typeof FieldFate>;

/** What happens to the values of an attribute. */
export const AttributeFate = z.strictObject({
  /** The type of the annotations, before the change; null for every type of the part. */
  type: Slug.nullable().default(null),
  part: z.enum(['entityTypes', 'relationTypes', 'eventTypes']).default('entityTypes'),
  attribute: Slug,
  /**
   * map: values go to `to`, changed as `values` and `rest` say; retire: the attribute, or those
   * choices that are gone, stay in the schema and are no longer offered; delete: the values go.
   */
  do: z.enum(['map', 'retire', 'delete']),
  /** The attribute that takes the values; the same one where absent. */
  to: Slug.optional(),
  /** New values by old ones, written as text; null deletes the value. */
  values: z.record(z.string(), AttributeValue.nullable()).default({}),
  /** What becomes of values that `values` does not name and that do not fit; null deletes them. */
  rest: AttributeValue.nullable().optional(),
});
export type AttributeFate = z.infer<typeof AttributeFate>;

/** What happens to what fills a role of an event. */
export const RoleFate = z.strictObject({
  /** The type of the events, before the change. */
  type: Slug,
  role: Slug,
  /** map: it fills `to` instead; retire: the role stays in the schema, no longer offered; delete: it fills nothing. */
  do: z.enum(['map', 'retire', 'delete']),
  to: Slug.optional(),
});
export type RoleFate = z.infer<typeof RoleFate>;

const terms = z.record(Slug, TermFate).default({});
const fields = z.record(Slug, FieldFate).default({});

/**
 * What a change of schema does to what is annotated, by the ids before the change. A term that is
 * gone from the new schema and in use must stand here; nothing is deleted unless this says so.
 */
export const SchemaMapping = z.strictObject({
  entityTypes: terms,
  polarities: terms,
  expressions: fields,
  modalities: fields,
  relationTypes: terms,
  eventTypes: terms,
  documentLabels: terms,
  attributes: z.array(AttributeFate).default([]),
  roles: z.array(RoleFate).default([]),
});
export type SchemaMapping = z.infer<typeof SchemaMapping>;

export const noMapping: SchemaMapping = SchemaMapping.parse({});
