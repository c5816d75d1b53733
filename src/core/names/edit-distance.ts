/** Rows of the table of distances: the one before the last, the last, and the one being filled. */
let rows = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)] as const;

/**
 * How many single letters have to be changed, added, left out, or exchanged with their neighbour to
 * make one string of the other (optimal string alignment), in UTF-16 code units.
 * @param most the answer is `most` + 1 when it takes more; the smaller it is, the sooner it is known
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let from = 0;
  while (from < a.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const height = endA - from;
  const width = endB - from;
  if (rows[0].length <= width) {
    const size = 2 * width + 1;
    rows = [new Uint16Array(size), new Uint16Array(size), new Uint16Array(size)];
  }
  let [beforeLast, last, current] = rows;
  for (let column = 0; column <= width; column++) last[column] = column;
  for (let row = 1; row <= height; row++) {
    current[0] = row;
    let least = row;
    const letter = a.charCodeAt(from + row - 1);
    for (let column = 1; column <= width; column++) {
      const other = b.charCodeAt(from + column - 1);
      let cost = last[column - 1]! + (letter === other ? 0 : 1);
      if (last[column]! + 1 < cost) cost = last[column]! + 1;
      if (current[column - 1]! + 1 < cost) cost = current[column - 1]! + 1;
      const crossed =
        row > 1 &&
        column > 1 &&
        letter === b.charCodeAt(from + column - 2) &&
        other === a.charCodeAt(from + row - 2);
      if (crossed && beforeLast[column - 2]! + 1 < cost) cost = beforeLast[column - 2]! + 1;
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[width]!, most + 1);
}

/** How many such changes two folded names of about this length may differ by and still be taken for misspellings. */
export function tolerance(length: number): number {
  if (length < 5) return 0;
  if (length < 8) return 1;
  return length < 12 ? 2 : 3;
}
