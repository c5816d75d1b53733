import { describeError, errorKinds } from '@core/errors';
import { Schema } from '@core/model/schema';
import { schemaClashes } from '@core/model/schema-clashes';
import { defaultSchema, readyMadeSchemas } from '@core/schemas/index';
import { directionOf, inARow, inLine } from '@core/text/direction';
import { languageByLetters } from '@core/text/language';
import { describe, expect, test } from 'vitest';
import { guessLanguage } from '../../../src/engine/importing/language';

describe('language and direction of a text', () => {
  test.each([
    ['en', 'ltr', 'The delegations met again on Tuesday and agreed to keep the ceasefire for another month.'],
    ['ur', 'rtl', 'وزیرِ خارجہ نے کہا کہ جنگ بندی برقرار رہے گی اور مذاکرات جاری رہیں گے۔'],
    ['ps', 'rtl', 'د بهرنیو چارو وزیر وویل چې اوربند به دوام ومومي او خبرې به روانې وي، دا ښه ګام دی.'],
    ['fa', 'rtl', 'وزیر خارجه گفت که آتش‌بس پابرجا می‌ماند و گفتگوها پس از این هفته ادامه پیدا می‌کند.'],
    ['ar', 'rtl', 'قال وزير الخارجية إن وقف إطلاق النار سيستمر وإن المحادثات ستستأنف الأسبوع المقبل.'],
    [
      'tr',
      'ltr',
      'Dışişleri bakanı ateşkesin süreceğini ve görüşmelerin gelecek hafta devam edeceğini söyledi.',
    ],
    ['zh', 'ltr', '外交部长表示停火将继续，谈判将于下周恢复。'],
    ['he', 'rtl', 'שר החוץ אמר שהפסקת האש תימשך והשיחות יתחדשו בשבוע הבא.'],
  ])('%s is told, written %s', (language, direction, text) => {
    expect(guessLanguage(text)).toBe(language);
    expect(directionOf(text)).toBe(direction);
  });

  test('stay open where letters do not tell', () => {
    expect(languageByLetters('123 — !')).toBe('und');
    expect(guessLanguage('OK')).toBe('und');
    expect(directionOf('123')).toBe('ltr');
  });

  test('keeps names of both directions in their order when they stand in a row', () => {
    expect(inARow(['Annotator B', 'أحمد', '李'])).toBe('\u200eAnnotator B, \u2068أحمد\u2069, 李');
    expect(inARow(['أحمد', 'زرغونه'], ' – ')).toBe('\u200e\u2068أحمد\u2069 – \u2068زرغونه\u2069');
    expect(inARow(['أحمد'])).toBe('أحمد');
    expect(inARow([])).toBe('');
    expect(inARow(['A', 'B'])).toBe('A, B');
  });

  test('lets arrows point to the next name, whatever the direction of the first', () => {
    const line = (from: string, to: string) => inLine`${from} — located in → ${to}`;
    expect(line('کابل', 'Doha')).toBe('\u200e\u2068کابل\u2069 — located in → Doha');
    expect(line('Kabul', 'Doha')).toBe('Kabul — located in → Doha');
  });

  test('one Latin word at the head does not turn an Urdu text', () => {
    expect(directionOf('BBC کے مطابق مذاکرات جاری ہیں')).toBe('rtl');
  });
});

describe('schemas', () => {
  test('that come with Parley are sound', () => {
    for (const schema of readyMadeSchemas) expect(schemaClashes(schema)).toEqual([]);
  });

  test('with clashes are told what clashes', () => {
    const [person, organisation] = defaultSchema.entityTypes;
    const broken = Schema.parse({
      ...defaultSchema,
      entityTypes: [person, { ...organisation!, key: person!.key }, person],
    });
    expect(schemaClashes(broken)).toEqual(
      expect.arrayContaining([
        "entity type 'person' is used twice",
        "the entity type 'Organisation' has the key of 'Person'",
        "entity type 'place' is named but not defined",
      ]),
    );
  });

  test.each(['red', '#ff00', '#FF0000;background:url(x)', '#12345g'])('refuse %s as a colour', (colour) => {
    const [person] = defaultSchema.entityTypes;
    expect(Schema.safeParse({ ...defaultSchema, entityTypes: [{ ...person!, colour }] }).success).toBe(false);
  });
});

test('every kind of error has words, and names file, place and remedy', () => {
  for (const kind of errorKinds) {
    const words = describeError(kind, { file: 'F.parley', place: 'line 3', remedy: 'Do this.' });
    expect(words).toMatch(/^F\.parley, line 3: .+\. Do this\.$/);
  }
});
