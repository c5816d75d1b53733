import { Id } from '@core/model/ids';
import { DocumentProblem, RuleId, Severity } from '@core/validation/problem';
import { z } from 'zod';
import { query } from './define';
import { page } from './page';

const Count = z.int().min(0);

/** A problem outside its document, with what is needed to read it there. */
export const ProjectProblem = z.strictObject({
  ...DocumentProblem.shape,
  documentId: Id,
  documentName: z.string(),
  language: z.string(),
  /** Null for the gold layer. */
  annotatorName: z.string().nullable(),
  quote: z.string(),
});
export type ProjectProblem = z.infer<typeof ProjectProblem>;

export const validationOperations = {
  'project.problems': query({
    summary: 'What breaks the rules of the schema or looks like a slip, in the order of documents and text.',
    input: z.strictObject({
      /** Null for all documents. */
      documentId: Id.nullable().default(null),
      /** Only what these rules find; all where empty. */
      rules: z.array(RuleId).default([]),
      severity: Severity.nullable().default(null),
      ...page,
    }),
    output: z.strictObject({
      total: Count,
      errors: Count,
      warnings: Count,
      /** How many each rule finds, before `rules` and `severity` choose. */
      byRule: z.array(z.strictObject({ rule: RuleId, severity: Severity, title: z.string(), count: Count })),
      problems: z.array(ProjectProblem),
    }),
    long: true,
  }),
};
