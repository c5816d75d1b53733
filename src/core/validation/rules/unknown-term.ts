import type { Term } from '../../model/schema';
import type { StanceRule } from '../rule';

export const unknownTerm: StanceRule = {
  id: 'unknown-term',
  severity: 'error',
  title: 'Words of stances are in the schema',
  over: 'stance',
  check({ polarity, expression, modality }, { schema: { stance } }) {
    const fields: [what: string, terms: readonly Term[], id: string | null][] = [
      ['polarity', stance.polarities, polarity],
      ['expression', stance.expressions, expression],
      ['modality', stance.modalities, modality],
    ];
    return fields
      .filter(([, terms, id]) => id !== null && !terms.some((term) => term.id === id))
      .map(([what, , id]) => `The schema has no ${what} ‘${id}’`);
  },
};
