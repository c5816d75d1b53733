import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';

/** A mention outside its document, with what stands around it. */
export const Mention = z.strictObject({
  annotationId: Id,
  documentId: Id,
  documentName: z.string(),
  language: z.string(),
  typeId: Slug,
  entityId: Id.nullable(),
  /** Null for the gold layer. */
  annotatorName: z.string().nullable(),
  /** Is it the asker's own? */
  own: z.boolean(),
  fragments: z.array(Fragment),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
});
export type Mention = z.infer<typeof Mention>;
