import type { Agreement } from '@contract/agreement';
import type { ComparedLayer } from '@core/agreement/compared';
import { type GammaResult, gamma } from '@core/agreement/gamma/gamma';
import { corrected, type Measure, without } from '@core/agreement/measure';
import { hull } from '@core/model/fragment';

/** γ of at most so many documents at a time: each takes many alignments. */
export const MOST_GAMMA_DOCUMENTS = 200;

/** γ document by document, each a continuum of its own, and of all of them together. */
export class GammaOfDocuments {
  readonly #results: { units: number; result: GammaResult }[] = [];
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @param length in UTF-16 code units */
  add(layers: readonly ComparedLayer[], length: number): Measure {
    const units = layers.flatMap(({ spans }, annotator) =>
      spans.map(({ typeId, fragments }) => ({ annotator, category: typeId, ...hull(fragments) })),
    );
    const result = gamma(units, layers.length, { start: 0, end: length }, { seed: this.#seed });
    this.#results.push({ units: units.length / layers.length, result });
    return result.gamma;
  }

  /** 1 − observed ⁄ expected disorder, of documents weighted by the mean number of units in them. */
  together(): NonNullable<Agreement['gamma']> {
    const computed = this.#results.filter(({ result }) => result.expected !== null);
    const sum = (of: (result: GammaResult) => number) =>
      computed.reduce((total, { units, result }) => total + units * of(result), 0);
    const only = computed.length === 1 ? computed[0]!.result : null;
    const reason = 'not computed in any document';
    return {
      gamma: {
        measure: corrected(
          sum(({ observed }) => observed ?? 0),
          sum(({ expected }) => expected ?? 0),
          reason,
        ),
        interval: only?.interval ?? null,
      },
      category: only?.category ?? without('given where a single document is compared'),
      documents: computed.length,
      leftOut: this.#results.length - computed.length,
    };
  }
}
