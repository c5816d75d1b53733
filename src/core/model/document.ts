import { z } from 'zod';
import { Id } from './ids';

/** BCP 47 language tag, 'und' where unknown. */
export const LanguageTag = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a BCP 47 language tag');

/** How a document's bytes became its text. */
export const ImportSource = z.strictObject({
  fileName: z.string(),
  /** SHA-256 of the file's bytes, in hex. */
  sha256: z.string(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be']),
  byteOrderMark: z.boolean(),
  /** Characters U+0000 taken out and ill-formed sequences replaced by U+FFFD, before any offset was counted. */
  removedNulls: z.int().min(0),
  replaced: z.int().min(0),
});
export type ImportSource = z.infer<typeof ImportSource>;

/** A document without its text, which never changes and is kept by its hash. */
export const Document = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(500),
  /** SHA-256 of the UTF-8 form of the text, in hex. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Length of the text in UTF-16 code units, and in code points. */
  length: z.int().min(0),
  codePoints: z.int().min(0),
  language: LanguageTag,
  direction: z.enum(['ltr', 'rtl']),
  /** Free fields: source, date, … */
  metadata: z.record(z.string().max(100), z.string().max(10_000)),
  tags: z.array(z.string().trim().min(1).max(100)),
  /** Order in the project, ascending. */
  position: z.number(),
  source: ImportSource.nullable(),
});
export type Document = z.infer<typeof Document>;

export const DocumentStatus = z.enum(['new', 'in-progress', 'done']);
export type DocumentStatus = z.infer<typeof DocumentStatus>;

/** How far one annotator is with one document. */
export const Progress = z.strictObject({
  id: Id,
  documentId: Id,
  annotatorId: Id,
  status: DocumentStatus,
});
export type Progress = z.infer<typeof Progress>;
