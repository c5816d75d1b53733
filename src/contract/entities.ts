import { Note } from '@core/model/annotation';
import { Entity } from '@core/model/entity';
import { Id, Slug } from '@core/model/ids';
import { likenessReasons } from '@core/names/likeness';
import { z } from 'zod';
import { command, query } from './define';
import { Mention } from './mention-in-context';
import { NamedEvents, NamedStances } from './named-stances';
import { page } from './page';

export const EntityRow = z.strictObject({
  ...Entity.shape,
  mentions: z.int().min(0),
  stances: z.int().min(0),
  events: z.int().min(0),
});
export type EntityRow = z.infer<typeof EntityRow>;

export const Reason = z.enum(likenessReasons);

/** An entity that some text may name, and why. */
export const Suggestion = z.strictObject({
  entity: EntityRow,
  reason: Reason,
  /** The name or alias that is alike. */
  matched: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Stands for an entity that the same command makes. */
export const newEntity = z.strictObject({
  kind: z.literal('newEntity'),
  name: Entity.shape.name,
  typeId: Slug.nullable().default(null),
});
const entityRef = z.strictObject({ kind: z.literal('entity'), id: Id });
/** An entity that is there, or one that the same command makes. */
export const EntityInput = z.discriminatedUnion('kind', [entityRef, newEntity]);
export type EntityInput = z.input<typeof EntityInput>;

/** What names another entity than before. */
const Moved = z.strictObject({
  entity: Entity,
  mentions: z.int().min(0),
  stances: z.int().min(0),
  events: z.int().min(0),
});

const Merge = {
  /** The one that stays. */
  id: Id,
  /** Those that become part of it. */
  from: z.array(Id).min(1).max(1_000),
};

export const DuplicateReason = z.enum(['external-id', ...likenessReasons]);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

export const entityOperations = {
  'entity.list': query({
    summary: 'All entities by name, with the number of their mentions, stances and events.',
    input: z.strictObject({}),
    output: z.array(EntityRow),
  }),
  'entity.search': query({
    summary: 'Entities whose name or alias is like some text, the likest first, and why.',
    input: z.strictObject({
      query: z.string().max(1_000),
      /** Those of this type come first among equals. */
      typeId: Slug.nullable().default(null),
      /** Is the text being typed? Then a beginning or a piece of a name counts too. */
      typing: z.boolean().default(false),
      limit: z.int().min(1).max(200).default(20),
    }),
    output: z.array(Suggestion),
  }),
  'entity.mentions': query({
    summary: 'Mentions of one entity over the project, in the order of documents and text, with context.',
    input: z.strictObject({ id: Id, ...page }),
    output: z.strictObject({ total: z.int().min(0), mentions: z.array(Mention) }),
  }),
  'entity.stances': query({
    summary: 'Stances that name an entity as holder, target or source.',
    input: z.strictObject({ id: Id, ...page }),
    output: NamedStances,
  }),
  'entity.events': query({
    summary: 'Events in which an entity itself, not a mention of it, fills a role.',
    input: z.strictObject({ id: Id, ...page }),
    output: NamedEvents,
  }),
  'entity.duplicates': query({
    summary: 'Pairs of entities that may be one, the surest first, and why.',
    input: z.strictObject({ ...page }),
    output: z.strictObject({
      total: z.int().min(0),
      pairs: z.array(
        z.strictObject({
          first: EntityRow,
          second: EntityRow,
          reason: DuplicateReason,
          /** What is alike: a name of each, or the identifier that both have. */
          names: z.tuple([z.string(), z.string()]),
        }),
      ),
    }),
  }),
  'entity.mergePreview': query({
    summary: 'What would come of merging entities: the one that stays, whose work it touches, what differs.',
    input: z.strictObject({ ...Merge, name: Entity.shape.name.optional() }),
    output: z.strictObject({
      entity: Entity,
      /** Whose mentions, stances and events would name another record than now; annotator null for the gold layers. */
      touched: z.array(
        z.strictObject({
          annotatorName: z.string().nullable(),
          mentions: z.int().min(0),
          stances: z.int().min(0),
          events: z.int().min(0),
        }),
      ),
      /** What speaks against their being one. */
      differences: z.array(
        z.strictObject({
          field: z.enum(['type', 'external-id']),
          scheme: z.string().nullable(),
          values: z.array(z.string()),
        }),
      ),
      /** Stances whose holder and target would become the same entity. */
      towardThemselves: z.int().min(0),
    }),
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
  'entity.merge': command({
    summary:
      'Merge entities into one: mentions, stances and events of all layers name it, names, identifiers and notes come together.',
    input: z.strictObject({ ...Merge, name: Entity.shape.name.optional() }),
    output: Moved,
  }),
  'entity.split': command({
    summary:
      'Give chosen mentions of an entity, and chosen stances, events and aliases, to another or a new one. Own layers only.',
    input: z.strictObject({
      id: Id,
      to: EntityInput,
      /** Mentions that go. */
      annotationIds: z.array(Id).default([]),
      /** Stances that go: wherever they name the one, they name the other. The rest stay. */
      stanceIds: z.array(Id).default([]),
      /** Events that go: the other fills the roles that the one filled. */
      eventIds: z.array(Id).default([]),
      /** Aliases that go. */
      aliases: Entity.shape.aliases.default([]),
    }),
    output: Moved,
  }),
};
