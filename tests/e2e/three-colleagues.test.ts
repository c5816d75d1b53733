import { copyFileSync, readFileSync } from 'node:fs';
import { handOver, profileOf } from '../support/colleagues';
import { type Marking, mark } from '../support/seed-session';
import { expect, test } from './desktop';

/** What each makes of the same words. */
const work: Record<string, Marking[]> = {
  'Annotator A': [
    { words: 'Islamabad', key: '4' },
    { words: 'Zabihullah Mujahid', key: '1' },
    { words: 'Istanbul', key: '5' },
  ],
  'Annotator B': [
    { words: 'Islamabad', key: '5' },
    { words: 'Zabihullah Mujahid', key: '1' },
    { words: 'Istanbul', key: '5' },
  ],
  'Annotator C': [
    { words: 'Islamabad', key: '5' },
    { words: 'Zabihullah Mujahid', key: '1' },
  ],
};

test('three colleagues mark apart, hand over, compare, discuss, adjudicate by keyboard, and write gold and the report', async ({
  desktop,
}) => {
  test.setTimeout(120_000);
  const [one, two, three] = Object.keys(work) as [string, string, string];
  const first = await desktop.start([], { profile: profileOf(desktop, one, 1) });
  await first.textShown();
  const begun = desktop.project();
  await first.close();
  const copies = [two, three].map((name, index) => {
    const path = desktop.path(`copy-${index}.parley`);
    copyFileSync(begun, path);
    return { name, path, parcel: desktop.path(`from-${index}.parley`), number: index + 2 };
  });
  for (const { name, path, parcel, number } of copies)
    await test.step(`${name} marks and hands over`, async () => {
      const app = await desktop.start([path], { profile: profileOf(desktop, name, number) });
      await app.textShown();
      for (const marking of work[name]!) await mark(app, marking);
      await app.saved();
      await handOver(app, parcel);
      expect(app.errors).toEqual([]);
      await app.close();
    });

  const app = await desktop.start([], { profile: 'profile-1' });
  const { page } = app;
  await app.textShown();
  for (const marking of work[one]!) await mark(app, marking);
  await app.saved();

  await test.step('both packages are taken in', async () => {
    for (const { parcel } of copies) {
      await app.answerDialog('open', parcel);
      await page.keyboard.press('Control+Shift+u');
      await expect(page.getByRole('button', { name: 'Take in', exact: true })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: 'Taken in' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect.poll(async () => (await app.marks()).length).toBe(8);
  });

  await test.step('a difference is discussed', async () => {
    await app.clickOn('Islamabad');
    await page.keyboard.press('c');
    await page.keyboard.type('@Annotator B: the city, or the state?');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.commented').first()).toContainText('Islamabad');
    await page.keyboard.press('Escape');
  });

  await test.step('compared and adjudicated by keyboard', async () => {
    await page.keyboard.press('F7');
    const positions = page.getByRole('listbox', { name: 'Positions' });
    await expect(positions).toBeFocused();
    const atHand = page.getByRole('region', { name: 'Position at hand' });
    await expect(atHand).toContainText('Islamabad');
    await page.keyboard.press('1');
    await expect(atHand).toContainText('Istanbul');
    await page.keyboard.press('1');
    await page.keyboard.press('a');
    const agreed = page.getByRole('dialog', { name: 'Take all agreed' });
    await expect(agreed).toContainText('This takes 1 span.');
    await page.keyboard.press('Enter');
    await expect(page.locator('.review-count')).toContainText('3 of 3 decided');
    await app.saved();
    await page.keyboard.press('F7');
  });

  await test.step('gold goes out with its decisions, by menu', async () => {
    const path = desktop.path('gold.json');
    await app.answerDialog('save', path);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: 'Export dataset' });
    for (const name of [one, two, three]) await dialog.getByRole('checkbox', { name }).uncheck();
    await dialog.getByRole('checkbox', { name: 'Include the comments' }).check();
    await dialog.getByRole('button', { name: 'Export as JSON…' }).press('Enter');
    await expect(dialog.getByRole('status')).toContainText('✓ Written');
    await page.keyboard.press('Escape');
    const [document] = JSON.parse(readFileSync(path, 'utf8')).documents;
    expect(document.layers).toHaveLength(1);
    expect(document.layers[0].kind).toBe('gold');
    const spans: { type: string; fragments: { quote: string }[] }[] = document.layers[0].spans;
    expect(spans.map(({ type, fragments }) => `${fragments[0]!.quote}: ${type}`).toSorted()).toEqual([
      'Islamabad: place',
      'Istanbul: place',
      'Zabihullah Mujahid: person',
    ]);
    expect(document.decisions).toHaveLength(3);
    expect(document.comments).toHaveLength(1);
  });

  await test.step('the report names all three and opens without a network', async () => {
    const path = desktop.path('report.html');
    await app.answerDialog('save', path);
    await page.keyboard.press('Control+Shift+r');
    await expect(page.getByText(/Written/).first()).toBeVisible();
    const html = readFileSync(path, 'utf8');
    for (const name of [one, two, three]) expect(html).toContain(name);
    expect(html).not.toMatch(/(src|href)="https?:/);
  });
  expect(app.errors).toEqual([]);
});
