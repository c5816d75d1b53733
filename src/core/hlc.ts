/**
 * Hybrid logical clock (Kulkarni et al. 2014, "Logical Physical Clocks"): sortable as a string,
 * never runs backwards on one device, and follows the wall clock where that is sane.
 * Form: `<milliseconds, 13 digits>-<counter, 5 hex digits>-<device>`.
 */
export interface Hlc {
  /** Wall clock in milliseconds since 1970-01-01 UTC. */
  time: number;
  counter: number;
  device: string;
}

/** A sixth digit would sort before the fifth; the count goes over into the next millisecond. */
const LAST_COUNTER = 0xfffff;

export function formatHlc({ time, counter, device }: Hlc): string {
  return `${String(time).padStart(13, '0')}-${counter.toString(16).padStart(5, '0')}-${device}`;
}

/** @throws RangeError when the string is no hybrid logical time. */
export function parseHlc(text: string): Hlc {
  const match = /^(\d{13})-([0-9a-f]{5})-(.+)$/.exec(text);
  if (!match) throw new RangeError(`'${text}' is no hybrid logical time`);
  return { time: Number(match[1]), counter: Number.parseInt(match[2]!, 16), device: match[3]! };
}

/**
 * The time of the next event on `device`: later than `last`, even when the wall clock stands
 * still or was set back. `now` in milliseconds since 1970.
 */
export function nextHlc(last: string | null, now: number, device: string): string {
  const wall = Math.max(0, Math.min(Math.floor(now), 9_999_999_999_999));
  if (last === null) return formatHlc({ time: wall, counter: 0, device });
  const before = parseHlc(last);
  if (wall > before.time) return formatHlc({ time: wall, counter: 0, device });
  if (before.counter === LAST_COUNTER) return formatHlc({ time: before.time + 1, counter: 0, device });
  return formatHlc({ time: before.time, counter: before.counter + 1, device });
}
