import type { App } from './app.ts';

export interface Marking {
  words: string;
  /** Which occurrence, from 0. */
  nth?: number;
  /** Key of the label. */
  key: string;
  /** Links it to the entity of this name, which is made where it is new. */
  entity?: string;
}

/** What a careful reader marks in the head and the first paragraphs of the seed document. */
const markings: Marking[] = [
  { words: 'Islamabad', key: '4', entity: 'Pakistan' },
  { words: 'Taliban', key: '3', entity: 'Taliban' },
  { words: 'Afghanistan', nth: 0, key: '4', entity: 'Afghanistan' },
  { words: 'Zabihullah Mujahid', key: '1', entity: 'Zabihullah Mujahid' },
  { words: 'Taliban spokesperson Zabihullah Mujahid', key: '0' },
  { words: 'Istanbul', key: '5' },
  { words: 'Kabul', key: '4', entity: 'Afghanistan' },
  { words: 'Khawaja Muhammad Asif', key: '1', entity: 'Khawaja Muhammad Asif' },
  { words: 'the ceasefire signed in Doha in October', key: '9', entity: 'Doha ceasefire' },
  { words: 'October', nth: 0, key: '-' },
];

export interface Position {
  evidence: string;
  holder: string;
  target: string;
  /** Keys of polarity, intensity, expression, modality. */
  keys: [polarity: string, intensity: string, expression: string, modality: string];
  source?: string;
}

/** Positions that the article really reports. */
export const positions: Position[] = [
  {
    evidence: 'a request Kabul dismissed as beyond its “capacity and mandate.”',
    holder: 'Afghanistan',
    target: 'responsibility for internal security',
    keys: ['a', '3', 'e', 'y'],
    source: 'Zabihullah Mujahid',
  },
  {
    evidence: 'The ceasefire that has been established has not been violated by us so far',
    holder: 'Taliban',
    target: 'keeping the ceasefire',
    keys: ['f', '2', 'e', 's'],
    source: 'Zabihullah Mujahid',
  },
  {
    evidence: '“would continue as long as there are no attacks from Afghan soil.”',
    holder: 'Khawaja Muhammad Asif',
    target: 'keeping the ceasefire',
    keys: ['m', '2', 'e', 's'],
  },
];

/** Marks entities and stances in the open seed document by mouse and keyboard, as a person would. */
export async function annotateSeed(app: App, tell: (what: string) => void = () => {}): Promise<void> {
  for (const marking of markings) {
    await mark(app, marking);
    tell(`marked “${marking.words}”`);
  }
  for (const position of positions) {
    await record(app, position);
    tell(`recorded: ${position.holder} toward ${position.target}`);
  }
  await app.saved();
}

/** Marks some words by dragging over them and pressing the label's key, and links them. */
export async function mark(app: App, { words, nth, key, entity }: Marking): Promise<void> {
  await restMouse(app);
  await app.drag(words, nth);
  await app.page.keyboard.press(key);
  await app.page.getByRole('region', { name: 'Selected annotation' }).getByText(words).waitFor();
  if (entity) await linkTo(app, entity);
}

async function linkTo(app: App, name: string): Promise<void> {
  const { page } = app;
  await page.keyboard.press('e');
  await page.getByRole('combobox', { name: 'Entity' }).fill(name);
  await page.keyboard.press('Enter');
  await page
    .getByRole('region', { name: 'Entity', exact: true })
    .getByRole('textbox', { name: 'Name' })
    .waitFor();
}

/** Records a stance by selecting its evidence and filling the form from the keyboard. */
export async function record(app: App, { evidence, holder, target, keys, source }: Position): Promise<void> {
  const { page } = app;
  await restMouse(app);
  await app.drag(evidence);
  await page.keyboard.press('s');
  const form = page.getByRole('form', { name: 'New stance' });
  await form.getByRole('combobox', { name: 'Holder' }).fill(holder);
  await page.keyboard.press('Enter');
  await form.getByRole('combobox', { name: 'Target' }).fill(target);
  await page.keyboard.press('Enter');
  for (const key of keys) await page.keyboard.press(key);
  if (source) {
    await form.getByRole('combobox', { name: 'Reported by' }).fill(source);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'hidden' });
}

/** A press far from the last one, so that the next is not taken for a double click. */
async function restMouse(app: App): Promise<void> {
  await app.page.keyboard.press('Escape');
  await app.page.locator('.document-head h1').click();
  await app.page.locator('.cm-content').focus();
}
