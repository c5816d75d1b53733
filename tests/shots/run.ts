/** Takes the pictures of docs/pictures from the real app: every main view, light, dark and right to left. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Desktop, projectRoot } from '../support/app.ts';
import { profileOf } from '../support/colleagues.ts';
import { reported } from '../support/reported-stances.ts';
import { annotateSeed, mark, positions, record } from '../support/seed-session.ts';

const folder = join(projectRoot, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });

async function picture(app: App, name: string): Promise<void> {
  await app.page.evaluate(() => document.fonts.ready);
  await app.page
    .locator('.notice')
    .getByRole('button', { name: 'Dismiss' })
    .evaluateAll((buttons) => {
      for (const button of buttons) (button as HTMLElement).click();
    });
  await app.page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/pictures/${name}.png`);
}

async function size(app: App, width: number, height: number): Promise<void> {
  await app.application.evaluate(
    ({ BrowserWindow }, wanted) =>
      BrowserWindow.getAllWindows()[0]!.setContentSize(wanted.width, wanted.height),
    { width, height },
  );
  await app.page.waitForFunction((wanted) => window.innerWidth === wanted, width);
}

async function theme(app: App, name: 'light' | 'dark'): Promise<void> {
  await app.chooseMenu(name === 'light' ? 'view.themeLight' : 'view.themeDark');
  await app.page.locator(`:root[data-theme="${name}"]`).waitFor();
}

async function overlay(app: App, menu: string, name: string): Promise<void> {
  await app.chooseMenu(menu);
  await app.page.getByRole('dialog').waitFor();
  await picture(app, name);
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** Relations and an event among what is marked, with all names and the outline shown. */
async function relate(app: App): Promise<void> {
  const { page } = app;
  const join = async (from: string, to: string, how: string) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await app.clickOn(from);
    await page.keyboard.press('r');
    await page.keyboard.type(to);
    await page.keyboard.press('Enter');
    await page.keyboard.type(how);
    await page.keyboard.press('Enter');
    await app.saved();
  };
  await page.keyboard.press('F6');
  await join('Zabihullah Mujahid', 'Taliban', 'spokesperson');
  await join('Khawaja Muhammad Asif', 'Islamabad', 'member');
  await page.keyboard.press('Escape');
  await app.drag('dismissed');
  await page.keyboard.press('v');
  await page.keyboard.type('Reject');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: /: Source$/ }).waitFor();
  await page.keyboard.type('Kabul');
  await page.keyboard.press('Enter');
  await page.locator('.arc').nth(2).waitFor();
  await page.keyboard.press('Escape');
  await app.chooseMenu('view.tags');
  await app.chooseMenu('view.outline');
  await page.keyboard.press('F6');
  await app.clickOn('Zabihullah Mujahid');
}

/** A colleague's package over the same document, made in a copy of the project. */
async function packageOfColleague(desktop: Desktop): Promise<string> {
  const copy = desktop.path('copy.parley');
  copyFileSync(desktop.project(), copy);
  const app = await desktop.start([copy], { profile: profileOf(desktop, 'Annotator B', 2) });
  await app.textShown();
  await mark(app, { words: 'Islamabad', key: '5' });
  await mark(app, { words: 'Zabihullah Mujahid', key: '1', entity: 'Zabihullah Mujahid' });
  await mark(app, { words: 'Istanbul', key: '5' });
  await mark(app, { words: 'the ceasefire signed in Doha', key: '9' });
  await mark(app, { words: 'Durand Line', key: '5' });
  await app.saved();
  await app.close();
  return copy;
}

/** Work with a colleague: taking in, the team, comments, review, agreement. */
async function review(app: App, parcel: string): Promise<void> {
  const { page } = app;
  await app.answerDialog('open', parcel);
  await app.chooseMenu('file.takeIn');
  await page.getByRole('button', { name: 'Take in', exact: true }).waitFor();
  await picture(app, 'take-in-light');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Taken in' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await overlay(app, 'file.handOver', 'hand-over-light');
  await overlay(app, 'go.team', 'team-light');
  await overlay(app, 'view.agreement', 'agreement-light');
  await app.clickOn('Istanbul');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'New comment' }).fill('@Annotator B: the city, or the talks?');
  await page.keyboard.press('Control+Enter');
  await page.locator('.commented').first().waitFor();
  await picture(app, 'comment-light');
  await page.keyboard.press('Escape');
  await overlay(app, 'go.comments', 'comments-light');
  await page.keyboard.press('F7');
  await page.getByRole('listbox', { name: 'Positions' }).waitFor();
  await picture(app, 'review-light');
  await theme(app, 'dark');
  await picture(app, 'review-dark');
  await theme(app, 'light');
  await page.keyboard.press('F7');
}

