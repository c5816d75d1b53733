import { Note, Origin } from '@core/model/annotation';
import { Entity, Proposition } from '@core/model/entity';
import { Fragment } from '@core/model/fragment';
import { Id, Slug } from '@core/model/ids';
import { Grade, Party, Stance, StanceTarget } from '@core/model/stance';
import { z } from 'zod';
import { command } from './define';

/** Stands for an entity that the same command makes, or finds by exactly this name. */
const newEntity = z.strictObject({
  kind: z.literal('newEntity'),
  name: Entity.shape.name,
  typeId: Slug.nullable().default(null),
});
/** Stands for a proposition that the same command makes, or finds by exactly this name. */
const newProposition = z.strictObject({ kind: z.literal('newProposition'), name: Proposition.shape.name });

export const PartyInput = z.discriminatedUnion('kind', [...Party.options, newEntity]);
export type PartyInput = z.input<typeof PartyInput>;
export const TargetInput = z.discriminatedUnion('kind', [...StanceTarget.options, newEntity, newProposition]);
export type TargetInput = z.input<typeof TargetInput>;

const fields = {
  holder: PartyInput.nullable(),
  target: TargetInput.nullable(),
  polarity: Slug,
  intensity: Grade.nullable(),
  expression: Slug.nullable(),
  modality: Slug.nullable(),
  /** Who reports it, the outermost first. */
  sources: z.array(PartyInput).max(10),
  /** UTF-16 offsets into the document's text. */
  evidence: z.array(Fragment).max(1_000),
  confidence: Grade.nullable(),
  note: Note,
};

export const stanceOperations = {
  'stance.create': command({
    summary: 'Record who takes which position toward whom or what, on what evidence, reported by whom.',
    input: z.strictObject({
      documentId: Id,
      holder: fields.holder.default(null),
      target: fields.target.default(null),
      polarity: fields.polarity,
      intensity: fields.intensity.default(null),
      expression: fields.expression.default(null),
      modality: fields.modality.default(null),
      sources: fields.sources.default([]),
      evidence: fields.evidence.default([]),
      confidence: fields.confidence.default(null),
      note: fields.note.default(''),
      origin: Origin.default('human'),
    }),
    output: Stance,
  }),
  'stance.update': command({
    summary: 'Change any field of a stance.',
    input: z.strictObject({
      id: Id,
      holder: fields.holder.optional(),
      target: fields.target.optional(),
      polarity: fields.polarity.optional(),
      intensity: fields.intensity.optional(),
      expression: fields.expression.optional(),
      modality: fields.modality.optional(),
      sources: fields.sources.optional(),
      evidence: fields.evidence.optional(),
      confidence: fields.confidence.optional(),
      note: fields.note.optional(),
    }),
    output: Stance,
  }),
  'stance.remove': command({
    summary: 'Delete stances.',
    input: z.strictObject({ ids: z.array(Id).min(1) }),
    output: z.strictObject({ removed: z.int().min(0) }),
  }),
};
