import { type Interval, percentileInterval } from '../bootstrap';
import { corrected, type Measure, reasons, without } from '../measure';
import { seededRandom } from '../random';
import { type Alignment, bestAlignment } from './best-alignment';
import {
  categoricalDissimilarity,
  EMPTY,
  type GammaUnit,
  type GammaWeights,
  positionalDissimilarity,
} from './dissimilarity';
import { shuffled } from './shuffle';

export interface GammaOptions {
  weights?: GammaWeights;
  /** Random continua for chance; more where their disorders vary much. */
  samples?: number;
  seed?: number;
}

export interface GammaResult {
  gamma: Measure;
  /** What γ is when single random continua stand for chance: how much the sampling matters. */
  interval: Interval | null;
  /** Agreement on categories (γ-cat), over the groups of the best alignment. */
  category: Measure;
  /** Disorder of the best alignment, and of chance; null where not computed. */
  observed: number | null;
  expected: number | null;
  alignments: number;
}

/** In all annotators' hands; above this γ is not computed. */
export const MOST_UNITS = 120;
export const MOST_ANNOTATORS = 5;

/**
 * γ of Mathet, Widlöcher & Métivier 2015 (Computational Linguistics 41(3)): 1 − the disorder of the
 * best alignment ⁄ the mean disorder of best alignments of random continua. Exact as to the best
 * alignment; chance is sampled, from a seed. Not computed where there are more than
 * {@link MOST_UNITS} units or {@link MOST_ANNOTATORS} annotators, or the search grows too large.
 * @param annotators how many there are, those without units too
 */
export function gamma(
  units: readonly GammaUnit[],
  annotators: number,
  bounds: { start: number; end: number },
  { weights = { positional: 3, categorical: 1 }, samples = 30, seed = 1 }: GammaOptions = {},
): GammaResult {
  if (annotators < 2) return notComputed(reasons.oneAnnotator);
  if (units.length === 0) return notComputed(reasons.noSpans);
  if (units.length > MOST_UNITS)
    return notComputed(`not computed: ${units.length} spans, and the limit is ${MOST_UNITS}`);
  if (annotators > MOST_ANNOTATORS)
    return notComputed(`not computed: ${annotators} annotators, and the limit is ${MOST_ANNOTATORS}`);
  const best = bestAlignment(units, annotators, weights);
  if (!best) return notComputed('not computed: the spans lie too thick for an exact alignment');
  const random = seededRandom(seed);
  const disorders: number[] = [];
  const categories: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const chance = shuffled(units, annotators, bounds, random);
    if (chance.length === 0) continue;
    const alignment = bestAlignment(chance, annotators, weights);
    if (!alignment) return notComputed('not computed: random spans lie too thick for an exact alignment');
    disorders.push(alignment.disorder);
    const disorder = categoryDisorder(chance, annotators, alignment, weights);
    if (disorder !== null) categories.push(disorder);
  }
  const expected = mean(disorders);
  const own = categoryDisorder(units, annotators, best, weights);
  const values = disorders.filter((disorder) => disorder > 0).map((disorder) => 1 - best.disorder / disorder);
  return {
    gamma: corrected(best.disorder, expected, 'chance shows no disorder'),
    interval: percentileInterval(values),
    category:
      own === null
        ? without('no two annotators marked the same thing')
        : corrected(own, mean(categories), 'only one label is used'),
    observed: best.disorder,
    expected,
    alignments: best.unitary.length,
  };
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((total, value) => total + value, 0) / values.length;

/**
 * Mean categorical disorder of the pairs within groups, each by how near its units lie and divided by
 * the units of its group less one. A unit that an annotator has nothing for counts as wholly unlike
 * (Δ∅). Null where nothing has weight.
 */
function categoryDisorder(
  units: readonly GammaUnit[],
  annotators: number,
  { unitary }: Alignment,
  { positional, categorical }: GammaWeights,
): number | null {
  let [disorder, weight] = [0, 0];
  for (const { units: members } of unitary) {
    const lacking = members.length * (annotators - members.length);
    disorder += lacking * EMPTY ** 2;
    weight += lacking * EMPTY;
    for (const [at, i] of members.entries()) {
      for (const j of members.slice(at + 1)) {
        const [first, second] = [units[i]!, units[j]!];
        const near =
          Math.max(0, 1 - positional * positionalDissimilarity(first, second)) / (members.length - 1);
        disorder += near * categorical * categoricalDissimilarity(first, second);
        weight += near;
      }
    }
  }
  return weight > 0 ? disorder / weight : null;
}

function notComputed(reason: string): GammaResult {
  return {
    gamma: without(reason),
    interval: null,
    category: without(reason),
    observed: null,
    expected: null,
    alignments: 0,
  };
}
