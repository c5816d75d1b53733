import { readFileSync } from 'node:fs';
import type { App } from '../support/app';
import { ReviewedProject } from '../support/reviewed-project';
import { expect, test } from './desktop';

interface Exported {
  documents: {
    layers: {
      kind: string;
      spans: { id: string; type: string; fragments: { quote: string }[] }[];
      stances: unknown[];
    }[];
    decisions: { verdict: string; class: string; view: string; rationale: string; results: string[] }[];
  }[];
}

async function openReview(app: App) {
  await app.textShown();
  await app.page.keyboard.press('F7');
  await expect(list(app)).toBeFocused();
}

const list = ({ page }: App) => page.getByRole('listbox', { name: 'Positions' });
const atHand = ({ page }: App) => page.getByRole('region', { name: 'Position at hand' });
const count = ({ page }: App) => page.locator('.review-count');
const row = (app: App, words: string) => list(app).getByRole('option').filter({ hasText: words });

test('an adjudicator walks the conflicts of three annotators and decides them by keyboard alone', async ({
  desktop,
}) => {
  const project = new ReviewedProject(desktop);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+End');
  await openReview(app);
  await expect(count(app)).toContainText('5 to settle · 0 of 6 decided');
  await expect(page.locator('.conflict.at-hand')).toBeInViewport();

  // The label of Islamabad: the readings stand side by side, what differs is said.
  await expect(atHand(app)).toContainText('Islamabad');
  await expect(atHand(app).getByRole('listitem')).toHaveCount(3);
  await expect(page.locator('.conflict.at-hand')).toHaveText('Islamabad');
  await page.keyboard.press('r');
  await page.keyboard.type('The capital stands for the state');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await expect(row(app, 'Islamabad').getByRole('img', { name: 'Decided' })).toBeVisible();

  // The next one comes to hand by itself, and undo leads back.
  await expect(atHand(app)).toContainText('Istanbul');
  await page.keyboard.press('x');
  await expect(atHand(app)).toContainText('a request Kabul dismissed');
  await page.keyboard.press('Control+z');
  await expect(atHand(app)).toContainText('Istanbul');
  await expect(row(app, 'Istanbul').getByRole('img', { name: 'Open' })).toBeVisible();
  await page.keyboard.press('1');
  await expect(atHand(app)).toContainText('a request Kabul dismissed');
  await page.keyboard.press('b');
  await expect(atHand(app)).toContainText('Khawaja Muhammad Asif');
  await page.keyboard.press('x');

  // The ends of the ceasefire are taken from the first and changed in the text.
  await expect(atHand(app)).toContainText('the ceasefire signed in Doha in October');
  await page.keyboard.press('e');
  await expect(page.getByText('You are changing the gold layer.')).toBeVisible();
  await page.keyboard.press('Shift+BracketLeft');
  await page.keyboard.press('Shift+BracketLeft');
  await expect(page.getByRole('region', { name: 'Selected annotation' })).toContainText(
    'the ceasefire signed in Doha',
  );
  await page.keyboard.press('Enter');
  await expect(list(app)).toBeFocused();
  await expect(count(app)).toContainText(
    '✓ Conflicts are settled · 1 agreed, not taken yet · 5 of 6 decided',
  );

  // What nobody has marked is marked in the gold layer.
  await page.keyboard.press('n');
  await app.drag('Durand Line');
  await page.keyboard.press('5');
  await expect(page.getByRole('region', { name: 'Selected annotation' })).toContainText('nobody’s marks');
  await page.keyboard.press('Enter');
  await expect(list(app)).toBeFocused();

  // What all have is taken in one go, after a look at it, and taken back, and taken again.
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Take all agreed' });
  await expect(dialog).toContainText('This takes 1 span.');
  await expect(dialog.getByRole('listitem')).toContainText('Zabihullah Mujahid');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(count(app)).toContainText('✓ Everything is settled · 7 of 7 decided');
  await expect(list(app)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(count(app)).toContainText('6 of 7 decided');
  await page.keyboard.press('Control+Shift+z');
  await expect(count(app)).toContainText('7 of 7 decided');

  await app.saved();
  await app.close();
  const out = desktop.path('gold.json');
  project.as('a', [
    { name: 'export.write', input: { path: out, format: 'json', annotatorIds: [], gold: true } },
  ]);
  const { documents } = JSON.parse(readFileSync(out, 'utf8')) as Exported;
  const [gold] = documents[0]!.layers;
  expect(gold!.spans.map(({ type, fragments }) => `${type}: ${fragments[0]!.quote}`)).toEqual([
    'state: Islamabad',
    'person: Zabihullah Mujahid',
    'place: Istanbul',
    'agreement: the ceasefire signed in Doha',
    'place: Durand Line',
  ]);
  expect(gold!.stances).toHaveLength(2);
  expect(documents[0]!.decisions.map((decision) => `${decision.class} ${decision.verdict}`).sort()).toEqual([
    'agree accept',
    'boundary edit',
    'label accept',
    'label accept',
    'missing accept',
    'missing new',
    'missing reject',
  ]);
  expect(documents[0]!.decisions.find(({ rationale }) => rationale !== '')).toMatchObject({
    rationale: 'The capital stands for the state',
    view: 'open',
  });
});

test('a source that is changed later reopens what was decided about it', async ({ desktop }) => {
  const project = new ReviewedProject(desktop);
  const first = await desktop.start([project.path]);
  await openReview(first);
  await first.page.keyboard.press('1');
  await expect(row(first, 'Islamabad').getByRole('img', { name: 'Decided' })).toBeVisible();
  await first.saved();
  await first.close();

  const [marks] = project.as('b', [{ name: 'document.annotations', input: { id: project.documentId } }]) as [
    {
      annotations: { id: string; typeId: string; layerId: string }[];
      layers: { id: string; kind: string }[];
    },
  ];
  const place = marks.annotations.find(({ typeId }) => typeId === 'place')!;
  project.as('b', [{ name: 'annotation.update', input: { id: place.id, typeId: 'facility' } }]);

  const app = await desktop.start([project.path]);
  const { page } = app;
  await openReview(app);
  await expect(row(app, 'Islamabad').getByRole('img', { name: 'Changed since' })).toBeVisible();
  await expect(atHand(app)).toContainText('has changed since. Decide again, or keep it.');
  await page.keyboard.press('k');
  await expect(row(app, 'Islamabad').getByRole('img', { name: 'Decided' })).toBeVisible();

  // Going back to it, putting it off, and opening it again.
  await page.keyboard.press('Home');
  await expect(atHand(app)).toContainText('Taken as it was by Annotator A');
  await page.keyboard.press('d');
  await expect(row(app, 'Islamabad').getByRole('img', { name: 'Put off' })).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('o');
  await expect(row(app, 'Islamabad').getByRole('img', { name: 'Open' })).toBeVisible();
});

interface Marks {
  annotations: { id: string; layerId: string }[];
  layers: { id: string; annotatorId: string | null }[];
}

test('what is discussed and why stand with the position, and all that has changed is kept in one go', async ({
  desktop,
}) => {
  const project = new ReviewedProject(desktop);
  const first = await desktop.start([project.path]);
  await openReview(first);

  await test.step('a comment on the position at hand is written from the list, and seen by all who compare it', async () => {
    const { page } = first;
    await page.keyboard.press('c');
    await page.keyboard.type('The city, or those who sit there?');
    await page.keyboard.press('Control+Enter');
    await expect(atHand(first).getByRole('article')).toContainText('The city, or those who sit there?');
    await expect(list(first)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(atHand(first)).toContainText('Istanbul');
    await expect(atHand(first).getByRole('article')).toHaveCount(0);
    await page.keyboard.press('ArrowUp');
    await expect(atHand(first).getByRole('article')).toHaveCount(1);
    await page.keyboard.press('v');
    await expect(atHand(first)).toContainText('hidden with the names');
    await page.keyboard.press('v');
  });

  await test.step('a reason written before deciding waits for the decision', async () => {
    const { page } = first;
    await page.keyboard.press('r');
    await page.keyboard.type('The capital stands for the state');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await expect(atHand(first).getByLabel('Why')).toBeHidden();
    await page.keyboard.press('ArrowUp');
    await expect(atHand(first).getByLabel('Why')).toHaveValue('The capital stands for the state');
    await page.keyboard.press('1');
    await expect(atHand(first)).toContainText('Istanbul');
    await page.keyboard.press('1');
    await expect(count(first)).toContainText('2 of 6 decided');
    await page.keyboard.press('Home');
    await expect(atHand(first)).toContainText('The capital stands for the state');
  });
  await first.saved();
  await first.close();

  const [info, marks] = project.as('a', [
    { name: 'project.info', input: {} },
    { name: 'document.annotations', input: { id: project.documentId } },
  ]) as [{ annotator: { id: string } }, Marks];
  const own = marks.layers.find(({ annotatorId }) => annotatorId === info.annotator.id)!.id;
  const ids = marks.annotations.filter(({ layerId }) => layerId === own).map(({ id }) => id);
  project.as('a', [{ name: 'annotation.relabel', input: { ids, typeId: 'facility' } }]);

  await test.step('all that has changed since is kept, after a look', async () => {
    const app = await desktop.start([project.path]);
    await openReview(app);
    await app.page.getByRole('button', { name: 'Keep all 2 that changed…' }).click();
    const dialog = app.page.getByRole('dialog', { name: 'Take all agreed' });
    await expect(dialog).toContainText('This keeps the decision about 2 spans.');
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await app.page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(count(app)).toContainText('2 of 6 decided');
    expect(app.errors).toEqual([]);
  });
});

test('names are hidden behind letters, positions are filtered, and the gold tells where it comes from', async ({
  desktop,
}) => {
  const project = new ReviewedProject(desktop);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await openReview(app);
  await page.keyboard.press('v');
  const pane = page.getByRole('complementary', { name: 'Review' });
  await expect(pane).not.toContainText('Annotator');
  await expect(pane).toContainText('names hidden');
  await page.keyboard.press('1');
  await expect(count(app)).toContainText('1 of 6 decided');
  await page.keyboard.press('v');
  await expect(pane).toContainText('Annotator');

  await page.getByRole('combobox', { name: 'Difference' }).selectOption('boundary');
  await expect(list(app).getByRole('option')).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Difference' }).selectOption('any');
  await expect(list(app).getByRole('option')).toHaveCount(6);
  await page.getByText('More filters').click();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('stance');
  await expect(list(app).getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(list(app).getByRole('option')).toHaveCount(5);

  await page.keyboard.press('F7');
  await expect(pane).toBeHidden();
  await app.clickOn('Islamabad');
  const origin = page.getByRole('region', { name: 'How it came into the gold layer' });
  // The gold mark is one of several at this place.
  await expect(async () => {
    await page.keyboard.press('o');
    await expect(origin).toBeVisible({ timeout: 700 });
  }).toPass();
  await expect(origin).toContainText('Gold, from Annotator A, Annotator B, Annotator C');
  await expect(origin).toContainText('without seeing names');
});

test('documents with something to settle are listed over the project, and opened from there', async ({
  desktop,
}) => {
  const project = new ReviewedProject(desktop);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('Control+PageDown');
  await page.keyboard.press('Control+F7');
  const dialog = page.getByRole('dialog', { name: 'Documents to review' });
  await expect(dialog).toContainText('5 to settle in 1 of 1 documents');
  await expect(dialog.getByRole('listbox', { name: 'Documents' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(atHand(app)).toContainText('Islamabad');
  await expect(list(app)).toBeFocused();
  await page.keyboard.press('Alt+n');
  await expect(atHand(app)).toContainText('Istanbul');
  await page.keyboard.press('Alt+p');
  await expect(atHand(app)).toContainText('Islamabad');
});
