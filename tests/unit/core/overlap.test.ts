import type { SpanAnnotation } from '@core/model/annotation';
import { overlapConflicts } from '@core/model/overlap';
import type { Overlap } from '@core/model/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const rules = [
  { id: 'free', overlap: 'any' },
  { id: 'apart', overlap: 'other-types' },
  { id: 'alone', overlap: 'none' },
] satisfies { id: string; overlap: Overlap }[];

const span = (id: number, typeId: string, ranges: [number, number][], layerId = 'l') =>
  ({
    id: String(id),
    typeId,
    layerId,
    fragments: ranges.map(([start, end]) => ({ start, end })),
  }) as SpanAnnotation;

const pairs = (annotations: SpanAnnotation[]) =>
  overlapConflicts(annotations, rules).map(({ annotation, other }) => `${annotation.id}-${other.id}`);

test('each type forbids what its rule says, within a layer', () => {
  expect(pairs([span(1, 'free', [[0, 5]]), span(2, 'free', [[2, 4]])])).toEqual([]);
  expect(pairs([span(1, 'apart', [[0, 5]]), span(2, 'free', [[2, 4]])])).toEqual([]);
  expect(pairs([span(1, 'apart', [[0, 5]]), span(2, 'apart', [[2, 4]])])).toEqual(['2-1', '1-2']);
  expect(pairs([span(1, 'alone', [[0, 5]]), span(2, 'free', [[2, 4]])])).toEqual(['1-2']);
  expect(pairs([span(1, 'alone', [[0, 5]]), span(2, 'free', [[2, 4]], 'other')])).toEqual([]);
  expect(pairs([span(1, 'alone', [[0, 5]]), span(2, 'free', [[5, 9]])])).toEqual([]);
});

test('a span between the fragments of another does not overlap it', () => {
  const torn = span(1, 'alone', [
    [0, 2],
    [8, 9],
  ]);
  expect(pairs([torn, span(2, 'free', [[3, 6]])])).toEqual([]);
});

test('what is found is what comparing every two would find', () => {
  const spans = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 9 }), fc.nat({ max: 2 })), {
    maxLength: 15,
  });
  fc.assert(
    fc.property(spans, (items) => {
      const all = items.map(([start, length, type], id) =>
        span(id, rules[type]!.id, [[start, start + length]]),
      );
      const expected = all.flatMap((a) =>
        all
          .filter(
            (b) =>
              a !== b &&
              a.fragments[0]!.start < b.fragments[0]!.end &&
              b.fragments[0]!.start < a.fragments[0]!.end,
          )
          .filter((b) => a.typeId === 'alone' || (a.typeId === 'apart' && b.typeId === 'apart'))
          .map((b) => `${a.id}-${b.id}`),
      );
      expect(pairs(all).toSorted()).toEqual(expected.toSorted());
    }),
  );
});
