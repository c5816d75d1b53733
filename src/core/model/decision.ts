import { z } from 'zod';
import { differenceClasses } from '../review/position';
import { Note } from './annotation';
import { Id, Slug } from './ids';

/** A record that a decision was about, as it was then. */
export const DecisionTarget = z.strictObject({
  kind: z.enum(['annotation', 'stance', 'relation', 'event', 'appraisal']),
  id: Id,
  /** Of an appraisal, the document label that was decided about; null for other kinds. */
  label: Slug.nullable(),
  /** Hash of what the record said: another one today means that it was changed since. */
  revision: z.string().regex(/^[0-9a-f]{16}$/),
});
export type DecisionTarget = z.infer<typeof DecisionTarget>;

/** Taken as it was, taken and changed, made anew, not taken at all, or put off. */
export const Verdict = z.enum(['accept', 'edit', 'new', 'reject', 'defer']);
export type Verdict = z.infer<typeof Verdict>;

/** What somebody decided about one place where annotators agree or differ: who, when, on what, and why. */
export const Decision = z.strictObject({
  id: Id,
  documentId: Id,
  /** All that the annotators had there, taken or not; none where it was made anew. */
  targets: z.array(DecisionTarget),
  /** How the targets differed. */
  class: z.enum(differenceClasses),
  verdict: Verdict,
  /** Records of the gold layer that came of it. */
  resultIds: z.array(Id),
  adjudicatorId: Id,
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
  rationale: Note,
  /** The schema in force then. */
  schemaVersionId: Id,
  /** Did the adjudicator see the annotators' names? */
  view: z.enum(['open', 'blind']),
});
export type Decision = z.infer<typeof Decision>;
