import { z } from 'zod';
import { Attributes, Note, Origin } from './annotation';
import { Id, Slug } from './ids';

/** A typed join between two span annotations of one layer; directed, unless its type is symmetric. */
export const Relation = z.strictObject({
  id: Id,
  layerId: Id,
  documentId: Id,
  typeId: Slug,
  /** Span annotations. */
  fromId: Id,
  toId: Id,
  attributes: Attributes,
  note: Note,
  origin: Origin,
});
export type Relation = z.infer<typeof Relation>;
