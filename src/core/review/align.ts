import type { Fragment } from '../model/fragment';
import { heaviestPairing } from './assignment';

/** Something of one layer that is to be found again in others. */
export interface Item {
  id: string;
  layerId: string;
  /** First to last character, in UTF-16 code units; null where it has no place in the text. */
  place: Fragment | null;
}

/** How items of different layers are known as the same. */
export interface Likeness<Of extends Item> {
  /** What two items have in common that belong together, the surest first; null where an item has no such key. */
  keys: readonly ((item: Of) => string | null)[];
  /** How alike two items of different layers are that no key joins; 0 where they do not belong together. */
  weight(a: Of, b: Of): number;
}

/** Above this many that all could belong together the best pairing is looked for step by step. */
const MOST_AT_ONCE = 250;

/** In text order, those without a place first; ties by id. */
export function compareItems(a: Item, b: Item): number {
  return (
    (a.place?.start ?? -1) - (b.place?.start ?? -1) ||
    (a.place?.end ?? -1) - (b.place?.end ?? -1) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/**
 * Groups of items that stand for the same, with one item of each layer at most. First those with
 * equal keys, then the rest by the heaviest pairing, one layer after the other. The outcome does not
 * depend on the order in which items or layers are given.
 */
export function align<Of extends Item>(items: readonly Of[], likeness: Likeness<Of>): Of[][] {
  let groups: Of[][] = [...items].sort(compareItems).map((item) => [item]);
  for (const key of likeness.keys) groups = joinedByKey(groups, key);
  const layerIds = [...new Set(items.map(({ layerId }) => layerId))].sort();
  const order = new Map(layerIds.map((id, index) => [id, index]));
  const firstLayer = (group: readonly Of[]) => Math.min(...group.map(({ layerId }) => order.get(layerId)!));
  let known: Of[][] = [];
  for (let layer = 0; layer < layerIds.length; layer++) {
    const coming = groups.filter((group) => firstLayer(group) === layer);
    known = paired(known, coming, likeness);
  }
  return known.sort((a, b) => compareItems(a[0]!, b[0]!));
}

function isApart(a: readonly Item[], b: readonly Item[]): boolean {
  return a.every(({ layerId }) => b.every((other) => other.layerId !== layerId));
}

function merged<Of extends Item>(a: readonly Of[], b: readonly Of[]): Of[] {
  return [...a, ...b].sort(compareItems);
}

function joinedByKey<Of extends Item>(groups: readonly Of[][], keyOf: (item: Of) => string | null): Of[][] {
  const buckets = new Map<string, number[]>();
  for (const [index, group] of groups.entries()) {
    for (const key of new Set(group.map(keyOf))) {
      if (key === null) continue;
      const bucket = buckets.get(key);
      if (bucket) bucket.push(index);
      else buckets.set(key, [index]);
    }
  }
  const into = groups.map((_, index) => index);
  const root = (index: number): number => (into[index] === index ? index : root(into[index]!));
  const now: Of[][] = groups.map((group) => group);
  for (const bucket of buckets.values()) {
    if (bucket.length < 2) continue;
    const roots = [...new Set(bucket.map(root))].sort(
      (a, b) => now[b]!.length - now[a]!.length || compareItems(now[a]![0]!, now[b]![0]!),
    );
    const kept: number[] = [];
    for (const index of roots) {
      const place = kept.find((candidate) => isApart(now[candidate]!, now[index]!));
      if (place === undefined) kept.push(index);
      else {
        now[place] = merged(now[place]!, now[index]!);
        into[index] = place;
      }
    }
  }
  return now.filter((_, index) => into[index] === index);
}

interface Edge {
  from: number;
  to: number;
  weight: number;
}

/** The groups that are known, with those that come joined to them where they belong together. */
function paired<Of extends Item>(
  known: readonly Of[][],
  coming: readonly Of[][],
  { weight }: Likeness<Of>,
): Of[][] {
  const edges: Edge[] = [];
  for (const [from, to] of overlapping(known, coming)) {
    if (!isApart(known[from]!, coming[to]!)) continue;
    let total = 0;
    for (const a of known[from]!) for (const b of coming[to]!) total += weight(a, b);
    if (total > 0) edges.push({ from, to, weight: total / (known[from]!.length * coming[to]!.length) });
  }
  const partner = new Map<number, number>();
  for (const component of components(edges)) {
    const rows = [...new Set(component.map(({ from }) => from))].sort((a, b) => a - b);
    const columns = [...new Set(component.map(({ to }) => to))].sort((a, b) => a - b);
    for (const [from, to] of bestPairs(rows, columns, component)) partner.set(to, from);
  }
  const result: Of[][] = [...known];
  for (const [index, group] of coming.entries()) {
    const from = partner.get(index);
    if (from === undefined) result.push(group);
    else result[from] = merged(result[from]!, group);
  }
  return result.sort((a, b) => compareItems(a[0]!, b[0]!));
}

function bestPairs(rows: number[], columns: number[], edges: readonly Edge[]): [number, number][] {
  if (edges.length === 1) return [[edges[0]!.from, edges[0]!.to]];
  if (Math.max(rows.length, columns.length) > MOST_AT_ONCE) return greedyPairs(edges);
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  const weights = rows.map(() => columns.map(() => 0));
  for (const { from, to, weight } of edges) weights[rowAt.get(from)!]![columnAt.get(to)!] = weight;
  return heaviestPairing(weights).flatMap((column, row): [number, number][] =>
    column === null ? [] : [[rows[row]!, columns[column]!]],
  );
}

function greedyPairs(edges: readonly Edge[]): [number, number][] {
  const used = { from: new Set<number>(), to: new Set<number>() };
  const found: [number, number][] = [];
  for (const { from, to } of [...edges].sort(
    (a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to,
  )) {
    if (used.from.has(from) || used.to.has(to)) continue;
    used.from.add(from);
    used.to.add(to);
    found.push([from, to]);
  }
  return found;
}

/** Edges by what hangs together, in the order of their beginnings. */
function components(edges: readonly Edge[]): Edge[][] {
  const into = new Map<string, string>();
  const root = (node: string): string => {
    const next = into.get(node) ?? node;
    if (next === node) return node;
    const found = root(next);
    into.set(node, found);
    return found;
  };
  for (const { from, to } of edges) {
    const [a, b] = [root(`f${from}`), root(`t${to}`)];
    if (a !== b) into.set(b, a);
  }
  const found = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = root(`f${edge.from}`);
    found.set(key, [...(found.get(key) ?? []), edge]);
  }
  return [...found.values()];
}

/** Indexes of the groups that share some of the text; what has no place shares it with everything. */
function overlapping(known: readonly Item[][], coming: readonly Item[][]): [number, number][] {
  const stretch = (group: readonly Item[]) => ({
    start: Math.min(...group.map(({ place }) => place?.start ?? 0)),
    end: Math.max(...group.map(({ place }) => place?.end ?? Number.POSITIVE_INFINITY)),
  });
  const events = [
    ...known.map((group, index) => ({ ...stretch(group), index, side: 0 })),
    ...coming.map((group, index) => ({ ...stretch(group), index, side: 1 })),
  ].sort((a, b) => a.start - b.start || a.end - b.end || a.side - b.side || a.index - b.index);
  const open: [typeof events, typeof events] = [[], []];
  const found: [number, number][] = [];
  for (const event of events) {
    const others = event.side === 0 ? 1 : 0;
    open[others] = open[others].filter(({ end }) => end > event.start);
    for (const other of open[others])
      found.push(event.side === 0 ? [event.index, other.index] : [other.index, event.index]);
    open[event.side as 0 | 1].push(event);
  }
  return found;
}
