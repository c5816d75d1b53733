import { writeFileSync } from 'node:fs';
import { localClient } from '../../src/engine/client.ts';
import { createProject } from '../../src/engine/index.ts';
import { type App, Desktop } from '../support/app.ts';
import { sample } from './editor/sample.ts';
import { milliseconds, percentile, print } from './statistics.ts';

/** So much text (UTF-16 code units) with so many marks. */
interface Size {
  length: number;
  count: number;
}

const sizes: Size[] = [
  { length: 1_000_000, count: 10_000 },
  { length: 5_000_000, count: 50_000 },
  { length: 19_999_000, count: 200_000 },
];
const TYPES = ['person', 'organisation', 'armed-group', 'place'];
const MARKS = 20;
const LIMIT = 120_000;

/** A project file with a short document, which stands first, and one large one. */
async function prepare(desktop: Desktop, { length, count }: Size): Promise<string> {
  const path = desktop.path('Documents', 'size.parley');
  const annotator = { id: '00000000-0000-7000-8000-000000000001', name: 'Benchmark' };
  const identity = { deviceId: '00000000-0000-7000-8000-000000000002', annotator };
  const engine = createProject({ path, name: 'Size', identity });
  try {
    const client = localClient(engine);
    const { text, spans } = sample(length, count);
    const files = [desktop.path('Documents', 'a-short.txt'), desktop.path('Documents', 'b-long.txt')];
    writeFileSync(files[0]!, 'A short text stands here.');
    writeFileSync(files[1]!, text);
    const { imported, refused } = await client.call('document.import', { paths: files });
    if (refused.length > 0) throw new Error(refused[0]!.message);
    const documentId = imported[1]!.documentId;
    for (const [type, group] of Map.groupBy(spans, ({ type }) => type)) {
      const typeId = TYPES[type % TYPES.length]!;
      const marked = group.map(({ start, end }) => [{ start, end }]);
      await client.call('annotation.createMany', { documentId, typeId, spans: marked });
    }
  } finally {
    engine.close();
  }
  return path;
}

/** Milliseconds from the click on the long document's row to its marks painted. */
function openLong(app: App): Promise<number> {
  return app.page.evaluate(async () => {
    const began = performance.now();
    document.querySelectorAll<HTMLElement>('.document-row')[1]!.click();
    while (!document.querySelector('.cm-content [data-annotation-id]'))
      await new Promise((resolve) => setTimeout(resolve));
    await new Promise<void>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    );
    return performance.now() - began;
  });
}

/** Milliseconds from a label's key to its mark painted, with the engine's commit in between. */
async function markByKey(app: App): Promise<number[]> {
  const { page } = app;
  await page.evaluate(() => {
    const samples: number[] = [];
    Object.assign(globalThis, { markSamples: samples });
    const shown = () =>
      new Set(
        [...document.querySelectorAll('[data-annotation-id]')].map((mark) =>
          mark.getAttribute('data-annotation-id'),
        ),
      );
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.code !== 'Digit1') return;
        const before = shown();
        const look = () =>
          requestAnimationFrame(() => {
            if ([...shown()].every((id) => before.has(id))) return look();
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => samples.push(performance.now() - event.timeStamp);
            port2.postMessage(null);
          });
        look();
      },
      true,
    );
  });
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+Home');
  for (let count = 1; count <= MARKS; count++) {
    for (let words = 0; words < 3; words++) await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('1');
    await page.waitForFunction(
      (wanted) => (globalThis as unknown as { markSamples: number[] }).markSamples.length >= wanted,
      count,
    );
  }
  return page.evaluate(() => (globalThis as unknown as { markSamples: number[] }).markSamples);
}

/** Large documents in the whole app, from a project file: choosing one, and marking in it by the keyboard. */
export async function large(): Promise<void> {
  for (const size of sizes) {
    const desktop = new Desktop();
    try {
      const app = await desktop.start([await prepare(desktop, size)]);
      app.page.setDefaultTimeout(LIMIT);
      await app.textShown();
      const opened = await openLong(app);
      const marks = await markByKey(app);
      print(`${size.length / 1e6} MB with ${size.count} marks in the whole app`, [
        { what: 'click on the document to its marks painted', value: milliseconds(opened) },
        {
          what: `label key to painted mark, median of ${MARKS}`,
          value: milliseconds(percentile(marks, 0.5)),
        },
        { what: 'label key to painted mark, p95', value: milliseconds(percentile(marks, 0.95)) },
      ]);
    } finally {
      await desktop.dispose();
    }
  }
}
