import { Document } from '@core/model/document';
import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { query } from './define';

/** How words are looked for, as in MatchOptions of core/text/matching.ts. */
const matchOptions = {
  wholeWord: z.boolean().default(true),
  matchCase: z.boolean().default(false),
  fold: z.boolean().default(true),
  inflection: z.enum(['none', 'whole', 'stem']).default('none'),
};

export const textOperations = {
  'text.occurrences': query({
    summary:
      'Find some words in texts of the project; what it finds can be given to annotation.createAcross.',
    input: z.strictObject({
      words: z.string().trim().min(1).max(1_000),
      ...matchOptions,
      /** Documents to search; all where absent. */
      documentIds: z.array(Id).optional(),
      /** Leaves out what the session's annotator has marked with this type already. */
      notMarkedAs: Slug.optional(),
      /** As many hits at most. */
      limit: z.int().min(1).max(100_000).default(20_000),
    }),
    output: z.strictObject({
      /** Documents with hits, in order; each hit as a span of one fragment, in UTF-16 offsets. */
      documents: z.array(z.strictObject({ documentId: Id, spans: z.array(z.array(Fragment).length(1)) })),
      /** For the same documents and hits, what to show to people. */
      contexts: z.array(
        z.strictObject({
          name: z.string(),
          language: Document.shape.language,
          around: z.array(z.strictObject({ before: z.string(), quote: z.string(), after: z.string() })),
        }),
      ),
      /** Hits that were left out because they are marked so. */
      marked: z.int().min(0),
      /** There are more hits than `limit`. */
      more: z.boolean(),
    }),
    long: true,
  }),
};
