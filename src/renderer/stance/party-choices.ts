import type { EntityRow } from '@contract/entities';
import type { Output } from '@contract/index';
import type { PartyInput, TargetInput } from '@contract/stances';
import { displayQuote, type Fragment } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import type { EntityNames } from '../entities/use-name-index';
import { type Choice, ranked } from '../pickers/rank';

export interface RefChoice<Ref> extends Choice {
  ref: Ref;
}

type Propositions = Output<'proposition.list'>;

/** How near a mention is to the evidence, in UTF-16 code units; 0 inside it. */
function distance(fragments: readonly Fragment[], evidence: readonly Fragment[]): number {
  const [first] = fragments;
  if (!first || evidence.length === 0) return first?.start ?? 0;
  return Math.min(
    ...evidence.map(({ start, end }) =>
      first.start >= start && first.end <= end
        ? 0
        : Math.min(Math.abs(first.start - end), Math.abs(start - first.end)),
    ),
  );
}

/** The annotator's own mentions without an entity, those nearest the evidence first: an entity stands for its own mentions. */
function mentionChoices(
  session: DocumentSession,
  annotatorId: string | null,
  evidence: readonly Fragment[],
): RefChoice<{ kind: 'mention'; id: string }>[] {
  return session.ordered
    .filter(
      ({ entityId, layerId }) =>
        entityId === null && session.layers.get(layerId)?.annotatorId === annotatorId,
    )
    .map((annotation) => ({ annotation, far: distance(annotation.fragments, evidence) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 100)
    .map(({ annotation }) => ({
      id: `mention-${annotation.id}`,
      name: displayQuote(session.text, annotation.fragments),
      detail: 'mention',
      className: `type-${annotation.typeId}`,
      ref: { kind: 'mention', id: annotation.id },
    }));
}

/** Entities, those mentioned in this document nearest the evidence first. */
function entityChoices(
  session: DocumentSession,
  entities: readonly EntityRow[],
  evidence: readonly Fragment[],
): RefChoice<{ kind: 'entity'; id: string }>[] {
  const nearest = new Map<string, number>();
  for (const { entityId, fragments } of session.ordered) {
    if (entityId === null) continue;
    nearest.set(
      entityId,
      Math.min(nearest.get(entityId) ?? Number.POSITIVE_INFINITY, distance(fragments, evidence)),
    );
  }
  return entities
    .map((entity) => ({ entity, far: nearest.get(entity.id) ?? Number.MAX_SAFE_INTEGER }))
    .sort((a, b) => a.far - b.far)
    .map(({ entity }) => entityChoice(entity));
}

function entityChoice(entity: EntityRow): RefChoice<{ kind: 'entity'; id: string }> {
  return {
    id: `entity-${entity.id}`,
    name: entity.name,
    aliases: entity.aliases,
    detail: 'entity',
    ...(entity.typeId ? { className: `type-${entity.typeId}` } : {}),
    ref: { kind: 'entity', id: entity.id },
  };
}

const MOST_ALIKE = 20;

/** What matches as it is typed, what can be made new, and entities that are only spelt alike or in another script. */
function findAmong<Ref>(
  choices: readonly RefChoice<Ref | { kind: 'entity'; id: string }>[],
  made: (typed: string) => RefChoice<Ref>[],
  names: EntityNames,
) {
  return (typed: string) => {
    const listed = ranked(choices, typed);
    if (typed === '') return listed;
    const seen = new Set(listed.map(({ id }) => id));
    const alike = names
      .find(typed, { typing: true, limit: MOST_ALIKE })
      .map(({ entity }) => entityChoice(entity))
      .filter(({ id }) => !seen.has(id));
    return [...listed, ...made(typed), ...alike];
  };
}

function newEntity(
  typed: string,
  taken: readonly EntityRow[],
): RefChoice<{ kind: 'newEntity'; name: string }>[] {
  if (taken.some(({ name }) => name === typed)) return [];
  return [
    {
      id: 'new-entity',
      name: `New entity “${typed}”`,
      detail: 'entity',
      ref: { kind: 'newEntity', name: typed },
    },
  ];
}

function newProposition(
  typed: string,
  taken: Propositions,
): RefChoice<{ kind: 'newProposition'; name: string }>[] {
  if (taken.some(({ name }) => name === typed)) return [];
  return [
    {
      id: 'new-proposition',
      name: `New proposition “${typed}”`,
      detail: 'proposition',
      ref: { kind: 'newProposition', name: typed },
    },
  ];
}

/** Who can hold or report a stance, by what is typed. */
export function partyChoices(
  session: DocumentSession,
  annotatorId: string | null,
  names: EntityNames,
  evidence: readonly Fragment[],
): (typed: string) => RefChoice<PartyInput>[] {
  return findAmong<PartyInput>(
    [
      ...entityChoices(session, names.rows, evidence),
      ...mentionChoices(session, annotatorId, evidence),
      { id: 'author', name: 'The author', detail: 'of the text', ref: { kind: 'author' } },
    ],
    (typed) => newEntity(typed, names.rows),
    names,
  );
}

/** What a stance can be toward, by what is typed. */
export function targetChoices(
  session: DocumentSession,
  annotatorId: string | null,
  names: EntityNames,
  propositions: Propositions,
  evidence: readonly Fragment[],
): (typed: string) => RefChoice<TargetInput>[] {
  return findAmong<TargetInput>(
    [
      ...propositions.map(
        ({ id, name }): RefChoice<TargetInput> => ({
          id: `proposition-${id}`,
          name,
          detail: 'proposition',
          ref: { kind: 'proposition', id },
        }),
      ),
      ...entityChoices(session, names.rows, evidence),
      ...mentionChoices(session, annotatorId, evidence),
    ],
    (typed) => [...newProposition(typed, propositions), ...newEntity(typed, names.rows)],
    names,
  );
}
