import { hasInflection } from '@core/text/inflection';
import { type MatchOptions, patternFault, patternFinder, wordFinder } from '@core/text/matching';
import { describe, expect, test } from 'vitest';

const plain: MatchOptions = { wholeWord: true, matchCase: false, fold: true, inflection: 'none' };

function found(text: string, words: string, options: Partial<MatchOptions> = {}, language = 'und'): string[] {
  const find = wordFinder(words, { ...plain, ...options }, language);
  return find ? [...find(text)].map(({ start, end }) => text.slice(start, end)) : [];
}

describe('words', () => {
  test('stand alone, or as parts of words', () => {
    const text = 'Pak and Pakistan; pak, PAK.';
    expect(found(text, 'Pak')).toEqual(['Pak', 'pak', 'PAK']);
    expect(found(text, 'Pak', { wholeWord: false })).toEqual(['Pak', 'Pak', 'pak', 'PAK']);
    expect(found(text, 'Pak', { matchCase: true })).toEqual(['Pak']);
  });

  test.each([true, false])(
    'are taken as they are, and any white space for any other (folding: %s)',
    (fold) => {
      expect(found('a+b (c) a+b [d]', 'a+b', { fold })).toEqual(['a+b', 'a+b']);
      expect(found('a+b (c) [d-e]', '(c) [d-e]', { fold })).toEqual(['(c) [d-e]']);
      expect(found('peace  talks, peace\ntalks', 'peace talks', { fold })).toEqual([
        'peace  talks',
        'peace\ntalks',
      ]);
      expect(found('abc', '  ', { fold })).toEqual([]);
    },
  );

  test('need no spaces around them where the script has none', () => {
    expect(found('جنگ بندی، جنگ اور جنگی', 'جنگ')).toEqual(['جنگ', 'جنگ']);
    expect(found('停火协议与停火', '停火')).toEqual(['停火', '停火']);
  });

  test('never cut a grapheme cluster', () => {
    expect(found('👩 and 👩‍👩‍👧', '👩', { wholeWord: false })).toEqual(['👩']);
    expect(found('e and e\u0301', 'e', { wholeWord: false })).toEqual(['e']);
  });
});

describe('folding', () => {
  test('takes the Arabic and the Persian forms of letters for one', () => {
    expect(found('علي علی على', 'علی')).toEqual(['علي', 'علی', 'على']);
    expect(found('كابل کابل', 'کابل')).toEqual(['كابل', 'کابل']);
    expect(found('أحمد احمد إيران ایران', 'ايران')).toEqual(['إيران', 'ایران']);
    expect(found('سال ۲۰۲۵ و ٢٠٢٥ و 2025', '2025')).toEqual(['۲۰۲۵', '٢٠٢٥', '2025']);
  });

  test('passes over vowel signs, kashida and joiners, which belong to the hit', () => {
    expect(found('وزیرِ خارجہ', 'وزیر خارجہ')).toEqual(['وزیرِ خارجہ']);
    expect(found('ســـلامـ و سَلَامٌ\u200f', 'سلام')).toEqual(['ســـلام', 'سَلَامٌ']);
    expect(found('می‌رود میرود', 'میرود')).toEqual(['می‌رود', 'میرود']);
    expect(found('سلام', 'سَلام')).toEqual(['سلام']);
  });

  test('keeps letters apart that tell words apart', () => {
    expect(found('کہا کھا', 'کہا')).toEqual(['کہا']);
    expect(found('باب پاپ', 'باب')).toEqual(['باب']);
  });

  test('reads the presentation forms that old files and PDFs bring', () => {
    expect(found('ﺳﻼﻡ سلام', 'سلام')).toEqual(['ﺳﻼﻡ', 'سلام']);
  });

  test('takes a letter with its accent for the same letter in one character, and no other', () => {
    expect(found('caf\u00e9 cafe\u0301 cafe', 'caf\u00e9')).toEqual(['caf\u00e9', 'cafe\u0301']);
  });

  test('knows the Turkish i where case does not matter', () => {
    expect(found('İstanbul istanbul ISTANBUL', 'istanbul')).toEqual(['İstanbul', 'istanbul', 'ISTANBUL']);
    expect(found('İstanbul istanbul', 'istanbul', { matchCase: true })).toEqual(['istanbul']);
  });

  test('can be switched off', () => {
    expect(found('علي علی', 'علی', { fold: false })).toEqual(['علی']);
    expect(found('سَلَام سلام', 'سلام', { fold: false })).toEqual(['سلام']);
  });

  test('finds a sign by itself when nothing else is asked for', () => {
    expect(found('a\u200bb', '\u200b', { wholeWord: false })).toEqual(['\u200b']);
  });
});

