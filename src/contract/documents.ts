import { Note, SpanAnnotation } from '@core/model/annotation';
import { Appraisal, DocumentLabelValues } from '@core/model/appraisal';
import { Comment } from '@core/model/comment';
import { Document, DocumentStatus } from '@core/model/document';
import { Event } from '@core/model/event';
import { Id, Slug } from '@core/model/ids';
import { Layer } from '@core/model/project';
import { Relation } from '@core/model/relation';
import { Stance } from '@core/model/stance';
import { z } from 'zod';
import { command, query } from './define';

/** A line of the document list; counts are over all layers, status is the session's annotator's. */
export const DocumentRow = z.strictObject({
  ...Document.shape,
  status: DocumentStatus,
  /** Is it assigned to the session's annotator, and to how many in all? */
  assignedToMe: z.boolean(),
  assignees: z.int().min(0),
  annotations: z.int().min(0),
  stances: z.int().min(0),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** All that is marked in a document, or said of it as a whole. */
const Marks = z.strictObject({
  layers: z.array(Layer),
  annotations: z.array(SpanAnnotation),
  stances: z.array(Stance),
  relations: z.array(Relation),
  events: z.array(Event),
  /** What annotators say of the document as a whole. */
  appraisals: z.array(Appraisal),
  /** In the order of time. */
  comments: z.array(Comment),
});

export const ImportReport = z.strictObject({
  imported: z.array(z.strictObject({ file: z.string(), documentId: Id, name: z.string() })),
  /** Left out because the project has a document with the same text already. */
  duplicates: z.array(z.strictObject({ file: z.string(), sameAs: Id, name: z.string() })),
  /** Imported, with something that a person should know. */
  warnings: z.array(z.strictObject({ file: z.string(), message: z.string() })),
  /** Nothing of these was stored. */
  refused: z.array(z.strictObject({ file: z.string(), message: z.string() })),
});
export type ImportReport = z.infer<typeof ImportReport>;

export const documentOperations = {
  'document.list': query({
    summary: 'All documents in order, with status and counts.',
    input: z.strictObject({}),
    output: z.array(DocumentRow),
  }),
  'document.get': query({
    summary: 'One document with its text.',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ document: Document, text: z.string() }),
  }),
  'document.annotations': query({
    summary:
      'Layers, span annotations (in text order), stances, relations, events, appraisals and comments of one document.',
    input: z.strictObject({ id: Id }),
    output: Marks,
  }),
  'document.hidden': query({
    summary: 'How many layers of a document are hidden because the project works blind.',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ layers: z.int().min(0) }),
  }),
  'document.asOf': query({
    summary: 'The same as it was right after an entry of the journal.',
    input: z.strictObject({ id: Id, seq: z.int().min(0) }),
    output: Marks,
  }),
  'document.import': command({
    summary: 'Import plain text files (UTF-8, UTF-16) and folders of them.',
    input: z.strictObject({
      /** Absolute paths of files or folders. */
      paths: z.array(z.string().min(1)).min(1),
      /** Import a text again although the project has it. */
      allowDuplicates: z.boolean().default(false),
      /** Language of all of them; guessed per document where absent. */
      language: Document.shape.language.optional(),
    }),
    output: ImportReport,
    long: true,
  }),
  'document.update': command({
    summary: 'Change what is recorded about a document: name, language, direction, metadata, tags.',
    input: z.strictObject({
      id: Id,
      name: Document.shape.name.optional(),
      language: Document.shape.language.optional(),
      direction: Document.shape.direction.optional(),
      metadata: Document.shape.metadata.optional(),
      tags: Document.shape.tags.optional(),
    }),
    output: Document,
  }),
  'document.remove': command({
    summary: 'Remove documents with all that is marked in them.',
    input: z.strictObject({ ids: z.array(Id).min(1) }),
    output: z.strictObject({ removed: z.int().min(0) }),
  }),
  'document.appraise': command({
    summary:
      'Set labels of a document as a whole, or the note on it, in the layer of the annotator of the session.',
    input: z.strictObject({
      id: Id,
      /** Values by document label; an empty list takes the label away, those not named stay. */
      labels: z.record(Slug, DocumentLabelValues).default({}),
      note: Note.optional(),
    }),
    output: Appraisal.nullable(),
  }),
  'document.setStatus': command({
    summary: "Set how far the session's annotator is with a document.",
    input: z.strictObject({ id: Id, status: DocumentStatus }),
    output: z.strictObject({ id: Id, status: DocumentStatus }),
  }),
};
