import { editDistance } from '@core/names/edit-distance';
import { folded } from '@core/names/fold';
import { likeness } from '@core/names/likeness';
import { NameIndex } from '@core/names/name-index';
import { prepareName } from '@core/names/prepared-name';
import { skeletons } from '@core/names/skeleton';
import { withoutTitles } from '@core/names/titles';
import { describe, expect, test } from 'vitest';

describe('folding a name', () => {
  test.each([
    ['Arabic and Persian yeh and kaf', 'ترکي', 'تركی'],
    ['forms of alef', 'أحمد آل إبراهيم', 'احمد ال ابراهیم'],
    ['teh marbuta and heh', 'غزة', 'غزہ'],
    ['vowel signs', 'مُحَمَّد', 'محمد'],
    ['izafat', 'وزیرِ خارجہ', 'وزیر خارجہ'],
    ['kashida', 'مـحـمـد', 'محمد'],
    ['joiners', 'کتاب‌ها', 'کتابها'],
    ['presentation forms', 'ﻣﺤﻤﺪ', 'محمد'],
    ['noon ghunna', 'مسلماں', 'مسلمان'],
    ['digits', 'بریگیڈ ۱۲ ٣', 'بریگیڈ 12 3'],
    ['case and diacritics', 'ERDOĞAN', 'Erdogan'],
    ['Turkish dotted and dotless i', 'İSTANBUL ısparta', 'Istanbul Isparta'],
    ['sharp s and final sigma', 'STRASSE Ὀδυσσεύς', 'Straße ΟΔΥΣΣΕΥΣ'],
    ['letters that do not decompose', 'Øystein Łódź Æthel', 'Oystein Lodz Aethel'],
    ['an apostrophe inside', 'Shi’a Qur’an', "Shia Qur'an"],
    ['the possessive', 'Pakistan’s', 'Pakistan'],
    ['full stops of an abbreviation', 'U.N.', 'UN'],
    ['hyphens, dashes and quotation marks', '“Tehreek-e-Taliban”', 'Tehreek e Taliban'],
    ['white space', ' New \n Delhi', 'New Delhi'],
  ])('puts away %s', (_what, a, b) => {
    expect(folded(a)).toBe(folded(b));
  });

  test('keeps apart what differs', () => {
    for (const [a, b] of [
      ['Niger', 'Nigeria'],
      ['किताब', 'कताब'],
      ['北京', '北平'],
      ['ガ', 'カ'],
      ['C++', 'C'],
      ['!', '?'],
    ] as const)
      expect(folded(a)).not.toBe(folded(b));
  });
});

describe('titles', () => {
  test.each([
    ['Prime Minister Shehbaz Sharif', 'Shehbaz Sharif'],
    ['Mr. President', 'President'],
    ['Gen. (Sir) John Smith Jr.', 'John Smith'],
    ['ملا عبدالغنی', 'عبدالغنی'],
    ['آیت‌الله خمینی', 'آیت‌الله خمینی'],
    ['الشيخ أحمد', 'احمد'],
    ['جناب عمران خان صاحب', 'عمران'],
    ['Cumhurbaşkanı Erdoğan', 'Erdogan'],
    ['The Hague', 'Hague'],
  ])('%s', (name, rest) => {
    expect(withoutTitles(folded(name))).toBe(folded(rest));
  });

  test('at least one word is left', () => {
    expect(withoutTitles('president')).toBe('president');
    expect(withoutTitles('the president')).toBe('president');
  });
});

describe('consonant skeletons', () => {
  test.each([
    ['محمد', 'Mohammad'],
    ['محمد', 'Muhammed'],
    ['طالبان', 'Taliban'],
    ['پاکستان', 'Pakistan'],
    ['افغانستان', 'Afghanistan'],
    ['اسلام آباد', 'Islamabad'],
    ['ذبیح اللہ مجاہد', 'Zabihullah Mujahid'],
    ['عبد الله', 'Abdullah'],
    ['خواجہ محمد آصف', 'Khawaja Muhammad Asif'],
    ['وزیراعظم شہباز شریف', 'Prime Minister Shehbaz Sharif'],
    ['امیر خان متقی', 'Amir Khan Muttaqi'],
    ['تحریک طالبان پاکستان', 'Tehreek-e-Taliban Pakistan'],
    ['ضیاء الحق', 'Zia-ul-Haq'],
    ['الیاس', 'Ilyas'],
    ['اردوغان', 'Erdoğan'],
    ['ایران', 'Iran'],
    ['عراق', 'Iraq'],
    ['قطر', 'Qatar'],
    ['دوحہ', 'Doha'],
    ['حزب الله', 'Hezbollah'],
    ['الجزيرة', 'Al Jazeera'],
    ['رمضان', 'Ramadan'],
    ['رمضان', 'Ramzan'],
    ['عثمان', 'Othman'],
    ['عثمان', 'Usman'],
    ['بھٹو', 'Bhutto'],
    ['قندھار', 'Kandahar'],
    ['نوید', 'Naveed'],
    ['شیمشک', 'Şimşek'],
  ])('%s is %s', (arabic, latin) => {
    expect(skeletons(arabic).some((skeleton) => skeletons(latin).includes(skeleton))).toBe(true);
  });

  test('other scripts, and names with hardly a consonant, have none', () => {
    expect(skeletons('北京')).toEqual([]);
    expect(skeletons('Москва')).toEqual([]);
    expect(skeletons('Aia')).toEqual([]);
  });
});

