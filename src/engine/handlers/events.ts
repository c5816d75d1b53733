import { ParleyError } from '@core/errors';
import { changed, created, deleted } from '@core/journal/change';
import { defaultsOf } from '@core/model/attributes';
import type { Event } from '@core/model/event';
import { mayFill } from '@core/model/joins';
import type { EventType, Schema } from '@core/model/schema';
import type { CommandHandler, Context } from '../context';
import { attributesFor, checkAttributes, fragmentsIn, refuseRetired } from './checks';
import { ownLayer, refuseForeignLayer } from './layers';
import { given } from './patch';

export const createEvent: CommandHandler<'event.create'> = (context, input) => {
  const schema = context.schema();
  const type = eventTypeOf(schema, input.typeId);
  refuseRetired('event type', type, schema.eventTypes);
  const { layer, changes } = ownLayer(context, input.documentId);
  const event: Event = {
    ...input,
    attributes: { ...defaultsOf(type.attributes), ...input.attributes },
    id: context.environment.newId(),
    layerId: layer.id,
    trigger: fragmentsIn(context, input.documentId, input.trigger),
  };
  check(context, event);
  return { changes: [...changes, created('event', event)], output: event };
};

export const updateEvent: CommandHandler<'event.update'> = (context, input) => {
  const before = context.need('event', input.id);
  refuseForeignLayer(context, before.layerId);
  const after: Event = { ...before, ...given(input) };
  if (input.trigger) after.trigger = fragmentsIn(context, before.documentId, input.trigger);
  if (input.typeId !== undefined) {
    const schema = context.schema();
    const type = eventTypeOf(schema, input.typeId);
    if (input.typeId !== before.typeId) refuseRetired('event type', type, schema.eventTypes);
    if (!input.attributes) after.attributes = attributesFor(type, before.attributes);
    if (!input.roles)
      after.roles = before.roles.filter(({ roleId }) => type.roles.some(({ id }) => id === roleId));
  }
  check(context, after);
  return { changes: [changed('event', before, after)], output: after };
};

export const removeEvents: CommandHandler<'event.remove'> = (context, input) => {
  const events = [...new Set(input.ids)].map((id) => context.need('event', id));
  for (const { layerId } of events) refuseForeignLayer(context, layerId);
  return { changes: events.map((event) => deleted('event', event)), output: { removed: events.length } };
};

/** @throws ParleyError 'bad-input' when the schema has no event type of this id */
function eventTypeOf(schema: Schema, id: string): EventType {
  const found = schema.eventTypes.find((type) => type.id === id);
  if (!found) {
    throw new ParleyError('bad-input', {
      cause: `The schema has no event type '${id}'`,
      remedy: `It has: ${schema.eventTypes.map((type) => type.id).join(', ') || 'none'}.`,
    });
  }
  return found;
}

/** Roles that are still empty are no error here: an event is filled in step by step. */
function check(context: Context, event: Event): void {
  const type = eventTypeOf(context.schema(), event.typeId);
  checkAttributes(type, event.attributes);
  const filled = new Set<string>();
  for (const { roleId, filler } of event.roles) {
    const role = type.roles.find(({ id }) => id === roleId);
    if (!role) {
      throw new ParleyError('bad-input', {
        cause: `'${type.name}' has no role '${roleId}'`,
        remedy: `It has: ${type.roles.map(({ id }) => id).join(', ') || 'none'}.`,
      });
    }
    if (filled.has(roleId) && !role.many)
      throw new ParleyError('bad-input', { cause: `The role '${role.name}' has room for one only` });
    filled.add(roleId);
    const typeId = typeOfFiller(context, event, filler);
    if (!mayFill(role, typeId)) {
      throw new ParleyError('bad-input', {
        cause: `'${typeId}' cannot be the '${role.name}' of '${type.name}'`,
        remedy: `It can be: ${role.types.join(', ')}.`,
      });
    }
  }
}

function typeOfFiller(
  context: Context,
  event: Event,
  filler: Event['roles'][number]['filler'],
): string | null {
  if (filler.kind === 'entity') return context.need('entity', filler.id).typeId;
  const mention = context.need('annotation', filler.id);
  if (mention.layerId !== event.layerId) {
    throw new ParleyError('bad-input', {
      cause: 'An event can name only mentions of its own layer',
      remedy: 'Name the entity instead.',
    });
  }
  return mention.typeId;
}
