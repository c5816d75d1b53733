import type { SpanAnnotation } from '@core/model/annotation';
import { heaviestPairing } from '@core/review/assignment';
import { type Comparison, comparePositions } from '@core/review/compare';
import { endsDiffer, overlapShare } from '@core/review/likeness';
import { defaultSchema } from '@core/schemas/index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../../support/arbitrary';
import { comparison, reviewId } from '../../support/layers';

/** Some layers of one document: copies of each other's work, changed here and there. */
const anyComparison: fc.Arbitrary<Comparison> = fc
  .record({
    document: anyDocument(1),
    layers: fc.integer({ min: 2, max: 4 }),
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'relabel', 'cut', 'link')), {
      maxLength: 12,
    }),
  })
  .map(
    ({
      document: {
        text,
        layers: [only],
      },
      layers,
      changes,
    }) => {
      const numbers = Array.from({ length: layers }, (_, index) => index + 1);
      const move = <Item extends { id: string }>(items: readonly Item[], kind: number, layer: number) =>
        items.map((item, index) => ({
          ...item,
          id: reviewId(kind, layer * 1000 + index),
          layerId: reviewId(2, layer),
        }));
      const spanIds = new Map(only!.annotations.map(({ id }, index) => [id, index]));
      const own = (id: string, layer: number) => reviewId(4, layer * 1000 + spanIds.get(id)!);
      let annotations: SpanAnnotation[] = numbers.flatMap((layer) => move(only!.annotations, 4, layer));
      const relations = numbers.flatMap((layer) =>
        move(only!.relations, 9, layer).map((relation) => ({
          ...relation,
          fromId: own(relation.fromId, layer),
          toId: own(relation.toId, layer),
        })),
      );
      const ends = new Set(relations.flatMap(({ fromId, toId }) => [fromId, toId]));
      for (const [which, number, how] of changes) {
        const target = annotations[which % Math.max(1, annotations.length)];
        if (!target) continue;
        const changed = (more: Partial<SpanAnnotation>) =>
          annotations.map((annotation) => (annotation === target ? { ...target, ...more } : annotation));
        const types = defaultSchema.entityTypes;
        if (how === 'drop' && !ends.has(target.id)) annotations = annotations.filter((one) => one !== target);
        if (how === 'relabel') annotations = changed({ typeId: types[number % types.length]!.id });
        if (how === 'link') annotations = changed({ entityId: reviewId(5, number % 3) });
        if (how === 'cut' && target.fragments.length > 1)
          annotations = changed({ fragments: target.fragments.slice(1) });
      }
      return comparison(text, layers, {
        annotations,
        stances: numbers.flatMap((layer) => move(only!.stances, 6, layer)),
        relations,
        appraisals: numbers.map((layer) => ({
          id: reviewId(11, layer),
          layerId: reviewId(2, layer),
          documentId: reviewId(1, 1),
          labels: only!.labels,
          note: '',
        })),
      });
    },
  );

describe('comparing layers', () => {
  test('puts every record in exactly one position, one of each layer save in splits', () => {
    fc.assert(
      fc.property(anyComparison, (given) => {
        const positions = comparePositions(given).filter(({ kind }) => kind !== 'document');
        const ids = positions.flatMap(({ readings }) => readings.flatMap(({ recordIds }) => recordIds));
        const all = [...given.annotations, ...given.stances, ...given.relations].map(({ id }) => id);
        expect(ids.toSorted()).toEqual(all.toSorted());
        for (const { readings, class: foremost, missing } of positions) {
          if (foremost !== 'split' && foremost !== 'unknown-label')
            for (const { recordIds } of readings) expect(recordIds).toHaveLength(1);
          const layers = [...readings.map(({ layerId }) => layerId), ...missing];
          expect(layers.toSorted()).toEqual([...given.layerIds].toSorted());
        }
      }),
    );
  });

  test('does not depend on the order of layers and records', () => {
    fc.assert(
      fc.property(anyComparison, (given) => {
        const reversed = {
          ...given,
          layerIds: [...given.layerIds].reverse(),
          annotations: [...given.annotations].reverse(),
          stances: [...given.stances].reverse(),
          relations: [...given.relations].reverse(),
          appraisals: [...given.appraisals].reverse(),
        };
        expect(comparePositions(reversed)).toEqual(comparePositions(given));
      }),
    );
  });

  test('finds identical layers to agree in everything', () => {
    fc.assert(
      fc.property(anyDocument(1), fc.integer({ min: 2, max: 5 }), ({ text, layers: [only] }, count) => {
        const numbers = Array.from({ length: count }, (_, index) => index + 1);
        const annotations = numbers.flatMap((layer) =>
          only!.annotations.map((one, index) => ({
            ...one,
            id: reviewId(4, layer * 1000 + index),
            layerId: reviewId(2, layer),
          })),
        );
        const positions = comparePositions(comparison(text, count, { annotations }));
        expect(positions.map((position) => position.classes)).toEqual(positions.map(() => ['agree']));
      }),
    );
  });
});

test('the heaviest pairing is as heavy as the best of all pairings', () => {
  const row = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 });
  const best = (weights: number[][], from = 0, used = new Set<number>()): number => {
    if (from === weights.length) return 0;
    let most = best(weights, from + 1, used);
    for (const [column, weight] of weights[from]!.entries()) {
      if (used.has(column)) continue;
      most = Math.max(most, weight + best(weights, from + 1, new Set([...used, column])));
    }
    return most;
  };
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (weights) => {
      const pairing = heaviestPairing(weights);
      const columns = pairing.filter((column) => column !== null);
      expect(new Set(columns).size).toBe(columns.length);
      const total = pairing.reduce<number>(
        (sum, column, index) => sum + (column === null ? 0 : weights[index]![column]!),
        0,
      );
      expect(total).toBe(best(weights));
    }),
  );
});

test('overlap is the same from both sides, 1 for the same stretch and 0 for none', () => {
  fc.assert(
    fc.property(anyDocument(1), ({ text, layers: [only] }) => {
      for (const a of only!.annotations) {
        expect(overlapShare(text, a.fragments, a.fragments)).toBe(1);
        for (const b of only!.annotations) {
          const share = overlapShare(text, a.fragments, b.fragments);
          expect(share).toBe(overlapShare(text, b.fragments, a.fragments));
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          if (share > 0)
            expect(endsDiffer(text, a.fragments, b.fragments)).toBe(
              endsDiffer(text, b.fragments, a.fragments),
            );
        }
      }
    }),
  );
});