describe('edit distance', () => {
  test.each([
    ['pakistan', 'paksitan', 1],
    ['afghanistan', 'aghanistan', 1],
    ['abc', 'abc', 0],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  test('stops at its bound', () => {
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
    expect(editDistance('a', 'abcdef', 2)).toBe(3);
  });
});

describe('likeness', () => {
  const reason = (a: string, b: string, typing = false) =>
    likeness(prepareName(a), prepareName(b), typing)?.reason ?? null;

  test.each([
    ['Pakistan', 'Pakistan', 'exact'],
    ['PAKISTAN', 'Pakistan', 'normalised'],
    ['President Erdogan', 'Erdoğan', 'normalised'],
    ['Sharif, Shehbaz', 'Shehbaz Sharif', 'normalised'],
    ['طالبان', 'Taliban', 'transliterated'],
    ['Mohammed', 'Muhammad', 'transliterated'],
    ['Mujahid', 'Zabihullah Mujahid', 'part'],
    ['Pakistani Defence Minister Khawaja Asif', 'Khawaja Asif', 'part'],
    ['Paksitan', 'Pakistan', 'transliterated'],
    ['Kadnahar', 'Kandahar', 'fuzzy'],
    ['Aghanistan', 'Afghanistan', 'fuzzy'],
    ['Iran', 'Iraq', null],
    ['Brigade 12', 'Brigade 13', null],
    ['المادة ١٢', 'المادة ١٣', null],
    ['of', 'Bank of Pakistan', null],
    ['北京', '北平', null],
    ['Taliban', 'Tulip bun', null],
    ['Paki', 'Pakistan', null],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(reason(a, b)).toBe(expected);
    expect(reason(b, a)).toBe(expected);
  });

  test('while typing, a beginning is enough', () => {
    expect(reason('Pak', 'Pakistan', true)).toBe('part');
    expect(reason('stan', 'Pakistan', true)).toBe('part');
    expect(reason('moham', 'محمد', true)).toBe('part');
    expect(reason('khoja mohammad', 'Khawaja Muhammad Asif', true)).toBe('part');
    expect(reason('pkt', 'Pakistan', true)).toBeNull();
  });
});

describe('an index of names', () => {
  const person = (id: string, name: string, aliases: string[] = [], typeId: string | null = 'person') => ({
    id,
    name,
    aliases,
    typeId,
  });

  test('puts the surest first, and among equals those of the wanted type', () => {
    const index = new NameIndex([
      person('1', 'Muhammed'),
      person('2', 'Mohammad Asif'),
      person('3', 'Somebody', ['Mohammad']),
      person('4', 'MOHAMMAD'),
      person('5', 'Mohammad', [], 'place'),
      person('6', 'Mohammad'),
    ]);
    expect(index.find('Mohammad', { typeId: 'person' }).map(({ id, reason }) => [id, reason])).toEqual([
      ['6', 'exact'],
      ['5', 'exact'],
      ['3', 'alias'],
      ['4', 'normalised'],
      ['1', 'transliterated'],
      ['2', 'part'],
    ]);
  });

  test('follows what changes', () => {
    const index = new NameIndex([person('1', 'Kabul')]);
    index.set(person('1', 'Kandahar', ['قندھار']));
    index.set(person('2', 'Kabul'));
    expect(index.find('Kabul').map(({ id }) => id)).toEqual(['2']);
    expect(index.find('قندھار')[0]).toMatchObject({ id: '1', reason: 'alias' });
    index.replace([person('1', 'Kandahar')]);
    expect(index.find('Kabul')).toEqual([]);
    expect(index.find('قندھار')[0]).toMatchObject({ id: '1', reason: 'transliterated' });
    index.delete('1');
    expect(index.find('Kandahar')).toEqual([]);
  });
});
