import { duplicatePairs } from '@core/entities/duplicates';
import { identifierProblem } from '@core/entities/external-ids';
import { ParleyError } from '@core/errors';
import { changed, created, deleted } from '@core/journal/change';
import type { Entity } from '@core/model/entity';
import { eventsNaming } from '../../store/reads/joins';
import { entityRows, entityRowsOf, stancesNaming } from '../../store/reads/lists';
import { eventsOf, mentionsOf, stancesOf } from '../../store/reads/register';
import type { CommandHandler, QueryHandler } from '../context';
import { entityTypeOf } from './checks';
import { mentionsInContext, namedEvents, namedStances } from './in-context';
import { linkChanges } from './mentions';
import { given } from './patch';

export const listEntities: QueryHandler<'entity.list'> = (context) => entityRows(context.file.connection);

export const searchEntities: QueryHandler<'entity.search'> = (context, { query, ...options }) => {
  const matches = context.register.names.find(query, options);
  const rows = entityRowsOf(
    context.file.connection,
    matches.map(({ id }) => id),
  );
  return rows.map((entity, index) => {
    const { reason, matched } = matches[index]!;
    return { entity, reason, matched };
  });
};

export const mentionsOfEntity: QueryHandler<'entity.mentions'> = (context, { id, ...slice }) => {
  context.need('entity', id);
  const { total, annotations } = mentionsOf(context.file.connection, id, slice);
  return { total, mentions: mentionsInContext(context, annotations) };
};

export const stancesOfEntity: QueryHandler<'entity.stances'> = (context, { id, ...slice }) => {
  context.need('entity', id);
  const { total, stances } = stancesOf(context.file.connection, 'entity', id, slice);
  return { total, stances: namedStances(context, stances) };
};

export const eventsOfEntity: QueryHandler<'entity.events'> = (context, { id, ...slice }) => {
  context.need('entity', id);
  const { total, events } = eventsOf(context.file.connection, id, slice);
  return { total, events: namedEvents(context, events) };
};

export const listDuplicates: QueryHandler<'entity.duplicates'> = (context, { offset, limit }) => {
  const rows = entityRows(context.file.connection);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pairs = duplicatePairs(rows.map(({ mentions: _, stances: __, events: ___, ...entity }) => entity));
  return {
    total: pairs.length,
    pairs: pairs.slice(offset, offset + limit).map(({ first, second, reason, names }) => ({
      first: byId.get(first)!,
      second: byId.get(second)!,
      reason,
      names,
    })),
  };
};

export const createEntity: CommandHandler<'entity.create'> = (context, input) => {
  if (input.typeId !== null) entityTypeOf(context.schema(), input.typeId);
  checkIdentifiers(input.externalIds);
  const { mentions, ...fields } = input;
  const entity: Entity = { id: context.environment.newId(), ...fields };
  return {
    changes: [created('entity', entity), ...linkChanges(context, mentions, entity.id)],
    output: entity,
  };
};

export const updateEntity: CommandHandler<'entity.update'> = (context, input) => {
  const before = context.need('entity', input.id);
  if (input.typeId) entityTypeOf(context.schema(), input.typeId);
  if (input.externalIds) checkIdentifiers(input.externalIds);
  const after: Entity = { ...before, ...given(input) };
  return { changes: [changed('entity', before, after)], output: after };
};

export const removeEntity: CommandHandler<'entity.remove'> = (context, input) => {
  const entity = context.need('entity', input.id);
  const stances = stancesNaming(context.file.connection, 'entity', entity.id);
  if (stances.length > 0) {
    throw new ParleyError('conflict', {
      cause: `'${entity.name}' is named in ${stances.length} ${stances.length === 1 ? 'stance' : 'stances'}`,
      remedy: 'Change or delete these first.',
    });
  }
  const events = eventsNaming(context.file.connection, 'entity', [entity.id]);
  if (events.length > 0) {
    throw new ParleyError('conflict', {
      cause: `'${entity.name}' has a role in ${events.length} ${events.length === 1 ? 'event' : 'events'}`,
      remedy: 'Change or delete these first.',
    });
  }
  const mentions = context.file.records.where('annotation', 'entity_id = ?', [entity.id]);
  const unlinked = linkChanges(
    context,
    mentions.map(({ id }) => id),
    null,
  );
  return { changes: [...unlinked, deleted('entity', entity)], output: { unlinked: unlinked.length } };
};

/** @throws ParleyError 'bad-input' when an identifier of a known register has not its form */
function checkIdentifiers(externalIds: Entity['externalIds']): void {
  for (const identifier of externalIds) {
    const problem = identifierProblem(identifier);
    if (problem) throw new ParleyError('bad-input', { place: 'externalIds', cause: problem });
  }
}
