import { z } from 'zod';
import { AttributeValue } from './annotation';
import { Slug } from './ids';

/** A key by its place on the keyboard (KeyboardEvent.code), so that it works in every layout. */
export const KeyCode = z
  .string()
  .regex(
    /^(Key[A-Z]|Digit[0-9]|Minus|Equal|BracketLeft|BracketRight|Semicolon|Quote|Backquote|Backslash|Comma|Period|Slash)$/,
  );

export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

const Name = z.string().trim().min(1).max(200);
const Description = z.string().max(5_000).default('');
/** Kept for what is annotated with it already, no longer offered. */
const retired = z.boolean().default(false);

/** A marked stretch of text that shows what a label is for, with the words around it. */
export const Example = z.strictObject({
  before: z.string().max(2_000).default(''),
  /** The marked words. */
  text: z.string().min(1).max(5_000),
  after: z.string().max(2_000).default(''),
  /** Why it is one, or why it is none. */
  note: z.string().max(2_000).default(''),
});
export type Example = z.infer<typeof Example>;

const term = {
  id: Slug,
  name: Name,
  description: Description,
  colour: Colour,
  key: KeyCode.nullable().default(null),
  examples: z.array(Example).max(200).default([]),
  /** How to use it, in Markdown. */
  guidelines: z.string().max(200_000).default(''),
  retired,
};

/** One value of a closed vocabulary, such as a polarity. */
export const Term = z.strictObject(term);
export type Term = z.infer<typeof Term>;

/** One value that may be chosen. */
export const Option = z.strictObject({ id: Slug, name: Name, retired });
export type Option = z.infer<typeof Option>;

/**
 * A typed feature of an annotation. Only with its kind count: `options` (choice), `min`, `max` and
 * `integer` (number), `pattern` and `maxLength` (text).
 */
export const AttributeType = z.strictObject({
  id: Slug,
  name: Name,
  description: Description,
  kind: z.enum(['boolean', 'choice', 'number', 'text']),
  options: z.array(Option).default([]),
  required: z.boolean().default(false),
  /** What a new annotation begins with; null for nothing. */
  default: AttributeValue.nullable().default(null),
  min: z.number().nullable().default(null),
  max: z.number().nullable().default(null),
  integer: z.boolean().default(false),
  /** A regular expression that the whole value matches: JavaScript's, Unicode, without looking around or back. */
  pattern: z.string().max(500).nullable().default(null),
  /** In UTF-16 code units. */
  maxLength: z.int().min(1).max(10_000).nullable().default(null),
  retired,
});
export type AttributeType = z.infer<typeof AttributeType>;

/** Which other spans of its layer a span may overlap: any, those of other types only, or none. */
export const Overlap = z.enum(['any', 'other-types', 'none']);
export type Overlap = z.infer<typeof Overlap>;

const entityType = {
  ...term,
  /** The type that this one is a kind of. */
  parent: Slug.nullable().default(null),
  attributes: z.array(AttributeType).default([]),
  overlap: Overlap.default('any'),
};

/** A type of span annotation as in force: with what it has from its parent. */
export const EntityType = z.strictObject(entityType);
export type EntityType = z.infer<typeof EntityType>;

/** A type as written: without a colour it has its parent's; attributes of the parent are its own unless it defines them anew. */
export const EntityTypeDefinition = z.strictObject({
  ...entityType,
  colour: Colour.nullable().default(null),
});
export type EntityTypeDefinition = z.infer<typeof EntityTypeDefinition>;

/** A relation between two span annotations; empty lists mean: any type. A type stands for its kinds too. */
export const RelationType = z.strictObject({
  ...term,
  from: z.array(Slug).default([]),
  to: z.array(Slug).default([]),
  symmetric: z.boolean().default(false),
  attributes: z.array(AttributeType).default([]),
});
export type RelationType = z.infer<typeof RelationType>;

export const EventRole = z.strictObject({
  id: Slug,
  name: Name,
  types: z.array(Slug).default([]),
  required: z.boolean().default(false),
  many: z.boolean().default(false),
  retired,
});
export type EventRole = z.infer<typeof EventRole>;

export const EventType = z.strictObject({
  ...term,
  roles: z.array(EventRole).default([]),
  attributes: z.array(AttributeType).default([]),
});
export type EventType = z.infer<typeof EventType>;

export const DocumentLabelType = z.strictObject({
  id: Slug,
  name: Name,
  description: Description,
  kind: z.enum(['boolean', 'choice', 'text']),
  options: z.array(Option).default([]),
  many: z.boolean().default(false),
  retired,
});
export type DocumentLabelType = z.infer<typeof DocumentLabelType>;

/** What may be marked in a project and with which words, as in force: the tagset. */
export const Schema = z.strictObject({
  id: Slug,
  name: Name,
  description: z.string().max(20_000).default(''),
  version: z.int().min(1).default(1),
  entityTypes: z.array(EntityType),
  stance: z.strictObject({
    polarities: z.array(Term).min(1),
    expressions: z.array(Term).default([]),
    modalities: z.array(Term).default([]),
  }),
  relationTypes: z.array(RelationType).default([]),
  eventTypes: z.array(EventType).default([]),
  documentLabels: z.array(DocumentLabelType).default([]),
});
export type Schema = z.infer<typeof Schema>;

/** A schema as a person writes it, where nested types say only what is their own. */
export const SchemaDefinition = Schema.extend({ entityTypes: z.array(EntityTypeDefinition) });
export type SchemaDefinition = z.infer<typeof SchemaDefinition>;

/** Those that are offered: all but the retired ones, and the one that a thing has already. */
export function offered<Item extends { id: string; retired: boolean }>(
  items: readonly Item[],
  present: unknown = null,
): Item[] {
  return items.filter((item) => !item.retired || item.id === present);
}
