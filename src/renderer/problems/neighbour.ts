/** The problem after (or before) one of so many, round about at the ends; null where there is none. */
export function problemFrom(count: number, current: number, by: 1 | -1): number | null {
  return count === 0 ? null : (current + by + count) % count;
}
