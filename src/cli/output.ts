import type { Readable, Writable } from 'node:stream';
import type { ProgressReport } from '@contract/protocol';

/** Where the command line reads and writes; the process's own, or a test's. */
export interface Streams {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable & { isTTY?: boolean };
}

/** Prints a table with columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** Shows progress on one line of a terminal; says nothing where standard error goes elsewhere. */
export function progressOn(stderr: Streams['stderr']): (progress: ProgressReport) => void {
  if (!stderr.isTTY) return () => {};
  return ({ done, total, what }) => {
    stderr.write(`\r\u001b[K${total === null ? done : `${done}/${total}`} ${what.slice(0, 60)}`);
    if (done === total) stderr.write('\r\u001b[K');
  };
}
