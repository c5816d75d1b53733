import { nextHlc } from '@core/hlc';
import { type Change, effective, inverse } from '@core/journal/change';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('hybrid logical time grows on a device however its clock jumps, also as a string', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -(10 ** 12), max: 4 * 10 ** 12 }), { minLength: 2, maxLength: 50 }),
      (clock) => {
        let last: string | null = null;
        for (const now of clock) {
          const next = nextHlc(last, now, 'device');
          if (last !== null) expect(next > last).toBe(true);
          last = next;
        }
      },
    ),
  );
});

type State = Record<string, unknown>;

function apply(state: State, changes: readonly Change[]): State {
  const next = { ...state };
  for (const { kind, id, after } of changes) {
    if (after === null) delete next[`${kind} ${id}`];
    else next[`${kind} ${id}`] = after;
  }
  return next;
}

test('changes and their inverse lead back to the same state', () => {
  const writes = fc.array(
    fc.tuple(fc.constantFrom('entity', 'proposition'), fc.nat({ max: 5 }), fc.option(fc.nat({ max: 3 }))),
  );
  fc.assert(
    fc.property(writes, writes, (first, second) => {
      const play = (start: State, acts: [string, number, number | null][]) => {
        const changes: Change[] = [];
        let state = start;
        for (const [kind, number, value] of acts) {
          const id = String(number);
          const before = state[`${kind} ${id}`] ?? null;
          const after = value === null ? null : { id, name: `N${value}`, note: '' };
          const change = { kind, id, before, after } as Change;
          changes.push(change);
          state = apply(state, [change]);
        }
        return { state, changes: effective(changes) };
      };
      const start = play({}, first).state;
      const { state, changes } = play(start, second);
      expect(apply(start, changes)).toEqual(state);
      expect(apply(state, inverse(changes))).toEqual(start);
      expect(apply(start, inverse(inverse(changes)))).toEqual(state);
    }),
  );
});
