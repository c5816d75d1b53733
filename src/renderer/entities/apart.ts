import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** Two entities by their ids, the smaller first. */
export function pairKey(first: string, second: string): string {
  return first < second ? `${first} ${second}` : `${second} ${first}`;
}

/** Pairs of entities that a person has told apart, so that they are not offered again; kept on this computer. */
export const useApart = create<{ pairs: readonly string[] }>()(
  persist((): { pairs: readonly string[] } => ({ pairs: [] }), { name: 'parley-apart', version: 1 }),
);

/** Tells a pair apart, or no longer. */
export function toggleApart(key: string): void {
  useApart.setState(({ pairs }) => ({
    pairs: pairs.includes(key) ? pairs.filter((other) => other !== key) : [...pairs, key],
  }));
}
