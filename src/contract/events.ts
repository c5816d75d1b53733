import { Attributes, Note, Origin } from '@core/model/annotation';
import { Event, RoleFilling } from '@core/model/event';
import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { command } from './define';

const Trigger = z.array(Fragment).min(1).max(100);

export const eventOperations = {
  'event.create': command({
    summary: 'Record an event: its type, the words that tell it, and who and what fills its roles.',
    input: z.strictObject({
      documentId: Id,
      typeId: Slug,
      /** UTF-16 offsets into the document's text. */
      trigger: Trigger,
      roles: z.array(RoleFilling).max(200).default([]),
      attributes: Attributes.default({}),
      note: Note.default(''),
      origin: Origin.default('human'),
    }),
    output: Event,
  }),
  'event.update': command({
    summary: 'Change the type, trigger, roles, attributes or note of an event.',
    input: z.strictObject({
      id: Id,
      typeId: Slug.optional(),
      trigger: Trigger.optional(),
      roles: z.array(RoleFilling).max(200).optional(),
      attributes: Attributes.optional(),
      note: Note.optional(),
    }),
    output: Event,
  }),
  'event.remove': command({
    summary: 'Delete events.',
    input: z.strictObject({ ids: z.array(Id).min(1) }),
    output: z.strictObject({ removed: z.int().min(0) }),
  }),
};
