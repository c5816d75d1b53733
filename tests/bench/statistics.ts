/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** A line of a result table. */
export interface Row {
  what: string;
  value: string;
  /** What it is to be, where a target is set, and whether it is. */
  target?: string;
  met?: boolean;
}

export function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { what, value, target, met } of rows) {
    const verdict = target === undefined ? '' : `  target ${target}: ${met ? 'met' : 'MISSED'}`;
    console.log(`  ${what.padEnd(46)} ${value.padStart(22)}${verdict}`);
  }
}
