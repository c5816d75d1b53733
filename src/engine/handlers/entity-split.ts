import { aliasesWithout } from '@core/entities/merge';
import { ParleyError } from '@core/errors';
import { changed, created } from '@core/journal/change';
import type { Entity } from '@core/model/entity';
import { plain } from '@core/names/fold';
import { stancesNaming } from '../../store/reads/lists';
import type { CommandHandler } from '../context';
import { refuseForeignLayer } from './layers';
import { linkChanges } from './mentions';
import { entityOf } from './new-entity';
import { repointChanges } from './repoint';

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
  const naming = new Set(stancesNaming(context.file.connection, 'entity', source.id));
  const stances = [...new Set(input.stanceIds)].map((id) => context.need('stance', id));
  for (const { id, layerId } of stances) {
    refuseForeignLayer(context, layerId);
    if (!naming.has(id))
      throw new ParleyError('bad-input', { cause: `The stance ${id} does not name '${source.name}'` });
  }
  if (mentions.length + stances.length + input.aliases.length === 0) {
    throw new ParleyError('bad-input', {
      cause: 'Nothing was chosen that goes',
      remedy: 'Choose mentions, stances or names.',
    });
  }
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
      ...repointChanges(stances, 'entity', new Set([source.id]), goal.id),
    ],
    output: { entity: gained, mentions: mentions.length, stances: stances.length },
  };
};
