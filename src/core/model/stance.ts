import { z } from 'zod';
import { Note, Origin } from './annotation';
import { Fragment } from './fragment';
import { Id, Slug } from './ids';

const entityRef = z.strictObject({ kind: z.literal('entity'), id: Id });
const mentionRef = z.strictObject({ kind: z.literal('mention'), id: Id });
const authorRef = z.strictObject({ kind: z.literal('author') });
const propositionRef = z.strictObject({ kind: z.literal('proposition'), id: Id });

/** Who takes a position or reports one: an entity, one mention of somebody, or the text's author. */
export const Party = z.discriminatedUnion('kind', [entityRef, mentionRef, authorRef]);
export type Party = z.infer<typeof Party>;

/** What a position is toward: an entity, one mention, or a named proposition. */
export const StanceTarget = z.discriminatedUnion('kind', [entityRef, mentionRef, propositionRef]);
export type StanceTarget = z.infer<typeof StanceTarget>;

/** 1 low, 2 medium, 3 high. */
export const Grade = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Grade = z.infer<typeof Grade>;

/** Who takes which position toward whom or what, on what evidence, reported by whom. */
export const Stance = z.strictObject({
  id: Id,
  layerId: Id,
  documentId: Id,
  /** Null where the text does not say, or it is not yet filled in. */
  holder: Party.nullable(),
  target: StanceTarget.nullable(),
  /** A polarity of the schema. */
  polarity: Slug,
  intensity: Grade.nullable(),
  /** An expression of the schema: explicit, implied. */
  expression: Slug.nullable(),
  /** A modality of the schema: states, demands, denies … */
  modality: Slug.nullable(),
  /** Who reports it, the outermost first: for 'X said that Y rejects Z', [X]. The text's author is understood. */
  sources: z.array(Party).max(10),
  /** The text that shows it, in canonical form; none where the stance is of the whole document. */
  evidence: z.array(Fragment),
  /** The annotator's confidence. */
  confidence: Grade.nullable(),
  note: Note,
  origin: Origin,
});
export type Stance = z.infer<typeof Stance>;
