import type { App } from '../support/app';
import { PreparedProject } from '../support/prepared-project';
import { expect, test } from './desktop';

const entity = (name: string, typeId: string, more: object = {}) => ({
  name: 'entity.create',
  input: { name, typeId, ...more },
});

const dialog = (app: App, name: string) => app.page.getByRole('dialog', { name });

test('a mention is linked to the entity that its spelling suggests, and all that read the same with it', async ({
  desktop,
}) => {
  const project = new PreparedProject(desktop);
  project.run([
    entity('Zabihullah Mujahid', 'person'),
    entity('پاکستان', 'state'),
    entity('Mohammad Mujahid', 'place', { aliases: ['Muttaqi'] }),
  ]);
  project.mark(0, 'Mujahid', 'person');
  project.mark(0, 'Paksitan', 'state');
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  const linkedTo = page
    .getByRole('region', { name: 'Entity', exact: true })
    .getByLabel('Name', { exact: true });

  await test.step('the reason stands beside each suggestion, those with the same label first', async () => {
    await app.clickOn('Mujahid');
    await page.keyboard.press('e');
    const options = dialog(app, 'Link to entity').getByRole('option');
    await expect(options).toHaveText([
      /^Zabihullah Mujahid.*part of the name · Person, 0 mentions/,
      /New entity “Mujahid”/,
      /^Mohammad Mujahid.*part of the name/,
    ]);
  });

  await test.step('Shift+Enter shows all that read the same; one is left out; the rest are linked at once', async () => {
    await expect(page.getByText('links all 3 that read “Mujahid”')).toBeVisible();
    await page.keyboard.press('Shift+Enter');
    const all = dialog(app, 'Link all equal mentions');
    await expect(all.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await all.getByRole('checkbox', { checked: true }).last().uncheck();
    await all.getByRole('button', { name: 'Link 2' }).press('Enter');
    await expect(page.locator('.annotation.linked')).toHaveCount(2);
    await expect(linkedTo).toHaveValue('Zabihullah Mujahid');
    await page.keyboard.press('Control+z');
    await expect(page.locator('.annotation.linked')).toHaveCount(0);
  });

  await test.step('a misspelt name in Latin letters finds the entity in Arabic letters', async () => {
    await app.clickOn('Paksitan');
    await page.keyboard.press('e');
    await expect(dialog(app, 'Link to entity').getByRole('option').first()).toHaveText(
      /^پاکستان.*sounds alike/,
    );
    await page.keyboard.press('Enter');
    await expect(linkedTo).toHaveValue('پاکستان');
  });
  expect(app.errors).toEqual([]);
});

test('the register finds, describes, merges and splits entities by keyboard, and undo takes it back', async ({
  desktop,
}) => {
  const project = new PreparedProject(desktop);
  project.mark(0, 'Taliban', 'organisation');
  project.mark(1, 'کابل', 'place');
  project.run([
    { ...entity('Taliban', 'organisation'), as: 'taliban' },
    { ...entity('طالبان', 'organisation', { note: 'In Urdu.' }), as: 'urdu' },
    { ...entity('Kabul', 'place'), as: 'kabul' },
    {
      name: 'mention.linkEqual',
      input: { text: 'Taliban', entity: { kind: 'entity', id: { $ref: 'taliban.id' } } },
    },
    {
      name: 'mention.linkEqual',
      input: { text: 'کابل', entity: { kind: 'entity', id: { $ref: 'kabul.id' } } },
    },
    { name: 'document.list', as: 'documents' },
    {
      name: 'stance.create',
      input: {
        documentId: { $ref: 'documents.0.id' },
        holder: { kind: 'entity', id: { $ref: 'urdu.id' } },
        target: { kind: 'newProposition', name: 'keeping the ceasefire' },
        polarity: 'favor',
        evidence: [{ start: 10, end: 30 }],
      },
    },
  ]);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('Control+Shift+E');
  const register = dialog(app, 'Entities');
  const list = register.getByRole('listbox', { name: 'Entities' });
  const details = register.getByRole('region', { name: 'Entity' });

  await test.step('found in any spelling', async () => {
    await expect(list.getByRole('option').first()).toContainText('Taliban');
    await page.keyboard.type('kaboul');
    await expect(list.getByRole('option')).toHaveText([/^Kabul.*sounds alike/]);
    await page.keyboard.press('Escape');
    await expect(list.getByRole('option')).toHaveCount(3);
    await page.keyboard.type('talib');
    await expect(list.getByRole('option')).toHaveText([/^Taliban/, /^طالبان/]);
  });

  await test.step('described: aliases, an identifier whose form is checked', async () => {
    await details.getByLabel('Also called').fill('Islamic Emirate; IEA');
    await details.getByLabel('Identifier', { exact: true }).fill('843');
    await page.keyboard.press('Enter');
    await expect(details.getByRole('alert')).toContainText('no Wikidata identifier');
    await details.getByLabel('Identifier', { exact: true }).fill('Q42418');
    await page.keyboard.press('Enter');
    await expect(details.getByRole('button', { name: 'Remove wikidata Q42418' })).toBeVisible();
    await expect(details.getByLabel('Also called')).toHaveValue('Islamic Emirate; IEA');
  });

  await test.step('merged with what was told beforehand, and parted by undo', async () => {
    await details.getByRole('button', { name: 'Merge…' }).press('Enter');
    await expect(register.getByRole('option', { name: /طالبان.*sounds alike/ })).toBeVisible();
    await page.keyboard.press('Enter');
    const form = register.getByRole('form', { name: 'Merge' });
    await expect(form).toContainText('1 stance of');
    await expect(form).toContainText('In Urdu.');
    await page.keyboard.press('Enter');
    await expect(list.getByRole('option')).toHaveCount(2);
    await expect(details.getByLabel('Also called')).toHaveValue('Islamic Emirate; IEA; طالبان');
    await expect(details).toContainText('Taliban → favor → keeping the ceasefire');
    await list.press('Control+z');
    await expect(list.getByRole('option')).toHaveCount(3);
    await expect(details.getByLabel('Also called')).toHaveValue('Islamic Emirate; IEA');
  });

  await test.step('pairs that may be one are listed', async () => {
    await register.getByRole('tab', { name: 'Entities' }).press('ArrowRight');
    const pairs = register.getByRole('listbox', { name: 'Pairs that may be one' });
    await expect(pairs.getByRole('option')).toHaveText([/Taliban ~ طالبان.*sounds alike/]);
    await pairs.press('x');
    await expect(register.getByText('No two entities look like one')).toBeVisible();
    await register.getByLabel('Also 1 pair set aside as two').check();
    await pairs.press('x');
    await expect(register.getByLabel('Also 1 pair set aside as two')).toBeHidden();
    await pairs.press('Enter');
    await page.keyboard.press('Enter');
    await expect(register.getByText('No two entities look like one')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(pairs.getByRole('option')).toHaveCount(1);
    await register.getByRole('tab', { name: 'Duplicates?' }).press('ArrowLeft');
  });

  await test.step('split: chosen mentions go to a new entity', async () => {
    await list.focus();
    await page.keyboard.press('Home');
    await expect(details.getByRole('heading', { name: 'Taliban' })).toBeVisible();
    await details.getByRole('button', { name: 'Split…' }).press('Enter');
    const mentions = details.getByRole('listbox', { name: 'Mentions' });
    await mentions.focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await expect(mentions.getByRole('option', { selected: true })).toHaveCount(2);
    await details.getByRole('combobox', { name: 'Split off to' }).fill('Pakistani Taliban');
    await page.keyboard.press('Enter');
    await expect(details.getByRole('heading', { name: 'Pakistani Taliban' })).toBeVisible();
    await expect(details.getByRole('heading', { name: '2 mentions' })).toBeVisible();
  });

  await test.step('Enter on a mention opens its document and goes there', async () => {
    const field = register.getByRole('combobox', { name: 'Find: Entities' });
    await field.fill('Kabul');
    await details.getByRole('listbox', { name: 'Mentions' }).press('Enter');
    await expect(register).toBeHidden();
    await expect(page.locator('.cm-content')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('region', { name: 'Selected annotation' })).toContainText('کابل');
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

test('mentions without an entity are worked through by keyboard', async ({ desktop }) => {
  const project = new PreparedProject(desktop);
  project.run([entity('Afghanistan', 'place'), entity('Islamabad', 'place')]);
  for (const words of ['Aghanistan', 'Istanbul', 'Qatar']) project.mark(0, words, 'place');
  project.mark(0, 'Mujahid', 'person');
  project.mark(1, 'اسلام آباد', 'place');
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('F4');
  const queue = dialog(app, 'Unlinked mentions');
  const groups = queue.getByRole('listbox', { name: 'Groups of mentions that read the same' });
  await expect(groups).toBeFocused();
  await expect(groups.getByRole('option').first()).toContainText('Istanbul');
  await expect(queue.getByText('13 mentions in 5 groups')).toBeVisible();

  await test.step('N makes a new entity of all that read so', async () => {
    await page.keyboard.press('n');
    await expect(queue.getByText('7 mentions in 4 groups')).toBeVisible();
    await expect(groups).toBeFocused();
  });

  await test.step('arrows skip, Enter takes the suggestion', async () => {
    await page.keyboard.press('End');
    await expect(groups.getByRole('option', { selected: true })).toHaveText(
      /^اسلام آباد.*→ Islamabad, sounds alike/,
    );
    await page.keyboard.press('Enter');
    await expect(queue.getByText('6 mentions in 3 groups')).toBeVisible();
    await expect(groups.getByRole('option', { selected: true })).toHaveText(
      /^Aghanistan.*→ Afghanistan, similar/,
    );
    await page.keyboard.press('Enter');
    await expect(queue.getByText('5 mentions in 2 groups')).toBeVisible();
  });

  await test.step('E chooses another by typing, and one mention is left out', async () => {
    await page.keyboard.press('Home');
    await expect(groups.getByRole('option', { selected: true })).toContainText('Mujahid');
    const mentions = queue.getByRole('listbox', { name: 'Mentions of this group' });
    await mentions.focus();
    await page.keyboard.press('Space');
    await expect(mentions.getByRole('option', { selected: true })).toHaveCount(2);
    await groups.focus();
    await page.keyboard.press('e');
    await page.keyboard.type('Zabihullah Mujahid');
    await page.keyboard.press('Enter');
    await expect(queue.getByText('3 mentions in 2 groups')).toBeVisible();
  });

  await test.step('Ctrl+Z takes back, step by step', async () => {
    await expect(groups).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(queue.getByText('5 mentions in 2 groups')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(queue.getByText('6 mentions in 3 groups')).toBeVisible();
  });

  await test.step('only this document, only one label', async () => {
    await queue.getByLabel('Only in this document').check();
    await expect(queue.getByText('6 mentions in 3 groups')).toBeVisible();
    await queue.getByLabel('Label').selectOption('Person');
    await expect(queue.getByText('3 mentions in 1 group')).toBeVisible();
  });

  await test.step('when all are done that is said, and Escape leads back to the text', async () => {
    await groups.focus();
    await page.keyboard.press('n');
    await expect(queue.getByText('✓ Every mention in this document with this label')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(queue).toBeHidden();
    await expect(page.locator('.cm-content')).toBeFocused();
  });
  expect(app.errors).toEqual([]);
});

test('propositions are renamed and merged, and show the stances toward them', async ({ desktop }) => {
  const project = new PreparedProject(desktop);
  const toward = (name: string, polarity: string) => ({
    name: 'stance.create',
    input: {
      documentId: { $ref: 'documents.0.id' },
      holder: { kind: 'newEntity', name: 'Khawaja Muhammad Asif' },
      target: { kind: 'newProposition', name },
      polarity,
      evidence: [{ start: 0, end: 38 }],
    },
  });
  project.run([
    { name: 'document.list', as: 'documents' },
    toward('keeping the ceasefire', 'mixed'),
    toward('maintaining the truce', 'favor'),
  ]);
  const app = await desktop.start([project.path]);
  const { page } = app;
  await app.textShown();
  await page.keyboard.press('Control+Shift+T');
  const register = dialog(app, 'Entities');
  const list = register.getByRole('listbox', { name: 'Propositions' });
  const details = register.getByRole('region', { name: 'Proposition', exact: true });
  await page.keyboard.type('truce');
  await expect(list.getByRole('option')).toHaveText([/maintaining the truce.*1 stance/]);
  await details.getByLabel('Name').fill('holding the truce');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option')).toHaveText([/holding the truce/]);
  await details.getByRole('button', { name: 'Merge into…' }).press('Enter');
  await page.keyboard.press('Enter');
  await register.getByRole('combobox', { name: 'Find: Propositions' }).fill('');
  await expect(list.getByRole('option')).toHaveText([/keeping the ceasefire.*2 stances/]);
  await expect(details.getByRole('option')).toHaveText([
    /Khawaja Muhammad Asif → mixed → keeping the ceasefire/,
    /Khawaja Muhammad Asif → favor → keeping the ceasefire/,
  ]);
  await details.getByRole('listbox', { name: 'Stances' }).press('Enter');
  await expect(register).toBeHidden();
  await expect(page.getByText(/38 .*selected/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+T');
  await expect(list.getByRole('option')).toHaveText([/keeping the ceasefire/, /maintaining the truce/]);
  expect(app.errors).toEqual([]);
});
