import type { ToolName } from './build.ts';

export interface Cell {
  name: string;
  /** UTF-16 code units of text. */
  length: number;
  /** Marks in it. */
  count: number;
}

/** Milliseconds, but for frames, heap (MiB) and nodes. Null: not measured within the time. */
export interface Figures {
  opened: number;
  markP50: number | null;
  markP95: number | null;
  markFrames: number | null;
  scrollP50: number | null;
  scrollP95: number | null;
  scrollMax: number | null;
  heap: number | null;
  nodes: number | null;
}

type Results = Record<string, Partial<Record<ToolName, Figures | null>>>;

const COLUMNS: [title: string, of: (figures: Figures) => number | null, digits: number][] = [
  ['open ms', ({ opened }) => opened, 0],
  ['mark p50', ({ markP50 }) => markP50, 0],
  ['mark p95', ({ markP95 }) => markP95, 0],
  ['frames', ({ markFrames }) => markFrames, 0],
  ['scroll p50', ({ scrollP50 }) => scrollP50, 1],
  ['scroll p95', ({ scrollP95 }) => scrollP95, 1],
  ['scroll max', ({ scrollMax }) => scrollMax, 0],
  ['heap MiB', ({ heap }) => heap, 0],
  ['nodes', ({ nodes }) => nodes, 0],
];

interface Target {
  what: string;
  cells: (cell: Cell) => boolean;
  most: number;
  of: (figures: Figures) => number | null;
}

const TARGETS: Target[] = [
  {
    what: '1 MB with 10,000 marks painted, ms',
    cells: ({ name }) => name === '1MB/10000',
    most: 150,
    of: ({ opened }) => opened,
  },
  {
    what: '5 MB with 50,000 marks painted, ms',
    cells: ({ name }) => name === '5MB/50000',
    most: 300,
    of: ({ opened }) => opened,
  },
  {
    what: 'one more mark painted, frames at p95',
    cells: () => true,
    most: 2,
    of: ({ markFrames }) => markFrames,
  },
  { what: 'scrolling, ms a frame at p95', cells: () => true, most: 25, of: ({ scrollP95 }) => scrollP95 },
  { what: 'DOM nodes', cells: () => true, most: 2_000, of: ({ nodes }) => nodes },
];

function ratio(value: number | null, own: number | null): string {
  return value === null || own === null || own === 0 ? '' : ` (${(value / own).toFixed(1)}x)`;
}

/** A table of all figures, with those of others as multiples of Parley's, and what became of the targets. */
export function printResults(cells: readonly Cell[], results: Results): void {
  console.log(
    `\n${'cell'.padEnd(13)}${'tool'.padEnd(14)}${COLUMNS.map(([title]) => title.padStart(17)).join('')}`,
  );
  for (const { name } of cells) {
    for (const [tool, figures] of Object.entries(results[name] ?? {})) {
      const own = results[name]?.parley;
      const columns = COLUMNS.map(([, of, digits]) => {
        if (!figures) return 'fails';
        const value = of(figures);
        const times = tool === 'parley' || !own ? '' : ratio(value, of(own));
        return value === null ? 'fails' : `${value.toFixed(digits)}${times}`;
      });
      console.log(`${name.padEnd(13)}${tool.padEnd(14)}${columns.map((text) => text.padStart(17)).join('')}`);
    }
  }
  console.log('\nTargets, over the cells that were measured');
  for (const { what, cells: concerns, most, of } of TARGETS) {
    const measured = cells.filter(concerns).flatMap((cell) => {
      const figures = results[cell.name]?.parley;
      const value = figures ? of(figures) : null;
      return value === null ? [] : [{ cell, value }];
    });
    if (measured.length === 0) continue;
    const worst = measured.reduce((a, b) => (b.value > a.value ? b : a));
    const missed = measured.filter(({ value }) => value > most).length;
    const verdict = missed === 0 ? 'met' : `MISSED in ${missed} of ${measured.length}`;
    console.log(
      `  ${what.padEnd(44)} at most ${most}: worst ${worst.value.toFixed(1)} (${worst.cell.name})  ${verdict}`,
    );
  }
}
