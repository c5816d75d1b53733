import { type Change, sameValue } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { compareByPlace } from '@core/model/fragment';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../../src/renderer/data/differences';

const ids = fc.constantFrom(...'abcdefgh');
const annotation = fc
  .record({ id: ids, start: fc.nat({ max: 9 }), length: fc.integer({ min: 1, max: 4 }) })
  .map(
    ({ id, start, length }): SpanAnnotation => ({
      id,
      layerId: 'l',
      documentId: 'd',
      typeId: 'person',
      fragments: [{ start, end: start + length }],
      attributes: {},
      note: '',
      entityId: null,
      origin: 'human',
    }),
  );

test('the differences of two states lead from the one to the other and name nothing else', () => {
  const state = fc.uniqueArray(annotation, { selector: ({ id }) => id });
  fc.assert(
    fc.property(state, state, (before, after) => {
      const records = new Map(before.map((record) => [record.id, record]));
      const changes: Change[] = differences('annotation', records, after);
      for (const change of changes) {
        expect(sameValue(change.before, change.after)).toBe(false);
        expect(change.before).toEqual(records.get(change.id) ?? null);
        if (change.after) records.set(change.id, change.after as SpanAnnotation);
        else records.delete(change.id);
      }
      expect([...records.values()].sort(compareByPlace)).toEqual([...after].sort(compareByPlace));
    }),
  );
});
