import { z } from 'zod';
import { Fragment } from '../model/fragment';
import { Id } from '../model/ids';

export const ruleIds = [
  'unknown-label',
  'attribute',
  'missing-attribute',
  'overlap',
  'duplicate',
  'entity-type',
  'cut-word',
  'missing-party',
  'unknown-term',
  'no-evidence',
  'join',
  'role',
  'document-label',
] as const;
export const RuleId = z.enum(ruleIds);
export type RuleId = z.infer<typeof RuleId>;

export const Severity = z.enum(['error', 'warning']);
export type Severity = z.infer<typeof Severity>;

/** Something in a document that breaks a rule of the schema, or most likely is a slip. */
export const DocumentProblem = z.strictObject({
  rule: RuleId,
  severity: Severity,
  /** What is wrong, in one sentence. */
  message: z.string(),
  recordKind: z.enum(['annotation', 'stance', 'relation', 'event', 'appraisal']),
  recordId: Id,
  /** Where in the text (UTF-16 code units), gaps included; null for the document as a whole. */
  place: Fragment.nullable(),
});
export type DocumentProblem = z.infer<typeof DocumentProblem>;
