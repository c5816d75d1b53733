import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { App } from '../support/app';
import { InputCounter } from '../support/key-counter';
import { hundred } from '../texts/hundred';
import { expect, test } from './desktop';

async function openText(app: App, path: string, text: string): Promise<void> {
  writeFileSync(path, text);
  await app.textShown();
  await app.answerDialog('open', path);
  await app.chooseMenu('file.import');
  await expect(app.page.locator('.cm-line').first()).toHaveText(text.split('\n')[0]!.replace(/[\r]/g, ''));
  await app.page.keyboard.press('F6');
}

const TALKS = 'Envoys met in Doha and in Kabul.\n\nThe talks failed.\nNobody spoke.';

test('a hundred names are labelled with two keys each and without the mouse', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('hundred.txt'), hundred.text);
  const counter = await InputCounter.start(page);
  for (const { key } of hundred.names) {
    await page.keyboard.press('u');
    await page.keyboard.press(key);
  }
  await app.saved();
  const list = page.getByRole('region', { name: 'Annotations' });
  await page.keyboard.press('Escape');
  await expect(list.locator('.pane-head .muted')).toHaveText('100');
  const { keys, mouse } = await counter.read();
  expect(mouse).toBe(0);
  expect((keys - 1) / hundred.names.length).toBeLessThanOrEqual(2.2);
  await page.keyboard.press('Control+Home');
  const shown = await app.marks();
  expect(shown.length).toBeGreaterThan(10);
  expect(shown).toEqual(hundred.names.slice(0, shown.length).map(({ quote }) => quote));
  await page.keyboard.press('u');
  await expect(page.getByText('No unmarked name follows.')).toBeVisible();
});

test('annotations are split, joined, picked together and given one label by keyboard', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('meeting.txt'), TALKS);
  const selected = page.getByRole('region', { name: 'Selected annotation' });

  await test.step('split at the caret, and joined again', async () => {
    for (const key of ['j', 'Shift+J', 'Shift+J', 'Shift+J', '1']) await page.keyboard.press(key);
    await expect.poll(() => app.marks()).toEqual(['Envoys met in Doha']);
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('x');
    await expect.poll(() => app.marks()).toEqual(['Envoys met in', 'Doha']);
    await page.keyboard.press('p');
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('Shift+X');
    await expect.poll(() => app.marks()).toEqual(['Envoys met in Doha']);
    for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['Envoys met in Doha']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual([]);
  });

  await test.step('fragments of one are joined into a stretch', async () => {
    await page.keyboard.press('Control+Home');
    for (const key of ['u', '5', 'u', 'f']) await page.keyboard.press(key);
    await expect(selected.locator('.quote')).toHaveCount(2);
    await expect(page.locator('.gap').first()).toBeVisible();
    await page.keyboard.press('Shift+X');
    await expect(selected.locator('.quote')).toHaveText([/^Doha and in Kabul/]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('x');
    await expect.poll(() => app.marks()).toEqual(['Doha', 'Kabul']);
  });

  await test.step('two picked ones get one label, and are deleted, each in one step', async () => {
    for (const key of ['p', 'Shift+N', 'p', '4']) await page.keyboard.press(key);
    await expect(page.locator('.annotation.type-state')).toHaveCount(2);
    await page.keyboard.press('Delete');
    await expect.poll(() => app.marks()).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['Doha', 'Kabul']);
    await page.keyboard.press('Control+z');
    await expect(page.locator('.annotation.type-place')).toHaveCount(2);
  });
  expect(app.errors).toEqual([]);
});

