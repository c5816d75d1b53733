import { z } from 'zod';
import { Slug } from '../model/ids';

/**
 * Who or what stances are by or toward when all that name the same count as one: `entity:ID` (also
 * where a stance names a mention of it), `proposition:ID`, `text:WORDS` for mentions without an
 * entity (normalised words), `author` for a text's author, `none` where nobody is named.
 */
export const ActorKey = z.string().regex(/^(author|none|(entity|proposition|text):.*)$/s, 'an actor key');
export type ActorKey = z.infer<typeof ActorKey>;

export const NOBODY: ActorKey = 'none';
export const AUTHOR: ActorKey = 'author';

export const Actor = z.strictObject({
  key: ActorKey,
  kind: z.enum(['entity', 'mention', 'proposition', 'author', 'none']),
  name: z.string(),
  /** The type of the entity, or the label of the mention. */
  typeId: Slug.nullable(),
  /** Stances that name it in the role at hand. */
  count: z.int().min(1),
});
export type Actor = z.infer<typeof Actor>;
