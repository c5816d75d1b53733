import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { query } from './define';

const Count = z.int().min(0);

export const Statistics = z.strictObject({
  totals: z.strictObject({
    documents: Count,
    /** Documents in which something is marked. */
    annotated: Count,
    annotations: Count,
    linked: Count,
    entities: Count,
    stances: Count,
  }),
  /** The most frequent first. */
  labels: z.array(z.strictObject({ typeId: Slug, annotations: Count, linked: Count })),
  polarities: z.array(z.strictObject({ polarity: Slug, stances: Count })),
  /** In the order of the project. */
  documents: z.array(
    z.strictObject({ documentId: Id, name: z.string(), annotations: Count, stances: Count }),
  ),
  /** Null for the gold layer. */
  annotators: z.array(
    z.strictObject({
      annotatorId: Id.nullable(),
      name: z.string().nullable(),
      annotations: Count,
      stances: Count,
    }),
  ),
  /** Acts by day in the time zone of this computer; undoing and redoing are no acts of their own. */
  days: z.array(z.strictObject({ day: z.string(), annotatorId: Id, name: z.string(), acts: Count })),
  /** How many spans have each length, from first to last character, in UTF-16 code units. */
  lengths: z.array(z.strictObject({ length: z.int().min(1), annotations: Count })),
  /** The entities with most mentions. */
  entities: z.array(
    z.strictObject({
      entityId: Id,
      name: z.string(),
      typeId: Slug.nullable(),
      mentions: Count,
      documents: Count,
    }),
  ),
});
export type Statistics = z.infer<typeof Statistics>;

export const statisticsOperations = {
  'project.statistics': query({
    summary: 'Counts by label, document, annotator and day, span lengths, the most frequent entities.',
    input: z.strictObject({
      /** Null for all documents. */
      documentId: Id.nullable().default(null),
      /** Whose work; null for everybody's. */
      annotatorId: Id.nullable().default(null),
      /** How many entities. */
      top: z.int().min(1).max(1_000).default(30),
    }),
    output: Statistics,
    long: true,
  }),
};
