import type { Decision, DecisionTarget } from '../model/decision';
import { comparePlaces } from './compare';
import type { Position, PositionKind } from './position';

/** How far a position is: not decided, put off, decided about something that is no more, decided. */
export const positionStates = ['open', 'stale', 'deferred', 'decided'] as const;
export type PositionState = (typeof positionStates)[number];

export interface JudgedPosition extends Position {
  state: PositionState;
  /** The newest decision about any of it; null where there is none. */
  decisionId: string | null;
  /** What of the gold layer came of that decision and is there now. */
  goldIds: string[];
}

/** What judging must know of the present. */
export interface Present {
  /** The revision of a target today; null when it is gone. */
  revisionOf(target: DecisionTarget): string | null;
  /** Is a record of the gold layer there? For a label of the document: does the gold layer have it? */
  isLive(resultId: string, label: string | null): boolean;
}

export const positionKindOf: Record<DecisionTarget['kind'], PositionKind> = {
  annotation: 'span',
  stance: 'stance',
  relation: 'relation',
  event: 'event',
  appraisal: 'document',
};

/** One target as a word, equal for what is the same. */
export function targetKey({ id, label }: Pick<DecisionTarget, 'id' | 'label'>): string {
  return label === null ? id : `${id} ${label}`;
}

/** By time, then id: the later of two decisions about the same is the one in force. */
export function compareDecisions(a: Decision, b: Decision): number {
  return a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * Positions with their states, and one more for each decision of which the sources are all gone while
 * its gold is still there.
 */
export function judged(
  positions: readonly Position[],
  decisions: readonly Decision[],
  present: Present,
): JudgedPosition[] {
  const ordered = [...decisions].sort(compareDecisions);
  const newest = new Map<string, Decision>();
  for (const decision of ordered)
    for (const target of decision.targets) newest.set(targetKey(target), decision);
  const found = positions.map((position): JudgedPosition => {
    const keys = position.readings.flatMap(({ recordIds }) =>
      recordIds.map((id) => targetKey({ id, label: position.documentLabel })),
    );
    const about = [...new Set(keys.map((key) => newest.get(key)))].filter((one) => one !== undefined);
    const decision = about.sort(compareDecisions).at(-1);
    if (!decision) return { ...position, state: 'open', decisionId: null, goldIds: [] };
    const goldIds = about
      .flatMap(({ resultIds }) => resultIds)
      .filter((id) => present.isLive(id, position.documentLabel));
    return {
      ...position,
      state: stateOf(decision, keys, about.length, present),
      decisionId: decision.id,
      goldIds: [...new Set(goldIds)],
    };
  });
  return [...found, ...orphans(ordered, newest, present)].sort(comparePlaces);
}

function stateOf(
  decision: Decision,
  keys: readonly string[],
  decisionsAbout: number,
  { revisionOf, isLive }: Present,
): PositionState {
  const targets = new Set(decision.targets.map(targetKey));
  const isWhole = decisionsAbout === 1 && keys.every((key) => targets.has(key));
  const isFresh = decision.targets.every((target) => revisionOf(target) === target.revision);
  const label = decision.targets[0]?.label ?? null;
  const hasGold = decision.resultIds.every((id) => isLive(id, label));
  if (!isWhole || !isFresh || !hasGold) return 'stale';
  return decision.verdict === 'defer' ? 'deferred' : 'decided';
}

function orphans(
  decisions: readonly Decision[],
  newest: ReadonlyMap<string, Decision>,
  { revisionOf, isLive }: Present,
): JudgedPosition[] {
  return decisions.flatMap((decision): JudgedPosition[] => {
    const { targets, resultIds } = decision;
    const [first] = targets;
    if (!first || targets.some((target) => newest.get(targetKey(target)) !== decision)) return [];
    if (targets.some((target) => revisionOf(target) !== null)) return [];
    const goldIds = resultIds.filter((id) => isLive(id, first.label));
    if (goldIds.length === 0) return [];
    return [
      {
        id: `gone:${decision.id}`,
        kind: positionKindOf[first.kind],
        place: null,
        documentLabel: first.label,
        class: 'gone',
        classes: ['gone'],
        boundary: null,
        differs: [],
        readings: [],
        versions: [],
        missing: [],
        labels: [],
        state: 'stale',
        decisionId: decision.id,
        goldIds,
      },
    ];
  });
}
