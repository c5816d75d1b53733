import type { PartyInput, TargetInput } from '@contract/stances';
import { offered, type Schema } from '@core/model/schema';
import type { Grade, Stance } from '@core/model/stance';

/** A stance while it is being written: as the command takes it, with names of what is new. */
export interface Draft {
  holder: PartyInput | null;
  target: TargetInput | null;
  /** Null until it is chosen: a default would sway. */
  polarity: string | null;
  intensity: Grade | null;
  expression: string | null;
  modality: string | null;
  sources: PartyInput[];
  confidence: Grade | null;
  note: string;
}

/** The fields in the order in which they are filled in. */
export const fields = [
  'holder',
  'target',
  'polarity',
  'intensity',
  'expression',
  'modality',
  'sources',
  'confidence',
  'note',
] as const;
export type Field = (typeof fields)[number];

/** What a new stance begins with. */
export function emptyDraft(schema: Schema): Draft {
  return {
    holder: null,
    target: null,
    polarity: null,
    intensity: 2,
    expression: offered(schema.stance.expressions)[0]?.id ?? null,
    modality: null,
    sources: [],
    confidence: null,
    note: '',
  };
}

export function draftOf(stance: Stance): Draft {
  const { holder, target, polarity, intensity, expression, modality, sources, confidence, note } = stance;
  return { holder, target, polarity, intensity, expression, modality, sources, confidence, note };
}

/** The fields that a schema has use for: vocabularies without a word are left out. */
export function fieldsFor({ stance }: Schema): Field[] {
  return fields.filter(
    (field) =>
      (field !== 'expression' || stance.expressions.length > 0) &&
      (field !== 'modality' || stance.modalities.length > 0),
  );
}

/** The field after (or before) one; the same at the ends. */
export function neighbour(among: readonly Field[], field: Field, by: 1 | -1): Field {
  return among[Math.max(0, Math.min(among.length - 1, among.indexOf(field) + by))]!;
}
