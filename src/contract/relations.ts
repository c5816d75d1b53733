import { Attributes, Note, Origin } from '@core/model/annotation';
import { Id, Slug } from '@core/model/ids';
import { Relation } from '@core/model/relation';
import { z } from 'zod';
import { command } from './define';

export const relationOperations = {
  'relation.create': command({
    summary:
      'Join two span annotations of one’s own by a relation that the schema allows between their types.',
    input: z.strictObject({
      typeId: Slug,
      fromId: Id,
      toId: Id,
      attributes: Attributes.default({}),
      note: Note.default(''),
      origin: Origin.default('human'),
    }),
    output: Relation,
  }),
  'relation.update': command({
    summary: 'Change the type, the ends, attributes or note of a relation.',
    input: z.strictObject({
      id: Id,
      typeId: Slug.optional(),
      fromId: Id.optional(),
      toId: Id.optional(),
      attributes: Attributes.optional(),
      note: Note.optional(),
    }),
    output: Relation,
  }),
  'relation.remove': command({
    summary: 'Delete relations.',
    input: z.strictObject({ ids: z.array(Id).min(1) }),
    output: z.strictObject({ removed: z.int().min(0) }),
  }),
};
