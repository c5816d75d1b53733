import type { Span } from './spans';
import type { ComparedStance } from './stances';

export const nominalFields = ['polarity', 'expression', 'modality', 'holder', 'target'] as const;
export const ordinalFields = ['intensity', 'confidence'] as const;
export const stanceFields = [...nominalFields, ...ordinalFields] as const;
export type StanceField = (typeof stanceFields)[number];

/** What a stance says, by field; null where it says nothing. */
export interface JudgedStance extends ComparedStance {
  fields: Readonly<Record<StanceField, string | null>>;
}

/** What one annotator did in a document. */
export interface ComparedLayer {
  /** Place in the list of annotators. */
  annotator: number;
  spans: readonly Span[];
  stances: readonly JudgedStance[];
}

export interface ComparedDocument {
  /** In UTF-16 code units. */
  length: number;
  /** In the order of the annotators, one each. */
  layers: readonly ComparedLayer[];
}

export const pairName = (first: number, second: number) => `${first}-${second}`;
