import type { Party, Stance, StanceTarget } from '@core/model/stance';
import { inLine, isolated } from '@core/text/direction';
import type { Names } from '../data/names';

/** The names that a stance needs to be read. */
export type StanceNames = Omit<Names, 'type' | 'relationType' | 'eventType' | 'role'>;

/** The name of who or what a stance refers to. */
export function partyName(ref: Party | StanceTarget | null, names: StanceNames): string {
  if (ref === null) return '?';
  switch (ref.kind) {
    case 'author':
      return 'the author';
    case 'entity':
      return names.entity(ref.id);
    case 'mention':
      return inLine`“${names.mention(ref.id)}”`;
    case 'proposition':
      return names.proposition(ref.id);
  }
}

/** A stance as a line to read: "According to C, citing D: A → against (3) → B, demands, implied". */
export function readableStance(stance: Stance, names: StanceNames): string {
  const strength = stance.intensity === null ? '' : ` (${stance.intensity})`;
  const manner = [
    stance.modality && names.modality(stance.modality).toLowerCase(),
    stance.expression && names.expression(stance.expression).toLowerCase(),
  ].filter(Boolean);
  const { holder, target, polarity } = stance;
  const way = `${names.polarity(polarity).toLowerCase()}${strength}`;
  const head = inLine`${partyName(holder, names)} → ${way} → ${partyName(target, names)}`;
  const sources = stance.sources.map((source) => isolated(partyName(source, names))).join(', citing ');
  return (sources ? `According to ${sources}: ` : '') + [head, ...manner].join(', ');
}
