import { changed, deleted, sameValue } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Event, Filler } from '@core/model/event';
import { displayQuote } from '@core/model/fragment';
import { mayFill, mayJoin } from '@core/model/joins';
import type { Relation } from '@core/model/relation';
import type { EventType } from '@core/model/schema';
import { markOf } from '@core/schema-change/migrate';
import { inARow } from '@core/text/direction';
import { eventsNaming, relationsNaming } from '../../store/reads/joins';
import { type Carrying, insteadOf, lostTypes } from './schema-carrying';

type Gone = ReadonlyMap<string, SpanAnnotation>;

/** Relations after a change of schema: those whose end goes, go with it. */
export function carryRelations(carrying: Carrying, gone: Gone): void {
  const { context, migration, changes, effects } = carrying;
  const relations = new Map<string, Relation>();
  for (const relation of carrying.withTerm('relation', 'type_id', migration.affected('relationTypes')))
    relations.set(relation.id, relation);
  for (const id of relationsNaming(context.file.connection, [...gone.keys()]))
    relations.set(id, context.need('relation', id));
  for (const before of relations.values()) {
    const quote = () => {
      const ends = [before.fromId, before.toId].map((id) => context.need('annotation', id).fragments);
      const text = context.textOf(before.documentId);
      return inARow(
        ends.map((fragments) => displayQuote(text, fragments)),
        ' → ',
      );
    };
    const ends = [before.fromId, before.toId].map((id) => ({ kind: 'mention', id }));
    const lost = lostTypes(gone, ends);
    for (const typeId of lost)
      effects.add('relation', markOf('delete', 'entityTypes', typeId), before, before.documentId, quote);
    if (lost.size > 0) {
      changes.push(deleted('relation', before));
      continue;
    }
    const { after, marks } = migration.typed('relationTypes', before);
    for (const mark of marks) effects.add('relation', mark, before, before.documentId, quote);
    if (after !== null && breaksJoin(carrying, before, after))
      effects.add(
        'relation',
        markOf('breaks', 'relationTypes', before.typeId),
        before,
        before.documentId,
        quote,
      );
    if (after === null) changes.push(deleted('relation', before));
    else if (!sameValue(before, after)) changes.push(changed('relation', before, after));
  }
}

/** Events after a change of schema: what fills a role and goes leaves its entity there, or nothing. */
export function carryEvents(carrying: Carrying, gone: Gone): void {
  const { context, migration, changes, effects } = carrying;
  const events = new Map<string, Event>();
  for (const event of carrying.withTerm('event', 'type_id', migration.affected('eventTypes')))
    events.set(event.id, event);
  for (const id of eventsNaming(context.file.connection, 'annotation', [...gone.keys()]))
    events.set(id, context.need('event', id));
  for (const before of events.values()) {
    const quote = () => displayQuote(context.textOf(before.documentId), before.trigger);
    const tell = (mark: ReturnType<typeof markOf>) =>
      effects.add('event', mark, before, before.documentId, quote);
    const outcome = migration.event(before);
    for (const mark of outcome.marks) tell(mark);
    if (outcome.after === null) {
      changes.push(deleted('event', before));
      continue;
    }
    const fillers = outcome.after.roles.map(({ filler }) => filler);
    for (const typeId of lostTypes(gone, fillers)) tell(markOf('clear', 'entityTypes', typeId));
    const roles = outcome.after.roles.flatMap((filling) => {
      const { filler } = filling;
      const instead = filler.kind === 'mention' ? insteadOf(gone, filler.id) : undefined;
      if (instead === undefined) return [filling];
      return instead === null ? [] : [{ ...filling, filler: instead }];
    });
    const after: Event = { ...outcome.after, roles };
    if (breaksRoles(carrying, before, after)) tell(markOf('breaks', 'eventTypes', before.typeId));
    if (!sameValue(before, after)) changes.push(changed('event', before, after));
  }
}

/** Whether a relation joins what the new schema does not let it join, and the old one did. */
function breaksJoin({ context, migration }: Carrying, before: Relation, after: Relation): boolean {
  const old = migration.before.relationTypes.find(({ id }) => id === before.typeId);
  const now = migration.after.relationTypes.find(({ id }) => id === after.typeId);
  if (!old || !now) return false;
  const types = [before.fromId, before.toId].map((id) => context.need('annotation', id).typeId);
  const goals = types.map((id) => migration.goalOf('entityTypes', id));
  return mayJoin(old, types[0]!, types[1]!) && !mayJoin(now, goals[0]!, goals[1]!);
}

/** Whether a role is filled by what may not fill it, or more often than it may be, and was not before. */
function breaksRoles({ context, migration }: Carrying, before: Event, after: Event): boolean {
  const typeOf = (filler: Filler) =>
    filler.kind === 'entity'
      ? context.need('entity', filler.id).typeId
      : context.need('annotation', filler.id).typeId;
  const isBroken = (event: Event, type: EventType | undefined, carry: (typeId: string) => string) =>
    event.roles.some(({ roleId, filler }) => {
      const role = type?.roles.find(({ id }) => id === roleId);
      if (!role) return false;
      const typeId = typeOf(filler);
      const often = event.roles.filter((other) => other.roleId === roleId).length > 1;
      return (often && !role.many) || !mayFill(role, typeId && carry(typeId));
    });
  const old = migration.before.eventTypes.find(({ id }) => id === before.typeId);
  const now = migration.after.eventTypes.find(({ id }) => id === after.typeId);
  const carried = (typeId: string) => migration.goalOf('entityTypes', typeId);
  return !isBroken(before, old, (typeId) => typeId) && isBroken(after, now, carried);
}
