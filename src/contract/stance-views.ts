import { Actor, ActorKey } from '@core/insight/actor';
import { Id, Slug } from '@core/model/ids';
import { Grade } from '@core/model/stance';
import { z } from 'zod';
import { command, query } from './define';
import { NamedStance } from './named-stances';
import { page } from './page';

const Month = z.string().regex(/^\d{4}-\d{2}$/, 'a month such as 2025-11');

/** Which stances count; all where nothing is said. */
export const StanceFilter = {
  documentId: Id.nullable().default(null),
  /** Whose work. */
  annotatorId: Id.nullable().default(null),
  holder: ActorKey.nullable().default(null),
  target: ActorKey.nullable().default(null),
  polarities: z.array(Slug).default([]),
  modalities: z.array(Slug).default([]),
  expressions: z.array(Slug).default([]),
  /** First and last month, by the dates of documents; those without a date count only where neither is given. */
  from: Month.nullable().default(null),
  to: Month.nullable().default(null),
  /** Words that all occur in names, evidence, note or document name. */
  text: z.string().max(1_000).default(''),
};

export const stanceSorts = [
  'document',
  'holder',
  'target',
  'polarity',
  'intensity',
  'modality',
  'confidence',
  'date',
] as const;

/** How many stances of one polarity one holder takes toward one target in one month. */
export const StanceCell = z.strictObject({
  holder: ActorKey,
  target: ActorKey,
  polarity: Slug,
  /** Null for documents without a date. */
  month: Month.nullable(),
  count: z.int().min(1),
  /** How many of them have an intensity, and the sum of these. */
  graded: z.int().min(0),
  intensity: z.int().min(0),
});
export type StanceCell = z.infer<typeof StanceCell>;

export const stanceViewOperations = {
  'stance.list': query({
    summary: 'Stances over the project that meet a filter, with names and evidence, sorted.',
    input: z.strictObject({
      ...StanceFilter,
      sort: z.enum(stanceSorts).default('document'),
      descending: z.boolean().default(false),
      ...page,
    }),
    output: z.strictObject({
      total: z.int().min(0),
      stances: z.array(NamedStance),
      /** All that meet the filter and are the asker's own, so that they can be changed. */
      ownIds: z.array(Id),
    }),
  }),
  'stance.matrix': query({
    summary:
      'Who takes which position toward whom: holders, targets and counts by polarity and month. ' +
      'Mentions of one entity count as that entity.',
    input: z.strictObject({ ...StanceFilter }),
    output: z.strictObject({
      total: z.int().min(0),
      /** The most frequent first. */
      holders: z.array(Actor),
      targets: z.array(Actor),
      cells: z.array(StanceCell),
    }),
  }),
  'stance.updateMany': command({
    summary: 'Change polarity, intensity, expression, modality or confidence of several stances in one step.',
    input: z.strictObject({
      ids: z.array(Id).min(1),
      polarity: Slug.optional(),
      intensity: Grade.nullable().optional(),
      expression: Slug.nullable().optional(),
      modality: Slug.nullable().optional(),
      confidence: Grade.nullable().optional(),
    }),
    output: z.strictObject({ updated: z.int().min(0) }),
  }),
};
