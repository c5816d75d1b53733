import { z } from 'zod';
import { Attributes, Note, Origin } from './annotation';
import { Fragment } from './fragment';
import { Id, Slug } from './ids';

/** Who or what fills a role: a mention of the same layer, or an entity that the text does not name here. */
export const Filler = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mention'), id: Id }),
  z.strictObject({ kind: z.literal('entity'), id: Id }),
]);
export type Filler = z.infer<typeof Filler>;

export const RoleFilling = z.strictObject({
  /** A role of the event's type. */
  roleId: Slug,
  filler: Filler,
});
export type RoleFilling = z.infer<typeof RoleFilling>;

/** Something that the text says happened: the words that say so (the trigger), and who and what had part in it. */
export const Event = z.strictObject({
  id: Id,
  layerId: Id,
  documentId: Id,
  typeId: Slug,
  /** In canonical form, in UTF-16 code units. */
  trigger: z.array(Fragment).min(1),
  roles: z.array(RoleFilling).max(200),
  attributes: Attributes,
  note: Note,
  origin: Origin,
});
export type Event = z.infer<typeof Event>;
