import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { localClient } from '../../src/engine/client.ts';
import { createProject } from '../../src/engine/index.ts';
import { type App, Desktop, projectRoot } from '../support/app.ts';
import { milliseconds, percentile, print } from './statistics.ts';

const STARTS = 5;
const MARKS = 200;
/** Keys follow each other no faster than a very fast typist's, some fifteen a second. */
const FRAMES_BETWEEN_KEYS = 4;

/** From launching a bare Electron window to its page being painted: what no app on Electron can beat. */
async function bareWindow(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bare-'));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "name": "bare", "version": "1.0.0", "main": "main.cjs" }');
    writeFileSync(join(folder, 'page.html'), '<!doctype html><p id="text">Bare</p>');
    writeFileSync(
      join(folder, 'main.cjs'),
      "const { app, BrowserWindow } = require('electron'); app.whenReady().then(() => new BrowserWindow().loadFile(require('node:path').join(__dirname, 'page.html')));",
    );
    const began = performance.now();
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const application = await _electron.launch({
      args: [...sandbox, folder, `--user-data-dir=${join(folder, 'data')}`],
      cwd: projectRoot,
    });
    const page = await application.firstWindow();
    await page.locator('#text').waitFor();
    await page.evaluate(afterPaint);
    const took = performance.now() - began;
    await application.close();
    return took;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: resolves when what is drawn now has been painted. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    }),
  );
}

/** Runs in the page: resolves after so many frames. */
async function afterFrames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function startOnce(desktop: Desktop): Promise<number> {
  const began = performance.now();
  const app = await desktop.start();
  await app.textShown();
  await app.page.evaluate(afterPaint);
  const took = performance.now() - began;
  await app.close();
  return took;
}

/** From a click on a document's row to its text being painted. */
async function openSeed(app: App): Promise<number[]> {
  return app.page.evaluate(async () => {
    const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const samples: number[] = [];
    for (let round = 0; round < 20; round++) {
      const before = document.querySelector('.cm-editor');
      const began = performance.now();
      document.querySelector<HTMLElement>('.document-row')!.click();
      while (document.querySelector('.cm-editor') === before || !document.querySelector('.cm-line')) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      await painted();
      samples.push(performance.now() - began);
    }
    return samples;
  });
}

/**
 * From a label's key to the painted highlight, and to the engine's beginning to commit. The word of
 * the commit comes back sooner than the window, busy drawing, can take it: so the engine's own
 * clock is read.
 */
async function markWords(app: App): Promise<{ paint: number[]; commit: number[] }> {
  const { page } = app;
  await page.evaluate(() => {
    const times = { key: 0, pressed: 0, paint: [] as number[], commit: [] as number[] };
    Object.assign(globalThis, { benchTimes: times });
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.code !== 'Digit1') return;
        times.key = event.timeStamp;
        times.pressed = event.timeStamp;
      },
      true,
    );
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, ...rest: never[]) {
      const call = message as { type?: string; name?: string };
      if (call?.type === 'call' && call.name === 'annotation.create') {
        const heard = (event: MessageEvent) => {
          if (event.data?.type !== 'changed') return;
          // The entry carries the engine's clock, in whole milliseconds, read as its commit begins.
          times.commit.push(
            Number(event.data.entry.hlc.slice(0, 13)) + 0.5 - (performance.timeOrigin + times.pressed),
          );
          this.removeEventListener('message', heard, true);
        };
        this.addEventListener('message', heard, true);
      }
      return post.call(this, message, ...rest);
    };
    new MutationObserver((records) => {
      const marked = records.some(({ addedNodes }) =>
        [...addedNodes].some(
          (node) =>
            node instanceof Element &&
            (node.matches('[data-annotation-id]') || node.querySelector('[data-annotation-id]')),
        ),
      );
      if (!marked || times.key === 0) return;
      const { key } = times;
      times.key = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.paint.push(performance.now() - key);
        post.call(port2, null);
      });
    }).observe(document.body, { subtree: true, childList: true });
  });
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+Home');
  for (let count = 1; count <= MARKS; count++) {
    await page.keyboard.press('j');
    await page.evaluate(afterFrames, FRAMES_BETWEEN_KEYS);
    await page.keyboard.press('1');
    await page.waitForFunction(
      (wanted) =>
        (globalThis as unknown as { benchTimes: { paint: number[] } }).benchTimes.paint.length >= wanted,
      count,
    );
  }
  return page.evaluate(
    () => (globalThis as unknown as { benchTimes: { paint: number[]; commit: number[] } }).benchTimes,
  );
}

