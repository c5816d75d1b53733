import type { SpanAnnotation } from '../model/annotation';
import type { Event } from '../model/event';
import { hull } from '../model/fragment';
import type { Relation } from '../model/relation';
import { align } from './align';
import type { Compared } from './build';
import { overlapShare } from './likeness';
import type { DifferenceClass } from './position';
import { attributeFields, LEAST_OVERLAP, placeWords } from './spans';
import type { PartyWords } from './stances';

/** A relation with what is compared of it; what its ends are was settled when spans were aligned. */
export function comparedRelation(
  relation: Relation,
  isSymmetric: boolean,
  positionOf: (spanId: string) => string,
  span: (id: string) => SpanAnnotation | undefined,
): Compared {
  const ends = [positionOf(relation.fromId), positionOf(relation.toId)];
  if (isSymmetric) ends.sort();
  const fragments = span(relation.fromId)?.fragments ?? [];
  return {
    id: relation.id,
    layerId: relation.layerId,
    place: fragments.length === 0 ? null : hull(fragments),
    fragments,
    label: relation.typeId,
    fields: {
      label: relation.typeId,
      joined: ends.join(' '),
      ...attributeFields(relation.attributes),
    },
  };
}

/** Relations of several layers: those between the same two things belong together. */
export function alignRelations(
  relations: readonly Compared[],
  lineage: (id: string) => string,
): Compared[][] {
  return align(relations, {
    keys: [
      (relation) => lineage(relation.id),
      (relation) => JSON.stringify(Object.entries(relation.fields).sort()),
      (relation) => `${relation.fields.joined} ${relation.label}`,
      (relation) => relation.fields.joined!,
    ],
    weight: () => 0,
  });
}

/** An event with what is compared of it, each role by those who fill it. */
export function comparedEvent(event: Event, party: PartyWords): Compared {
  const roles = new Map<string, string[]>();
  for (const { roleId, filler } of event.roles)
    roles.set(roleId, [...(roles.get(roleId) ?? []), party(filler)]);
  return {
    id: event.id,
    layerId: event.layerId,
    place: hull(event.trigger),
    fragments: event.trigger,
    label: event.typeId,
    fields: {
      label: event.typeId,
      boundary: placeWords(event.trigger),
      ...Object.fromEntries([...roles].map(([id, fillers]) => [`roles.${id}`, fillers.sort().join(' ')])),
      ...attributeFields(event.attributes),
    },
  };
}

/** Events of several layers by the words that tell them. */
export function alignEvents(
  text: string,
  events: readonly Compared[],
  lineage: (id: string) => string,
): Compared[][] {
  return align(events, {
    keys: [
      (event) => lineage(event.id),
      (event) => JSON.stringify(Object.entries(event.fields).sort()),
      (event) => `${event.fields.boundary} ${event.label}`,
      (event) => event.fields.boundary!,
    ],
    weight: (a, b) => {
      const share = overlapShare(text, a.fragments, b.fragments);
      return share < LEAST_OVERLAP ? 0 : share + (a.label === b.label ? 0.25 : 0);
    },
  });
}

export function classOfJoinField(field: string): DifferenceClass {
  if (field === 'label') return 'label';
  if (field === 'boundary') return 'boundary';
  return field.startsWith('roles.') || field === 'joined' ? 'party' : 'attribute';
}
