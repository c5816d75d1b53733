import { z } from 'zod';
import { Slug } from './ids';

/** A key by its place on the keyboard (KeyboardEvent.code), so that it works in every layout. */
export const KeyCode = z
  .string()
  .regex(
    /^(Key[A-Z]|Digit[0-9]|Minus|Equal|BracketLeft|BracketRight|Semicolon|Quote|Backquote|Backslash|Comma|Period|Slash)$/,
  );

export const Colour = z.string().regex(/^#[0-9a-f]{6}$/);

const term = {
  id: Slug,
  name: z.string().trim().min(1).max(200),
  description: z.string().max(5_000).default(''),
  colour: Colour,
  key: KeyCode.nullable().default(null),
};

/** One value of a closed vocabulary, such as a polarity. */
export const Term = z.strictObject(term);
export type Term = z.infer<typeof Term>;

/** A typed feature of an annotation. `options` only with kind 'choice'. */
export const AttributeType = z.strictObject({
  id: Slug,
  name: z.string().trim().min(1).max(200),
  description: z.string().max(5_000).default(''),
  kind: z.enum(['boolean', 'choice', 'number', 'text']),
  options: z.array(z.strictObject({ id: Slug, name: z.string().trim().min(1).max(200) })).default([]),
  required: z.boolean().default(false),
});
export type AttributeType = z.infer<typeof AttributeType>;

export const EntityType = z.strictObject({
  ...term,
  attributes: z.array(AttributeType).default([]),
});
export type EntityType = z.infer<typeof EntityType>;

/** A relation between two span annotations; empty lists mean: any type. */
export const RelationType = z.strictObject({
  ...term,
  from: z.array(Slug).default([]),
  to: z.array(Slug).default([]),
  symmetric: z.boolean().default(false),
  attributes: z.array(AttributeType).default([]),
});
export type RelationType = z.infer<typeof RelationType>;

export const EventType = z.strictObject({
  ...term,
  roles: z
    .array(
      z.strictObject({
        id: Slug,
        name: z.string().trim().min(1).max(200),
        types: z.array(Slug).default([]),
        required: z.boolean().default(false),
        many: z.boolean().default(false),
      }),
    )
    .default([]),
  attributes: z.array(AttributeType).default([]),
});
export type EventType = z.infer<typeof EventType>;

export const DocumentLabelType = z.strictObject({
  id: Slug,
  name: z.string().trim().min(1).max(200),
  description: z.string().max(5_000).default(''),
  kind: z.enum(['boolean', 'choice', 'text']),
  options: z.array(z.strictObject({ id: Slug, name: z.string().trim().min(1).max(200) })).default([]),
  many: z.boolean().default(false),
});

/** What may be marked in a project and with which words: the tagset. */
export const Schema = z.strictObject({
  id: Slug,
  name: z.string().trim().min(1).max(200),
  description: z.string().max(20_000).default(''),
  version: z.int().min(1),
  entityTypes: z.array(EntityType),
  stance: z.strictObject({
    polarities: z.array(Term).min(1),
    expressions: z.array(Term),
    modalities: z.array(Term),
  }),
  relationTypes: z.array(RelationType).default([]),
  eventTypes: z.array(EventType).default([]),
  documentLabels: z.array(DocumentLabelType).default([]),
});
export type Schema = z.infer<typeof Schema>;

/**
 * Clashes inside a schema that its shape cannot rule out: two things of one id, one key for two
 * entity types, references to types that do not exist. Empty when the schema is sound.
 */
export function schemaClashes(schema: Schema): string[] {
  const clashes: string[] = [];
  const once = (what: string, values: (string | null)[]) => {
    const seen = new Set<string>();
    for (const value of values) {
      if (value === null) continue;
      if (seen.has(value)) clashes.push(`${what} '${value}' is used twice`);
      seen.add(value);
    }
  };
  const lists: [string, Term[]][] = [
    ['entity type', schema.entityTypes],
    ['polarity', schema.stance.polarities],
    ['expression', schema.stance.expressions],
    ['modality', schema.stance.modalities],
    ['relation type', schema.relationTypes],
    ['event type', schema.eventTypes],
  ];
  for (const [what, terms] of lists) {
    once(
      what,
      terms.map((entry) => entry.id),
    );
    once(
      `key of ${what}`,
      terms.map((entry) => entry.key),
    );
  }
  const choices: [string, { id: string; options: { id: string }[] }[]][] = [
    ...schema.entityTypes.map((type): [string, AttributeType[]] => [
      `attribute of entity type '${type.id}'`,
      type.attributes,
    ]),
    ...schema.relationTypes.map((type): [string, AttributeType[]] => [
      `attribute of relation type '${type.id}'`,
      type.attributes,
    ]),
    ...schema.eventTypes.map((type): [string, AttributeType[]] => [
      `attribute of event type '${type.id}'`,
      type.attributes,
    ]),
    ['document label', schema.documentLabels],
  ];
  for (const [what, list] of choices) {
    once(
      what,
      list.map(({ id }) => id),
    );
    for (const { id, options } of list) {
      once(
        `option of ${what} '${id}'`,
        options.map((option) => option.id),
      );
    }
  }
  for (const { id, roles } of schema.eventTypes) {
    once(
      `role of event type '${id}'`,
      roles.map((role) => role.id),
    );
  }
  const known = new Set(schema.entityTypes.map((type) => type.id));
  const named = [
    ...schema.relationTypes.flatMap((type) => [...type.from, ...type.to]),
    ...schema.eventTypes.flatMap((type) => type.roles.flatMap((role) => role.types)),
  ];
  for (const id of named) if (!known.has(id)) clashes.push(`entity type '${id}' is named but not defined`);
  return clashes;
}
