import type { PositionState } from '@core/review/judge';
import type { DifferenceClass, PositionKind } from '@core/review/position';
import { create } from 'zustand';

/** Which positions are listed; 'any' and '' for all. */
export interface ReviewFilter {
  /** 'conflicts' for all classes of difference. */
  class: DifferenceClass | 'any' | 'conflicts';
  kind: PositionKind | 'any';
  /** 'unsettled' for all states but decided. */
  state: PositionState | 'any' | 'unsettled';
  /** A label that one of the readings has. */
  label: string;
  /** A layer that reads otherwise than the most, or has nothing. */
  apart: string;
}

export const everyConflict: ReviewFilter = {
  class: 'conflicts',
  kind: 'any',
  state: 'any',
  label: '',
  apart: '',
};

interface Review {
  isOpen: boolean;
  /** Whose layers are compared; null for everybody's. */
  annotatorIds: string[] | null;
  /** Letters stand in place of names. */
  blind: boolean;
  filter: ReviewFilter;
  /** The position at hand. */
  at: string | null;
  /** The positions decided about one after the other, for going back with undo. */
  trail: readonly string[];
  /** What is in the gold layer is being changed in the text. */
  editing: boolean;
  /** Why it will be decided so, for the position at hand; null when nothing is being written. */
  rationale: string | null;
  /** What was written so for other positions and not used yet. */
  rationales: Readonly<Record<string, string>>;
}

/** What an adjudicator is looking at. */
export const useReview = create<Review>(() => ({
  isOpen: false,
  annotatorIds: null,
  blind: false,
  filter: everyConflict,
  at: null,
  trail: [],
  editing: false,
  rationale: null,
  rationales: {},
}));