test('a key acts on nothing that the person has left: annotations are let go, a search in vain marks nothing', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('meeting.txt'), TALKS);
  const selected = page.locator('.selected-annotation');
  const marksAre = async (marks: string[]) => {
    await app.saved();
    expect(await app.marks()).toEqual(marks);
  };
  await app.drag('Doha');
  await page.keyboard.press('5');
  await app.drag('Kabul');
  await page.keyboard.press('5');
  await expect(selected).toHaveText('Kabul');

  await test.step('the caret may walk inside the selected one, and leaves it', async () => {
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await expect(selected).toHaveText('Kabul');
    await page.keyboard.press('Control+Home');
    await expect(selected).toHaveCount(0);
    await page.keyboard.press('Delete');
    await marksAre(['Doha', 'Kabul']);
  });

  await test.step('selecting other text with the mouse lets go of picked ones too', async () => {
    await app.clickOn('Doha');
    await page.keyboard.down('Control');
    await app.clickOn('Kabul');
    await page.keyboard.up('Control');
    await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(
      '2 annotations are picked.',
    );
    await app.drag('failed');
    await expect(selected).toHaveCount(0);
    await page.keyboard.press('4');
    await expect.poll(() => app.marks()).toEqual(['Doha', 'Kabul', 'failed']);
    await expect(page.locator('.annotation.type-place')).toHaveCount(2);
    await page.keyboard.press('Control+z');
  });

  await test.step('picked ones stay while the caret moves, and the right button on another lets them go', async () => {
    await app.drag('failed');
    await page.keyboard.press('4');
    await app.clickOn('Doha');
    await page.keyboard.press('p');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await page.keyboard.press('Control+Home');
    await expect(selected).toHaveCount(2);
    const { startX, startY } = await app.placeOf('failed');
    await page.mouse.click(startX + 10, startY, { button: 'right' });
    await page
      .getByRole('menu', { name: 'What can be done here' })
      .getByRole('menuitem', { name: 'Delete annotation' })
      .click();
    await expect.poll(() => app.marks()).toEqual(['Doha', 'Kabul']);
    await app.clickOn('Doha');
    await page.keyboard.press('p');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    const place = await app.placeOf('Kabul');
    await page.mouse.click(place.startX + 10, place.startY, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete 2 annotations' }).click();
    await expect.poll(() => app.marks()).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['Doha', 'Kabul']);
    await page.keyboard.press('Escape');
  });

  await test.step('a label key after a name that is not there marks nothing, once', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('u');
    await expect(page.getByText('No unmarked name follows.')).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByText('No name is selected, so nothing was marked.')).toBeVisible();
    await marksAre(['Doha', 'Kabul']);
    await page.keyboard.press('1');
    await expect.poll(() => app.marks()).toEqual(['Doha', 'Kabul', 'spoke']);
  });
  expect(app.errors).toEqual([]);
});

test('what undo and redo change comes into view and is selected', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  const far = Array.from({ length: 120 }, (_, at) => `Line ${at} says nothing.`).join('\n');
  await openText(app, desktop.path('long.txt'), `They met in Doha.\n${far}`);
  await app.drag('Doha');
  await page.keyboard.press('5');
  await page.keyboard.press('4');
  await app.saved();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await expect(page.getByText('They met in')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.selected-annotation.type-place')).toBeInViewport();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.selected-annotation.type-state')).toBeInViewport();
});

test('a number in a text from right to left is taken where it is dragged over; tabs are seen', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('urdu.txt'), '25 نومبر کو مذاکرات ہوں گے۔\nکل\tآج\n');
  const [number, month] = [await app.placeOf('25'), await app.placeOf('نومبر')];
  await page.mouse.move(Math.max(number.startX, number.endX) + 4, number.startY);
  await page.mouse.down();
  await page.mouse.move(Math.min(month.startX, month.endX) + 2, month.startY, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.press('-');
  await expect.poll(() => app.marks()).toEqual(['25 نومبر']);
  await expect(page.locator('.tab-character')).toHaveCount(1);
});

test('the selection moves by sentence and paragraph, grows and shrinks', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('meeting.txt'), TALKS);
  const selected = (length: number) =>
    expect(page.getByText(/offset \d+, \d+ selected/)).toContainText(`, ${length} selected`);
  await page.keyboard.press('Control+ArrowDown');
  await selected('Envoys met in Doha and in Kabul.'.length);
  await page.keyboard.press('Control+ArrowDown');
  await selected('The talks failed.'.length);
  await page.keyboard.press('Control+Shift+ArrowDown');
  await selected('The talks failed.\nNobody spoke.'.length);
  await page.keyboard.press('Control+Shift+ArrowUp');
  await selected('The talks failed.'.length);
  await page.keyboard.press('Control+ArrowUp');
  await selected('Envoys met in Doha and in Kabul.'.length);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('w');
  await selected('Envoys'.length);
  await page.keyboard.press('w');
  await selected('Envoys met in Doha and in Kabul.'.length);
  await page.keyboard.press('Shift+W');
  await selected('Envoys'.length);
});

