/** Counts by row and column; '' stands for 'not marked'. */
export class CrossTable {
  readonly #rows = new Map<string, Map<string, number>>();

  add(row: string, column: string): void {
    let columns = this.#rows.get(row);
    if (!columns) {
      columns = new Map();
      this.#rows.set(row, columns);
    }
    columns.set(column, (columns.get(column) ?? 0) + 1);
  }

  cells(): { row: string; column: string; count: number }[] {
    return [...this.#rows].flatMap(([row, columns]) =>
      [...columns].map(([column, count]) => ({ row, column, count })),
    );
  }
}
