import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, projectRoot } from '../support/app';
import { InputCounter } from '../support/key-counter';
import { expect, test } from './desktop';

/** What is to be marked, in text order, with the key of its label in the default schema. */
type Wanted = [quote: string, key: string][];

const english = {
  language: 'en',
  text:
    'Envoys meet in Doha\n\n' +
    'Envoys of the Northern Council and the Border Commission met in Doha on Monday. ' +
    'Sara Rahimi, the spokesperson of the Council, said that the ceasefire would be kept.\n\n' +
    'The Commission rejected a demand to open the crossing at Torkham before Friday.',
  wanted: [
    ['Doha', '5'],
    ['Northern Council', '2'],
    ['Border Commission', '2'],
    ['Doha', '5'],
    ['Monday', '-'],
    ['Sara Rahimi', '1'],
    ['spokesperson of the Council', '0'],
    ['ceasefire', '9'],
    ['Commission', '2'],
    ['Torkham', '5'],
    ['Friday', '-'],
  ] as Wanted,
};

const urdu = {
  language: 'ur',
  text: readFileSync(join(projectRoot, 'tests', 'texts', 'urdu.txt'), 'utf8'),
  wanted: [
    ['مذاکرات', '8'],
    ['وزیرِ خارجہ', '0'],
    ['بدھ', '-'],
    ['اسلام آباد', '5'],
    ['جنگ بندی', '9'],
    ['مذاکرات', '8'],
    ['25 نومبر', '-'],
    ['استنبول', '5'],
    ['Istanbul', '5'],
    ['کابل', '5'],
    ['اقوامِ متحدہ', '2'],
    ['ترکیہ', '4'],
    ['قطر', '4'],
  ] as Wanted,
};

/** Offsets of the quotes, each searched for behind the one before. */
function places(text: string, wanted: Wanted): { start: number; end: number; key: string }[] {
  let from = 0;
  return wanted.map(([quote, key]) => {
    const start = text.indexOf(quote, from);
    if (start < 0) throw new Error(`'${quote}' does not stand behind offset ${from}`);
    from = start + quote.length;
    return { start, end: from, key };
  });
}

async function openText(app: App, path: string, text: string): Promise<void> {
  await app.textShown();
  writeFileSync(path, text);
  await app.answerDialog('open', path);
  await app.chooseMenu('file.import');
  await expect(app.page.locator('.cm-line').first()).toHaveText(text.split('\n')[0]!);
  await app.page.keyboard.press('F6');
}

for (const [name, { language, text, wanted }] of Object.entries({ english, urdu })) {
  test(`a whole document in ${name} is marked by keyboard alone`, async ({ desktop }) => {
    const app = await desktop.start();
    const { page } = app;
    await openText(app, desktop.path(`${name}.txt`), text);
    const counter = await InputCounter.start(page);
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter(
      ({ isWordLike }) => isWordLike,
    );
    const wordsIn = (from: number, to: number) =>
      words.filter(({ index }) => index >= from && index < to).length;

    let at = 0;
    for (const { start, end, key } of places(text, wanted)) {
      for (let step = wordsIn(at, start) + 1; step > 0; step--) await page.keyboard.press('j');
      for (let step = wordsIn(start, end) - 1; step > 0; step--) await page.keyboard.press('Shift+J');
      await page.keyboard.press(key);
      at = end;
    }
    await app.saved();
    await page.keyboard.press('Escape');
    const quotes = page.getByRole('region', { name: 'Annotations' }).locator('.row-quote');
    await expect(quotes).toHaveText(wanted.map(([quote]) => quote));

    await test.step('linked, with a stance and a note, and done', async () => {
      await page.keyboard.press('Shift+N');
      await page.keyboard.press('e');
      await page.keyboard.type(wanted.at(-1)![0]);
      await page.keyboard.press('Enter');
      await page.keyboard.press('m');
      await page.keyboard.type('seen twice');
      await page.keyboard.press('Escape');
      await page.keyboard.press('l');
      await page.keyboard.press('h');
      await page.keyboard.press('s');
      await page.keyboard.type(wanted[1]![0]);
      await page.keyboard.press('Enter');
      await page.keyboard.type(wanted[2]![0]);
      await page.keyboard.press('Enter');
      for (const key of ['a', '2']) await page.keyboard.press(key);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('region', { name: 'Stances' }).getByText('against (2)')).toBeVisible();
      await page.keyboard.press('F6');
      await page.keyboard.press('Control+Enter');
      await app.saved();
      await expect(page.getByText('1 of 2 done')).toBeVisible();
    });
    expect((await counter.read()).mouse).toBe(0);
    expect(app.errors).toEqual([]);
  });
}
