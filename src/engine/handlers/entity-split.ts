import { aliasesWithout } from '@core/entities/merge';
import { ParleyError } from '@core/errors';
import { changed, created } from '@core/journal/change';
import type { Records } from '@core/journal/records';
import type { Entity } from '@core/model/entity';
import { plain } from '@core/names/fold';
import { eventsNaming } from '../../store/reads/joins';
import { stancesNaming } from '../../store/reads/lists';
import type { CommandHandler, Context } from '../context';
import { refuseForeignLayer } from './layers';
import { linkChanges } from './mentions';
import { entityOf } from './new-entity';
import { refillChanges, repointChanges } from './repoint';

/** Which of an entity's mentions name somebody else is a judgement about each: it touches own layers alone. */
export const splitEntity: CommandHandler<'entity.split'> = (context, input) => {
  const source = context.need('entity', input.id);
  const { entity: goal, isNew } = entityOf(context, input.to);
  if (goal.id === source.id) throw new ParleyError('bad-input', { cause: 'The parts must be two entities' });
  const mentions = linkChanges(context, input.annotationIds, goal.id);
  const strange = mentions.find(
    ({ kind, before }) => kind === 'annotation' && before?.entityId !== source.id,
  );
  if (strange) {
    throw new ParleyError('bad-input', {
      cause: `The annotation ${strange.id} is no mention of '${source.name}'`,
    });
  }
  const { connection } = context.file;
  const stances = own(context, 'stance', input.stanceIds, stancesNaming(connection, 'entity', source.id));
  const events = own(context, 'event', input.eventIds, eventsNaming(connection, 'entity', [source.id]));
  if (mentions.length + stances.length + events.length + input.aliases.length === 0) {
    throw new ParleyError('bad-input', {
      cause: 'Nothing was chosen that goes',
      remedy: 'Choose mentions, stances, events or names.',
    });
  }
  const from = new Set([source.id]);
  const left: Entity = { ...source, aliases: aliasesWithout(source.aliases, input.aliases) };
  const names = new Set([goal.name, ...goal.aliases].map(plain));
  const gained: Entity = {
    ...goal,
    aliases: [...goal.aliases, ...input.aliases.filter((alias) => !names.has(plain(alias)))],
  };
  return {
    changes: [
      isNew ? created('entity', gained) : changed('entity', goal, gained),
      changed('entity', source, left),
      ...mentions,
      ...repointChanges(stances, 'entity', from, goal.id),
      ...refillChanges(events, from, goal.id),
    ],
    output: {
      entity: gained,
      mentions: mentions.length,
      stances: stances.length,
      events: events.length,
    },
  };
};

/**
 * Stances or events of one's own that name the entity.
 * @throws ParleyError 'bad-input' for one that does not, 'conflict' for a colleague's
 */
function own<Kind extends 'stance' | 'event'>(
  context: Context,
  kind: Kind,
  ids: readonly string[],
  naming: readonly string[],
): Records[Kind][] {
  return [...new Set(ids)].map((id) => {
    const record = context.need(kind, id);
    refuseForeignLayer(context, record.layerId);
    if (!naming.includes(id))
      throw new ParleyError('bad-input', { cause: `The ${kind} ${id} does not name this entity` });
    return record;
  });
}
