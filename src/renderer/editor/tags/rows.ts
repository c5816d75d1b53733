/** A name that wants to stand over the line at a place, growing rightwards. All measures in pixels. */
export interface Wish {
  /** Where it begins. */
  x: number;
  width: number;
}

export interface Placed {
  /** 0 is the row nearest to the text. */
  row: number;
  /** May be less than was wished for, never less than `least`. */
  width: number;
  /** So many further names found no room and are told by this one. */
  more: number;
}

/**
 * Gives the names of one line their rows, so that none covers another: in order of place, each in
 * the first row that is free; where none is, an earlier name is cut short if at least `least`
 * pixels of it stay. What finds no room at all is counted at the last name before it.
 * @param wishes in order of `x`
 * @returns a place for each wish, null for those without room
 */
export function placeInRows(wishes: readonly Wish[], rows: number, least: number): (Placed | null)[] {
  const ends: { at: number; placed: Placed | null; x: number }[] = Array.from({ length: rows }, () => ({
    at: Number.NEGATIVE_INFINITY,
    placed: null,
    x: 0,
  }));
  let latest: Placed | null = null;
  return wishes.map(({ x, width }) => {
    let row = ends.findIndex(({ at }) => at <= x);
    if (row < 0) {
      row = ends.findIndex((end) => end.placed && end.placed.more === 0 && x - end.x >= least);
      const cut = ends[row]?.placed;
      if (cut) cut.width = x - ends[row]!.x;
    }
    if (row < 0) {
      if (latest) latest.more++;
      return null;
    }
    latest = { row, width, more: 0 };
    ends[row] = { at: x + width, placed: latest, x };
    return latest;
  });
}
