import { describe, expect, test } from 'vitest';
import { exampleFrom } from '../../../src/renderer/guidelines/example';

describe('an example from a marked span', () => {
  test('has the words around it, within its line', () => {
    const text = 'First line.\nThe envoy of Qatar hosted the talks.\nLast line.';
    const start = text.indexOf('Qatar');
    expect(exampleFrom(text, [{ start, end: start + 5 }])).toEqual({
      before: 'The envoy of ',
      text: 'Qatar',
      after: ' hosted the talks.',
      note: '',
    });
  });

  test('cuts long lines between words, and never a letter', () => {
    const text = `${'کتاب‌ها 👩‍👩‍👧 '.repeat(20)}دوحہ${' é́ امن'.repeat(40)}`;
    const start = text.indexOf('دوحہ');
    const example = exampleFrom(text, [{ start, end: start + 4 }]);
    expect(example.text).toBe('دوحہ');
    expect(example.before).toMatch(/^…(کتاب‌ها|👩‍👩‍👧)/);
    expect(example.after).toMatch(/(é́|امن)…$/);
  });

  test('of several fragments has all from the first to the last', () => {
    expect(
      exampleFrom('left and right hands', [
        { start: 0, end: 4 },
        { start: 15, end: 20 },
      ]),
    ).toMatchObject({ before: '', text: 'left and right hands', after: '' });
  });
});
