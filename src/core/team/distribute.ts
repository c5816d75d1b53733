/** A document to be given out; `size` is what it costs to annotate, in whatever unit all have. */
export interface Sized {
  id: string;
  size: number;
}

export interface Pair {
  documentId: string;
  annotatorId: string;
}

export interface Plan {
  documents: readonly Sized[];
  annotatorIds: readonly string[];
  /** So many annotators for every document. */
  each: number;
  /** A share of the documents, in percent, gets another number of annotators. */
  share?: { percent: number; by: number } | null;
  /** Who has what already; it counts, and stays. */
  existing: readonly Pair[];
  /** The same seed gives the same distribution. */
  seed: number;
}

/**
 * Gives documents to annotators so that each document has as many as asked for, and all annotators
 * about the same load: a document goes to those who have least, in an order that the seed draws.
 * @returns the pairs that are added to the existing ones
 * @throws RangeError when a document is to have more annotators than there are
 */
export function distribute({ documents, annotatorIds, each, share = null, existing, seed }: Plan): Pair[] {
  const most = Math.max(each, share?.by ?? 0);
  if (most > annotatorIds.length)
    throw new RangeError(`${most} annotators for a document, but there are ${annotatorIds.length}`);
  const random = numbers(seed);
  const order = shuffled(
    [...documents].sort((a, b) => (a.id < b.id ? -1 : 1)),
    random,
  );
  const shared = share ? Math.round((order.length * share.percent) / 100) : 0;
  const taken = new Map(documents.map(({ id }) => [id, new Set<string>()]));
  const load = new Map(annotatorIds.map((id) => [id, 0]));
  const sizes = new Map(documents.map(({ id, size }) => [id, Math.max(1, size)]));
  for (const { documentId, annotatorId } of existing) {
    taken.get(documentId)?.add(annotatorId);
    if (load.has(annotatorId) && sizes.has(documentId))
      load.set(annotatorId, load.get(annotatorId)! + sizes.get(documentId)!);
  }
  const added: Pair[] = [];
  for (const [index, { id }] of order.entries()) {
    const wanted = share && index < shared ? share.by : each;
    const has = taken.get(id)!;
    const free = shuffled(
      annotatorIds.filter((annotatorId) => !has.has(annotatorId)),
      random,
    ).sort((a, b) => load.get(a)! - load.get(b)!);
    for (const annotatorId of free.slice(0, Math.max(0, wanted - has.size))) {
      added.push({ documentId: id, annotatorId });
      load.set(annotatorId, load.get(annotatorId)! + sizes.get(id)!);
    }
  }
  return added;
}

/** Numbers from 0 up to 1 (mulberry32), the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Fisher and Yates, as Knuth has it (TAOCP 2, algorithm P). */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
  return list;
}
