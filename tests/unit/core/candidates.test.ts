import { CandidateFinder } from '@core/text/candidates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/arbitrary';

function all(text: string, language: string, names: string[] = []): string[] {
  const finder = new CandidateFinder(text, language);
  for (const name of names) finder.add(name);
  const found: string[] = [];
  for (let from = 0; ; ) {
    const next = finder.find(from, 1, () => false);
    if (!next) return found;
    found.push(text.slice(next.start, next.end));
    from = next.end;
  }
}

describe('candidates', () => {
  test('are runs of words with capitals, with the small words inside names', () => {
    const text =
      'The envoy met Sher Mohammad of the Ministry of Defence in Kabul. Later Taliban left. In Doha they met. ' +
      'Nobody spoke. Kabul’s mayor and A. B. Rahman stayed.';
    expect(all(text, 'en')).toEqual([
      'Sher Mohammad',
      'Ministry of Defence',
      'Kabul',
      'Taliban',
      'Doha',
      'Kabul',
      'A. B. Rahman',
    ]);
  });

  test('a capital at the beginning of a sentence alone tells nothing', () => {
    expect(all('Talks failed. Both left. “Never,” they said.', 'en')).toEqual([]);
    expect(all('The talks failed. They met in Doha. Doha was calm.', 'en')).toEqual(['Doha', 'Doha']);
  });

  test('in a headline capitals tell nothing, but known names are found', () => {
    expect(all('Peace Talks Collapse Over Islamabad’s Demand', 'en', ['Islamabad'])).toEqual(['Islamabad']);
  });

  test('foreign names in a line of another script make no headline of it', () => {
    expect(all('مذاکرات Istanbul اور Doha میں Kabul کے بعد Ankara میں ہوں گے', 'ur')).toEqual([
      'Istanbul',
      'Doha',
      'Kabul',
      'Ankara',
    ]);
  });

  test('scripts without capitals find what is known, the longest name first', () => {
    const urdu = 'پاکستان اور افغانستان کے درمیان استنبول میں مذاکرات';
    expect(all(urdu, 'ur', ['استنبول', 'افغانستان'])).toEqual(['افغانستان', 'استنبول']);
    expect(all('巴基斯坦和阿富汗在多哈会谈', 'zh', ['多哈'])).toEqual(['多哈']);
    expect(all('کابل کے میئر', 'ur', ['کابل', 'کابل کے میئر'])).toEqual(['کابل کے میئر']);
  });

  test('are found backwards too, and those left out are passed over', () => {
    const text = 'They saw Kabul, then Herat.\nThen they saw Doha.';
    const finder = new CandidateFinder(text, 'en');
    const quote = (found: { start: number; end: number } | null) =>
      found && text.slice(found.start, found.end);
    expect(quote(finder.find(text.length, -1, () => false))).toBe('Doha');
    expect(quote(finder.find(text.indexOf('\n'), -1, () => false))).toBe('Herat');
    expect(quote(finder.find(0, 1, ({ start }) => start < text.indexOf('Herat')))).toBe('Herat');
    expect(finder.find(text.length, 1, () => false)).toBeNull();
  });

  test('lie in the text, in order and apart, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, names) => {
        const finder = new CandidateFinder(text, 'und');
        for (const name of names) finder.add(name);
        let from = 0;
        for (let found = finder.find(0, 1, () => false); found; found = finder.find(from, 1, () => false)) {
          expect(found.start).toBeGreaterThanOrEqual(from);
          expect(found.end).toBeGreaterThan(found.start);
          expect(found.end).toBeLessThanOrEqual(text.length);
          from = found.end;
        }
      }),
    );
  });
});
