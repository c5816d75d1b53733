import type { StanceRule } from '../rule';

export const noEvidence: StanceRule = {
  id: 'no-evidence',
  severity: 'warning',
  title: 'Stances rest on some text',
  over: 'stance',
  check: ({ evidence }) => (evidence.length === 0 ? ['The stance has no evidence in the text'] : []),
};