test('the mouse: ends are dragged, paragraphs taken with three clicks, several picked, a menu opened', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('meeting.txt'), TALKS);

  await test.step('a handle moves an end by words, and Escape lets it be', async () => {
    await app.drag('Doha');
    await page.keyboard.press('5');
    await expect.poll(() => app.marks()).toEqual(['Doha']);
    const target = await app.placeOf('Kabul');
    const handle = page.locator('.handle-end');
    await handle.hover();
    await page.mouse.down();
    await page.mouse.move(target.endX - 3, target.endY, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => app.marks()).toEqual(['Doha and in Kabul']);
    await handle.hover();
    await page.mouse.down();
    await page.mouse.move(target.startX - 80, target.startY, { steps: 5 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(page.locator('.selected-annotation')).toHaveText('Doha and in Kabul');
    await page.keyboard.press('Control+z');
    await expect.poll(() => app.marks()).toEqual(['Doha']);
  });

  await test.step('three clicks take a paragraph, two a word', async () => {
    await app.clickOn('talks failed', { clickCount: 3 });
    await expect(page.getByText(', 17 selected')).toBeVisible();
    await app.clickOn('Kabul', { clickCount: 2 });
    await page.keyboard.press('5');
    await expect.poll(() => app.marks()).toEqual(['Doha', 'Kabul']);
  });

  await test.step('a click with Control picks one more', async () => {
    await app.clickOn('Doha');
    await page.keyboard.down('Control');
    await app.clickOn('Kabul');
    await page.keyboard.up('Control');
    await expect(page.locator('.selected-annotation')).toHaveCount(2);
    await page.keyboard.press('4');
    await expect(page.locator('.annotation.type-state')).toHaveCount(2);
    await app.clickOn('failed');
    await expect(page.locator('.selected-annotation')).toHaveCount(0);
  });

  await test.step('the right button opens a menu, the menu key too', async () => {
    const { startX, startY } = await app.placeOf('Doha');
    await page.mouse.click(startX + 10, startY, { button: 'right' });
    const menu = page.getByRole('menu', { name: 'What can be done here' });
    await menu.getByRole('menuitem', { name: 'Delete annotation' }).click();
    await expect.poll(() => app.marks()).toEqual(['Kabul']);
    await page.keyboard.press('n');
    await page.keyboard.press('Shift+F10');
    await expect(menu.getByRole('menuitem', { name: 'Change the label to' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('Facil');
    await page.keyboard.press('Enter');
    await expect(page.locator('.annotation.type-facility')).toHaveCount(1);
    await expect(page.locator('.cm-content')).toBeFocused();
  });
  expect(app.errors).toEqual([]);
});

test('names stand over the text, the outline and the overview lead through it', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await app.drag('Islamabad');
  await page.keyboard.press('4');
  await page.keyboard.press('e');
  await page.keyboard.type('Pakistan');
  await page.keyboard.press('Enter');
  await app.saved();
  await page.keyboard.press('Escape');
  await expect(page.locator('.tag')).toHaveText(['Pakistan']);
  await page.keyboard.press('t');
  await expect(page.locator('.tag')).toHaveText(['State or government · Pakistan']);
  await page.keyboard.press('t');
  await expect(page.locator('.tag')).toHaveCount(0);

  await page.keyboard.press('Control+Digit4');
  const outline = page.getByRole('listbox', { name: 'Paragraphs and headings' });
  await expect(outline).toBeFocused();
  await page.keyboard.press('End');
  await expect(outline.getByRole('option', { selected: true })).toBeInViewport();
  const top = () => page.locator('.cm-scroller').evaluate((scroller) => scroller.scrollTop);
  const end = await top();
  expect(end).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(page.locator('.cm-content')).toBeFocused();

  const painted = () =>
    page.locator('canvas.overview').evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, index) => index % 4 === 3 && value > 0).length;
    });
  await expect.poll(painted).toBeGreaterThan(0);
  await page.locator('canvas.overview').click({ position: { x: 5, y: 5 } });
  await expect.poll(top).toBeLessThan(end);
});

