import type { Input, Output } from '@contract/index';
import type { ReviewPosition } from '@contract/review';
import { letterOf, shuffled } from '@core/review/blind';
import { theClient } from '../bridge/connection';
import { queryClient } from '../data/queries';
import { workbench } from '../data/workbench';
import { type ReviewFilter, useReview } from './state';
import { isUnsettled } from './words';

export type Comparison = Output<'review.compare'>;

/** What is asked for the open document; null when none is open. */
export function comparisonInput(): Input<'review.compare'> | null {
  const { session } = workbench.get();
  return session && { documentId: session.document.id, annotatorIds: useReview.getState().annotatorIds };
}

/** How the layers of the open document compare, fetched where it is not known yet. */
export async function comparisonNow(): Promise<Comparison | null> {
  const input = comparisonInput();
  if (!input) return null;
  return queryClient.fetchQuery({
    queryKey: ['review.compare', input],
    queryFn: () => theClient().call('review.compare', input),
  });
}

/** Does a position pass a filter? */
export function passes(position: ReviewPosition, filter: ReviewFilter): boolean {
  const { class: foremost, classes, kind, state, labels, versions, missing } = position;
  if (filter.class === 'conflicts' && (foremost === 'agree' || foremost === 'new') && state !== 'stale')
    return false;
  if (filter.class !== 'conflicts' && filter.class !== 'any' && !classes.includes(filter.class)) return false;
  if (filter.kind !== 'any' && kind !== filter.kind) return false;
  if (
    filter.state === 'unsettled' ? !isUnsettled(position) : filter.state !== 'any' && state !== filter.state
  )
    return false;
  if (filter.label !== '' && !labels.includes(filter.label)) return false;
  if (filter.apart === '') return true;
  return missing.includes(filter.apart) || (versions.length > 1 && !versions[0]!.includes(filter.apart));
}

/** The layers by what they are called: the annotators' names, or letters that tell nothing. */
export function layerNames(
  documentId: string,
  layers: Comparison['layers'],
  blind: boolean,
): Map<string, string> {
  if (!blind) return new Map(layers.map(({ layerId, name }) => [layerId, name]));
  return new Map(shuffled(documentId, layers).map(({ layerId }, index) => [layerId, letterOf(index)]));
}

/** The position at hand among those listed: the one chosen, else the first that is not settled. */
export function atHand(listed: readonly ReviewPosition[], at: string | null): ReviewPosition | undefined {
  return listed.find(({ id }) => id === at) ?? listed.find(isUnsettled) ?? listed[0];
}

/** The next position that is not settled, around the end of the list; null when there is no other. */
export function nextUnsettled(
  listed: readonly ReviewPosition[],
  from: string | undefined,
  by: 1 | -1 = 1,
): ReviewPosition | null {
  const start = listed.findIndex(({ id }) => id === from);
  for (let step = 1; step <= listed.length; step++) {
    const index = (start + by * step + listed.length * 2) % listed.length;
    const position = listed[start < 0 && by < 0 ? listed.length - step : index]!;
    if (position.id !== from && isUnsettled(position)) return position;
  }
  return null;
}

/**
 * The different readings of a position, as they are numbered: those of most layers first, of equals
 * that of the layer which is called first. So the numbers tell no names where these are hidden.
 */
export function numberedReadings(
  { versions }: ReviewPosition,
  called: ReadonlyMap<string, string>,
): string[][] {
  const rank = new Map([...called.keys()].map((layerId, index) => [layerId, index]));
  const first = (version: readonly string[]) => Math.min(...version.map((id) => rank.get(id) ?? 0));
  return [...versions].sort((a, b) => b.length - a.length || first(a) - first(b));
}
