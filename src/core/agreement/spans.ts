import { type Fragments, hull } from '../model/fragment';

/** A span as far as agreement looks at it; `typeId` and ids tell spans apart, offsets are UTF-16 code units. */
export interface Span {
  id: string;
  typeId: string;
  fragments: Fragments;
}

/** Two spans that share text, with the share of their characters that they have in common. */
export interface Meeting {
  first: number;
  second: number;
  likeness: number;
}

/** Spans of one annotator in one document, ready for comparing. */
export interface PreparedSpans {
  spans: readonly Span[];
  starts: readonly number[];
  ends: readonly number[];
  /** The furthest end of the spans up to each. */
  reaches: readonly number[];
}

/** Sorts spans by place and keeps what comparing needs. */
export function prepareSpans(spans: readonly Span[]): PreparedSpans {
  const placed = spans.map((span) => ({ span, hull: hull(span.fragments) }));
  placed.sort(
    (a, b) => a.hull.start - b.hull.start || a.hull.end - b.hull.end || (a.span.id < b.span.id ? -1 : 1),
  );
  let reach = 0;
  return {
    spans: placed.map(({ span }) => span),
    starts: placed.map((one) => one.hull.start),
    ends: placed.map((one) => one.hull.end),
    reaches: placed.map((one) => (reach = Math.max(reach, one.hull.end))),
  };
}

/** All pairs of spans that share at least one code unit, in order of place. */
export function meetings(first: PreparedSpans, second: PreparedSpans): Meeting[] {
  const found: Meeting[] = [];
  let from = 0;
  for (let i = 0; i < first.spans.length; i++) {
    const [start, end] = [first.starts[i]!, first.ends[i]!];
    while (from < second.spans.length && second.reaches[from]! <= start) from++;
    for (let j = from; j < second.spans.length && second.starts[j]! < end; j++) {
      if (second.ends[j]! <= start) continue;
      const likeness = sharedPart(first.spans[i]!.fragments, second.spans[j]!.fragments);
      if (likeness > 0) found.push({ first: i, second: j, likeness });
    }
  }
  return found;
}

/** Shared code units over those of either; 1 for the same stretches. */
export function sharedPart(first: Fragments, second: Fragments): number {
  let shared = 0;
  let [i, j] = [0, 0];
  while (i < first.length && j < second.length) {
    const [one, two] = [first[i]!, second[j]!];
    shared += Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start));
    if (one.end < two.end) i++;
    else j++;
  }
  return shared === 0 ? 0 : shared / (sizeOf(first) + sizeOf(second) - shared);
}

function sizeOf(fragments: Fragments): number {
  let size = 0;
  for (const { start, end } of fragments) size += end - start;
  return size;
}

/** Is each span in one pair alone? Pairs come in the order of their first spans. */
function areApart(pairs: readonly Pick<Meeting, 'first' | 'second'>[]): boolean {
  for (let at = 1; at < pairs.length; at++)
    if (pairs[at]!.first === pairs[at - 1]!.first || pairs[at]!.second <= pairs[at - 1]!.second) return false;
  return true;
}

/** As many pairs as can be chosen so that no span is in two of them (augmenting paths, Kuhn 1955). */
export function largestMatching(
  pairs: readonly Pick<Meeting, 'first' | 'second'>[],
): Pick<Meeting, 'first' | 'second'>[] {
  if (areApart(pairs)) return [...pairs];
  const partners = new Map<number, number[]>();
  for (const { first, second } of pairs) {
    const known = partners.get(first);
    if (known) known.push(second);
    else partners.set(first, [second]);
  }
  const taken = new Map<number, number>();
  const seen = new Set<number>();
  const place = (first: number): boolean => {
    for (const second of partners.get(first)!) {
      if (seen.has(second)) continue;
      seen.add(second);
      const holder = taken.get(second);
      if (holder === undefined || place(holder)) {
        taken.set(second, first);
        return true;
      }
    }
    return false;
  };
  for (const first of partners.keys()) {
    seen.clear();
    place(first);
  }
  return [...taken].map(([second, first]) => ({ first, second }));
}

/** Below this share of common characters two spans are not taken for the same. */
export const LEAST_LIKENESS = 0.3;
const SAME_LABEL_BONUS = 0.5;

/**
 * Which span of the one annotator stands for which of the other: the same stretch with the same label
 * first, then the same stretch, then by the share of common characters (at least
 * {@link LEAST_LIKENESS}) with a bonus for the same label, the most alike first. Each span is in one
 * pair at most; ties go by place, so that the result is the same each time.
 */
export function pairSpans(
  first: PreparedSpans,
  second: PreparedSpans,
  found: readonly Meeting[] = meetings(first, second),
): Meeting[] {
  const alike = found.filter(({ likeness }) => likeness >= LEAST_LIKENESS);
  if (areApart(alike)) return alike;
  const ranked = alike.map((meeting) => {
    const same = first.spans[meeting.first]!.typeId === second.spans[meeting.second]!.typeId;
    const exact = meeting.likeness === 1 ? 10 : 0;
    return { meeting, weight: exact + meeting.likeness + (same ? SAME_LABEL_BONUS : 0) };
  });
  ranked.sort(
    (a, b) => b.weight - a.weight || a.meeting.first - b.meeting.first || a.meeting.second - b.meeting.second,
  );
  const [takenFirst, takenSecond] = [new Set<number>(), new Set<number>()];
  const pairs: Meeting[] = [];
  for (const { meeting } of ranked) {
    if (takenFirst.has(meeting.first) || takenSecond.has(meeting.second)) continue;
    takenFirst.add(meeting.first);
    takenSecond.add(meeting.second);
    pairs.push(meeting);
  }
  return pairs.sort((a, b) => a.first - b.first);
}

/** Spans that both annotators marked alike, in stretch and label. */
export function exactMatches(
  first: PreparedSpans,
  second: PreparedSpans,
  found: readonly Meeting[],
): Meeting[] {
  const same = found.filter(
    ({ first: i, second: j, likeness }) =>
      likeness === 1 && first.spans[i]!.typeId === second.spans[j]!.typeId,
  );
  // Equal spans of one annotator are interchangeable, so taking each when it is free is the best choice.
  const [takenFirst, takenSecond] = [new Set<number>(), new Set<number>()];
  return same.filter(({ first: i, second: j }) => {
    if (takenFirst.has(i) || takenSecond.has(j)) return false;
    takenFirst.add(i);
    takenSecond.add(j);
    return true;
  });
}

/** Pairs with the same label that share text, as many as can be chosen one to one. */
export function overlapMatches(
  first: PreparedSpans,
  second: PreparedSpans,
  found: readonly Meeting[],
): Pick<Meeting, 'first' | 'second'>[] {
  return largestMatching(
    found.filter(({ first: i, second: j }) => first.spans[i]!.typeId === second.spans[j]!.typeId),
  );
}
