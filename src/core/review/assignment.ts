/**
 * The pairing of rows with columns, each used once at most, whose weights add up to most (the
 * Hungarian method with potentials, O(n³)). Weights are not negative; 0 means: these do not pair.
 * @param weights one row of numbers for each row
 * @returns for each row its column, or null
 */
export function heaviestPairing(weights: readonly (readonly number[])[]): (number | null)[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  const size = Math.max(rows, columns);
  const weightOf = (row: number, column: number) => weights[row]?.[column] ?? 0;
  const rowPotential = new Float64Array(size + 1);
  const columnPotential = new Float64Array(size + 1);
  /** The row that each column has, counted from 1; 0 for none. */
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) {
    const cameFrom = new Int32Array(size + 1);
    const slack = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(size + 1);
    let column = 0;
    rowOf[0] = row;
    do {
      done[column] = 1;
      const present = rowOf[column]!;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= size; other++) {
        if (done[other]) continue;
        const cost = -weightOf(present - 1, other - 1) - rowPotential[present]! - columnPotential[other]!;
        if (cost < slack[other]!) {
          slack[other] = cost;
          cameFrom[other] = column;
        }
        if (slack[other]! < least) {
          least = slack[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= size; other++) {
        if (done[other]) {
          rowPotential[rowOf[other]!]! += least;
          columnPotential[other]! -= least;
        } else slack[other]! -= least;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = cameFrom[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }
  const found: (number | null)[] = new Array(rows).fill(null);
  for (let column = 1; column <= size; column++) {
    const row = rowOf[column]! - 1;
    if (weightOf(row, column - 1) > 0) found[row] = column - 1;
  }
  return found;
}
