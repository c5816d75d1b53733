import {
  categoricalDissimilarity,
  EMPTY,
  type GammaUnit,
  type GammaWeights,
  positionalDissimilarity,
} from './dissimilarity';

/** Units that stand for the same thing, one of each annotator at most. */
export interface UnitaryAlignment {
  /** Indices into the units. */
  units: readonly number[];
  disorder: number;
}

export interface Alignment {
  unitary: readonly UnitaryAlignment[];
  /** Sum of the disorders over the mean number of units of an annotator. */
  disorder: number;
}

/** Disorders no further apart are the same, whatever the order of summing; then the fewer groups win. */
const EQUAL = 1e-9;
const MOST_CANDIDATES = 150_000;
const MOST_STATES = 60_000;

/**
 * The alignment of least disorder, exactly: each unit in one unitary alignment. Null where the search
 * would need more than {@link MOST_CANDIDATES} groups of units or {@link MOST_STATES} states at once.
 * @param annotators how many there are, those without a unit too
 */
export function bestAlignment(
  given: readonly GammaUnit[],
  annotators: number,
  weights: GammaWeights,
): Alignment | null {
  const order = given.map((_, index) => index);
  order.sort(
    (a, b) =>
      given[a]!.start - given[b]!.start ||
      given[a]!.end - given[b]!.end ||
      given[a]!.annotator - given[b]!.annotator,
  );
  const units = order.map((index) => given[index]!);
  const candidates = candidatesOf(units, annotators, weights);
  const chosen = candidates && cheapestCover(candidates, units.length);
  if (!chosen) return null;
  const unitary = chosen.map(({ units: members, disorder }) => ({
    units: members.map((member) => order[member]!),
    disorder,
  }));
  const sum = unitary.reduce((total, { disorder }) => total + disorder, 0);
  return { unitary, disorder: sum / (units.length / annotators) };
}

/** Groups by their first unit, without those that are worse than in two parts. */
function candidatesOf(
  units: readonly GammaUnit[],
  annotators: number,
  { positional, categorical }: GammaWeights,
): UnitaryAlignment[][] | null {
  const pairs = (annotators * (annotators - 1)) / 2;
  const most = annotators * pairs * EMPTY;
  const known = new Map<number, number>();
  const between = (i: number, j: number) => {
    const key = i * units.length + j;
    let value = known.get(key);
    if (value === undefined) {
      value =
        positional * positionalDissimilarity(units[i]!, units[j]!) +
        categorical * categoricalDissimilarity(units[i]!, units[j]!);
      known.set(key, value);
    }
    return value;
  };
  let count = 0;
  const byFirst: UnitaryAlignment[][] = units.map(() => []);
  const longest = units.reduce((length, { start, end }) => Math.max(length, end - start), 0);
  const disorderOf = (sum: number, size: number) => (sum + (pairs - (size * (size - 1)) / 2) * EMPTY) / pairs;
  const sumWithout = (members: readonly number[], left: number) => {
    let sum = 0;
    for (let a = 0; a < members.length; a++)
      for (let b = a + 1; b < members.length; b++)
        if (a !== left && b !== left) sum += between(members[a]!, members[b]!);
    return sum;
  };
  const extend = (members: number[], sum: number): boolean => {
    const disorder = disorderOf(sum, members.length);
    const isWorth =
      members.length === 1 ||
      members.every(
        (_, left) =>
          disorder <= disorderOf(sumWithout(members, left), members.length - 1) + disorderOf(0, 1) + EQUAL,
      );
    if (isWorth) {
      byFirst[members[0]!]!.push({ units: [...members], disorder });
      if (++count > MOST_CANDIDATES) return false;
    }
    if (members.length === annotators) return true;
    const last = members.at(-1)!;
    for (let next = last + 1; next < units.length; next++) {
      // Further on the starts alone are too far from the first unit's.
      const apart = (units[next]!.start - units[members[0]!]!.start) / (2 * longest);
      if (positional * apart ** 2 * EMPTY > most) break;
      if (members.some((member) => units[member]!.annotator === units[next]!.annotator)) continue;
      let grown = sum;
      for (const member of members) grown += between(member, next);
      if (grown > most) continue;
      if (!extend([...members, next], grown)) return false;
    }
    return true;
  };
  for (let first = 0; first < units.length; first++) if (!extend([first], 0)) return null;
  return byFirst;
}

interface State {
  /** The disorder so far, and {@link EQUAL} for each group. */
  cost: number;
  /** Units after the present one that are covered already, ascending. */
  covered: readonly number[];
  last: UnitaryAlignment | null;
  before: State | null;
}

/** Unit by unit: the first that is not yet covered goes into one of its groups. */
function cheapestCover(byFirst: readonly UnitaryAlignment[][], count: number): UnitaryAlignment[] | null {
  let states = new Map<string, State>([['', { cost: 0, covered: [], last: null, before: null }]]);
  for (let unit = 0; unit < count; unit++) {
    const next = new Map<string, State>();
    const offer = (state: State) => {
      const key = state.covered.join(',');
      const known = next.get(key);
      if (!known || state.cost < known.cost) next.set(key, state);
    };
    for (const state of states.values()) {
      if (state.covered[0] === unit) {
        offer({ ...state, covered: state.covered.slice(1) });
        continue;
      }
      for (const candidate of byFirst[unit]!) {
        const rest = candidate.units.slice(1);
        if (rest.some((member) => state.covered.includes(member))) continue;
        const covered = rest.length === 0 ? state.covered : [...state.covered, ...rest].sort((a, b) => a - b);
        offer({ cost: state.cost + candidate.disorder + EQUAL, covered, last: candidate, before: state });
      }
      if (next.size > MOST_STATES) return null;
    }
    states = next;
  }
  const chosen: UnitaryAlignment[] = [];
  for (let state: State | null = [...states.values()][0]!; state; state = state.before)
    if (state.last) chosen.push(state.last);
  return chosen.reverse();
}
