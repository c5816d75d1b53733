import type { StanceCell } from '@contract/stance-views';
import type { Actor } from '@core/insight/actor';
import type { Term } from '@core/model/schema';

/** How often one polarity is taken, and how strongly on average (null where no intensity is given). */
export interface Share {
  polarity: string;
  count: number;
  intensity: number | null;
}

/** What one holder takes toward one target, the polarities in the order of the schema. */
export interface Tally {
  holder: string;
  target: string;
  count: number;
  shares: Share[];
}

/** Cells of some months put together: one entry for each holder and target. */
export function tallies(cells: readonly StanceCell[], polarities: readonly Term[]): Tally[] {
  const found = new Map<string, { holder: string; target: string; sums: Map<string, Sum> }>();
  for (const { holder, target, polarity, count, graded, intensity } of cells) {
    const key = JSON.stringify([holder, target]);
    const entry = found.get(key) ?? { holder, target, sums: new Map() };
    const sum = entry.sums.get(polarity) ?? { count: 0, graded: 0, intensity: 0 };
    sum.count += count;
    sum.graded += graded;
    sum.intensity += intensity;
    entry.sums.set(polarity, sum);
    found.set(key, entry);
  }
  const rank = (id: string) => {
    const at = polarities.findIndex((term) => term.id === id);
    return at < 0 ? polarities.length : at;
  };
  return [...found.values()].map(({ holder, target, sums }) => {
    const shares = [...sums]
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([polarity, { count, graded, intensity }]) => ({
        polarity,
        count,
        intensity: graded === 0 ? null : intensity / graded,
      }));
    return { holder, target, count: shares.reduce((sum, { count }) => sum + count, 0), shares };
  });
}

interface Sum {
  count: number;
  graded: number;
  intensity: number;
}

/** The `most` most frequent of some actors, and how many are left out. */
export function foremost(actors: readonly Actor[], most: number): { shown: Actor[]; left: number } {
  return { shown: actors.slice(0, most), left: Math.max(0, actors.length - most) };
}

/** At most so many grapheme clusters, with an ellipsis where some are left out. */
export function shortened(text: string, most: number): string {
  const clusters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return clusters.length <= most
    ? text
    : `${clusters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
