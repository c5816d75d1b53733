import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { _electron } from 'playwright';
import { projectRoot } from '../../support/app.ts';
import { percentile } from '../statistics.ts';
import { buildPage, installPeers, type ToolName, toolNames } from './build.ts';
import type { Bench } from './pages/bench-page.ts';
import { type Cell, type Figures, printResults } from './report.ts';

const KB = 1_000;
const LENGTHS = { '5KB': 5 * KB, '100KB': 100 * KB, '1MB': 1_000 * KB, '5MB': 5_000 * KB };
const COUNTS = [100, 1_000, 10_000, 50_000];
/** Beyond what the others are asked for: Parley alone. */
const LARGEST: Cell = { name: '20MB/200000', length: 20_000 * KB - 1_000, count: 200_000 };
const GIVE_UP = 60_000;
const MARKS = 30;
const SCROLL = 3_000;

function cellsFor(wanted: string[] | undefined): Cell[] {
  const all = [
    ...Object.entries(LENGTHS).flatMap(([size, length]) =>
      COUNTS.map((count) => ({ name: `${size}/${count}`, length, count })),
    ),
    LARGEST,
  ];
  return wanted ? all.filter(({ name }) => wanted.includes(name)) : all;
}

/** One tool in one cell, in a window of its own; null where it took too long or failed. */
async function measure(folder: string, { length, count }: Cell): Promise<Figures | null> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const application = await _electron.launch({
    args: [...sandbox, folder, `--user-data-dir=${join(folder, 'data')}`],
    cwd: projectRoot,
    colorScheme: null,
  });
  const program = application.process();
  const give = AbortSignal.timeout(GIVE_UP * 2);
  try {
    const page = await application.firstWindow();
    await page.waitForFunction(() => 'bench' in window);
    const inPage = async <Result>(
      call: (arg: number[]) => Promise<Result> | Result,
      args: number[],
      most: number,
    ) => {
      const late = new Promise<null>((resolve) => setTimeout(resolve, most, null).unref());
      return Promise.race([page.evaluate(call, args), late]);
    };
    const opened = await inPage(
      ([size, marks]) => (window as unknown as { bench: Bench }).bench.open(size!, marks!),
      [length, count],
      GIVE_UP,
    );
    if (opened === null || give.aborted) return null;
    const marks = await inPage(
      ([times]) => (window as unknown as { bench: Bench }).bench.mark(times!),
      [MARKS],
      GIVE_UP,
    );
    const frames = await inPage(
      ([time]) => (window as unknown as { bench: Bench }).bench.scroll(time!),
      [SCROLL],
      GIVE_UP,
    );
    const size = await inPage(() => (window as unknown as { bench: Bench }).bench.size(), [], GIVE_UP);
    const times = marks?.map(({ milliseconds }) => milliseconds);
    return {
      opened,
      markP50: times ? percentile(times, 0.5) : null,
      markP95: times ? percentile(times, 0.95) : null,
      markFrames: marks
        ? percentile(
            marks.map(({ frames: passed }) => passed),
            0.95,
          )
        : null,
      scrollP50: frames ? percentile(frames, 0.5) : null,
      scrollP95: frames ? percentile(frames, 0.95) : null,
      scrollMax: frames ? Math.max(...frames) : null,
      heap: size ? size.heap / 2 ** 20 : null,
      nodes: size?.nodes ?? null,
    };
  } catch (error) {
    console.log(`${String(error).split('\n')[0]}`);
    return null;
  } finally {
    const closed = application.close();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 3_000))]);
    program.kill('SIGKILL');
  }
}

/**
 * The editor against others, each in a window of its own in the app's Electron: the same texts
 * with the same marks given → painted, one more mark → painted, scrolling, memory, nodes.
 */
export async function editor(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { cells: { type: 'string' }, tools: { type: 'string' }, json: { type: 'string' } },
  });
  const cells = cellsFor(values.cells?.split(','));
  const tools = toolNames.filter((name) => values.tools?.split(',').includes(name) ?? true);
  const results: Record<string, Partial<Record<ToolName, Figures | null>>> = {};
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    const missing = tools.some((name) => name !== 'parley') ? installPeers() : null;
    if (missing) console.log(`The other tools cannot be installed, so Parley is measured alone. ${missing}`);
    for (const tool of missing ? (['parley'] as const) : tools) {
      const page = await buildPage(tool, join(folder, tool));
      const failedFrom = { length: Number.POSITIVE_INFINITY, count: Number.POSITIVE_INFINITY };
      for (const cell of cells) {
        if (tool !== 'parley' && cell.name === LARGEST.name) continue;
        // What is too much for a tool is so for all that is larger in both ways.
        const isHopeless = cell.length >= failedFrom.length && cell.count >= failedFrom.count;
        const figures = isHopeless ? null : await measure(page, cell);
        if (!figures && cell.count <= failedFrom.count) Object.assign(failedFrom, cell);
        results[cell.name] = { ...results[cell.name], [tool]: figures };
        console.log(`${tool} ${cell.name}: ${figures ? `${figures.opened.toFixed(0)} ms to open` : 'fails'}`);
      }
    }
    printResults(cells, results);
    if (values.json) writeFileSync(values.json, JSON.stringify(results, null, 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
