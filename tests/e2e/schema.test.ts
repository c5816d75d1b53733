import { readFileSync, writeFileSync } from 'node:fs';
import type { App } from '../support/app';
import { expect, test } from './desktop';

/** Marks some words of the seed document with the label of a key. */
async function mark(app: App, words: string, key: string): Promise<void> {
  await app.drag(words);
  await app.page.keyboard.press(key);
  await expect.poll(() => app.marks()).toContain(words);
  await app.page.keyboard.press('Escape');
}

const dialog = (app: App) => app.page.getByRole('dialog', { name: 'Schema' });

async function openEditor(app: App): Promise<void> {
  await app.page.keyboard.press('Control+Shift+l');
  await expect(dialog(app).getByRole('treeitem', { name: 'Person' })).toBeFocused();
}

test('a schema is changed mid-way: two types are merged, one is renamed, and one undo takes all back', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await mark(app, 'Istanbul', '5');
  await mark(app, 'Kabul', '4');
  await mark(app, 'Zabihullah Mujahid', '1');
  const labels = page.getByRole('toolbar', { name: 'Labels' });

  await test.step('the draft is edited by keyboard alone', async () => {
    await openEditor(app);
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await expect(dialog(app).getByRole('treeitem', { name: 'Place' })).toBeFocused();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Home');
    const name = dialog(app).getByRole('textbox', { name: 'Name', exact: true }).first();
    await name.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Human');
    await expect(dialog(app).getByRole('treeitem', { name: 'Human' })).toBeVisible();
  });

  await test.step('the preview tells what is touched, and asks', async () => {
    await dialog(app).getByRole('button', { name: 'Apply…' }).press('Enter');
    const apply = page.getByRole('form', { name: 'Apply changes' });
    await expect(apply).toContainText('1 to be said');
    await expect(apply).toContainText(
      "1 annotation with the entity type 'Person' stays under the name 'Human'",
    );
    await expect(apply.getByRole('button', { name: 'Apply', exact: true })).toBeDisabled();
    const question = apply.getByRole('combobox', { name: /entity type 'Place'/ });
    await apply.getByText(/^in /).first().press('Enter');
    await expect(apply.getByText('Istanbul')).toBeVisible();
    await question.selectOption({ label: 'become ‘Facility’' });
    await expect(apply).toContainText("1 annotation with the entity type 'Place' gets 'Facility'");
    await apply.getByLabel('Why').fill('One kind of place.');
    await page.keyboard.press('Enter');
    await expect(dialog(app)).toBeHidden();
  });

  await test.step('everything is carried over', async () => {
    await expect(labels.getByRole('button', { name: /Human/ })).toBeVisible();
    await expect(labels.getByRole('button', { name: /Place/ })).toHaveCount(0);
    await app.clickOn('Istanbul');
    await expect(page.getByRole('region', { name: 'Selected annotation' }).getByLabel('Label')).toHaveValue(
      'facility',
    );
    expect((await app.marks()).toSorted()).toEqual(['Istanbul', 'Kabul', 'Zabihullah Mujahid']);
  });

  await test.step('the versions tell who, when and why', async () => {
    await openSchemaAgain(app);
    await dialog(app).getByRole('button', { name: 'Versions…' }).click();
    await expect(dialog(app)).toContainText('One kind of place.');
    await page.keyboard.press('Escape');
    await expect(dialog(app)).toBeHidden();
  });

  await test.step('one undo takes it all back', async () => {
    await page.keyboard.press('Control+z');
    await expect(labels.getByRole('button', { name: /Person/ })).toBeVisible();
    await expect(labels.getByRole('button', { name: /Place/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Selected annotation' }).getByLabel('Label')).toHaveValue(
      'place',
    );
  });
  await app.saved();
  expect(app.errors).toEqual([]);
});

async function openSchemaAgain(app: App): Promise<void> {
  await app.page.keyboard.press('Control+Shift+l');
  await expect(dialog(app).getByRole('treeitem').first()).toBeVisible();
}

test('a label is made, nested, moved, given a key and used', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await openEditor(app);
  await dialog(app).getByRole('button', { name: 'Add entity type' }).press('Enter');
  const name = dialog(app).getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Spokesperson');
  await expect(dialog(app).getByRole('textbox', { name: 'Id', exact: true })).toHaveValue('spokesperson');
  await dialog(app).getByRole('button', { name: /^Key/ }).press('j');
  await expect(dialog(app)).toContainText('In the text this is the key of “Next word”');
  await dialog(app).getByRole('button', { name: /^Key/ }).press('1');
  await expect(dialog(app).getByRole('alert')).toContainText('has the key of');
  await dialog(app).getByRole('button', { name: /^Key/ }).press('y');
  await expect(dialog(app).getByRole('alert')).toBeHidden();
  const row = dialog(app).getByRole('treeitem', { name: 'Spokesperson' });
  for (let step = 0; step < 11; step++) await row.press('Alt+ArrowUp');
  await row.press('Alt+ArrowRight');
  await expect(row).toHaveAttribute('aria-level', '2');
  await dialog(app).getByRole('button', { name: 'as above' }).press('Enter');
  await expect(dialog(app)).toContainText('From above: Mention kind.');

  await test.step('it can be dragged, too', async () => {
    const places = async () => dialog(app).getByRole('treeitem').locator('.term-name').allTextContents();
    await dialog(app)
      .getByRole('treeitem', { name: 'Quantity' })
      .dragTo(dialog(app).getByRole('treeitem', { name: 'Organisation' }), {
        targetPosition: { x: 40, y: 3 },
      });
    await expect.poll(places).toEqual(expect.arrayContaining(['Quantity', 'Organisation']));
    expect((await places()).indexOf('Quantity')).toBeLessThan((await places()).indexOf('Organisation'));
    await row.click();
  });

  await test.step('closing asks before it throws the draft away', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog')).toContainText('have not been applied');
    await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toBeHidden();
  });

  await dialog(app).getByRole('button', { name: 'Apply…' }).click();
  await expect(dialog(app)).toContainText('Nothing that is annotated');
  await dialog(app).getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(dialog(app)).toBeHidden();
  await app.drag('Zabihullah Mujahid');
  await page.keyboard.press('y');
  const selected = page.getByRole('region', { name: 'Selected annotation' });
  await expect(selected.getByLabel('Label')).toHaveValue('spokesperson');
  await expect(selected.getByRole('group', { name: 'Mention kind' })).toBeVisible();
});

