import { compareByPlace } from '@core/model/fragment';
import type { Schema } from '@core/model/schema';
import { defaultSchema } from '@core/schemas/index';
import { Validator, validate } from '@core/validation/validate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyDocument } from '../../support/arbitrary';

const strict = {
  ...defaultSchema,
  entityTypes: defaultSchema.entityTypes.map((type, index) => ({
    ...type,
    overlap: (['any', 'other-types', 'none'] as const)[index % 3],
  })),
} as Schema;

test('what is found step by step is what is found anew, whatever comes and goes', () => {
  fc.assert(
    fc.property(anyDocument(1), fc.array(fc.nat(), { maxLength: 12 }), ({ text, layers }, walk) => {
      const { annotations, stances } = layers[0]!;
      const shown = new Set(annotations.map(({ id }) => id));
      const validator = new Validator({ schema: strict, text });
      for (const number of walk) {
        const one = annotations[number % Math.max(1, annotations.length)];
        if (one && !shown.delete(one.id)) shown.add(one.id);
        const subject = {
          schema: strict,
          text,
          annotations: annotations.filter(({ id }) => shown.has(id)).sort(compareByPlace),
          stances,
          relations: [],
          events: [],
          appraisals: [],
          entityType: () => 'place',
        };
        expect(validator.problems(subject)).toEqual(validate(subject));
      }
    }),
  );
});
