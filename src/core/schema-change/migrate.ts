import { sameValue } from '../journal/change';
import type { Attributes } from '../model/annotation';
import { attributeProblem, type Value } from '../model/attributes';
import type { Entity } from '../model/entity';
import type { Event } from '../model/event';
import type { AttributeType, Schema, SchemaDefinition } from '../model/schema';
import { inForce } from '../model/schema-nesting';
import type { Stance } from '../model/stance';
import type { AttributeFate, SchemaMapping } from './mapping';
import { itemsOf, type SchemaItem, type SchemaPart } from './parts';

/**
 * What a change does to one record, and why. 'unresolved': it does not fit the new schema and the
 * mapping does not say what is to become of it. 'lacks': it has no value of an attribute that is now required.
 * 'breaks': it is kept and breaks a rule of the new schema: which spans may overlap, what may be joined
 * and what may fill a role.
 */
export interface Mark {
  action: 'keep' | 'merge' | 'delete' | 'clear' | 'move' | 'unresolved' | 'lacks' | 'breaks';
  part: SchemaPart;
  /** The term before the change. */
  id: string;
  /** The attribute concerned, and the value that it has where that decides. */
  attribute: string | null;
  /** The role of an event concerned. */
  role: string | null;
  value: string | null;
  /** The term, attribute or value that takes its place. */
  into: string | null;
}

export interface Outcome<Rec> {
  /** The record after the change; null where it is deleted. */
  after: Rec | null;
  marks: Mark[];
}

interface TypedRecord {
  typeId: string;
  attributes: Attributes;
}

type TypedPart = AttributeFate['part'];

/** Carries records over from one schema to another, one by one; nothing is lost that the mapping does not name. */
export class SchemaMigration {
  readonly before: Schema;
  readonly after: Schema;
  readonly #mapping: SchemaMapping;

  constructor(before: SchemaDefinition, after: SchemaDefinition, mapping: SchemaMapping) {
    this.before = inForce(before);
    this.after = inForce(after);
    this.#mapping = mapping;
  }

  get #mergesEntityTypes(): boolean {
    return Object.values(this.#mapping.entityTypes).some((fate) => fate.do === 'merge');
  }