test('a schema is taken from a file and from those that are ready-made, and written to a file', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await openEditor(app);
  await dialog(app).getByRole('button', { name: 'Begin with a ready-made schema' }).press('ArrowDown');
  await page.getByRole('menuitem', { name: 'CoNLL-2003 named entities' }).press('Enter');
  await expect(dialog(app).getByRole('treeitem')).toHaveCount(4);
  await dialog(app).getByRole('button', { name: 'Apply…' }).click();
  await dialog(app).getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(dialog(app)).toBeHidden();
  await expect(page.getByRole('toolbar', { name: 'Labels' }).getByRole('button')).toHaveCount(4);

  await openSchemaAgain(app);
  const out = desktop.path('out.yaml');
  await app.answerDialog('save', out);
  await dialog(app).getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('The schema in force is written.')).toBeVisible();
  writeFileSync(out, readFileSync(out, 'utf8').replace('Person (PER)', 'Somebody'));
  await app.answerDialog('open', out);
  await dialog(app).getByRole('button', { name: 'Import…' }).click();
  await expect(dialog(app).getByRole('treeitem', { name: 'Somebody' })).toBeVisible();
  writeFileSync(out, 'id: broken\nname: [');
  await dialog(app).getByRole('button', { name: 'Import…' }).click();
  await expect(page.getByRole('alert')).toContainText(/out\.yaml, line 2/);
  await expect(dialog(app).getByRole('treeitem', { name: 'Somebody' })).toBeVisible();
});

