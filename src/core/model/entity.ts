import { z } from 'zod';
import { Note } from './annotation';
import { Id, Slug } from './ids';

/** Something in the world that mentions name: one record for the whole project. */
export const Entity = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(500),
  typeId: Slug.nullable(),
  aliases: z.array(z.string().trim().min(1).max(500)),
  /** Identifiers elsewhere, for example { scheme: 'wikidata', value: 'Q42' }. */
  externalIds: z.array(z.strictObject({ scheme: Slug, value: z.string().trim().min(1).max(500) })),
  note: Note,
});
export type Entity = z.infer<typeof Entity>;

/** A statement or issue toward which positions are taken, such as 'keeping the ceasefire'. */
export const Proposition = z.strictObject({
  id: Id,
  name: z.string().trim().min(1).max(1_000),
  note: Note,
});
export type Proposition = z.infer<typeof Proposition>;
