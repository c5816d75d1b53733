import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  choiceOf,
  chosenOf,
  countHits,
  type Found,
  rowsOf,
  toggled,
} from '../../../src/renderer/propagate/choice';

const around = { before: '', quote: 'x', after: '' };

/** What a search found with so many hits in each document. */
function foundWith(counts: readonly number[]): Found {
  return {
    documents: counts.map((count, document) => ({
      documentId: `document-${document}`,
      spans: Array.from({ length: count }, (_, place) => [{ start: place, end: place + 1 }]),
    })),
    contexts: counts.map((count, document) => ({
      name: `Document ${document}`,
      language: 'en',
      around: Array.from({ length: count }, () => around),
    })),
    marked: 0,
    more: false,
  };
}

test('the list has a line for each hit, numbered through, under its document', () => {
  const found = foundWith([2, 1]);
  expect(countHits(found)).toBe(3);
  expect(rowsOf(found, true)).toEqual([
    { kind: 'document', document: 0, firstHit: 0, hits: 2 },
    { kind: 'hit', document: 0, place: 0, hit: 0 },
    { kind: 'hit', document: 0, place: 1, hit: 1 },
    { kind: 'document', document: 1, firstHit: 2, hits: 1 },
    { kind: 'hit', document: 1, place: 0, hit: 2 },
  ]);
  expect(rowsOf(found, false).map(({ kind }) => kind)).toEqual(['hit', 'hit', 'hit']);
});

test('a document is chosen, left out, or something between', () => {
  expect(choiceOf(0, 2, new Set())).toBe(true);
  expect(choiceOf(0, 2, new Set([1, 2]))).toBe('mixed');
  expect(choiceOf(0, 2, new Set([0, 1]))).toBe(false);
  expect([...toggled(0, 2, new Set([1]))].sort()).toEqual([0, 1]);
  expect([...toggled(0, 2, new Set([0, 1, 2]))]).toEqual([2]);
});

test('what is marked is what was found without what was left out', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }),
      fc.array(fc.nat(30)),
      (counts, out) => {
        const found = foundWith(counts);
        const left = new Set(out.filter((hit) => hit < countHits(found)));
        const chosen = chosenOf(found, left);
        expect(chosen.reduce((sum, { spans }) => sum + spans.length, 0)).toBe(countHits(found) - left.size);
        expect(chosen.every(({ spans }) => spans.length > 0)).toBe(true);
        const kept = rowsOf(found, false).filter((row) => row.kind === 'hit' && !left.has(row.hit));
        expect(
          chosen.flatMap(({ documentId, spans }) => spans.map(([span]) => `${documentId} ${span!.start}`)),
        ).toEqual(kept.map((row) => row.kind === 'hit' && `document-${row.document} ${row.place}`));
      },
    ),
  );
});