test('guidelines stand beside the text, with examples from marked spans, and a link opens only after asking', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await mark(app, 'Istanbul', '5');
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Shift+G');
  await page.keyboard.press('F2');
  const pane = page.getByRole('region', { name: 'Guidelines' });
  await expect(pane).toContainText('Guidelines: Place');
  await expect(pane.locator('mark')).toHaveText('Istanbul');
  await page.keyboard.press('Control+Shift+g');
  await page
    .getByLabel('Guidelines in Markdown')
    .fill(
      '**Cities** and [more](https://example.org/places).\n\n<img src=x> ![map](https://example.org/map.png)',
    );
  await page.keyboard.press('Control+Enter');
  await expect(pane.locator('strong')).toHaveText('Cities');
  await expect(pane.locator('img')).toHaveCount(0);
  await expect(pane).toContainText('<img src=x>');

  await app.application.evaluate(({ dialog: dialogs, shell }) => {
    const asked: string[] = [];
    const opened: string[] = [];
    Object.assign(globalThis, { asked, opened });
    dialogs.showMessageBox = (async (...args: unknown[]) => {
      asked.push((args.at(-1) as { detail: string }).detail);
      return { response: 1, checkboxChecked: false };
    }) as never;
    shell.openExternal = async (url: string) => {
      opened.push(url);
    };
  });
  await pane.getByRole('button', { name: 'more' }).click();
  await expect
    .poll(() => app.application.evaluate(() => (globalThis as never as { asked: string[] }).asked))
    .toEqual(['https://example.org/places']);
  expect(await app.application.evaluate(() => (globalThis as never as { opened: string[] }).opened)).toEqual(
    [],
  );

  await pane.getByRole('button', { name: 'General' }).click();
  await expect(pane).toContainText('No general guidelines have been written yet.');
  await page.keyboard.press('F2');
  await expect(pane).toBeHidden();
  expect(app.errors).toEqual([]);
});

test('a schema without a label and without expressions leaves nothing broken', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await mark(app, 'Istanbul', '5');
  await openEditor(app);
  await app.answerDialog('open', desktop.path('bare.yaml'));
  writeFileSync(
    desktop.path('bare.yaml'),
    'id: bare\nname: Bare\nentityTypes: []\nstance:\n  polarities:\n    - {id: yes, name: "Yes", colour: "#0b5cb7", key: KeyY}\n',
  );
  await dialog(app).getByRole('button', { name: 'Import…' }).click();
  await expect(dialog(app)).toContainText('There are no entity types in this schema yet.');
  await dialog(app).getByRole('button', { name: 'Apply…' }).click();
  await dialog(app).getByRole('combobox').selectOption({ label: 'be deleted' });
  await dialog(app).getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(dialog(app)).toBeHidden();
  await expect.poll(() => app.marks()).toEqual([]);
  await expect(page.getByRole('toolbar', { name: 'Labels' }).getByRole('button')).toHaveCount(0);
  await page.keyboard.press('.');
  await expect(page.getByText('Nothing has been marked yet')).toBeVisible();
  await app.drag('Istanbul');
  await page.keyboard.press('s');
  const form = page.getByRole('form', { name: 'New stance' });
  await expect(form.getByText('Expression')).toHaveCount(0);
  for (let step = 0; step < 2; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('y');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Stances' })).toContainText(/yes/i);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => app.marks()).toEqual(['Istanbul']);
  expect(app.errors).toEqual([]);
});

test('a new project begins with the ready-made schema that was chosen', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  const path = desktop.path('opinion.parley');
  await app.answerDialog('save', path);
  const opened = app.application.waitForEvent('window');
  await app.chooseMenu('file.newWith.mpqa');
  const page = await opened;
  await expect(page.getByRole('contentinfo')).toBeVisible();
  await page.keyboard.press('Control+Shift+l');
  await expect(page.getByRole('dialog', { name: 'Schema' }).getByRole('treeitem')).toHaveText([
    /Agent/,
    /Target/,
    /Private state/,
    /Direct subjective/,
    /Expressive subjectivity/,
    /Objective speech event/,
  ]);
});

