import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, type Desktop, projectRoot } from '../support/app';
import { mark, record } from '../support/seed-session';
import { stories } from '../support/stories';
import { expect, test } from './desktop';

interface Dataset {
  schema: { entityTypes: { id: string }[] };
  entities: { id: string; name: string }[];
  documents: {
    direction: string;
    layers: {
      spans: { type: string; entity: string | null; fragments: { quote: string }[] }[];
      stances: unknown[];
    }[];
  }[];
}

/** What the project file holds while the app has it open. */
function dataset(desktop: Desktop): Dataset {
  const cli = join(projectRoot, 'out', 'main', 'cli.cjs');
  const path = desktop.path('watched.json');
  execFileSync(process.execPath, [
    cli,
    'export',
    desktop.project(),
    '--format',
    'json',
    '--out',
    path,
    '--force',
  ]);
  return JSON.parse(readFileSync(path, 'utf8'));
}

const spansOf = ({ documents }: Dataset) =>
  documents.flatMap(({ layers }) => layers.flatMap(({ spans }) => spans));
const stancesOf = ({ documents }: Dataset) =>
  documents.flatMap(({ layers }) => layers.flatMap(({ stances }) => stances));

/** Merges the label Place into Facility in the schema editor, from the keyboard. */
async function mergePlaces({ page }: App): Promise<void> {
  await page.keyboard.press('Control+Shift+l');
  const dialog = page.getByRole('dialog', { name: 'Schema' });
  await expect(dialog.getByRole('treeitem', { name: 'Person' })).toBeFocused();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('treeitem', { name: 'Place' })).toBeFocused();
  await page.keyboard.press('Delete');
  await dialog.getByRole('button', { name: 'Apply…' }).press('Enter');
  const apply = page.getByRole('form', { name: 'Apply changes' });
  await apply
    .getByRole('combobox', { name: /entity type 'Place'/ })
    .selectOption({ label: 'become ‘Facility’' });
  await apply.getByLabel('Why').fill('One kind of place.');
  await expect(apply.getByRole('button', { name: 'Apply', exact: true })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

for (const story of stories)
  test(`mentions, entities, stances, a matrix, another schema, and all undone: ${story.language}`, async ({
    desktop,
  }) => {
    test.setTimeout(150_000);
    const app = await desktop.start();
    const { page } = app;
    await app.textShown();
    if (story.file) {
      await app.answerDialog('open', story.file);
      await app.chooseMenu('file.import');
    }
    await expect(page.locator('.cm-content')).toHaveAttribute('dir', story.direction);

    const half = Math.ceil(story.positions.length / 2);
    const all = () => {
      const { entities, ...rest } = dataset(desktop);
      const spans = spansOf(rest as Dataset);
      const mentionsOf = (name: string) => {
        const ids = entities.filter((entity) => entity.name === name).map(({ id }) => id);
        return spans.filter(({ entity }) => entity !== null && ids.includes(entity)).length;
      };
      return { spans, stances: stancesOf(rest as Dataset), mentionsOf, schema: rest.schema };
    };

    await test.step('mentions are marked, and those that corefer linked', async () => {
      for (const marking of story.markings) await mark(app, marking);
      await app.saved();
      const { spans, mentionsOf } = all();
      expect(spans.map(({ fragments }) => fragments[0]!.quote).toSorted()).toEqual(
        story.markings.map(({ words }) => words).toSorted(),
      );
      for (const [name, count] of Object.entries(story.corefering))
        expect(mentionsOf(name), name).toBe(count);
    });

    await test.step('half of the stances are recorded', async () => {
      for (const position of story.positions.slice(0, half)) await record(app, position);
      await app.saved();
    });

    await test.step('the schema changes mid-way, and everything is carried over', async () => {
      await mergePlaces(app);
      await app.saved();
      const { spans, stances, schema } = all();
      expect(spans).toHaveLength(story.markings.length);
      expect(stances).toHaveLength(half);
      expect(schema.entityTypes.some(({ id }) => id === 'place')).toBe(false);
      const place = spans.find(({ fragments }) => fragments[0]!.quote === story.place);
      expect(place?.type).toBe('facility');
    });

    await test.step('the rest is recorded in the new schema; the matrix shows all and goes out', async () => {
      for (const position of story.positions.slice(half)) await record(app, position);
      await app.saved();
      await page.keyboard.press('Control+Shift+M');
      const view = page.getByRole('dialog', { name: 'Insight' });
      await expect(view.getByText(`${story.positions.length} stances`)).toBeVisible();
      await expect(view.getByRole('button', { name: story.cell })).toBeVisible();
      const path = desktop.path('matrix.csv');
      await app.answerDialog('save', path);
      await view.getByRole('button', { name: 'Export Holders by targets as CSV' }).click();
      await expect(page.getByText(`Written: ${path}`)).toBeVisible();
      const table = readFileSync(path, 'utf8');
      for (const { holder, target } of story.positions) expect(table).toContain(`${holder},${target},`);
      await page.keyboard.press('Escape');
      await expect(view).toBeHidden();
    });

    await test.step('undo leads back to the bare text and the first schema, and redo to where it was', async () => {
      const done = all();
      let acts = 0;
      for (; all().spans.length > 0; acts++) {
        await page.keyboard.press('Control+z');
        await app.saved();
      }
      const bare = all();
      expect(bare.stances).toEqual([]);
      expect(bare.schema.entityTypes.some(({ id }) => id === 'place')).toBe(true);
      for (; acts > 0; acts--) {
        await page.keyboard.press('Control+Shift+z');
        await app.saved();
      }
      const again = all();
      expect({ ...again, mentionsOf: null }).toEqual({ ...done, mentionsOf: null });
    });
    expect(app.errors).toEqual([]);
  });
