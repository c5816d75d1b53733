import { Interval } from '@core/agreement/bootstrap';
import { stanceFields } from '@core/agreement/compared';
import { Measure } from '@core/agreement/measure';
import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { z } from 'zod';
import { query } from './define';
import { page } from './page';

const Count = z.int().min(0);

/** Whose layers: an annotator's, or the adjudicated gold ones. */
export const LayerOwner = z.union([Id, z.literal('gold')]);
export type LayerOwner = z.infer<typeof LayerOwner>;

/** A figure with its bootstrap interval (95 %); null where there is none. */
export const Estimate = z.strictObject({ measure: Measure, interval: Interval.nullable() });
export type Estimate = z.infer<typeof Estimate>;

/** What is compared; all where nothing is said. */
export const AgreementScope = {
  /** Annotators, and 'gold'; where empty, all annotators who have done something. */
  annotators: z.array(LayerOwner).default([]),
  documentIds: z.array(Id).default([]),
  /** Labels of spans. */
  typeIds: z.array(Slug).default([]),
};

/** Two annotators, by their places in the list of annotators. */
const pair = { first: Count, second: Count };

const Pair = z.strictObject({
  ...pair,
  documents: Count,
  /** Spans of each, and how many match one to one: alike, or overlapping with the same label. */
  spans: z.strictObject({ first: Count, second: Count, exact: Count, overlap: Count }),
  exactPrecision: Measure,
  exactRecall: Measure,
  overlapPrecision: Measure,
  overlapRecall: Measure,
  exactF1: Estimate,
  overlapF1: Estimate,
  /** By positions of the text. */
  observed: Estimate,
  kappa: Estimate,
  /** Of the labels of spans that were paired. */
  labelKappa: Estimate,
});

const StanceFigures = z.strictObject({
  field: z.enum(stanceFields),
  /** Null where all annotators are taken together. */
  pair: z.strictObject(pair).nullable(),
  /** Stances that both filled in, and paired stances where one did not. */
  compared: Count,
  leftOut: Count,
  observed: Estimate,
  alpha: Estimate,
  kappa: Estimate.nullable(),
  /** Weighted kappa; for grades only. */
  linear: Estimate.nullable(),
  quadratic: Estimate.nullable(),
});

/** How often one annotator's value stands where the other's does; '' where one has nothing. */
const CrossTable = z.strictObject({
  ...pair,
  /** 'label' for spans, or a field of stances. */
  what: z.enum(['label', ...stanceFields]),
  cells: z.array(z.strictObject({ row: z.string(), column: z.string(), count: z.int().min(1) })),
});
export type AgreementTable = z.infer<typeof CrossTable>;

export const Agreement = z.strictObject({
  /** Null for gold. */
  annotators: z.array(z.strictObject({ id: Id.nullable(), name: z.string() })),
  documents: z.strictObject({
    compared: Count,
    /** Done by fewer than two of the annotators, so that there is nothing to compare. */
    leftOut: Count,
  }),
  /** What figures do not speak of. */
  leftOut: z.strictObject({
    /** Code units of documents that were not compared. */
    positions: Count,
    spans: Count,
    stances: Count,
    /** Compared code units that not all of the annotators saw, which Fleiss' kappa cannot take. */
    notRatedByAll: Count,
    /** Spans, and stances, without a counterpart, over all pairs of annotators. */
    unpairedSpans: Count,
    unpairedStances: Count,
    /** Stretches of one label that overlapped and were joined for unitising. */
    joined: Count,
  }),
  positions: Count,
  /** Resamples behind the intervals; 0 where there are none. */
  replicates: Count,
  seed: z.int(),
  overall: z.strictObject({
    exactF1: Estimate,
    overlapF1: Estimate,
    observed: Estimate,
    fleiss: Estimate,
    alpha: Estimate,
    unitising: Estimate,
  }),
  /** Null where it was not asked for. */
  gamma: z
    .strictObject({
      gamma: Estimate,
      category: Measure,
      /** Documents in which it was computed. */
      documents: Count,
      leftOut: Count,
    })
    .nullable(),
  pairs: z.array(Pair),
  labels: z.array(
    z.strictObject({
      typeId: Slug,
      /** Spans over all pairs of annotators. */
      spans: Count,
      exactF1: Estimate,
      overlapF1: Estimate,
      alpha: Estimate,
      unitising: Estimate,
    }),
  ),
  byDocument: z.array(
    z.strictObject({
      documentId: Id,
      name: z.string(),
      annotators: Count,
      exactF1: Measure,
      overlapF1: Measure,
      alpha: Measure,
      unitising: Measure,
      gamma: Measure.nullable(),
    }),
  ),
  stancePairs: Count,
  stances: z.array(StanceFigures),
  tables: z.array(CrossTable),
});
export type Agreement = z.infer<typeof Agreement>;

const Side = z.strictObject({ id: Id, value: z.string() }).nullable();

export const agreementOperations = {
  'agreement.compute': query({
    summary:
      'How far annotators agree: F1, kappa, alpha, unitising, γ; over all, by pair, label, document and stance field.',
    input: z.strictObject({
      ...AgreementScope,
      /** γ too, which takes long. */
      gamma: z.boolean().default(false),
      /** Resamples for intervals; fewer are drawn where the project is large. 0 for no intervals. */
      replicates: z.int().min(0).max(10_000).default(1_000),
      seed: z.int().default(1),
    }),
    output: Agreement,
    long: true,
  }),
  'agreement.places': query({
    summary: 'The places behind a cell of a confusion table of two annotators.',
    input: z.strictObject({
      ...AgreementScope,
      first: LayerOwner,
      second: LayerOwner,
      what: z.enum(['label', ...stanceFields]),
      /** The first annotator's value and the second's; '' for nothing there. */
      row: z.string(),
      column: z.string(),
      ...page,
    }),
    output: z.strictObject({
      total: Count,
      places: z.array(
        z.strictObject({
          documentId: Id,
          documentName: z.string(),
          language: z.string(),
          /** Null for a stance without evidence. */
          place: Fragment.nullable(),
          before: z.string(),
          quote: z.string(),
          after: z.string(),
          first: Side,
          second: Side,
        }),
      ),
    }),
    long: true,
  }),
};
