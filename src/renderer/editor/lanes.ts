/** A stretch of text that an annotation occupies, gaps between its fragments included. */
export interface Occupied {
  id: string;
  start: number;
  end: number;
}

/**
 * Gives every annotation a lane, so that no two that overlap share one: the lowest that is free
 * where it begins. `items` must be in order of start.
 */
export function assignLanes(items: readonly Occupied[]): Map<string, number> {
  const lanes = new Map<string, number>();
  let active: { end: number; lane: number }[] = [];
  for (const { id, start, end } of items) {
    active = active.filter((other) => other.end > start);
    const lane = lowestFree(active.map((other) => other.lane));
    lanes.set(id, lane);
    active.push({ end, lane });
  }
  return lanes;
}

/** The lowest lane that is not among those taken. */
export function lowestFree(taken: readonly number[]): number {
  const set = new Set(taken);
  let lane = 0;
  while (set.has(lane)) lane++;
  return lane;
}
