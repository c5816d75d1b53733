import { Attributes, Note, Origin, SpanAnnotation } from '@core/model/annotation';
import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { command } from './define';

const Fragments = z.array(Fragment).min(1).max(1_000);

export const annotationOperations = {
  'annotation.create': command({
    summary: 'Mark a span: one or more fragments, widened to whole grapheme clusters.',
    input: z.strictObject({
      documentId: Id,
      typeId: Slug,
      /** UTF-16 offsets into the document's text. */
      fragments: Fragments,
      attributes: Attributes.default({}),
      note: Note.default(''),
      entityId: Id.nullable().default(null),
      origin: Origin.default('human'),
    }),
    output: SpanAnnotation,
  }),
  'annotation.createMany': command({
    summary: 'Mark several spans of one type in one step, each of one or more fragments.',
    input: z.strictObject({
      documentId: Id,
      typeId: Slug,
      /** For each span its fragments, in UTF-16 offsets. */
      spans: z.array(Fragments).min(1).max(100_000),
      entityId: Id.nullable().default(null),
      origin: Origin.default('human'),
    }),
    output: z.strictObject({ ids: z.array(Id) }),
  }),
  'annotation.createAcross': command({
    summary: 'Mark spans of one type in several documents in one step, each of one or more fragments.',
    input: z.strictObject({
      typeId: Slug,
      documents: z
        .array(z.strictObject({ documentId: Id, spans: z.array(Fragments).min(1).max(100_000) }))
        .max(100_000),
      entityId: Id.nullable().default(null),
      origin: Origin.default('human'),
    }),
    output: z.strictObject({
      documents: z.array(z.strictObject({ documentId: Id, ids: z.array(Id) })),
    }),
    long: true,
  }),
  'annotation.update': command({
    summary: 'Change the type, fragments, attributes or note of a span annotation.',
    input: z.strictObject({
      id: Id,
      typeId: Slug.optional(),
      fragments: Fragments.optional(),
      attributes: Attributes.optional(),
      note: Note.optional(),
    }),
    output: SpanAnnotation,
  }),
  'annotation.relabel': command({
    summary: 'Give several span annotations one type. Attributes that it does not have are dropped.',
    input: z.strictObject({ ids: z.array(Id).min(1), typeId: Slug }),
    output: z.strictObject({ relabelled: z.int().min(0) }),
  }),
  'annotation.split': command({
    summary:
      'Cut a span annotation in two at an offset. What lies before keeps its identity, what lies after ' +
      'becomes a new annotation with the same type, attributes, note and entity.',
    input: z.strictObject({
      id: Id,
      /** UTF-16 offset inside the annotation or between its fragments; moved back to a grapheme boundary. */
      at: z.int().min(1),
    }),
    output: z.strictObject({ before: SpanAnnotation, after: SpanAnnotation }),
  }),
  'annotation.merge': command({
    summary:
      'Make one span annotation of several of a document. The first named keeps its identity and takes ' +
      'over the fragments; type, attributes and entity are its own, where it has none those of the others.',
    input: z.strictObject({
      ids: z.array(Id).min(1).max(1_000),
      /** Whether the text between the fragments becomes part of it, too. */
      fillGaps: z.boolean().default(false),
    }),
    output: SpanAnnotation,
  }),
  'annotation.remove': command({
    summary: 'Delete span annotations. A stance that named one keeps its entity, or loses that party.',
    input: z.strictObject({ ids: z.array(Id).min(1) }),
    output: z.strictObject({ removed: z.int().min(0) }),
  }),
};