  /** Ids of the old terms of a part whose records may be touched or are to be told of. */
  affected(part: SchemaPart): string[] {
    return itemsOf(this.before, part)
      .filter((item) => this.#isAffected(part, item))
      .map(({ id }) => id);
  }

  #isAffected(part: SchemaPart, old: SchemaItem): boolean {
    if (old.id in this.#mapping[part]) return true;
    const now = itemsOf(this.after, part).find(({ id }) => id === old.id);
    if (!now || now.name !== old.name || now.retired !== old.retired) return true;
    if (this.#mapping.attributes.some((fate) => fate.part === part && (fate.type ?? old.id) === old.id))
      return true;
    return (
      !sameValue(attributesOf(old), attributesOf(now)) ||
      !sameValue(joinsOf(old), joinsOf(now)) ||
      (part !== 'entityTypes' && joinsOf(now).length > 0 && this.#mergesEntityTypes)
    );
  }

  /** Ids of the new types that may overlap less than before. */
  stricterOverlaps(): Set<string> {
    const freedom = { any: 2, 'other-types': 1, none: 0 };
    const before = new Map(this.before.entityTypes.map(({ id, overlap }) => [id, overlap]));
    const stricter = this.after.entityTypes.filter(
      ({ id, overlap }) => freedom[overlap] < freedom[before.get(id) ?? 'any'],
    );
    return new Set(stricter.map(({ id }) => id));
  }

  /** The term that records of a term have after the change. */
  goalOf(part: SchemaPart, id: string): string {
    const fate = this.#mapping[part][id];
    return fate?.do === 'merge' ? fate.into : id;
  }

  /** A record with a type and attributes: a span annotation, a relation, an event. */
  typed<Rec extends TypedRecord>(part: TypedPart, record: Rec): Outcome<Rec> {
    const type = this.#type(part, record.typeId);
    if (type.deleted) return { after: null, marks: [type.mark] };
    if (type.mark?.action === 'unresolved') return { after: record, marks: [type.mark] };
    const { attributes, marks } = this.#attributes(part, record, type.goal);
    return {
      after: { ...record, typeId: type.goal, attributes },
      marks: [type.mark, ...marks].filter(isTold),
    };
  }

  event(event: Event): Outcome<Event> {
    const outcome = this.typed('eventTypes', event);
    if (outcome.after === null || outcome.marks.some(isWhollyUnresolved)) return outcome;
    const goal = outcome.after.typeId;
    const roles = this.after.eventTypes.find(({ id }) => id === goal)!.roles;
    const marks: Mark[] = [];
    const tell = (action: Mark['action'], role: string, into: string | null = null) =>
      marks.push({ ...markOf(action, 'eventTypes', event.typeId, into), role });
    const room = new Map(roles.map(({ id, many }) => [id, many ? Number.POSITIVE_INFINITY : 1]));
    const after = event.roles.flatMap((filling) => {
      const { roleId } = filling;
      const fate = this.#mapping.roles.find(({ type, role }) => type === event.typeId && role === roleId);
      if (fate?.do === 'delete') {
        tell('delete', roleId);
        return [];
      }
      const to = fate?.do === 'map' ? (fate.to ?? roleId) : roleId;
      const left = room.get(to);
      if (left === undefined || (left < 1 && to !== roleId)) {
        tell('unresolved', roleId);
        return [filling];
      }
      room.set(to, left - 1);
      if (to !== roleId) tell('move', roleId, to);
      return [{ ...filling, roleId: to }];
    });
    return { after: { ...outcome.after, roles: after }, marks: [...outcome.marks, ...marks] };
  }

  entity(entity: Entity): Outcome<Entity> {
    if (entity.typeId === null) return { after: entity, marks: [] };
    const type = this.#type('entityTypes', entity.typeId);
    if (!type.deleted) return { after: { ...entity, typeId: type.goal }, marks: [type.mark].filter(isTold) };
    return { after: { ...entity, typeId: null }, marks: [{ ...type.mark, action: 'clear' }] };
  }

  stance(stance: Stance): Outcome<Stance> {
    const polarity = this.#type('polarities', stance.polarity);
    if (polarity.deleted) return { after: null, marks: [polarity.mark] };
    const expression = this.#field('expressions', stance.expression);
    const modality = this.#field('modalities', stance.modality);
    return {
      after: { ...stance, polarity: polarity.goal, expression: expression.goal, modality: modality.goal },
      marks: [polarity.mark, expression.mark, modality.mark].filter(isTold),
    };
  }

  #type(
    part: Exclude<SchemaPart, 'expressions' | 'modalities'>,
    id: string,
  ): { goal: string; deleted: boolean; mark: Mark | null } & (
    | { deleted: false }
    | { deleted: true; mark: Mark }
  ) {
    const fate = this.#mapping[part][id];
    if (fate?.do === 'merge')
      return { goal: fate.into, deleted: false, mark: markOf('merge', part, id, fate.into) };
    if (fate?.do === 'delete') return { goal: id, deleted: true, mark: markOf('delete', part, id) };
    return { goal: id, deleted: false, mark: this.#unchanged(part, id) };
  }

  #field(part: 'expressions' | 'modalities', id: string | null): { goal: string | null; mark: Mark | null } {
    if (id === null) return { goal: null, mark: null };
    const fate = this.#mapping[part][id];
    if (fate?.do === 'merge') return { goal: fate.into, mark: markOf('merge', part, id, fate.into) };
    if (fate?.do === 'clear') return { goal: null, mark: markOf('clear', part, id) };
    return { goal: id, mark: this.#unchanged(part, id) };
  }

  /** What is to be told of a term that keeps its records: that it is gone, renamed or retired; mostly nothing. */
  #unchanged(part: SchemaPart, id: string): Mark | null {
    const old = itemsOf(this.before, part).find((item) => item.id === id);
    const now = itemsOf(this.after, part).find((item) => item.id === id);
    if (!now) return markOf('unresolved', part, id);
    if (old && (old.name !== now.name || old.retired !== now.retired)) return markOf('keep', part, id);
    return null;
  }

  #attributes(
    part: TypedPart,
    { typeId, attributes }: TypedRecord,
    goal: string,
  ): { attributes: Attributes; marks: Mark[] } {
    const defined = attributesById(itemsOf(this.after, part).find(({ id }) => id === goal));
    const earlier = attributesById(itemsOf(this.before, part).find(({ id }) => id === typeId));
    const after: Attributes = {};
    const marks: Mark[] = [];
    const tell = (
      action: Mark['action'],
      attribute: string,
      value: string | null,
      into: string | null = null,
    ) => marks.push({ action, part, id: typeId, attribute, role: null, value, into });
    // Values that keep their attribute come first, so that none moves onto them unseen.
    const entries = Object.entries(attributes).map(([id, value]) => ({
      id,
      value,
      ...this.#fateOf(part, typeId, id, value, defined),
    }));
    entries.sort((a, b) => Number(a.to !== a.id) - Number(b.to !== b.id));
    for (const { id, value, to, next } of entries) {
      const shown = showsValue(earlier.get(id)) ? String(value) : null;
      if (next === null) {
        tell('delete', id, shown);
        continue;
      }
      const attribute = to === null ? undefined : defined.get(to);
      const taken = to !== null && to in after && !Object.is(after[to], next);
      if (!attribute || taken || attributeProblem(attribute, next) !== null) {
        after[id] = value;
        tell('unresolved', id, attribute && !taken ? shown : null);
        continue;
      }
      after[to!] = next;
      if (to !== id || !Object.is(next, value)) tell('move', id, shown, to !== id ? to : String(next));
    }
    for (const { id, required, retired } of defined.values()) {
      if (required && !retired && !(id in after) && !earlier.get(id)?.required) tell('lacks', id, null);
    }
    return { attributes: after, marks };
  }

  #fateOf(
    part: TypedPart,
    typeId: string,
    id: string,
    value: Value,
    defined: ReadonlyMap<string, AttributeType>,
  ): { to: string | null; next: Value | null } {
    const fates = this.#mapping.attributes.filter((fate) => fate.part === part && fate.attribute === id);
    const fate = fates.find(({ type }) => type === typeId) ?? fates.find(({ type }) => type === null);
    if (!fate || fate.do === 'retire') return { to: id, next: value };
    if (fate.do === 'delete') return { to: null, next: null };
    const to = fate.to ?? id;
    const key = String(value);
    if (Object.hasOwn(fate.values, key)) return { to, next: fate.values[key]! };
    const attribute = defined.get(to);
    const fits = attribute !== undefined && attributeProblem(attribute, value) === null;
    return { to, next: fits || fate.rest === undefined ? value : fate.rest };
  }
}

/** A mark that concerns a term as a whole. */
export function markOf(
  action: Mark['action'],
  part: SchemaPart,
  id: string,
  into: string | null = null,
): Mark {
  return { action, part, id, attribute: null, role: null, value: null, into };
}

function isTold(mark: Mark | null): mark is Mark {
  return mark !== null;
}

/** Whether a record's very term is gone. */
function isWhollyUnresolved({ action, attribute, role }: Mark): boolean {
  return action === 'unresolved' && attribute === null && role === null;
}

/** What a relation may join, or the roles of an event; empty for other terms. */
function joinsOf(item: object): unknown[] {
  if ('roles' in item) return item.roles as unknown[];
  return 'from' in item && 'to' in item ? [item.from, item.to] : [];
}

function attributesOf(item: object | undefined): AttributeType[] {
  return item && 'attributes' in item ? (item.attributes as AttributeType[]) : [];
}

function attributesById(item: object | undefined): Map<string, AttributeType> {
  return new Map(attributesOf(item).map((attribute) => [attribute.id, attribute]));
}

/** Whether values of an attribute are few enough to be told apart one by one. */
function showsValue(attribute: AttributeType | undefined): boolean {
  return attribute?.kind === 'choice' || attribute?.kind === 'boolean';
}
