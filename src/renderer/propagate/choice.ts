import type { Output } from '@contract/index';

export type Found = Output<'text.occurrences'>;

/** A line of the list: a document over its hits, or a hit. Hits are numbered through all documents. */
export type Row =
  | { kind: 'document'; document: number; firstHit: number; hits: number }
  | { kind: 'hit'; document: number; place: number; hit: number };

/** The lines of the list, with or without those of the documents. */
export function rowsOf(found: Found, withDocuments: boolean): Row[] {
  const rows: Row[] = [];
  let firstHit = 0;
  for (const [document, { spans }] of found.documents.entries()) {
    if (withDocuments) rows.push({ kind: 'document', document, firstHit, hits: spans.length });
    for (let place = 0; place < spans.length; place++)
      rows.push({ kind: 'hit', document, place, hit: firstHit + place });
    firstHit += spans.length;
  }
  return rows;
}

export function countHits(found: Found): number {
  return found.documents.reduce((sum, { spans }) => sum + spans.length, 0);
}

/** How much of some hits is chosen, as a check box shows it. */
export function choiceOf(first: number, hits: number, left: ReadonlySet<number>): boolean | 'mixed' {
  let out = 0;
  for (let hit = first; hit < first + hits; hit++) if (left.has(hit)) out++;
  return out === 0 ? true : out === hits ? false : 'mixed';
}

/** Leaves some hits out, or takes them in again when all of them are out. */
export function toggled(first: number, hits: number, left: ReadonlySet<number>): Set<number> {
  const next = new Set(left);
  const takeIn = choiceOf(first, hits, left) === false;
  for (let hit = first; hit < first + hits; hit++) {
    if (takeIn) next.delete(hit);
    else next.add(hit);
  }
  return next;
}

/** The documents and spans without those that were left out. */
export function chosenOf(found: Found, left: ReadonlySet<number>): Found['documents'] {
  let hit = 0;
  return found.documents
    .map(({ documentId, spans }) => ({ documentId, spans: spans.filter(() => !left.has(hit++)) }))
    .filter(({ spans }) => spans.length > 0);
}
