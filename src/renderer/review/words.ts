import type { ReviewPosition } from '@contract/review';
import { classNames } from '@core/review/class-names';
import type { PositionState } from '@core/review/judge';
import { type DifferenceClass, differenceClasses, type PositionKind } from '@core/review/position';

/** The sign that stands for a kind of difference in the text and the lists. */
const classSigns: Record<DifferenceClass, string> = {
  'unknown-label': '?',
  split: '1:n',
  'boundary-label': '↔≠',
  boundary: '↔',
  label: '≠',
  party: '→',
  link: '@',
  attribute: '•',
  ends: '⊶',
  missing: '∅',
  agree: '=',
  gone: '×',
  new: '+',
};

/** What a kind of difference is called, with its sign. */
export const classWords = Object.fromEntries(
  differenceClasses.map((id) => [id, { name: classNames[id], sign: classSigns[id] }]),
) as Record<DifferenceClass, { name: string; sign: string }>;

export const stateWords: Record<PositionState, { name: string; sign: string }> = {
  open: { name: 'Open', sign: '○' },
  stale: { name: 'Changed since', sign: '⟳' },
  deferred: { name: 'Put off', sign: '…' },
  decided: { name: 'Decided', sign: '✓' },
};

export const kindWords: Record<PositionKind, string> = {
  span: 'Spans',
  stance: 'Stances',
  relation: 'Relations',
  event: 'Events',
  document: 'Document labels',
};

const boundaryWords = {
  blank: 'by spaces and punctuation only',
  contained: 'one within the other',
  crossing: 'crossing',
};

const oneOf: Record<PositionKind, string> = {
  span: 'span',
  stance: 'stance',
  relation: 'relation',
  event: 'event',
  document: 'document label',
};

/** So many of a kind. */
export function counted(kind: PositionKind, count: number): string {
  return `${count.toLocaleString()} ${oneOf[kind]}${count === 1 ? '' : 's'}`;
}

/** The sign of a position; where some have nothing, how many of how many have something. */
export function signOf(position: ReviewPosition): string {
  if (position.class !== 'missing') return classWords[position.class].sign;
  return `${position.readings.length}/${position.readings.length + position.missing.length}`;
}

/** How the readings differ, as words. */
export function differenceWords(position: ReviewPosition): string {
  const { classes, boundary, readings, missing } = position;
  return classes
    .map((one) => {
      if (one === 'missing') return `only ${readings.length} of ${readings.length + missing.length} have it`;
      const name = classWords[one].name.toLowerCase();
      return boundary && one.startsWith('boundary') ? `${name} (${boundaryWords[boundary]})` : name;
    })
    .join(', ');
}

/** Differences that nobody has settled, and what is to be looked at again. */
export function isUnsettled({ class: foremost, state }: ReviewPosition): boolean {
  return state !== 'decided' && (foremost !== 'agree' || state !== 'open');
}

/** What all have in the same way, without its being in the gold layer yet. */
export function isUntaken({ class: foremost, state }: ReviewPosition): boolean {
  return foremost === 'agree' && state === 'open';
}

/** How far a document is: what is to settle, then what is agreed and not yet taken. */
export function progressWords(unsettled: number, untaken: number): string {
  if (unsettled > 0) return `${unsettled.toLocaleString()} to settle`;
  if (untaken > 0) return `✓ Conflicts are settled · ${untaken.toLocaleString()} agreed, not taken yet`;
  return '✓ Everything is settled';
}