test('what the caret comes into is told to a screen reader', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('meeting.txt'), TALKS);
  for (const key of ['u', '5', 'Escape', 'Escape', 'Control+Home']) await page.keyboard.press(key);
  await app.saved();
  const told = page.getByRole('status', { name: 'Selected annotation' });
  await expect(told).toHaveText('');
  for (let step = 0; step < 'Envoys met in '.length; step++) await page.keyboard.press('ArrowRight');
  await expect(told).toHaveText('in Place: Doha');
  for (let step = 0; step < 'Doha'.length; step++) await page.keyboard.press('ArrowRight');
  await expect(told).toHaveText('');
});

test('characters that steer direction keep their effect and are seen', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('steered.txt'), 'Order \u202eabc\u202c stays, so\u00adft too.\nEnd.');
  await page.getByRole('dialog', { name: 'Import' }).getByRole('button', { name: 'Close' }).click();
  const places = await page
    .locator('.cm-line')
    .first()
    .evaluate((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const left: Record<string, number> = {};
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const letter of ['a', 'b', 'c']) {
          const at = node.textContent!.indexOf(letter);
          if (at < 0 || letter in left) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          left[letter] = range.getBoundingClientRect().left;
        }
      return left;
    });
  expect(places.c).toBeLessThan(places.b!);
  expect(places.b).toBeLessThan(places.a!);
  await expect(page.locator('.hidden-character')).toHaveCount(3);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('1');
  await expect.poll(() => app.marks()).toEqual(['abc']);
});

const WALKED = [
  'j',
  'Shift+J',
  'k',
  'l',
  'u',
  'w',
  'n',
  'Shift+N',
  'o',
  'p',
  'Escape',
  '1',
  '2',
  '5',
  'f',
  'x',
];
const SHAPED = [
  'Shift+X',
  ']',
  '[',
  'Shift+]',
  'Shift+[',
  'Alt+]',
  'Delete',
  '.',
  'Control+z',
  'Control+Shift+z',
];

test('after any walk of keys, undoing all leads to the text without marks, redoing all to where it was', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await openText(app, desktop.path('meeting.txt'), TALKS);
  const rows = page.getByRole('navigation', { name: 'Documents' }).getByRole('listitem');
  const marksOfTalks = async () => {
    await rows.filter({ hasText: 'Envoys' }).getByRole('button').click();
    await expect(page.locator('.cm-line').first()).toHaveText('Envoys met in Doha and in Kabul.');
    await page.keyboard.press('F6');
    return (await app.marks()).sort();
  };
  const untilNothing = async (key: string, words: string) => {
    const nothing = page.locator('.notice', { hasText: words });
    while ((await nothing.count()) === 0) {
      await page.keyboard.press(key);
      await app.saved();
    }
    // It may be going by itself just now.
    await nothing.getByRole('button', { name: 'Dismiss' }).evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
    await expect(nothing).toHaveCount(0);
  };
  const undoAll = () => untilNothing('Control+z', 'There is nothing to undo.');
  const redoAll = () => untilNothing('Control+Shift+z', 'There is nothing to redo.');
  const walks = fc.sample(fc.array(fc.constantFrom(...WALKED, ...SHAPED), { minLength: 25, maxLength: 40 }), {
    numRuns: 4,
    seed: 20,
  });
  for (const walk of walks) {
    await page.keyboard.press('F6');
    for (const key of walk) await page.keyboard.press(key);
    await app.saved();
    await redoAll();
    const end = await marksOfTalks();
    await undoAll();
    await expect(rows).toHaveCount(0);
    // The two imports, of the seed and of the text.
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+Shift+z');
    await expect(rows).toHaveCount(2);
    expect(await marksOfTalks()).toEqual([]);
    await redoAll();
    expect(await marksOfTalks()).toEqual(end);
    expect(end.length).toBeGreaterThan(0);
  }
  expect(app.errors).toEqual([]);
});
