import { defaultKeymap, resolveKeymap } from '@actions/keymap';
import { type KeyedLabel, labelStrokes } from '@actions/label-keys';
import { KeyCode } from '@core/model/schema';
import { readyMadeSchemas } from '@core/schemas/index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const label = (id: string, name: string, key: string | null = null): KeyedLabel => ({ id, name, key });
const sixty = Array.from({ length: 60 }, (_, index) =>
  label(`type-${index}`, `Type ${index}`, index < 9 ? `Digit${index + 1}` : null),
);
const words = (labels: readonly KeyedLabel[], keymap = defaultKeymap) =>
  labels.map(({ id }) => labelStrokes(labels, keymap).get(id)!.strokes.join(' '));

const codes = ['KeyJ', 'KeyS', 'KeyX', 'KeyY', 'Digit1', 'Digit2', 'Minus', 'Quote'];
const anyLabels = fc
  .array(fc.record({ name: fc.string(), key: fc.option(fc.constantFrom(...codes)) }), { maxLength: 90 })
  .map((list) => list.map(({ name, key }, index) => label(`type-${index}`, name, key)));

describe('the keys of labels', () => {
  test('those of the ready-made schemas need one', () => {
    for (const schema of readyMadeSchemas) {
      const keyed = schema.entityTypes.filter(({ key }) => key !== null);
      for (const type of keyed) {
        const found = labelStrokes(schema.entityTypes, defaultKeymap).get(type.id);
        expect(found, type.id).toEqual({ strokes: [type.key], shadowedBy: null });
      }
    }
  });

  test('sixty labels are all reached by one or two, and no two by the same', () => {
    const all = words(sixty);
    expect(new Set(all).size).toBe(60);
    expect(all.slice(0, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `Digit${digit}`));
    for (const strokes of all.slice(9)) expect(strokes).toMatch(/^Quote (Shift\+)?\w+$/);
  });

  test('the second is a letter of the name where it can be', () => {
    const labels = [label('a', 'Treaty'), label('b', 'Armed group'), label('c', 'Agency'), label('d', 'فوج')];
    expect(words(labels)).toEqual(['Quote KeyT', 'Quote KeyA', 'Quote KeyG', 'Quote Digit1']);
  });

  test('a label whose key is a command’s has two, its own as the second', () => {
    const labels = [label('a', 'Joint force', 'KeyJ')];
    expect(labelStrokes(labels, defaultKeymap).get('a')).toEqual({
      strokes: ['Quote', 'KeyJ'],
      shadowedBy: expect.objectContaining({ id: 'go.nextWord' }),
    });
    expect(words(labels, resolveKeymap({ 'go.nextWord': ['F9'] }))).toEqual(['KeyJ']);
  });

  test('follow the prefix when that gets another key', () => {
    const keymap = resolveKeymap({ 'annotate.labelKey': ['F9'] });
    expect(words([label('a', 'X-ray')], keymap)).toEqual(['F9 KeyX']);
  });

  test('never clash with each other or with commands, and a label added at the end changes none', () => {
    fc.assert(
      fc.property(anyLabels, fc.string(), (labels, name) => {
        const strokes = [...labelStrokes(labels, defaultKeymap).values()].map((entry) => entry.strokes);
        expect(new Set(strokes.map((entry) => entry.join(' '))).size).toBe(labels.length);
        for (const [first, second] of strokes) {
          expect(second === undefined || first === 'Quote').toBe(true);
          if (second === undefined) expect(defaultKeymap.holders(first!, 'text')).toEqual([]);
        }
        expect(words([...labels, label('new', name)]).slice(0, -1)).toEqual(words(labels));
      }),
    );
  });

  test('every key that a schema can give is one that can be pressed', () => {
    for (const code of codes) expect(KeyCode.safeParse(code).success).toBe(true);
  });
});
