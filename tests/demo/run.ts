/**
 * The guided demo: the real app opens the seed document, a scripted person marks entities and
 * stances by mouse and keyboard, and the dataset is exported. Ends with exit code 0 when the
 * dataset holds what was marked.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type App, Desktop, projectRoot } from '../support/app.ts';
import { annotateSeed } from '../support/seed-session.ts';

const folder = join(projectRoot, 'out', 'demo');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

interface Dataset {
  entities: { id: string; name: string }[];
  propositions: { id: string; name: string }[];
  documents: {
    text: string;
    layers: {
      spans: { type: string; fragments: { start: number; end: number; quote: string }[] }[];
      stances: { holder: { id: string } | null; target: { id: string } | null; polarity: string }[];
    }[];
  }[];
}

async function picture(app: App, name: string): Promise<string> {
  const path = join(folder, `${name}.png`);
  await app.page.screenshot({ path, animations: 'disabled' });
  return path;
}

function summary(dataset: Dataset): string[] {
  const [document] = dataset.documents;
  const spans = document!.layers.flatMap((layer) => layer.spans);
  const stances = document!.layers.flatMap((layer) => layer.stances);
  const byType = Map.groupBy(spans, (span) => span.type);
  const nameOf = (id: string | undefined) =>
    [...dataset.entities, ...dataset.propositions].find((record) => record.id === id)?.name ?? '?';
  return [
    `${spans.length} spans: ${[...byType].map(([type, list]) => `${list.length} ${type}`).join(', ')}`,
    `${dataset.entities.length} entities: ${dataset.entities.map(({ name }) => name).join(', ')}`,
    `${stances.length} stances:`,
    ...stances.map(
      ({ holder, polarity, target }) => `  ${nameOf(holder?.id)} ${polarity} ${nameOf(target?.id)}`,
    ),
  ];
}

/** @throws when an offset of the dataset does not cut out its quote */
function check(dataset: Dataset): void {
  for (const { text, layers } of dataset.documents) {
    const characters = Array.from(text);
    for (const { start, end, quote } of layers.flatMap((layer) =>
      layer.spans.flatMap((span) => span.fragments),
    )) {
      if (characters.slice(start, end).join('') !== quote)
        throw new Error(`[${start}, ${end}) is not “${quote}”`);
    }
  }
}

const desktop = new Desktop();
try {
  console.log('Starting Parley with the seed document …');
  const app = await desktop.start();
  await app.textShown();
  const pictures = [await picture(app, '1-opened')];
  await annotateSeed(app, (what) => console.log(`  ${what}`));
  await app.clickOn('Zabihullah Mujahid');
  pictures.push(await picture(app, '2-annotated'));
  await app.chooseMenu('view.themeDark');
  await app.page.locator(':root[data-theme="dark"]').waitFor();
  pictures.push(await picture(app, '3-dark'));
  const dataset = join(folder, 'dataset.json');
  await app.answerDialog('save', dataset);
  await app.chooseMenu('file.export');
  await app.page.getByRole('button', { name: 'Export as JSON…' }).click();
  await app.page.getByText('✓ Written').waitFor();
  pictures.push(await picture(app, '4-exported'));
  if (app.errors.length > 0) throw new Error(app.errors.join('; '));
  const content = JSON.parse(readFileSync(dataset, 'utf8')) as Dataset;
  check(content);
  console.log(`\nDataset:  ${dataset}`);
  for (const path of pictures) console.log(`Picture:  ${path}`);
  console.log(
    `\nLabelled in the seed document:\n${summary(content)
      .map((line) => `  ${line}`)
      .join('\n')}`,
  );
} finally {
  await desktop.dispose();
}
