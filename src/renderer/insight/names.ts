import type { NamedStance } from '@contract/named-stances';
import type { ProjectInfo } from '@contract/project';
import type { StanceNames } from '../stance/readable';

/** What a stance outside its document needs to be read. */
export function namesOf({ names }: NamedStance, { schema }: ProjectInfo): StanceNames {
  const term = (terms: readonly { id: string; name: string }[]) => (id: string) =>
    terms.find((one) => one.id === id)?.name ?? id;
  const party = (id: string) => names[id] ?? id;
  return {
    polarity: term(schema.stance.polarities),
    expression: term(schema.stance.expressions),
    modality: term(schema.stance.modalities),
    entity: party,
    proposition: party,
    mention: party,
  };
}
