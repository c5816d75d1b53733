import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distribute } from '../../../src/core/team/distribute';

const plans = fc.record({
  documents: fc.uniqueArray(fc.record({ id: fc.uuid(), size: fc.nat({ max: 5_000 }) }), {
    selector: ({ id }) => id,
    maxLength: 60,
  }),
  annotators: fc.integer({ min: 1, max: 8 }),
  each: fc.nat({ max: 3 }),
  share: fc.option(fc.record({ percent: fc.nat({ max: 100 }), by: fc.integer({ min: 1, max: 4 }) })),
  seed: fc.nat(),
});

test('every document has as many annotators as asked for, nobody twice, and loads are even', () => {
  fc.assert(
    fc.property(plans, ({ documents, annotators, each, share, seed }) => {
      const annotatorIds = Array.from({ length: annotators }, (_, index) => `annotator-${index}`);
      const plan = { documents, annotatorIds, each, share, existing: [], seed };
      if (Math.max(each, share?.by ?? 0) > annotators) {
        expect(() => distribute(plan)).toThrow(RangeError);
        return;
      }
      const pairs = distribute(plan);
      expect(new Set(pairs.map(({ documentId, annotatorId }) => `${documentId} ${annotatorId}`)).size).toBe(
        pairs.length,
      );
      const counts = documents.map(({ id }) => pairs.filter(({ documentId }) => documentId === id).length);
      const shared = share ? Math.round((documents.length * share.percent) / 100) : 0;
      const expected = documents.map((_, index) => (share && index < shared ? share.by : each));
      expect(counts.toSorted()).toEqual(expected.toSorted());
      const largest = Math.max(1, ...documents.map(({ size }) => size));
      const loads = annotatorIds.map((id) =>
        pairs
          .filter(({ annotatorId }) => annotatorId === id)
          .reduce(
            (sum, { documentId }) => sum + Math.max(1, documents.find((one) => one.id === documentId)!.size),
            0,
          ),
      );
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(largest);
      expect(distribute(plan)).toEqual(pairs);
      expect(distribute({ ...plan, existing: pairs })).toEqual([]);
    }),
  );
});
