import type { CommandName, Input } from '@contract/index';
import { amendable } from '@contract/review';
import type { DocumentSession } from '../data/document-session';
import { workbench } from '../data/workbench';
import { useReview } from './state';

const names = new Set<string>(amendable);

/** May the person at the window change what is in a layer: their own, or the gold one while they review? */
export function mayChange(session: DocumentSession, layerId: string, annotatorId: string): boolean {
  const layer = session.layers.get(layerId);
  if (layer?.kind === 'gold') return useReview.getState().isOpen;
  return layer?.annotatorId === annotatorId;
}

/** Is what is marked now for the gold layer? */
export function isAdjudicating(): boolean {
  const { isOpen, editing } = useReview.getState();
  return isOpen && editing;
}

/** The same act as an adjudicator's, where it changes what is in the gold layer during a review; null elsewhere. */
export function asAmendment(name: CommandName, input: unknown): Input<'review.amend'> | null {
  const { session } = workbench.get();
  if (!useReview.getState().isOpen || !session || !names.has(name)) return null;
  const { id, ids, annotationIds, mentions } = input as Record<string, string | string[] | undefined>;
  const touched = [id, ids, annotationIds, mentions].flat().filter((one) => one !== undefined);
  const records = [session.annotations, session.stances, session.relations, session.events];
  const isGold = touched.some((one) =>
    records.some((map) => session.layers.get(map.get(one)?.layerId ?? '')?.kind === 'gold'),
  );
  return isGold ? { command: name as Input<'review.amend'>['command'], input } : null;
}