const desktop = new Desktop();
try {
  const begun = await desktop.start([], { profile: profileOf(desktop, 'Annotator A', 1) });
  await begun.textShown();
  await begun.close();
  const parcel = await packageOfColleague(desktop);
  const app = await desktop.start([], { profile: 'profile-1' });
  const { page } = app;
  await app.textShown();
  await size(app, 1360, 860);
  await theme(app, 'light');
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await annotateSeed(app);
  await app.clickOn('Zabihullah Mujahid');
  await picture(app, 'annotating-light');
  await theme(app, 'dark');
  await picture(app, 'annotating-dark');
  await theme(app, 'light');

  await page.keyboard.press('Escape');
  await picture(app, 'document-light');
  await app.drag('Afghanistan remains committed to avoiding escalation');
  await page.keyboard.press('s');
  await page.getByRole('combobox', { name: 'Holder' }).fill('a');
  await picture(app, 'stance-light');
  await theme(app, 'dark');
  await picture(app, 'stance-dark');
  await theme(app, 'light');
  await page.keyboard.press('Escape');

  await app.clickOn('Kabul');
  await overlay(app, 'annotate.all', 'occurrences-light');
  await page.keyboard.press('Escape');
  await overlay(app, 'help.keys', 'keys-light');
  await overlay(app, 'help.commands', 'commands-light');
  await overlay(app, 'edit.history', 'history-light');
  await app.chooseMenu('edit.history');
  await page
    .getByRole('button', { name: /^Look at/ })
    .nth(4)
    .click();
  await page.getByText('Back to now').waitFor();
  await picture(app, 'as-it-was-light');
  await page.getByText('Back to now').click();
  await overlay(app, 'file.export', 'export-light');
  await overlay(app, 'go.entities', 'entities-light');
  await overlay(app, 'go.unlinked', 'unlinked-light');
  await overlay(app, 'go.propositions', 'propositions-light');
  for (const position of reported)
    if (!positions.some(({ evidence }) => evidence === position.evidence)) await record(app, position);
  await app.saved();
  for (const [menu, name] of [
    ['edit.settings', 'settings-light'],
    ['annotate.schema', 'schema-light'],
    ['view.matrix', 'matrix-light'],
    ['view.network', 'network-light'],
    ['view.stances', 'stances-light'],
    ['view.statistics', 'statistics-light'],
    ['view.problems', 'problems-light'],
  ] as const)
    await overlay(app, menu, name);

  await app.clickOn('Kabul');
  await app.chooseMenu('view.guidelines');
  await page.getByRole('region', { name: 'Guidelines' }).waitFor();
  await picture(app, 'guidelines-light');
  await page.getByRole('button', { name: 'Hide guidelines' }).click();

  await relate(app);
  await picture(app, 'relations-light');
  await theme(app, 'dark');
  await picture(app, 'relations-dark');
  await theme(app, 'light');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await picture(app, 'menu-light');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ceasefire');
  await page
    .getByText(/ of \d+/)
    .first()
    .waitFor();
  await picture(app, 'find-light');
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  await review(app, parcel);

  await app.answerDialog('open', join(projectRoot, 'tests', 'texts', 'urdu.txt'));
  await app.chooseMenu('file.import');
  await page.locator('.cm-content[dir="rtl"]').waitFor();
  for (const [words, key] of [
    ['وزیرِ خارجہ', '0'],
    ['اسلام آباد', '5'],
    ['جنگ بندی', '9'],
    ['استنبول (Istanbul)', '5'],
    ['اقوامِ متحدہ', '2'],
  ] as const) {
    await page.locator('.document-head h1').click();
    await app.drag(words);
    await page.keyboard.press(key);
    await page.getByRole('region', { name: 'Selected annotation' }).waitFor();
    await page.keyboard.press('Escape');
  }
  await app.clickOn('جنگ بندی');
  await picture(app, 'right-to-left-light');
  await theme(app, 'dark');
  await picture(app, 'right-to-left-dark');
  await theme(app, 'light');
  await size(app, 720, 700);
  await picture(app, 'narrow-light');
} finally {
  await desktop.dispose();
}
