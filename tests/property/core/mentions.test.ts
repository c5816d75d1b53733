import { mentionKey, mentionKeys } from '@core/review/mentions';
import { alignSpans, comparedSpan } from '@core/review/spans';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const TEXT = 'Both sides kept the ceasefire; مذاکرات ناکام ہو گئے، they said in Doha.';

const spans = fc
  .array(
    fc.record({
      start: fc.nat({ max: TEXT.length - 2 }),
      length: fc.integer({ min: 1, max: 9 }),
      layer: fc.nat({ max: 2 }),
      typeId: fc.constantFrom('person', 'place'),
      entityId: fc.constantFrom(null, 'e1', 'e2'),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ start, length, layer, typeId, entityId }, index) => ({
      id: `s${String(index).padStart(2, '0')}`,
      layerId: `l${layer}`,
      typeId,
      entityId,
      fragments: [{ start, end: Math.min(TEXT.length, start + length) }],
    })),
  );

test('a mention counts as what all spans of the document together make of it', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const byId = new Map(all.map((span) => [span.id, span]));
      const compared = all.map((span) => comparedSpan({ ...span, attributes: {} }));
      const expected = new Map<string, string>();
      for (const group of alignSpans(TEXT, compared, (id) => id))
        for (const { id } of group) expected.set(id, mentionKey(group.map((one) => byId.get(one.id)!)));
      expect(mentionKeys(TEXT, all, new Set(byId.keys()))).toEqual(expected);
      for (const [id, key] of expected) expect(mentionKeys(TEXT, all, new Set([id])).get(id)).toBe(key);
    }),
    { numRuns: 500 },
  );
});
