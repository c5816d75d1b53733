import { entryAt, outline } from '@core/text/outline';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../support/arbitrary';

const text = [
  'Talks end without result',
  '',
  'Both sides left the hotel on Friday and spoke to nobody who waited outside.',
  'What happened?',
  'Nobody knows, but many have said something about it since then.',
  '1. Demands',
  'Short.',
].join('\n');

test('headings are short lines before longer ones that do not end like sentences', () => {
  expect(outline(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual([
    'heading: Talks end without result',
    'paragraph: Both sides left the hotel on Friday and spoke to nobody who waited outside.',
    'heading: What happened?',
    'paragraph: Nobody knows, but many have said something about it since then.',
    'heading: 1. Demands',
    'paragraph: Short.',
  ]);
});

test('every character that is no white space lies in exactly one entry', () => {
  fc.assert(
    fc.property(anyText, (any) => {
      const entries = outline(any);
      for (let at = 0; at < any.length; at++) {
        if (/\s/u.test(any[at]!)) continue;
        const entry = entries[entryAt(entries, at)]!;
        expect(entry.start <= at && at < entry.end).toBe(true);
      }
      for (const [index, { start }] of entries.entries())
        if (index > 0) expect(start).toBeGreaterThan(entries[index - 1]!.end);
    }),
  );
});

test('before the first entry there is none', () => {
  expect(entryAt(outline('\n\nText'), 0)).toBe(-1);
});
