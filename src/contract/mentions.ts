import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { command, query } from './define';
import { EntityInput, Suggestion } from './entities';
import { Mention } from './mention-in-context';
import { page } from './page';

/** Mentions with the same normalised text, in one's own layers. */
const equalMentions = {
  text: z.string().trim().min(1).max(10_000),
  /** Null for all documents. */
  documentId: Id.nullable().default(null),
  /** Also those that are linked already. */
  linked: z.boolean().default(false),
};

export const MentionGroup = z.strictObject({
  /** What the texts of these mentions are when normalised. */
  key: z.string(),
  /** The text as it stands most often. */
  text: z.string(),
  /** The label that most of them have. */
  typeId: Slug,
  count: z.int().min(1),
  documents: z.int().min(1),
  /** The first of them in the order of documents and text. */
  first: Mention,
  /** The entity that they most likely name; null where none is like them. */
  suggestion: Suggestion.nullable(),
});
export type MentionGroup = z.infer<typeof MentionGroup>;

export const mentionOperations = {
  'mention.unlinked': query({
    summary:
      'The asker’s mentions without an entity, grouped by normalised text, the most frequent first, each with the best suggestion.',
    input: z.strictObject({
      /** Null for all documents. */
      documentId: Id.nullable().default(null),
      /** Only mentions with these labels; all where empty. */
      typeIds: z.array(Slug).default([]),
      /** Without suggestions it is faster. */
      suggest: z.boolean().default(true),
      ...page,
    }),
    output: z.strictObject({
      total: z.int().min(0),
      mentions: z.int().min(0),
      groups: z.array(MentionGroup),
    }),
  }),
  'mention.equal': query({
    summary: 'The asker’s mentions with the same normalised text, with context.',
    input: z.strictObject({ ...equalMentions, ...page }),
    output: z.strictObject({ total: z.int().min(0), mentions: z.array(Mention) }),
  }),
  'mention.link': command({
    summary: 'Link span annotations to an entity, or with null unlink them.',
    input: z.strictObject({ annotationIds: z.array(Id).min(1), entityId: Id.nullable() }),
    output: z.strictObject({ linked: z.int().min(0) }),
  }),
  'mention.linkEqual': command({
    summary:
      'Link all mentions with the same normalised text to one entity, in a document or the project. Own layers only.',
    input: z.strictObject({
      ...equalMentions,
      entity: EntityInput,
      /** Mentions that are left as they are. */
      except: z.array(Id).default([]),
    }),
    output: z.strictObject({ entityId: Id, linked: z.int().min(0) }),
  }),
};