/** One marking command in an engine of this process: planned, committed, on disk. */
async function commitOnce(folder: string): Promise<number[]> {
  const annotator = { id: '00000000-0000-7000-8000-000000000001', name: 'Benchmark' };
  const identity = { deviceId: '00000000-0000-7000-8000-000000000002', annotator };
  const engine = createProject({ path: join(folder, 'commit.parley'), name: 'Benchmark', identity });
  const client = localClient(engine);
  const { imported } = await client.call('document.import', { paths: [join(projectRoot, 'seeds')] });
  const samples: number[] = [];
  for (let start = 0; start < 1000; start += 5) {
    const began = performance.now();
    await client.call('annotation.create', {
      documentId: imported[0]!.documentId,
      typeId: 'person',
      fragments: [{ start, end: start + 4 }],
    });
    samples.push(performance.now() - began);
  }
  engine.close();
  return samples;
}

/** Start of the app, opening the seed document, and one annotation from key press to paint and to disk. */
export async function seed(): Promise<void> {
  const desktop = new Desktop();
  try {
    await startOnce(desktop);
    const bare: number[] = [];
    const starts: number[] = [];
    for (let round = 0; round < STARTS; round++) {
      bare.push(await bareWindow());
      starts.push(await startOnce(desktop));
    }
    const app = await desktop.start();
    await app.textShown();
    const opened = await openSeed(app);
    const { paint, commit } = await markWords(app);
    const command = await commitOnce(desktop.home);
    const bareMedian = percentile(bare, 0.5);
    const startMedian = percentile(starts, 0.5);
    const paint95 = percentile(paint, 0.95);
    const disk95 = percentile(
      commit.flatMap((begun) => command.map((took) => begun + took)),
      0.95,
    );
    const begun95 = percentile(commit, 0.95);
    const command95 = percentile(command, 0.95);
    print('Seed document, one run', [
      { what: `bare Electron window, median of ${STARTS}`, value: milliseconds(bareMedian) },
      {
        what: `Parley, launch to usable text, median of ${STARTS}`,
        value: milliseconds(startMedian),
        target: '< 2 s',
        met: startMedian < 2000,
      },
      { what: 'ratio to the bare window', value: (startMedian / bareMedian).toFixed(2) },
      { what: 'open the seed document to paint, median', value: milliseconds(percentile(opened, 0.5)) },
      {
        what: `key press to painted highlight, median of ${paint.length}`,
        value: milliseconds(percentile(paint, 0.5)),
      },
      {
        what: 'key press to painted highlight, p95',
        value: milliseconds(paint95),
        target: '< 50 ms',
        met: paint95 < 50,
      },
      {
        what: `key press to commit begun, median of ${commit.length}`,
        value: milliseconds(percentile(commit, 0.5)),
      },
      { what: 'key press to commit begun, p95 (± 1 ms)', value: milliseconds(begun95) },
      {
        what: `command in the engine until on disk, p95 of ${command.length}`,
        value: milliseconds(command95),
      },
      {
        what: 'key press to disk, p95 over all pairs of the two',
        value: milliseconds(disk95),
        target: '< 5 ms',
        met: disk95 < 5,
      },
    ]);
  } finally {
    await desktop.dispose();
  }
}
