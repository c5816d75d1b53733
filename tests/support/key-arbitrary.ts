import type { KeyOverrides } from '@actions/keymap';
import { type Action, actions } from '@actions/table';
import fc from 'fast-check';

export const table: readonly Action[] = actions;

const codes = [
  'KeyA',
  'KeyF',
  'KeyZ',
  'Digit1',
  'F1',
  'F5',
  'Slash',
  'Tab',
  'ArrowLeft',
  'Enter',
  'Escape',
  'Odd',
];

/** Keys of all kinds: free ones, those of others, and those that nobody may have. */
export const anyPress = fc.oneof(
  fc
    .tuple(fc.subarray(['Mod', 'Shift', 'Alt']), fc.constantFrom(...codes))
    .map(([held, code]) => [...held, code].join('+')),
  fc.constantFrom(...table.flatMap(({ keys }) => keys)),
);

export const anyActionId = fc.constantFrom(...table.map(({ id }) => id));

/** Own keys as a damaged or foreign file could have them. */
export const anyOwnKeys: fc.Arbitrary<KeyOverrides> = fc.dictionary(
  fc.oneof(
    { weight: 12, arbitrary: anyActionId },
    { weight: 1, arbitrary: fc.constantFrom('no.such', '__proto__') },
  ),
  fc.array(anyPress, { minLength: 1, maxLength: 4 }),
  { maxKeys: 12 },
);
