import { Attributes, Note, SpanAnnotation } from '@core/model/annotation';
import { Decision } from '@core/model/decision';
import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { positionStates } from '@core/review/judge';
import { differenceClasses, positionKinds } from '@core/review/position';
import { z } from 'zod';
import { command, query } from './define';

const Count = z.int().min(0);

export const ReviewPosition = z.strictObject({
  id: z.string(),
  kind: z.enum(positionKinds),
  /** First to last character, in UTF-16 code units; null for what has no place in the text. */
  place: Fragment.nullable(),
  /** The document label that it is about; null for other kinds. */
  documentLabel: Slug.nullable(),
  /** The foremost of `classes`. */
  class: z.enum(differenceClasses),
  classes: z.array(z.enum(differenceClasses)).min(1),
  /** How ends differ, where they do. */
  boundary: z.enum(['blank', 'contained', 'crossing']).nullable(),
  /** The fields that differ. */
  differs: z.array(z.string()),
  readings: z.array(z.strictObject({ layerId: Id, recordIds: z.array(Id) })),
  /** Layer ids of those who read the same, the most first. */
  versions: z.array(z.array(Id)),
  /** Layers that have nothing here. */
  missing: z.array(Id),
  labels: z.array(z.string()),
  state: z.enum(positionStates),
  decisionId: Id.nullable(),
  /** What is in the gold layer for it. */
  goldIds: z.array(Id),
});
export type ReviewPosition = z.infer<typeof ReviewPosition>;

export const ComparedLayer = z.strictObject({ layerId: Id, annotatorId: Id, name: z.string() });
export type ComparedLayer = z.infer<typeof ComparedLayer>;

/** Whose layers are compared; null for everybody's. */
const annotatorIds = z.array(Id).nullable().default(null);
const View = Decision.shape.view.default('open');

/** What is taken where nothing is decided yet; or what stays where something is. */
const Rule = z.discriminatedUnion('rule', [
  /** What all have in the same way. */
  z.strictObject({ rule: z.literal('all') }),
  /** What more than half of the layers have in the same way. */
  z.strictObject({ rule: z.literal('majority') }),
  /** All that one annotator has. */
  z.strictObject({ rule: z.literal('annotator'), annotatorId: Id }),
  /** What was decided, where it has become out of date. */
  z.strictObject({ rule: z.literal('keep') }),
]);
export type BulkRule = z.infer<typeof Rule>;

const bulk = z.strictObject({
  documentIds: z.array(Id).min(1).max(1_000),
  annotatorIds,
  rule: Rule,
  view: View,
});

const BulkCounts = z.strictObject({
  /** How many positions are decided by it. */
  decided: Count,
  byKind: z.partialRecord(z.enum(positionKinds), Count),
  /** Left open because what they name is not in the gold layer, or the schema does not have it. */
  left: z.array(z.strictObject({ documentId: Id, positionId: z.string(), reason: z.string() })),
});

const StateCounts = z.strictObject({ open: Count, stale: Count, deferred: Count, decided: Count });

export const amendable = [
  'annotation.update',
  'annotation.relabel',
  'annotation.split',
  'annotation.merge',
  'annotation.remove',
  'mention.link',
  'entity.create',
  'stance.update',
  'stance.remove',
  'relation.update',
  'relation.remove',
  'event.update',
  'event.remove',
] as const;

export const reviewOperations = {
  'review.compare': query({
    summary: 'Where the layers of a document agree or differ, in text order, with what was decided.',
    input: z.strictObject({ documentId: Id, annotatorIds }),
    output: z.strictObject({
      layers: z.array(ComparedLayer),
      positions: z.array(ReviewPosition),
      /** All decisions about the document, the newest first. */
      decisions: z.array(Decision),
    }),
  }),
  'review.summary': query({
    summary: 'How many positions of each document agree, differ and are decided.',
    input: z.strictObject({ annotatorIds }),
    output: z.strictObject({
      /** Those with two layers or more, in the order of the project. */
      documents: z.array(
        z.strictObject({
          documentId: Id,
          name: z.string(),
          layers: Count,
          positions: Count,
          /** Where all have the same. */
          agreed: Count,
          /** Positions where layers differ, by class. */
          conflicts: z.partialRecord(z.enum(differenceClasses), Count),
          /** The same that are still open, put off or out of date. */
          unsettled: Count,
          /** Where all have the same and nothing is decided, so that it is not in the gold layer. */
          untaken: Count,
          states: StateCounts,
        }),
      ),
    }),
    long: true,
  }),
  'review.preview': query({
    summary: 'What taking all agreed would decide, without doing it.',
    input: bulk,
    output: z.strictObject({
      ...BulkCounts.shape,
      /** The first of them. */
      positions: z.array(
        z.strictObject({
          documentId: Id,
          positionId: z.string(),
          kind: z.enum(positionKinds),
          label: z.string(),
          quote: z.string(),
          /** How many of how many layers have what is taken. */
          by: Count,
          of: Count,
        }),
      ),
    }),
  }),
  'review.decide': command({
    summary:
      'Decide about what annotators have at one place: copy some of it to the gold layer, or none, or put it off. ' +
      'What an earlier decision about the same put there gives way.',
    input: z.strictObject({
      documentId: Id,
      /** All that they have there: the records of one position. */
      targets: z
        .array(z.strictObject({ id: Id, label: Slug.nullable().default(null) }))
        .min(1)
        .max(1_000),
      class: z.enum(differenceClasses),
      verdict: z.enum(['accept', 'reject', 'defer']),
      /** Ids of the targets that are copied, with `accept`. */
      take: z.array(Id).default([]),
      rationale: Note.default(''),
      view: View,
    }),
    output: Decision,
  }),
  'review.decideMany': command({
    summary:
      'Take all agreed to the gold layer, by all, by a majority or by one annotator, where nothing is decided yet; ' +
      'or let all decisions stand that have become out of date.',
    input: bulk,
    output: BulkCounts,
  }),
  'review.mark': command({
    summary: 'Mark a span in the gold layer that no annotator has.',
    input: z.strictObject({
      documentId: Id,
      typeId: Slug,
      /** UTF-16 offsets into the document's text. */
      fragments: z.array(Fragment).min(1).max(1_000),
      attributes: Attributes.default({}),
      entityId: Id.nullable().default(null),
      rationale: Note.default(''),
      view: View,
    }),
    output: z.strictObject({ annotation: SpanAnnotation, decision: Decision }),
  }),
  'review.amend': command({
    summary:
      'Change something in the gold layer by one of the commands for changing marks; the decision that made it becomes an edit.',
    input: z.strictObject({
      command: z.enum(amendable),
      /** What that command takes. */
      input: z.unknown(),
    }),
    output: z.unknown(),
  }),
  'review.confirm': command({
    summary:
      'Let a decision stand although what it was about has changed since: its gold stays, for the sources as they are now.',
    input: z.strictObject({
      decisionId: Id,
      /** All that annotators have there now; none where it is gone. */
      targets: z.array(z.strictObject({ id: Id, label: Slug.nullable().default(null) })).max(1_000),
      class: z.enum(differenceClasses),
      rationale: Note.default(''),
      view: View,
    }),
    output: Decision,
  }),
  'review.explain': command({
    summary: 'Write why something was decided.',
    input: z.strictObject({ decisionId: Id, rationale: Note }),
    output: Decision,
  }),
  'review.reopen': command({
    summary: 'Take back decisions with what they put into the gold layer.',
    input: z.strictObject({ decisionIds: z.array(Id).min(1) }),
    output: z.strictObject({ reopened: Count }),
  }),
};