describe('inflection', () => {
  const inflected = (text: string, words: string, language: string) =>
    found(text, words, { inflection: 'whole' }, language);

  test('English plurals and possessives', () => {
    expect(inflected('The country and countries, the country’s, countryside', 'country', 'en')).toEqual([
      'country',
      'countries',
      'country’s',
    ]);
    expect(inflected("Taliban's talks; the Talibans", 'Taliban', 'en-GB')).toEqual(["Taliban's", 'Talibans']);
  });

  test('Turkish suffixes, behind an apostrophe or not', () => {
    expect(
      inflected('İstanbul’da, Istanbul, İstanbul’dan; İstanbulun; İstanbullaşma', 'İstanbul', 'tr'),
    ).toEqual(['İstanbul’da', 'Istanbul', 'İstanbul’dan', 'İstanbulun']);
    expect(inflected('kitap, kitabı, kitaplar', 'kitap', 'tr')).toEqual(['kitap', 'kitabı', 'kitaplar']);
  });

  test('Arabic prefixes and suffixes', () => {
    expect(inflected('حكومة والحكومة بالحكومة حكومتها للحكومة', 'حكومة', 'ar')).toEqual([
      'حكومة',
      'والحكومة',
      'بالحكومة',
      'حكومتها',
      'للحكومة',
    ]);
  });

  test('Persian and Urdu plurals', () => {
    expect(inflected('کتاب کتاب‌ها کتابهای کتابخانه', 'کتاب', 'fa')).toEqual(['کتاب', 'کتاب‌ها', 'کتابهای']);
    expect(inflected('کتاب‌ها', 'کتاب', 'prs')).toEqual(['کتاب‌ها']);
    expect(inflected('حملہ حملے حملوں حملہ‌آور', 'حملہ', 'ur')).toEqual(['حملہ', 'حملے', 'حملوں']);
  });

  test('can leave the affixes out of the hit', () => {
    const stems = (text: string, words: string, language: string) =>
      found(text, words, { inflection: 'stem' }, language);
    expect(stems('وباكستان باكستان', 'باكستان', 'ar')).toEqual(['باكستان', 'باكستان']);
    expect(stems('Pakistan’s and Pakistan', 'Pakistan', 'en')).toEqual(['Pakistan', 'Pakistan']);
    expect(stems('countries', 'country', 'en')).toEqual(['countries']);
  });

  test('changes nothing where a language has no rules', () => {
    expect(hasInflection('xx')).toBe(false);
    expect(inflected('cats cat', 'cat', 'xx')).toEqual(['cat']);
  });
});

describe('regular expressions', () => {
  const matches = (text: string, source: string, options = { wholeWord: false, matchCase: false }) =>
    [...patternFinder(source, options)(text)].map(({ start, end }) => text.slice(start, end));

  test('find what they describe, line by line', () => {
    expect(matches('one\ntwo', '^\\w+$')).toEqual(['one', 'two']);
    expect(matches('Talks, talks', 'talks', { wholeWord: false, matchCase: true })).toEqual(['talks']);
    expect(matches('cat cats', 'cat', { wholeWord: true, matchCase: false })).toEqual(['cat']);
    expect(matches('ab', 'x*')).toEqual([]);
  });

  test('are widened to whole grapheme clusters, each once', () => {
    expect(matches('سلامِ', '[ا-ی]+')).toEqual(['سلامِ']);
    expect(matches('👩‍👩‍👧', '.')).toEqual(['👩‍👩‍👧']);
  });

  test('say in a few words what is wrong with them', () => {
    expect(patternFault('(')).toBe('Unterminated group');
    expect(patternFault('a+')).toBeNull();
  });
});
