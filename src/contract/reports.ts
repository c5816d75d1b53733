import { z } from 'zod';
import { AgreementScope } from './agreement';
import { query } from './define';

export const reportOperations = {
  'report.compose': query({
    summary:
      'A report on progress, agreement and conflicts as one HTML page that needs nothing else: no network, no scripts.',
    input: z.strictObject({ ...AgreementScope, seed: z.int().default(1) }),
    output: z.strictObject({
      /** A name for the file, without an ending. */
      name: z.string(),
      html: z.string(),
    }),
    long: true,
  }),
};
