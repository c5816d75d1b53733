/** A stretch of text that an annotation occupies, gaps between its fragments included. */
export interface Occupied {
  id: string;
  start: number;
  end: number;
}

/** So many lanes are told apart; whatever lies deeper still shares the one after them. */
export const MOST_LANES = 12;

/**
 * Gives every annotation a lane, so that no two that overlap share one: the lowest that is free
 * where it begins. Where more than {@link MOST_LANES} overlap, the rest share lane MOST_LANES.
 * `items` must be in order of start.
 */
export function assignLanes(items: readonly Occupied[]): Map<string, number> {
  const lanes = new Map<string, number>();
  const busyTo: number[] = new Array(MOST_LANES).fill(0);
  for (const { id, start, end } of items) {
    const free = busyTo.findIndex((to) => to <= start);
    const lane = free < 0 ? MOST_LANES : free;
    if (lane < MOST_LANES) busyTo[lane] = end;
    lanes.set(id, lane);
  }
  return lanes;
}

/** The lowest lane that is not among those taken. */
export function lowestFree(taken: readonly number[]): number {
  const set = new Set(taken);
  let lane = 0;
  while (lane < MOST_LANES && set.has(lane)) lane++;
  return lane;
}
