import { defaultMarkingRules, type MarkingRules, stretchOf } from '@core/text/stretch';
import { describe, expect, test } from 'vitest';

const bare: MarkingRules = { snap: 'grapheme', trimSpace: false, trimPunctuation: false };

/** What is marked when the part between two bars is selected. */
function marked(drawn: string, rules: Partial<MarkingRules>, language = 'en'): string | null {
  const [before = '', selected = '', after = ''] = drawn.split('|');
  const text = before + selected + after;
  const start = before.length;
  const found = stretchOf(text, start, start + selected.length, { ...bare, ...rules }, language);
  return found && text.slice(found.start, found.end);
}

describe('snapping to words', () => {
  const rules = { snap: 'word' } as const;
  test.each([
    ['the Afg|hanistan governm|ent said', 'Afghanistan government'],
    ['|Islam|abad’s demand', 'Islamabad'],
    ['|Islamabad’s| demand', 'Islamabad’s'],
    ['à l’|Ira|n', 'Iran'],
    ['in |Kabul| today', 'Kabul'],
    ['in| Kabul |today', ' Kabul '],
    ['Afghan|-Pak|istan', '-Pakistan'],
  ])('%s marks ‘%s’', (drawn, words) => {
    expect(marked(drawn, rules)).toBe(words);
  });

  test('holds for Urdu and for Persian with joiners, not for scripts without spaces', () => {
    expect(marked('وز|یرِ خار|جہ نے', rules, 'ur')).toBe('وزیرِ خارجہ');
    expect(marked('کتاب‌|ها| را', rules, 'fa')).toBe('کتاب‌ها');
    expect(marked('停|火协|议', rules, 'zh')).toBe('火协');
  });

  test('switched off, no letter is torn apart all the same', () => {
    expect(marked('e\u0301t|e\u0301|', {})).toBe('e\u0301');
    expect(marked('a👩‍|👩‍👧|b', {})).toBe('👩‍👩‍👧');
  });
});

describe('trimming', () => {
  const space = { trimSpace: true };
  const all = { trimSpace: true, trimPunctuation: true };
  test.each([
    ['in| Kabul\n|today', space, 'Kabul'],
    ['in |Kabul.|', space, 'Kabul.'],
    ['in |Kabul, |', all, 'Kabul'],
    ['|Kabul!? |', all, 'Kabul'],
    ['|Kabul .|', { trimPunctuation: true }, 'Kabul '],
    ['|\u200fکابل،\u200f |', all, 'کابل'],
    ['|مذاکرات ناکام ہو گئے۔|', all, 'مذاکرات ناکام ہو گئے'],
    ['|کیا یہ سچ ہے؟|', all, 'کیا یہ سچ ہے'],
    ['|停火协议。|', all, '停火协议'],
    ['|停火，|', all, '停火'],
    ['|Kabul…|', all, 'Kabul'],
  ])('of %j by %j leaves %j', (drawn, rules, words) => {
    expect(marked(drawn, rules)).toBe(words);
  });

  test('takes quotes and brackets that have no partner inside, and leaves those that have', () => {
    expect(marked('the “|capacity and mandate.”|', all)).toBe('capacity and mandate');
    expect(marked('the |“capacity and mandate.”|', all)).toBe('“capacity and mandate.”');
    expect(marked('(|the Taliban)|', all)).toBe('the Taliban');
    expect(marked('|the Taliban (TTP)|', all)).toBe('the Taliban (TTP)');
    expect(marked('|(Doha|)', all)).toBe('Doha');
    expect(marked('he |said "yes"|', all)).toBe('said "yes"');
    expect(marked('he said "|yes"|', all)).toBe('yes');
    expect(marked('«|договор»|', all, 'ru')).toBe('договор');
    expect(marked('|„Vertrag“|', all, 'de')).toBe('„Vertrag“');
    expect(marked('《|停火协议》|', all, 'zh')).toBe('停火协议');
    expect(marked('|don’t ‘go’|', all)).toBe('don’t ‘go’');
    expect(marked('‘|don’t go’|', all)).toBe('don’t go');
  });

  test('leaves the dot of an abbreviation, and all dots where the rule is off', () => {
    expect(marked('the |U.S.| said', all)).toBe('U.S.');
    expect(marked('at |5 a.m.,|', all)).toBe('5 a.m.');
    expect(marked('|Gen.| Munir', all)).toBe('Gen');
    expect(marked('|Gen.| Munir', space)).toBe('Gen.');
  });

  test('leaves nothing of white space, and punctuation alone as it is', () => {
    expect(marked('a| \n|b', bare)).toBeNull();
    expect(marked('a| \n|b', all)).toBeNull();
    expect(marked('a| … |b', all)).toBe('…');
    expect(marked('a|”)|b', all)).toBe('”)');
  });
});

test('without a choice, words are whole, and white space and punctuation left out', () => {
  expect(marked('by |Islamab|ad’s', defaultMarkingRules)).toBe('Islamabad');
  expect(marked('over |Doha, |', defaultMarkingRules)).toBe('Doha');
});
