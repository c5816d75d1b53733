import type { EntityInput, EntityRow } from '@contract/entities';
import { folded } from '@core/names/fold';
import type { Choice } from '../pickers/rank';
import { counted, reasonWords } from './reason-words';
import type { EntityNames, Found } from './use-name-index';

export interface EntityChoice extends Choice {
  target: EntityInput;
  /** The name of the entity, without what the list says around it. */
  named: string;
}

interface Options {
  /** The label of the mention: entities with it come first among equals, and a new one gets it. */
  typeId: string | null;
  typeName(id: string | null): string;
  /** May a new entity be made? */
  offerNew?: boolean;
  /** Entities that are no choice. */
  without?: readonly string[];
}

const MOST = 100;

/**
 * Is the typed text so surely this entity that Enter may take it? Where it says more than the
 * entity's name, is only spelt like it, or is part of the name of something of another kind
 * ('Pakistan' and 'Tehreek-e-Taliban Pakistan'), a new entity is the safer choice: two records are
 * merged more easily than a wrong link is found.
 */
function isSure(typed: string, { entity, match }: Found, typeId: string | null): boolean {
  if (match.reason === 'fuzzy') return false;
  if (match.reason !== 'part') return true;
  const isSameKind = typeId === null || entity.typeId === null || entity.typeId === typeId;
  return isSameKind && folded(typed).length <= folded(match.matched).length;
}

/** What can be chosen for a typed text: sure matches, a new entity, then doubtful ones; all by mentions while nothing is typed. */
export function entityChoices(names: EntityNames, typed: string, options: Options): EntityChoice[] {
  const { typeId, typeName, offerNew = true, without = [] } = options;
  if (typed === '') {
    return names.rows
      .filter(({ id }) => !without.includes(id))
      .sort((a, b) => b.mentions - a.mentions)
      .slice(0, MOST)
      .map((entity) => choiceOf(entity, factsOf(entity, typeName)));
  }
  const found = names
    .find(typed, { typeId, typing: true, limit: MOST })
    .filter(({ entity }) => !without.includes(entity.id));
  const choices = (list: Found[]) =>
    list.map(({ entity, match }) => {
      const other = match.matched === entity.name ? '' : `: ${match.matched}`;
      const reason = `${reasonWords[match.reason]}${other}`;
      return choiceOf(entity, `${reason} · ${factsOf(entity, typeName)}`);
    });
  const taken = names.rows.some(({ name }) => name === typed);
  return [
    ...choices(found.filter((one) => isSure(typed, one, typeId))),
    ...(offerNew && !taken ? [newChoice(typed, typeId, typeName)] : []),
    ...choices(found.filter((one) => !isSure(typed, one, typeId))),
  ];
}

function factsOf({ typeId, mentions }: EntityRow, typeName: Options['typeName']): string {
  return `${typeName(typeId)}, ${counted(mentions, 'mention')}`;
}

function choiceOf({ id, name, typeId }: EntityRow, detail: string): EntityChoice {
  return {
    id,
    name,
    named: name,
    detail,
    target: { kind: 'entity', id },
    ...(typeId ? { className: `type-${typeId}` } : {}),
  };
}

function newChoice(name: string, typeId: string | null, typeName: Options['typeName']): EntityChoice {
  return {
    id: 'new',
    name: `New entity “${name}”`,
    named: name,
    detail: typeName(typeId),
    target: { kind: 'newEntity', name, typeId },
  };
}

/** The name of an entity type; 'any type' for none. */
export function typeNamer(types: readonly { id: string; name: string }[]): (id: string | null) => string {
  return (id) => (id === null ? 'any type' : (types.find((type) => type.id === id)?.name ?? id));
}
