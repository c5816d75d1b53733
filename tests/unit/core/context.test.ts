import { identifierProblem } from '@core/entities/external-ids';
import { canonicalFragments } from '@core/model/fragment';
import { quoteInContext } from '@core/text/context';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/arbitrary';

describe('a quote in its context', () => {
  const text = 'The spokesman said on Friday that talks\n\nwould go on, and then left the hall.';
  const at = (words: string) => {
    const start = text.indexOf(words);
    return [{ start, end: start + words.length }];
  };

  test('is cut between words, with white space folded', () => {
    expect(quoteInContext(text, at('talks'), 12)).toEqual({
      before: 'Friday that ',
      quote: 'talks',
      after: ' would go',
    });
  });

  test('goes to the ends of the text, and has nothing there when it is all of it', () => {
    expect(quoteInContext(text, at('The spokesman'), 12).before).toBe('');
    expect(quoteInContext(text, at('the hall.'), 12).after).toBe('');
    expect(quoteInContext('all', [{ start: 0, end: 3 }])).toEqual({ before: '', quote: 'all', after: '' });
  });

  test('joins fragments with an ellipsis', () => {
    expect(quoteInContext(text, [...at('talks'), ...at('left')]).quote).toBe('talks … left');
  });

  test('cuts no grapheme cluster, where there is no space either', () => {
    const flags = '🇵🇰🇦🇫'.repeat(40);
    const { before, after } = quoteInContext(`${flags}X${flags}`, [{ start: 320, end: 321 }], 31);
    expect(before).toBe('🇵🇰🇦🇫'.repeat(4));
    expect(after).toBe('🇵🇰🇦🇫'.repeat(4));
  });

  test('is well-formed in any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (any, a, b) => {
        const start = a % any.length;
        const fragments = canonicalFragments(any, [{ start, end: start + 1 + (b % (any.length - start)) }]);
        const { before, quote, after } = quoteInContext(any, fragments, 5);
        expect([before, quote, after].every((part) => part.isWellFormed())).toBe(true);
        const { end } = fragments.at(-1)!;
        const around = (part: string) => part.replace(/\s+/gu, ' ');
        expect(around(any.slice(0, fragments[0]!.start)).endsWith(before)).toBe(true);
        expect(around(any.slice(end)).startsWith(after)).toBe(true);
      }),
    );
  });
});

test.each([
  ['wikidata', 'Q42', true],
  ['wikidata', 'q42', false],
  ['wikidata', 'P31', false],
  ['wikidata', 'Q042', false],
  ['wikidata', 'https://www.wikidata.org/wiki/Q42', false],
  ['geonames', '745044', true],
  ['geonames', 'Istanbul', false],
  ['viaf', '113230702', true],
  ['our-list', 'anything', true],
  ['constructor', 'anything', true],
])('the identifier %s %s has its form: %s', (scheme, value, right) => {
  expect(identifierProblem({ scheme, value }) === null).toBe(right);
});
