import { z } from 'zod';
import { Fragment } from './fragment';
import { Id, Slug } from './ids';

export const AttributeValue = z.union([z.boolean(), z.number(), z.string().max(10_000)]);
/** Values by attribute id; an attribute without a value is absent. */
export const Attributes = z.record(Slug, AttributeValue);
export type Attributes = z.infer<typeof Attributes>;

/** Where an annotation came from: a person's hand, an imported file, or a suggestion that a person accepted. */
export const Origin = z.enum(['human', 'imported', 'suggestion']);
export type Origin = z.infer<typeof Origin>;

export const Note = z.string().max(100_000);

/** A marked span of text (a mention): one or more fragments, in canonical form, with a type of the schema. */
export const SpanAnnotation = z.strictObject({
  id: Id,
  layerId: Id,
  documentId: Id,
  typeId: Slug,
  fragments: z.array(Fragment).min(1),
  attributes: Attributes,
  note: Note,
  /** The entity that this mention names; mentions of one entity corefer. */
  entityId: Id.nullable(),
  origin: Origin,
});
export type SpanAnnotation = z.infer<typeof SpanAnnotation>;
