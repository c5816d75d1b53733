import { z } from 'zod';
import { Note } from './annotation';
import { Id, Slug } from './ids';
import type { DocumentLabelType } from './schema';

/** The values that a document has of one document label; several only where its type allows many. */
export const DocumentLabelValues = z.array(z.union([z.boolean(), z.string().max(10_000)])).max(200);
export type DocumentLabelValues = z.infer<typeof DocumentLabelValues>;

/** Values by document label; a label without a value is absent. */
export const DocumentLabels = z.record(Slug, DocumentLabelValues.min(1));
export type DocumentLabels = z.infer<typeof DocumentLabels>;

/** What an annotator says of a document as a whole: its labels and a note. One for each layer at most. */
export const Appraisal = z.strictObject({
  id: Id,
  layerId: Id,
  documentId: Id,
  labels: DocumentLabels,
  note: Note,
});
export type Appraisal = z.infer<typeof Appraisal>;

/** What is wrong with the values of a document label, as a sentence; null when they fit. */
export function documentLabelProblem(
  { name, kind, options, many }: DocumentLabelType,
  values: DocumentLabelValues,
): string | null {
  if (values.length > 1 && !(many && kind === 'choice')) return `${name} takes one value`;
  if (new Set(values).size < values.length) return `${name} has a value twice`;
  const bad = values.find((value) => {
    if (kind === 'boolean') return typeof value !== 'boolean';
    if (kind === 'text') return typeof value !== 'string';
    return !options.some(({ id }) => id === value);
  });
  return bad === undefined ? null : `‘${String(bad)}’ is no value of ${name}`;
}
