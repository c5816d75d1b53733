import type { FindOptions } from './options';

/** What of an annotation a query was found in. */
export const labelParts = ['label', 'entity', 'note', 'quote'] as const;
export type LabelPart = (typeof labelParts)[number];

/** Annotations for the worker, as flat as can be: there may be hundreds of thousands. */
export interface LabelTable {
  /** Names of labels and entities. */
  names: string[];
  /** For each annotation its label, as a place in `names`. */
  labels: Int32Array;
  /** For each annotation its entity, as a place in `names`; -1 for none. */
  entities: Int32Array;
  notes: string[];
  /** For each annotation where its fragments begin in `fragments`, and one more for the end. */
  firstFragment: Int32Array;
  /** Start and end of each fragment. */
  fragments: Int32Array;
}

export type SearchOptions = Omit<FindOptions, 'list'>;

/** What the window tells the worker. A later search ends an earlier one. */
export type ToWorker =
  | { type: 'text'; text: string }
  | { type: 'labels'; table: LabelTable }
  | { type: 'search'; id: number; query: string; options: SearchOptions };

/** A part of the hits: flat pairs, in order. */
export interface FromWorker {
  id: number;
  /** In the text: start and end of each hit. In labels: the annotation's place in the table and the part's in `labelParts`. */
  pairs: Int32Array;
  done: boolean;
  /** There are more hits than are kept. */
  more: boolean;
}
