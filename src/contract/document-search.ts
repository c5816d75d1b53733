import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { query } from './define';

export const documentSearchOperations = {
  'document.find': query({
    summary: 'Documents whose text, annotations, document labels or problems meet a filter, in order.',
    input: z.strictObject({
      /** Words that stand in the text or the name as they are, whatever their case; none where empty. */
      text: z.string().max(1_000).default(''),
      /** At least so many spans with this label, in all layers. */
      typeId: Slug.nullable().default(null),
      atLeast: z.int().min(1).default(1),
      /** The asker has given this document label, with this value where one is named. */
      labelId: Slug.nullable().default(null),
      value: z
        .union([z.boolean(), z.string().max(10_000)])
        .nullable()
        .default(null),
      /** Count problems, and with 'some' leave out documents without any, with 'none' those with some. */
      problems: z.enum(['ignore', 'count', 'some', 'none']).default('ignore'),
    }),
    output: z.strictObject({
      ids: z.array(Id),
      /** Problems by document, where they were counted. */
      problems: z.record(Id, z.int().min(0)),
    }),
    long: true,
  }),
};
