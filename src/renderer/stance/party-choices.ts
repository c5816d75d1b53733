import type { EntityRow } from '@contract/entities';
import type { Output } from '@contract/index';
import type { PartyInput, TargetInput } from '@contract/stances';
import { displayQuote, type Fragment } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import type { Choice } from '../pickers/rank';

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
  annotatorId: string,
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
    .map(({ entity }) => ({
      id: `entity-${entity.id}`,
      name: entity.name,
      aliases: entity.aliases,
      detail: 'entity',
      ...(entity.typeId ? { className: `type-${entity.typeId}` } : {}),
      ref: { kind: 'entity', id: entity.id },
    }));
}

function newEntity(
  typed: string,
  taken: readonly EntityRow[],
): RefChoice<{ kind: 'newEntity'; name: string }>[] {
  if (typed === '' || taken.some(({ name }) => name === typed)) return [];
  return [
    {
      id: 'new-entity',
      name: `New entity “${typed}”`,
      detail: 'entity',
      ref: { kind: 'newEntity', name: typed },
    },
  ];
}

/** Who can hold or report a stance. */
export function partyChoices(
  session: DocumentSession,
  annotatorId: string,
  entities: readonly EntityRow[],
  evidence: readonly Fragment[],
): { choices: RefChoice<PartyInput>[]; extra(typed: string): RefChoice<PartyInput>[] } {
  return {
    choices: [
      ...entityChoices(session, entities, evidence),
      ...mentionChoices(session, annotatorId, evidence),
      { id: 'author', name: 'The author', detail: 'of the text', ref: { kind: 'author' } },
    ],
    extra: (typed) => newEntity(typed, entities),
  };
}

/** What a stance can be toward. */
export function targetChoices(
  session: DocumentSession,
  annotatorId: string,
  entities: readonly EntityRow[],
  propositions: Propositions,
  evidence: readonly Fragment[],
): { choices: RefChoice<TargetInput>[]; extra(typed: string): RefChoice<TargetInput>[] } {
  return {
    choices: [
      ...propositions.map(
        ({ id, name }): RefChoice<TargetInput> => ({
          id: `proposition-${id}`,
          name,
          detail: 'proposition',
          ref: { kind: 'proposition', id },
        }),
      ),
      ...entityChoices(session, entities, evidence),
      ...mentionChoices(session, annotatorId, evidence),
    ],
    extra: (typed) => [
      ...(typed === '' || propositions.some(({ name }) => name === typed)
        ? []
        : [
            {
              id: 'new-proposition',
              name: `New proposition “${typed}”`,
              detail: 'proposition',
              ref: { kind: 'newProposition' as const, name: typed },
            },
          ]),
      ...newEntity(typed, entities),
    ],
  };
}
