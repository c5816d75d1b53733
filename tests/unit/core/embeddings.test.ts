import { embeddings } from '@core/text/embeddings';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const shown = (line: string) =>
  embeddings(line).map(({ start, end, direction }) => `${direction} ${line.slice(start, end)}`);

test('are found with their directions, nested ones inside', () => {
  expect(shown('a \u202bqrs\u202c b \u2066tu\u2068v\u2069\u2069')).toEqual([
    'rtl qrs',
    'ltr tu\u2068v\u2069',
    'null v',
  ]);
});

test('that are not closed go to the end of the line, and stray closers close nothing', () => {
  expect(shown('\u202c\u2069 a \u202ebc')).toEqual(['rtl bc']);
});

test('the end of an isolate closes embeddings inside it; the end of an embedding leaves isolates open', () => {
  expect(shown('\u2067a\u202bb\u2069c')).toEqual(['rtl a\u202bb', 'rtl b']);
  expect(shown('\u202ba\u2066b\u202cc\u2069d')).toEqual(['rtl a\u2066b\u202cc\u2069d', 'ltr b\u202cc']);
});

test('lie inside each other or apart, whatever the line', () => {
  const pieces = fc.constantFrom(
    'a',
    'ب',
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202e',
    '\u2066',
    '\u2068',
    '\u2069',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const all = embeddings(parts.join(''));
      for (const one of all)
        for (const other of all) {
          const apart = one.end <= other.start || other.end <= one.start;
          const inside =
            (one.start >= other.start && one.end <= other.end) ||
            (other.start >= one.start && other.end <= one.end);
          expect(apart || inside).toBe(true);
        }
    }),
  );
});
