import { Note } from '@core/model/annotation';
import { Entity, Proposition } from '@core/model/entity';
import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { command, query } from './define';

export const EntityRow = z.strictObject({
  ...Entity.shape,
  mentions: z.int().min(0),
  stances: z.int().min(0),
});
export type EntityRow = z.infer<typeof EntityRow>;

export const Mention = z.strictObject({
  annotationId: Id,
  documentId: Id,
  documentName: z.string(),
  fragments: z.array(Fragment),
  quote: z.string(),
});
export type Mention = z.infer<typeof Mention>;

export const entityOperations = {
  'entity.list': query({
    summary: 'All entities by name, with the number of their mentions and stances.',
    input: z.strictObject({}),
    output: z.array(EntityRow),
  }),
  'entity.mentions': query({
    summary: 'All mentions of one entity over the project.',
    input: z.strictObject({ id: Id }),
    output: z.array(Mention),
  }),
  'entity.create': command({
    summary: 'Make an entity, and link mentions to it.',
    input: z.strictObject({
      name: Entity.shape.name,
      typeId: Slug.nullable().default(null),
      aliases: Entity.shape.aliases.default([]),
      externalIds: Entity.shape.externalIds.default([]),
      note: Note.default(''),
      /** Span annotations that name it. */
      mentions: z.array(Id).default([]),
    }),
    output: Entity,
  }),
  'entity.update': command({
    summary: 'Rename an entity or change its type, aliases, external identifiers or note.',
    input: z.strictObject({
      id: Id,
      name: Entity.shape.name.optional(),
      typeId: Slug.nullable().optional(),
      aliases: Entity.shape.aliases.optional(),
      externalIds: Entity.shape.externalIds.optional(),
      note: Note.optional(),
    }),
    output: Entity,
  }),
  'entity.remove': command({
    summary: 'Delete an entity that no stance names; its mentions are unlinked.',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ unlinked: z.int().min(0) }),
  }),
  'mention.link': command({
    summary: 'Link span annotations to an entity, or with null unlink them.',
    input: z.strictObject({ annotationIds: z.array(Id).min(1), entityId: Id.nullable() }),
    output: z.strictObject({ linked: z.int().min(0) }),
  }),
  'proposition.list': query({
    summary: 'All propositions by name, with the number of stances toward them.',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ ...Proposition.shape, stances: z.int().min(0) })),
  }),
  'proposition.create': command({
    summary: 'Make a proposition: a statement or issue toward which positions are taken.',
    input: z.strictObject({ name: Proposition.shape.name, note: Note.default('') }),
    output: Proposition,
  }),
  'proposition.update': command({
    summary: 'Rename a proposition or change its note.',
    input: z.strictObject({
      id: Id,
      name: Proposition.shape.name.optional(),
      note: Note.optional(),
    }),
    output: Proposition,
  }),
};
