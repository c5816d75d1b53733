import { z } from 'zod';
import { Id } from './ids';

/** A document that an annotator is asked to annotate; one record at most for each pair. */
export const Assignment = z.strictObject({ id: Id, documentId: Id, annotatorId: Id });
export type Assignment = z.infer<typeof Assignment>;
