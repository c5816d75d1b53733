import type { SchemaDefinition } from '../model/schema';

/** The lists of a schema that annotations refer to. */
export const schemaParts = [
  'entityTypes',
  'polarities',
  'expressions',
  'modalities',
  'relationTypes',
  'eventTypes',
  'documentLabels',
] as const;
export type SchemaPart = (typeof schemaParts)[number];

/** What all things in a schema have in common. */
export interface SchemaItem {
  id: string;
  name: string;
  retired: boolean;
}

/** The terms of one part of a schema. */
export function itemsOf(schema: SchemaDefinition, part: SchemaPart): SchemaItem[] {
  switch (part) {
    case 'polarities':
    case 'expressions':
    case 'modalities':
      return schema.stance[part];
    default:
      return schema[part];
  }
}

/** The schema with one of its parts replaced. */
export function withItems(
  schema: SchemaDefinition,
  part: SchemaPart,
  items: readonly SchemaItem[],
): SchemaDefinition {
  if (part === 'polarities' || part === 'expressions' || part === 'modalities')
    return { ...schema, stance: { ...schema.stance, [part]: items } };
  return { ...schema, [part]: items };
}

/** One of a part, for people. */
export const partWords: Record<SchemaPart, { one: string; many: string }> = {
  entityTypes: { one: 'entity type', many: 'entity types' },
  polarities: { one: 'polarity', many: 'polarities' },
  expressions: { one: 'expression', many: 'expressions' },
  modalities: { one: 'modality', many: 'modalities' },
  relationTypes: { one: 'relation type', many: 'relation types' },
  eventTypes: { one: 'event type', many: 'event types' },
  documentLabels: { one: 'document label', many: 'document labels' },
};
