import type { Span } from './spans';

/** A stretch of a document where no annotator's labels change. */
export interface Stretch {
  /** In UTF-16 code units. */
  length: number;
  /** The labels of each annotator there: sorted, joined by a space; '' where nothing is marked. */
  values: readonly string[];
}

interface Edge {
  at: number;
  annotator: number;
  typeId: string;
  by: 1 | -1;
}

/**
 * The code unit positions of a document with the set of labels that each annotator gave them. Labels
 * that lie over each other at a position make one value together, so none is left out.
 * @param length of the document in UTF-16 code units
 */
export function stretches(annotators: readonly (readonly Span[])[], length: number): Stretch[] {
  const edges: Edge[] = [];
  for (const [annotator, spans] of annotators.entries()) {
    for (const { typeId, fragments } of spans) {
      for (const { start, end } of fragments) {
        edges.push({ at: start, annotator, typeId, by: 1 });
        edges.push({ at: end, annotator, typeId, by: -1 });
      }
    }
  }
  edges.sort((a, b) => a.at - b.at);
  const active = annotators.map(() => new Map<string, number>());
  let values: string[] = annotators.map(() => '');
  const result: Stretch[] = [];
  let from = 0;
  for (let index = 0; index < edges.length; ) {
    const { at } = edges[index]!;
    if (at > from) result.push({ length: at - from, values });
    from = at;
    const touched = new Set<number>();
    for (; index < edges.length && edges[index]!.at === at; index++) {
      const { annotator, typeId, by } = edges[index]!;
      const labels = active[annotator]!;
      const count = (labels.get(typeId) ?? 0) + by;
      if (count === 0) labels.delete(typeId);
      else labels.set(typeId, count);
      touched.add(annotator);
    }
    values = [...values];
    for (const annotator of touched) {
      const labels = active[annotator]!;
      values[annotator] =
        labels.size < 2 ? (labels.keys().next().value ?? '') : [...labels.keys()].sort().join(' ');
    }
  }
  if (length > from) result.push({ length: length - from, values });
  return result;
}
