import { Id } from '@core/model/ids';
import { SchemaDefinition } from '@core/model/schema';
import { schemaParts } from '@core/schema-change/parts';
import { z } from 'zod';
import { command, query } from './define';

const count = z.int().min(0);

/** What a handed-over file says of itself. */
export const Manifest = z.strictObject({
  format: z.literal('parley-package'),
  formatVersion: z.literal(1),
  /** Version of the program that wrote it. */
  program: z.string(),
  project: z.strictObject({ id: Id, name: z.string() }),
  by: z.strictObject({ id: Id, name: z.string() }),
  /** ISO 8601. */
  at: z.string(),
  documents: count,
  layers: count,
  annotations: count,
  stances: count,
  /** Changes in the history that comes along. */
  changes: count,
});
export type Manifest = z.infer<typeof Manifest>;

const layerChoice = z.enum(['own', 'all', 'none']);

/** What will become, or has become, of one layer (or of what a document has outside of layers). */
const LayerReport = z.strictObject({
  annotatorId: Id.nullable(),
  name: z.string(),
  created: count,
  changed: count,
  deleted: count,
});

const DocumentReport = z.strictObject({
  documentId: Id,
  name: z.string(),
  /** How it was recognised: by its id, by its text, or not at all, so that it is new here. */
  match: z.enum(['id', 'text', 'new']),
  layers: z.array(LayerReport),
});

const Conflict = z.strictObject({
  class: z.enum(['edit-against-delete', 'parallel-edits', 'still-needed']),
  kind: z.string(),
  recordId: Id,
  documentId: Id.nullable(),
  /** What it is, in words: the marked text, a name. */
  words: z.string(),
  /** Who else changed it. */
  by: z.array(z.string()),
});

const NotJoined = z.strictObject({
  file: z.string(),
  reason: z.enum(['other-text', 'unreadable-record', 'lacks-reference']),
  documentId: Id.nullable(),
  name: z.string(),
  annotations: count,
  words: z.string(),
});

export const MergeReport = z.strictObject({
  files: z.array(z.strictObject({ path: z.string(), manifest: Manifest.nullable(), project: z.string() })),
  /** Changes that were not known here. */
  received: count,
  created: count,
  changed: count,
  deleted: count,
  annotators: z.array(z.strictObject({ id: Id, name: z.string(), isNew: z.boolean() })),
  documents: z.array(DocumentReport),
  conflicts: z.array(Conflict),
  notJoined: z.array(NotJoined),
  /** Labels that the schema in force here does not have; what has them is joined all the same. */
  unknownLabels: z.array(
    z.strictObject({
      part: z.enum(schemaParts),
      id: z.string(),
      /** As their schema has it; the id where none of the files defines it. */
      name: z.string(),
      /** Records that have it. */
      count,
    }),
  ),
  /** The schema in force here with those labels added as the files define them; null where there are none. */
  schemaWithThem: SchemaDefinition.nullable().meta({ title: 'a schema, see schema.md' }),
  /** How the schema of the files stands to the one here. */
  schema: z.enum(['same', 'taken-over', 'older', 'differs']),
  /** Entities and propositions that came in beside ones of the same name. */
  sameNames: z.array(
    z.strictObject({
      kind: z.enum(['entity', 'proposition']),
      name: z.string(),
      hereId: Id,
      cameId: Id,
    }),
  ),
  /** Documents that one of the files has removed and this project keeps. */
  kept: z.array(z.strictObject({ documentId: Id, name: z.string() })),
});
export type MergeReport = z.infer<typeof MergeReport>;

const paths = z.array(z.string().min(1)).min(1).max(1_000);

export const exchangeOperations = {
  'exchange.handOver': query({
    summary:
      'Write a package for colleagues: a project file with chosen documents and layers, what they refer to, and their changes.',
    input: z.strictObject({
      /** Absolute path; the file appears whole or not at all. */
      path: z.string().min(1),
      overwrite: z.boolean().default(false),
      /** All where absent. */
      documentIds: z.array(Id).optional(),
      layers: layerChoice.default('own'),
      gold: z.boolean().default(true),
    }),
    output: z.strictObject({ path: z.string(), bytes: count, manifest: Manifest }),
    long: true,
  }),
  'exchange.preview': query({
    summary: 'What taking in packages or other project files would bring; nothing is changed.',
    input: z.strictObject({ paths }),
    output: MergeReport,
    long: true,
  }),
  'exchange.takeIn': command({
    summary: 'Merge packages or other project files into this project, in one step.',
    input: z.strictObject({ paths }),
    output: MergeReport,
    long: true,
  }),
};
