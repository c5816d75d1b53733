/** A place in the text that the overview shows, in UTF-16 code units, with the class of its colour. */
export interface Spot {
  start: number;
  end: number;
  colour: string;
}

/**
 * Which colours fall into which row of the overview.
 * @param spots in order of `start`
 * @param edges text offset at which each row begins, ascending; the last one is the end of the text
 * @returns for each row the colours in it, each once, in order of first coming
 */
export function colourRows(spots: Iterable<Spot>, edges: readonly number[]): string[][] {
  const rows: string[][] = Array.from({ length: Math.max(0, edges.length - 1) }, () => []);
  let row = 0;
  for (const { start, end, colour } of spots) {
    while (row < rows.length - 1 && edges[row + 1]! <= start) row++;
    for (let at = row; at < rows.length; at++) {
      if (at > row && edges[at]! >= end) break;
      const colours = rows[at]!;
      if (!colours.includes(colour)) colours.push(colour);
    }
  }
  return rows;
}
