import type { DifferenceClass } from './position';

/** What a kind of difference is called. */
export const classNames: Record<DifferenceClass, string> = {
  'unknown-label': 'Label not in the schema',
  split: 'In one or in pieces',
  'boundary-label': 'Ends and label',
  boundary: 'Ends',
  label: 'Label',
  party: 'Who',
  link: 'Entity',
  attribute: 'Attributes',
  ends: 'What it joins differs',
  missing: 'Missing',
  agree: 'Agreed',
  gone: 'Sources gone',
  new: 'In gold alone',
};
