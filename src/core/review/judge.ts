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
  /** The revision of a target today; null when it is gone, undefined when this file never had it. */
  revisionOf(target: DecisionTarget): string | null | undefined;
  /** Is a record of the gold layer there? For a label of the document: does the gold layer have it? */
  isLive(resultId: string, label: string | null): boolean;
  /** What a record of the gold layer is, and where it stands; null when it is not there. */
  goldOf(resultId: string): Pick<Position, 'kind' | 'place'> | null;
  /** Does an annotator's record say the same as some of what came of a decision? */
  isTaken(recordId: string, decision: Decision): boolean;
  /** Has what came of a decision lost something that its sources name? */
  hasLost(decision: Decision): boolean;
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
 * Positions with their states, and one more for each decision whose gold is there without a source: all
 * are gone, or it was made anew.
 */
export function judged(
  positions: readonly Position[],
  decisions: readonly Decision[],
  present: Present,
): JudgedPosition[] {
  const ordered = [...decisions].sort(compareDecisions);
  const allAbout = new Map<string, Decision[]>();
  for (const decision of ordered)
    for (const key of decision.targets.map(targetKey))
      allAbout.set(key, [...(allAbout.get(key) ?? []), decision]);
  const found = positions.map((position): JudgedPosition => {
    const about = keysOf(position).flatMap((key) => allAbout.get(key) ?? []);
    const inForce = new Set(keysOf(position).flatMap((key) => allAbout.get(key)?.at(-1) ?? []));
    const decision = [...inForce].sort(compareDecisions).at(-1);
    if (!decision) return { ...position, state: 'open', decisionId: null, goldIds: [] };
    const live = about
      .flatMap(({ resultIds }) => resultIds)
      .filter((id) => present.isLive(id, position.documentLabel));
    const goldIds = [...new Set(live)];
    const meant = new Set([...inForce].flatMap(({ resultIds }) => resultIds));
    const isSound =
      inForce.size === 1 && goldIds.every((id) => meant.has(id)) && isInForce(decision, position, present);
    const state = isSound ? (decision.verdict === 'defer' ? 'deferred' : 'decided') : 'stale';
    return { ...position, state, decisionId: decision.id, goldIds };
  });
  const newest = new Map([...allAbout].map(([key, about]) => [key, about.at(-1)!]));
  return [...found, ...goldAlone(ordered, newest, present)].sort(comparePlaces);
}

function keysOf({ readings, documentLabel }: Position): string[] {
  return readings.flatMap(({ recordIds }) => recordIds.map((id) => targetKey({ id, label: documentLabel })));
}

/**
 * Does a decision hold for what there is now: is all that it was about as it was, or not in this
 * file; its gold there; and has nobody who came later another reading?
 */
function isInForce(decision: Decision, position: Position, present: Present): boolean {
  const targets = new Set(decision.targets.map(targetKey));
  const label = decision.targets[0]?.label ?? null;
  const isChanged = decision.targets.some((target) => {
    const revision = present.revisionOf(target);
    return revision !== undefined && revision !== target.revision;
  });
  if (isChanged || !decision.resultIds.every((id) => present.isLive(id, label))) return false;
  if (decision.verdict === 'accept' && present.hasLost(decision)) return false;
  const known = position.readings.filter(({ recordIds }) =>
    recordIds.every((id) => targets.has(targetKey({ id, label: position.documentLabel }))),
  );
  const knownLayers = new Set(known.map(({ layerId }) => layerId));
  return position.readings.every(({ layerId, recordIds }) => {
    if (knownLayers.has(layerId)) return true;
    if (decision.resultIds.length === 0) return false;
    const alike = position.versions.find((version) => version.includes(layerId));
    const joinsAgreed =
      decision.verdict === 'accept' &&
      decision.class === 'agree' &&
      alike?.some((other) => knownLayers.has(other));
    return joinsAgreed || recordIds.every((id) => present.isTaken(id, decision));
  });
}

/** Decisions of which the sources are gone while the gold is there, and what was made anew in the gold layer. */
function goldAlone(
  decisions: readonly Decision[],
  newest: ReadonlyMap<string, Decision>,
  { revisionOf, isLive, goldOf }: Present,
): JudgedPosition[] {
  return decisions.flatMap((decision): JudgedPosition[] => {
    const { targets, resultIds } = decision;
    if (targets.some((target) => newest.get(targetKey(target)) !== decision)) return [];
    if (targets.some((target) => revisionOf(target) !== null)) return [];
    const documentLabel = targets[0]?.label ?? null;
    const goldIds = resultIds.filter((id) => isLive(id, documentLabel));
    const gold = goldIds[0] === undefined ? null : goldOf(goldIds[0]);
    if (!gold || (targets.length === 0 && gold.kind === 'document')) return [];
    const isNew = targets.length === 0;
    const foremost = isNew ? 'new' : 'gone';
    return [
      {
        id: `${foremost}:${decision.id}`,
        kind: gold.kind,
        place: gold.place,
        documentLabel,
        class: foremost,
        classes: [foremost],
        boundary: null,
        differs: [],
        readings: [],
        versions: [],
        missing: [],
        labels: [],
        state: isNew ? 'decided' : 'stale',
        decisionId: decision.id,
        goldIds,
      },
    ];
  });
}
