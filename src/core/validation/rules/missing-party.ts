import type { StanceRule } from '../rule';

export const missingParty: StanceRule = {
  id: 'missing-party',
  severity: 'warning',
  title: 'Stances have a holder and a target',
  over: 'stance',
  check({ holder, target }) {
    const missing = [holder === null && 'holder', target === null && 'target'].filter(Boolean);
    return missing.length === 0 ? [] : [`The stance has no ${missing.join(' and no ')}`];
  },
};
