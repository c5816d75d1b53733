import { Id } from '@core/model/ids';
import { SchemaDefinition } from '@core/model/schema';
import { SchemaDifference } from '@core/schema-change/diff';
import { SchemaMapping } from '@core/schema-change/mapping';
import { schemaParts } from '@core/schema-change/parts';
import { z } from 'zod';
import { command, query } from './define';

const Count = z.int().min(0);
const Path = z.string().min(1);

/** What a change of schema does to some records of one kind, for one reason. */
export const SchemaEffect = z.strictObject({
  what: z.enum(['annotation', 'entity', 'stance', 'relation', 'event']),
  /** See Mark in core/schema-change/migrate.ts. */
  action: z.enum(['keep', 'merge', 'delete', 'clear', 'move', 'unresolved', 'lacks', 'breaks']),
  part: z.enum(schemaParts),
  id: z.string(),
  attribute: z.string().nullable(),
  role: z.string().nullable(),
  value: z.string().nullable(),
  into: z.string().nullable(),
  count: Count,
  documents: z.array(z.strictObject({ id: Id, name: z.string(), count: Count })),
  /** The first few of them. */
  examples: z.array(z.strictObject({ recordId: Id, documentId: Id.nullable(), quote: z.string() })),
});
export type SchemaEffect = z.infer<typeof SchemaEffect>;

export const SchemaPreview = z.strictObject({
  /** The schema that would be in force, with what the mapping retires. */
  definition: SchemaDefinition,
  differences: z.array(SchemaDifference),
  /** Why it cannot be done, whatever is annotated: clashes in the schema and in the mapping. */
  problems: z.array(z.string()),
  effects: z.array(SchemaEffect),
  /** Records that do not fit and of which the mapping does not say what becomes of them. */
  unresolved: Count,
});
export type SchemaPreview = z.infer<typeof SchemaPreview>;

export const SchemaHistoryEntry = z.strictObject({
  id: Id,
  version: z.int().min(1),
  /** Who made it and when; null where the journal does not tell. */
  annotatorName: z.string().nullable(),
  hlc: z.string().nullable(),
  reason: z.string(),
  /** From the version before. */
  differences: z.array(SchemaDifference),
});
export type SchemaHistoryEntry = z.infer<typeof SchemaHistoryEntry>;

const change = {
  definition: SchemaDefinition.meta({ title: 'a schema, see schema.md' }),
  mapping: SchemaMapping.meta({ title: 'a mapping, see schema.md' }).prefault({}),
};

export const schemaOperations = {
  'schema.get': query({
    summary: 'The schema as it was written: the one in force, or an earlier version.',
    input: z.strictObject({ version: z.int().min(1).optional() }),
    output: z.strictObject({ version: z.int().min(1), definition: SchemaDefinition }),
  }),
  'schema.history': query({
    summary: 'The versions of the schema, the newest first, with what each changed.',
    input: z.strictObject({}),
    output: z.array(SchemaHistoryEntry),
  }),
  'schema.preview': query({
    summary: 'What a change of schema would do to everything that is annotated.',
    input: z.strictObject(change),
    output: SchemaPreview,
  }),
  'schema.change': command({
    summary:
      'Put a new version of the schema in force and carry everything that is annotated over, as the mapping says.',
    input: z.strictObject({ ...change, reason: z.string().max(1_000).default('') }),
    output: z.strictObject({ version: z.int().min(1), changed: Count, deleted: Count }),
  }),
  'schema.read': query({
    summary: 'Read a schema from a YAML or JSON file; the project stays as it is.',
    input: z.strictObject({ path: Path }),
    output: z.strictObject({ definition: SchemaDefinition }),
  }),
  'schema.write': query({
    summary: 'Write a version of the schema, or the one in force, to a YAML or JSON file.',
    input: z.strictObject({
      path: Path,
      format: z.enum(['yaml', 'json']),
      version: z.int().min(1).optional(),
      overwrite: z.boolean().default(false),
    }),
    output: z.strictObject({ path: Path }),
  }),
};
