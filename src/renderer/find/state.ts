import { create } from 'zustand';
import type { DocumentSession } from '../data/document-session';
import type { LabelPart } from './messages';

/** A place that a query was found at, in UTF-16 offsets; an annotation with all its fragments where labels are searched. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly annotationId?: string;
  readonly part?: LabelPart;
}

interface Find {
  isOpen: boolean;
  query: string;
  /** The document that the hits are in. */
  session: DocumentSession | null;
  /** In text order. */
  hits: readonly Hit[];
  /** Place of the current one in `hits`; -1 where there is none. */
  current: number;
  isSearching: boolean;
  /** There are more hits than `hits` holds. */
  more: boolean;
  /** Why the query cannot be searched for; null when it can. */
  fault: string | null;
}

/** What is being looked for in the open document, and where it was found. */
export const useFind = create<Find>(() => ({
  isOpen: false,
  query: '',
  session: null,
  hits: [],
  current: -1,
  isSearching: false,
  more: false,
  fault: null,
}));

/** Place of the first hit that begins at an offset or behind it; the number of hits where there is none. */
export function firstFrom(hits: readonly Hit[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
