import { z } from 'zod';
import { Id } from './ids';
import { SchemaDefinition } from './schema';

export const Project = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(200),
  /** Annotation guidelines, in Markdown. */
  guidelines: z.string().max(1_000_000),
  /** Is colleagues' work on a document hidden from an annotator until their own is done? */
  blind: z.boolean().default(false),
  /** Annotators who see everything all the same, because they decide about it. */
  adjudicators: z.array(Id).default([]),
});
export type Project = z.infer<typeof Project>;

/** A person who annotates. */
export const Annotator = z.strictObject({ id: Id, name: z.string().trim().min(1).max(200) });
export type Annotator = z.infer<typeof Annotator>;

/** One annotator's work on one document, or the adjudicated gold work (annotatorId null). */
export const Layer = z
  .strictObject({
    id: Id,
    documentId: Id,
    kind: z.enum(['annotator', 'gold']),
    annotatorId: Id.nullable(),
  })
  .refine((layer) => (layer.kind === 'gold') === (layer.annotatorId === null));
export type Layer = z.infer<typeof Layer>;

/** A version of the project's schema; the highest number is in force. */
export const SchemaVersion = z.strictObject({
  id: Id,
  version: z.int().min(1),
  definition: SchemaDefinition,
});
export type SchemaVersion = z.infer<typeof SchemaVersion>;
