import { hull } from '../model/fragment';
import type { Party, Stance, StanceTarget } from '../model/stance';
import { align } from './align';
import type { Compared } from './build';
import { overlapShare } from './likeness';
import type { DifferenceClass } from './position';
import { LEAST_OVERLAP, placeWords } from './spans';

/** Who or what a party is, whichever of its mentions it is named by; equal words mean the same. */
export type PartyWords = (party: Party | StanceTarget | null) => string;

/** A stance with what is compared of it. Confidence and note are not: they are their writers' own. */
export function comparedStance(stance: Stance, party: PartyWords): Compared {
  return {
    id: stance.id,
    layerId: stance.layerId,
    place: stance.evidence.length === 0 ? null : hull(stance.evidence),
    fragments: stance.evidence,
    label: stance.polarity,
    fields: {
      label: stance.polarity,
      boundary: placeWords(stance.evidence),
      holder: party(stance.holder),
      target: party(stance.target),
      sources: stance.sources.map(party).join(' > '),
      intensity: String(stance.intensity ?? ''),
      expression: stance.expression ?? '',
      modality: stance.modality ?? '',
    },
  };
}

const parties = ({ fields }: Compared) => `${fields.holder} ${fields.target}`;

/**
 * Stances of several layers by what they stand for: by evidence, holder and target. Two over
 * different text are the same only where one of them names no evidence.
 */
export function alignStances(
  text: string,
  stances: readonly Compared[],
  lineage: (id: string) => string,
): Compared[][] {
  return align(stances, {
    keys: [
      (stance) => lineage(stance.id),
      (stance) => JSON.stringify(stance.fields),
      (stance) => `${stance.fields.boundary} ${parties(stance)} ${stance.label}`,
      (stance) => `${stance.fields.boundary} ${parties(stance)}`,
    ],
    weight: (a, b) => {
      const sameHolder = Number(a.fields.holder === b.fields.holder);
      const sameTarget = Number(a.fields.target === b.fields.target);
      if (a.place === null || b.place === null) {
        const both = a.place === null && b.place === null;
        return sameHolder && sameTarget ? 1 + Number(a.label === b.label) / 4 + Number(both) / 4 : 0;
      }
      const share = overlapShare(text, a.fragments, b.fragments);
      if (share < LEAST_OVERLAP) return 0;
      return share + sameHolder / 2 + sameTarget / 2 + Number(a.label === b.label) / 4;
    },
  });
}

export function classOfStanceField(field: string): DifferenceClass {
  if (field === 'label') return 'label';
  if (field === 'boundary') return 'boundary';
  return field === 'holder' || field === 'target' || field === 'sources' ? 'party' : 'attribute';
}
