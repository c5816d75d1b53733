import { DocumentStatus } from '@core/model/document';
import { Id } from '@core/model/ids';
import { z } from 'zod';
import { command, query } from './define';

const count = z.int().min(0);

const distribution = z.strictObject({
  /** All where absent. */
  documentIds: z.array(Id).optional(),
  annotatorIds: z.array(Id).min(1),
  /** So many annotators for every document. */
  each: z.int().min(0).max(100),
  /** A share of the documents, in percent, gets another number. */
  share: z
    .strictObject({ percent: z.number().min(0).max(100), by: z.int().min(1).max(100) })
    .nullable()
    .default(null),
  /** What evens out the load: the length of texts, or their number. */
  measure: z.enum(['length', 'count']).default('length'),
  /** The same seed gives the same distribution. */
  seed: z.int().min(0).max(0xffffffff).default(1),
});

const outcome = z.strictObject({
  added: count,
  /** What each annotator has then, earlier assignments included. */
  loads: z.array(
    z.strictObject({ annotatorId: Id, name: z.string(), documents: count, codePoints: count, added: count }),
  ),
});

export const teamOperations = {
  'team.board': query({
    summary: 'How far each annotator is with each document, and who is asked to annotate what.',
    input: z.strictObject({}),
    output: z.strictObject({
      annotators: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          assigned: count,
          inProgress: count,
          done: count,
          annotations: count,
          stances: count,
        }),
      ),
      documents: z.array(
        z.strictObject({
          id: Id,
          name: z.string(),
          /** For each annotator, in the order above; null where they have nothing to do with it. */
          cells: z.array(
            z
              .strictObject({
                status: DocumentStatus,
                assigned: z.boolean(),
                annotations: count,
                stances: count,
              })
              .nullable(),
          ),
        }),
      ),
    }),
  }),
  'assignment.set': command({
    summary: 'Ask annotators to annotate documents, or no longer.',
    input: z.strictObject({
      documentIds: z.array(Id).min(1).max(100_000),
      annotatorIds: z.array(Id).min(1).max(1_000),
      assigned: z.boolean(),
    }),
    output: z.strictObject({ changed: count }),
  }),
  'assignment.preview': query({
    summary: 'What a distribution of documents would give to whom, without doing it.',
    input: distribution,
    output: outcome,
  }),
  'assignment.distribute': command({
    summary:
      'Distribute documents over annotators with as much overlap as asked for; earlier assignments stay.',
    input: distribution,
    output: outcome,
  }),
};
