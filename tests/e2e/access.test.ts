import AxeBuilder from '@axe-core/playwright';
import type { App } from '../support/app';
import { ReviewedProject } from '../support/reviewed-project';
import { annotateSeed, mark } from '../support/seed-session';
import { expect, test } from './desktop';

/** Holds what is shown against WCAG 2.2 AA, as far as axe can tell. */
async function expectAccessible(app: App, view: string): Promise<void> {
  // What is still fading in has no colours of its own yet; the blinking caret never ends.
  await app.page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished.catch(() => {})),
    ),
  );
  const { violations } = await new AxeBuilder({ page: app.page as never })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // The bars between panes belong to no landmark of their own.
    .disableRules(['region'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
  expect(found, view).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`every view stands up to axe in the ${theme} theme`, async ({ desktop }) => {
    test.setTimeout(120_000);
    const app = await desktop.start();
    const { page } = app;
    await app.textShown();
    await app.chooseMenu(theme === 'light' ? 'view.themeLight' : 'view.themeDark');
    await expect(page.locator(':root')).toHaveAttribute('data-theme', theme);
    await annotateSeed(app);
    await expectAccessible(app, 'annotation selected');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expectAccessible(app, 'all annotations');
    await page.keyboard.press('Shift+N');
    await page.keyboard.press('Shift+Period');
    await expect(page.getByRole('dialog', { name: 'Mark all occurrences' })).toBeVisible();
    await expectAccessible(app, 'occurrences');
    await page.getByRole('radio', { name: 'Whole project' }).press('Space');
    await expect(page.getByRole('treeitem', { expanded: true })).toBeVisible();
    await expectAccessible(app, 'occurrences in the project');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('s');
    await expect(page.getByRole('form')).toBeVisible();
    await expectAccessible(app, 'stance form');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('ceasefire');
    await expect(page.locator('.find-count')).toContainText(' of ');
    await expectAccessible(app, 'find');
    await page.keyboard.press('Alt+l');
    await page.getByRole('combobox', { name: 'Find in labels, entities and notes' }).fill('e');
    await expect(page.locator('.find-found').first()).toBeVisible();
    await expectAccessible(app, 'find in labels');
    await page.keyboard.press('Alt+l');
    await page.keyboard.press('Alt+r');
    await page.getByRole('combobox', { name: 'Find in the text' }).fill('(');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(app, 'find with a bad pattern');
    await page.keyboard.press('Alt+r');
    await page.getByRole('combobox', { name: 'Find in the text' }).fill('ceasefire');
    await expect(page.locator('.find-count')).toContainText(' of ');
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByRole('dialog', { name: 'Mark all hits' })).toBeVisible();
    await expectAccessible(app, 'mark all hits');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('F6');
    await page.keyboard.press("'");
    await expect(page.getByRole('region', { name: 'Second key of the label' })).toBeVisible();
    await page
      .locator('.label-hint')
      .evaluate((hint) => Promise.all(hint.getAnimations().map(({ finished }) => finished)));
    await expectAccessible(app, 'second key of a label');
    await page.keyboard.press('Escape');
    await app.chooseMenu('edit.settings');
    for (const tab of await page.getByRole('dialog').getByRole('tab').all()) {
      await tab.click();
      await expectAccessible(app, `settings: ${await tab.textContent()}`);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+Shift+E');
    const register = page.getByRole('dialog', { name: 'Entities' });
    await register.getByRole('button', { name: 'Merge…' }).click();
    await expectAccessible(app, 'merging, the other one');
    await page.keyboard.type('a');
    await page.keyboard.press('Enter');
    await expect(register.getByRole('form', { name: 'Merge' })).toBeVisible();
    await expectAccessible(app, 'merging');
    await register.getByRole('button', { name: 'Split…' }).click();
    await expectAccessible(app, 'splitting');
    await register.getByRole('tab', { name: 'Duplicates?' }).click();
    await expectAccessible(app, 'duplicates');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    for (const id of ['matrix', 'network', 'stances', 'statistics', 'problems']) {
      await app.chooseMenu(`view.${id}`);
      await expect(page.getByRole('dialog', { name: 'Insight' })).toBeVisible();
      await expect(page.locator('.insight-page :is(.figure, table, .rule-list)').first()).toBeVisible();
      await expectAccessible(app, `insight: ${id}`);
      if (id === 'matrix') {
        await page
          .getByRole('button', { name: /toward/ })
          .first()
          .click();
        await expect(page.getByRole('region', { name: 'Evidence' }).getByRole('button').nth(1)).toBeVisible();
        await page.getByRole('button', { name: 'As a table' }).click();
        await expectAccessible(app, 'insight: evidence and table');
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    for (const id of [
      'help.keys',
      'help.commands',
      'annotate.palette',
      'edit.history',
      'file.export',
      'file.check',
      'go.entities',
      'go.unlinked',
      'go.propositions',
    ]) {
      await app.chooseMenu(id);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(app, id);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });

  test(`the schema editor and the guidelines stand up to axe in the ${theme} theme`, async ({ desktop }) => {
    test.setTimeout(120_000);
    const app = await desktop.start();
    const { page } = app;
    await app.textShown();
    await app.chooseMenu(theme === 'light' ? 'view.themeLight' : 'view.themeDark');
    await expect(page.locator(':root')).toHaveAttribute('data-theme', theme);
    await app.clickOn('Istanbul', { clickCount: 2 });
    await page.keyboard.press('5');
    await page.keyboard.press('Shift+G');
    await page.keyboard.press('F2');
    await expect(page.getByRole('region', { name: 'Guidelines' })).toContainText('Examples');
    await expectAccessible(app, 'guidelines beside the text');
    await page.keyboard.press('Control+Shift+g');
    await page
      .getByLabel('Guidelines in Markdown')
      .fill('# Places\n\n- [x] **borders**\n\n> [More](https://example.org)');
    await expectAccessible(app, 'writing guidelines');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+Shift+l');
    const tabs = page.getByRole('tab');
    await expect(tabs).toHaveCount(8);
    for (const tab of await tabs.all()) {
      await tab.click();
      for (const card of await page.locator('.card > summary').all()) await card.click();
      await expectAccessible(app, `schema: ${await tab.textContent()}`);
    }
    await page.getByRole('tab', { name: 'Entity types' }).click();
    await page.getByRole('treeitem', { name: 'Place' }).click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Apply…' }).click();
    await expect(page.getByText('1 to be said')).toBeVisible();
    await expectAccessible(app, 'schema: apply');
    await page.getByRole('button', { name: 'Back to editing' }).click();
    await page.getByRole('button', { name: 'Versions…' }).click();
    await expect(page.getByText('Version 1')).toBeVisible();
    await expectAccessible(app, 'schema: versions');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await expectAccessible(app, 'schema: leaving');
  });

  test(`agreement stands up to axe in the ${theme} theme`, async ({ desktop }) => {
    const project = new ReviewedProject(desktop);
    const app = await desktop.start([project.path]);
    const { page } = app;
    await app.textShown();
    await app.chooseMenu(theme === 'light' ? 'view.themeLight' : 'view.themeDark');
    await expect(page.locator(':root')).toHaveAttribute('data-theme', theme);
    await app.chooseMenu('view.agreement');
    await expect(page.getByRole('heading', { name: 'Overall' })).toBeVisible();
    await page.getByText('Labels: all').click();
    await expectAccessible(app, 'agreement');
    await page.getByRole('button', { name: /State or government, .*: Place: 1$/ }).click();
    await expect(page.getByRole('region', { name: 'Places' }).getByRole('button').nth(1)).toBeVisible();
    await expectAccessible(app, 'agreement: places');
  });

  test(`the review stands up to axe in the ${theme} theme`, async ({ desktop }) => {
    test.setTimeout(120_000);
    const project = new ReviewedProject(desktop);
    const app = await desktop.start([project.path]);
    const { page } = app;
    await app.textShown();
    await app.chooseMenu(theme === 'light' ? 'view.themeLight' : 'view.themeDark');
    await expect(page.locator(':root')).toHaveAttribute('data-theme', theme);
    await page.keyboard.press('F7');
    const positions = page.getByRole('listbox', { name: 'Positions' });
    await expect(positions).toBeFocused();
    await page.getByText('More filters').click();
    await page.getByText('All 3 layers').click();
    await expectAccessible(app, 'review');
    await positions.focus();
    await page.keyboard.press('2');
    await expect(positions.getByRole('img', { name: 'Decided' })).toBeVisible();
    await page.keyboard.press('Home');
    await page.keyboard.press('r');
    await expectAccessible(app, 'review: decided, and why');
    await page.keyboard.press('Escape');
    await page.keyboard.press('e');
    await expect(page.getByText('You are changing the gold layer.')).toBeVisible();
    await expectAccessible(app, 'review: changing the gold layer');
    await page.keyboard.press('Enter');
    await page.keyboard.press('a');
    await expect(page.getByRole('dialog')).toContainText('This takes');
    await expectAccessible(app, 'review: all agreed');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+F7');
    await expect(page.getByRole('listbox', { name: 'Documents' })).toBeFocused();
    await expectAccessible(app, 'review: documents');
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`exchange, team and comments stand up to axe in the ${theme} theme`, async ({ desktop }) => {
    const app = await desktop.start();
    const { page } = app;
    await app.textShown();
    await app.chooseMenu(theme === 'light' ? 'view.themeLight' : 'view.themeDark');
    await expect(page.locator(':root')).toHaveAttribute('data-theme', theme);
    await mark(app, { words: 'Kabul', key: '4' });
    await page.locator('.cm-content').focus();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'New comment' }).fill('The city?');
    await expectAccessible(app, 'a comment being written');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.commented')).toHaveText('Kabul');
    await expectAccessible(app, 'comments beside the text');
    await page.keyboard.press('Control+Shift+b');
    await expect(page.getByRole('dialog', { name: 'Comments' }).getByRole('article')).toBeVisible();
    await expectAccessible(app, 'all comments');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+j');
    const team = page.getByRole('dialog', { name: 'Team' });
    await team.getByRole('button', { name: 'Distribute documents…' }).press('Enter');
    await expect(team.getByRole('status')).toBeVisible();
    await expectAccessible(app, 'team');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+o');
    await expect(page.getByRole('dialog', { name: 'Hand over to colleagues' })).toBeVisible();
    await expectAccessible(app, 'hand over');
    const parcel = desktop.path('parcel.parley');
    await app.answerDialog('save', parcel);
    await page.getByRole('button', { name: 'Hand over…' }).press('Enter');
    await expect(page.getByText('✓ Written')).toBeVisible();
    await page.keyboard.press('Escape');
    await app.answerDialog('open', parcel);
    await page.keyboard.press('Control+Shift+u');
    await expect(page.getByText('Nothing in it is new.')).toBeVisible();
    await expectAccessible(app, 'take in');
  });
}
