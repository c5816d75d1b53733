import type { Fragment } from '../model/fragment';
import type { EndsDiffer } from './likeness';

/** What is compared: span annotations, stances, relations, events, and labels of the document as a whole. */
export const positionKinds = ['span', 'stance', 'relation', 'event', 'document'] as const;
export type PositionKind = (typeof positionKinds)[number];

/** The kinds of difference between layers, the one that must be settled first before the others. */
export const differenceClasses = [
  /** A label that the schema does not have, or has retired. */
  'unknown-label',
  /** One span here, several of the same label there. */
  'split',
  /** Other ends and another label. */
  'boundary-label',
  /** Other ends; for a stance other evidence. */
  'boundary',
  /** Another label; for a stance another polarity, for the document another value. */
  'label',
  /** Another holder, target or source of a stance, or other fillers of an event's roles. */
  'party',
  /** Another entity, or none. */
  'link',
  /** Another value of an attribute; for a stance another intensity, expression or modality. */
  'attribute',
  /** The same relation or event, over something that differs itself. */
  'ends',
  /** Only some have it. */
  'missing',
  /** All have the same. */
  'agree',
  /** None has it any more, although it was decided about. */
  'gone',
  /** Made in the gold layer by the adjudicator: no annotator has it. */
  'new',
] as const;
export type DifferenceClass = (typeof differenceClasses)[number];

/** What one layer has at a position: one record, or several where it is split. */
export interface Reading {
  layerId: string;
  recordIds: string[];
}

/** One place where layers can agree or differ. */
export interface Position {
  /** The kind and the smallest id of its records; stays as long as these do. */
  id: string;
  kind: PositionKind;
  /** First to last character, in UTF-16 code units; null for what has no place in the text. */
  place: Fragment | null;
  /** The document label that it is about; null for other kinds. */
  documentLabel: string | null;
  /** The foremost of {@link classes}. */
  class: DifferenceClass;
  /** All kinds of difference here; just 'agree' where there is none. */
  classes: DifferenceClass[];
  /** How ends differ, where they do. */
  boundary: EndsDiffer | null;
  /** The fields that differ: label, boundary, entity, attributes.ID, holder, roles.ID … */
  differs: string[];
  /** In the order of layer ids. */
  readings: Reading[];
  /** Layer ids of those who read the same, the most first. */
  versions: string[][];
  /** Layers that have nothing here. */
  missing: string[];
  /** Types, polarities or values that occur here. */
  labels: string[];
}
