import { Id } from '@core/model/ids';
import { offsetUnits } from '@core/text/offsets';
import { z } from 'zod';
import { query } from './define';

export const exportOperations = {
  'export.write': query({
    summary: 'Write a labelled dataset to a file; the project stays as it is.',
    input: z.strictObject({
      format: z.enum(['json']),
      /** Absolute path; the file appears whole or not at all. */
      path: z.string().min(1),
      /** Replace a file that is there. */
      overwrite: z.boolean().default(false),
      /** Documents to export; all where absent. */
      documentIds: z.array(Id).optional(),
      /** Annotators whose layers to export; all where absent. */
      annotatorIds: z.array(Id).optional(),
      /** The gold layers too. */
      gold: z.boolean().default(true),
      /** What was said in comments, too. */
      comments: z.boolean().default(false),
      includeText: z.boolean().default(true),
      offsetUnit: z.enum(offsetUnits).default('code-point'),
    }),
    output: z.strictObject({
      path: z.string(),
      bytes: z.int().min(0),
      sha256: z.string(),
      documents: z.int().min(0),
      annotations: z.int().min(0),
      stances: z.int().min(0),
    }),
    long: true,
  }),
};
