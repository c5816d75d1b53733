import { folded } from '@core/names/fold';

export { folded };

/** Something that can be chosen by typing part of its name. */
export interface Choice {
  id: string;
  name: string;
  /** Other names under which it is found. */
  aliases?: readonly string[];
  /** Shown beside the name. */
  detail?: string;
  className?: string;
}

function score(name: string, query: string): number {
  if (name === query) return 4;
  if (name.startsWith(query)) return 3;
  if (name.split(/[\s'’-]+/).some((word) => word.startsWith(query))) return 2;
  return name.includes(query) ? 1 : 0;
}

/** The choices that match what was typed, the best first; all, in their order, when nothing was. */
export function ranked<Item extends Choice>(choices: readonly Item[], typed: string): Item[] {
  const query = folded(typed);
  if (query === '') return [...choices];
  return choices
    .map((choice, order) => {
      const names = [choice.name, ...(choice.aliases ?? [])].map(folded);
      return {
        choice,
        order,
        score: Math.max(...names.map((name, index) => score(name, query) * 2 - Number(index > 0))),
      };
    })
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ choice }) => choice);
}