test('a draft with what is still to be typed says so, and nothing of it is lost', async ({ desktop }) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await openEditor(app);
  const name = dialog(app).getByRole('textbox', { name: 'Name', exact: true });
  const alert = dialog(app).getByRole('alert');

  await test.step('a name that is gone is asked for', async () => {
    await name.first().fill('');
    await expect(alert).toContainText('entity type ‘person’: the name is empty.');
    await expect(dialog(app).getByRole('button', { name: 'Apply…' })).toBeDisabled();
    await dialog(app).getByRole('button', { name: 'Add entity type' }).press('Enter');
    await expect(name.first()).toHaveValue('New entity type');
  });

  await test.step('an id that cannot be is told, and is not taken', async () => {
    const id = dialog(app).getByRole('textbox', { name: 'Id', exact: true });
    await id.fill('person');
    await expect(alert.first()).toContainText('‘person’ is taken');
    await id.fill('Not so');
    await expect(alert.first()).toContainText('only a–z');
    await id.fill('envoy');
    await id.press('Enter');
    await expect(id).toHaveValue('envoy');
    await name.first().fill('Envoy');
    await dialog(app).getByRole('treeitem').first().click();
    await name.first().fill('Human');
    await expect(alert).toHaveCount(0);
  });

  await test.step('events keep their own attributes apart', async () => {
    await dialog(app).getByRole('tab', { name: 'Events' }).click();
    for (const event of ['Consult', 'Aid', 'Reject']) {
      await dialog(app).getByRole('treeitem', { name: event, exact: true }).click();
      await expect(dialog(app).getByRole('group', { name: 'Attributes' })).toHaveCount(1);
      await expect(dialog(app).getByRole('group', { name: 'Roles' })).toHaveCount(1);
    }
  });

  await test.step('what is opened to every label is said, unless another label takes over', async () => {
    await dialog(app).getByRole('tab', { name: 'Entity types' }).click();
    await dialog(app).getByRole('treeitem', { name: 'Date or time' }).click();
    await page.keyboard.press('Delete');
    await dialog(app).getByRole('button', { name: 'Apply…' }).click();
    await expect(dialog(app).getByRole('note')).toContainText(
      'The role ‘Date’ of ‘Reject’ may now be filled by anything, since ‘Date or time’ is gone.',
    );
    await dialog(app).getByRole('button', { name: 'Back to editing' }).click();
  });

  await test.step('a ready-made schema in its place can be taken back', async () => {
    await dialog(app).getByRole('button', { name: 'Begin with a ready-made schema' }).press('ArrowDown');
    await page.getByRole('menuitem', { name: 'CoNLL-2003 named entities' }).press('Enter');
    await expect(dialog(app).getByRole('treeitem')).toHaveCount(4);
    await page.getByRole('button', { name: 'Have it back' }).click();
    await expect(dialog(app).getByRole('treeitem', { name: 'Envoy' })).toBeVisible();
  });
  expect(app.errors).toEqual([]);
});

test('a label that is made after another was removed is another one', async ({ desktop }) => {
  const app = await desktop.start();
  await app.textShown();
  await mark(app, 'Islamabad', '4');
  await openEditor(app);
  await dialog(app).getByRole('treeitem', { name: 'State or government' }).click();
  await app.page.keyboard.press('Delete');
  await dialog(app).getByRole('button', { name: 'Add entity type' }).press('Enter');
  await dialog(app).getByRole('textbox', { name: 'Name', exact: true }).first().fill('State');
  await expect(dialog(app).getByRole('textbox', { name: 'Id', exact: true })).toHaveValue('state-2');
  await dialog(app).getByRole('button', { name: 'Apply…' }).click();
  await expect(dialog(app).getByText('1 to be said')).toBeVisible();
  await dialog(app).getByRole('combobox').selectOption({ label: 'become ‘State’' });
  await dialog(app).getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(app.page.locator('.annotation.type-state-2')).toHaveText('Islamabad');
});

test('relations and events have attributes and notes, and what they need is a problem until it is there', async ({
  desktop,
}) => {
  const app = await desktop.start();
  const { page } = app;
  await app.textShown();
  await mark(app, 'Zabihullah Mujahid', '1');
  await mark(app, 'Istanbul', '5');
  await openEditor(app);
  await dialog(app).getByRole('tab', { name: 'Relations' }).click();
  await dialog(app).getByRole('treeitem', { name: 'located in' }).click();
  await dialog(app).getByRole('button', { name: 'Attribute' }).click();
  const attribute = dialog(app).getByRole('group', { name: 'Attributes' });
  await attribute.getByRole('textbox', { name: 'Name' }).fill('Since');
  await attribute.getByRole('combobox', { name: 'Kind' }).selectOption('a number');
  await attribute.getByRole('checkbox', { name: 'required' }).check();
  await dialog(app).getByRole('button', { name: 'Apply…' }).click();
  await dialog(app).getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(dialog(app)).toBeHidden();

  await app.clickOn('Zabihullah');
  await page.keyboard.press('r');
  await page.keyboard.type('Istanbul');
  await page.keyboard.press('Enter');
  await page.keyboard.type('located');
  await page.keyboard.press('Enter');
  const details = page.getByRole('group', { name: 'Selected relation' });
  await expect(details).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(page.getByText('1 problem')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.getByText('1 of 1: located in needs Since.')).toBeVisible();
  await details.getByRole('spinbutton', { name: 'Since *' }).fill('2021');
  await details.getByRole('textbox', { name: 'Note' }).fill('Only for the talks.');
  await app.saved();
  await expect(page.getByText('1 problem')).toBeHidden();
  expect(app.errors).toEqual([]);
});
