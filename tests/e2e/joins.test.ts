import { writeFileSync } from 'node:fs';
import type { App } from '../support/app';
import { PreparedProject } from '../support/prepared-project';
import { expect, test } from './desktop';

const TEXT =
  'Mujahid spoke for the Taliban in Kabul on Monday.\n\n' +
  'Islamabad rejected the demand.\n' +
  '\nNothing else was said.'.repeat(60);

async function openMarked(app: App, path: string): Promise<void> {
  const { page } = app;
  await app.textShown();
  writeFileSync(path, TEXT);
  await app.answerDialog('open', path);
  await app.chooseMenu('file.import');
  await expect(page.locator('.cm-line').first()).toHaveText(TEXT.split('\n')[0]!);
  await page.keyboard.press('F6');
  for (const [words, key] of [
    ['Mujahid', '1'],
    ['Taliban', '3'],
    ['Kabul', '5'],
    ['Monday', '-'],
    ['Islamabad', '4'],
  ] as const) {
    await app.drag(words);
    await page.keyboard.press(key);
  }
  await app.saved();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
}

test('relations and events are recorded by keyboard and drawn as arcs', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openMarked(app, desktop.path('report.txt'));
  const list = page.getByRole('region', { name: 'Relations and events' });

  await test.step('a relation to another annotation, its type among those allowed', async () => {
    await page.keyboard.press('n');
    await page.keyboard.press('r');
    await page.keyboard.type('Talib');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('listbox', { name: 'Relation' })).not.toContainText('located in');
    await page.keyboard.type('spokes');
    await page.keyboard.press('Enter');
    await expect(list).toContainText('Mujahid — spokesperson for → Taliban');
    await expect(page.locator('.arc')).toHaveCount(1);
    await expect(page.locator('.arc-name')).toHaveText('spokesperson for');
  });

  await test.step('two picked ones, and only the allowed direction is offered', async () => {
    await page.keyboard.press('n');
    await page.keyboard.press('n');
    await page.keyboard.press('p');
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('r');
    await page.keyboard.type('located');
    await page.keyboard.press('Enter');
    await expect(page.locator('.arc')).toHaveCount(2);
    await expect(list).toContainText('Taliban — located in → Kabul');
    await page.keyboard.press('Escape');
  });

  await test.step('an event with its roles, one after the other', async () => {
    await app.drag('rejected');
    await page.keyboard.press('v');
    await page.keyboard.type('Reject');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: /: Source$/ })).toBeFocused();
    await page.keyboard.type('Islam');
    await page.keyboard.press('Enter');
    await expect(page.locator('.arc')).toHaveCount(3);
    for (const role of ['Target', 'Place', 'Date']) {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox', { name: new RegExp(`: ${role}$`) })).toBeFocused();
    }
    await expect(page.getByRole('listbox', { name: /: Date$/ })).not.toContainText('Kabul');
    await page.keyboard.type('Mon');
    await page.keyboard.press('Enter');
    await expect(page.locator('.cm-content')).toBeFocused();
    await expect(page.locator('.trigger')).toHaveText('rejected');
    await expect(page.locator('.arc')).toHaveCount(4);
  });

  await test.step('arcs are chosen by a click, deleted, and brought back', async () => {
    await list.getByRole('button', { name: /^Mujahid — spokesperson for/ }).click();
    await expect(page.locator('.arc.chosen')).toHaveCount(1);
    await page.keyboard.press('F6');
    await page.keyboard.press('Delete');
    await expect(page.locator('.arc')).toHaveCount(3);
    await page.keyboard.press('Control+z');
    await expect(page.locator('.arc')).toHaveCount(4);
    await page.keyboard.press('Shift+T');
    await expect(page.locator('.arc')).toHaveCount(0);
    await page.keyboard.press('Shift+T');
    await page.keyboard.press('Shift+T');
    await expect(page.locator('.arc')).toHaveCount(4);
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('an end out of sight is named at the edge, and a click goes there', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openMarked(app, desktop.path('report.txt'));
  await page.keyboard.press('Control+End');
  for (const key of ['k', 'k', '1', 'r']) await page.keyboard.press(key);
  await page.keyboard.type('Taliban');
  await page.keyboard.press('Enter');
  await page.keyboard.type('member');
  await page.keyboard.press('Enter');
  const way = page.locator('.way', { hasText: 'member of: Taliban' });
  await expect(way).toBeVisible();
  await way.click();
  await expect(page.getByRole('region', { name: 'Selected annotation' })).toContainText('Taliban');
  await expect(page.locator('.way')).toHaveAttribute('data-side', 'below');
});

test('of many relations those near the screen are drawn, also in a text without line ends', async ({
  desktop,
}) => {
  const place = 'Envoys from Pakistan met with others and spoke with them for long in Kabul. ';
  writeFileSync(desktop.path('long.txt'), place.repeat(600));
  const project = new PreparedProject(desktop, [desktop.path('long.txt')]);
  project.mark(0, 'Pakistan', 'state');
  project.mark(0, 'Kabul', 'place');
  const [documents] = project.run([{ name: 'document.list' }]) as [{ id: string }[]];
  const [{ annotations }] = project.run([
    { name: 'document.annotations', input: { id: documents[0]!.id } },
  ]) as [{ annotations: { id: string; typeId: string }[] }];
  const ids = (typeId: string) => annotations.filter((one) => one.typeId === typeId).map(({ id }) => id);
  const places = ids('place');
  const relations = ids('state').map((fromId, index) => ({
    name: 'relation.create',
    input: { typeId: 'located-in', fromId, toId: places[index]! },
  }));
  project.run(relations);
  const { page } = await desktop.start([project.path]);
  const arcs = page.locator('.arc');
  const few = async () => {
    await expect(arcs.first()).toBeAttached();
    expect(await arcs.count()).toBeLessThan(120);
  };
  await few();
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+End');
  await expect.poll(() => arcs.last().evaluate((arc) => arc.getBoundingClientRect().top)).toBeLessThan(900);
  await few();
});

test('a relation is drawn with the mouse, and the tip says what the schema allows', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await openMarked(app, desktop.path('report.txt'));
  await app.clickOn('Mujahid');
  const draw = async (words: string) => {
    const { startX, endX, startY } = await app.placeOf(words);
    await page.locator('.relation-knob').hover();
    await page.mouse.down();
    await page.mouse.move((startX + endX) / 2, startY, { steps: 5 });
  };
  const tip = page.locator('.relation-tip');
  await draw('Kabul');
  await expect(tip).toContainText('Kabul: located in');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('.arc')).toHaveCount(0);
  await draw('Taliban');
  await expect(tip).toContainText('leads');
  await page.mouse.up();
  await page.keyboard.type('leads');
  await page.keyboard.press('Enter');
  await expect(page.locator('.arc-name')).toHaveText('leads');
  expect(app.errors).toEqual([]);
});
