import { ParleyError } from '@core/errors';
import { type Change, changed, created, deleted } from '@core/journal/change';
import type { Entity, Proposition } from '@core/model/entity';
import { displayQuote } from '@core/model/fragment';
import { entityRows, propositionRows, stancesNaming } from '../../store/reads/lists';
import type { CommandHandler, Context, QueryHandler } from '../context';
import { entityTypeOf } from './checks';
import { refuseForeignLayer } from './layers';
import { given } from './patch';

export const listEntities: QueryHandler<'entity.list'> = (context) => entityRows(context.file.connection);

export const listMentions: QueryHandler<'entity.mentions'> = (context, input) => {
  context.need('entity', input.id);
  const annotations = context.file.records.where(
    'annotation',
    'entity_id = ?',
    [input.id],
    'document_id, span_start, id',
  );
  return annotations.map((annotation) => ({
    annotationId: annotation.id,
    documentId: annotation.documentId,
    documentName: context.need('document', annotation.documentId).name,
    fragments: annotation.fragments,
    quote: displayQuote(context.textOf(annotation.documentId), annotation.fragments),
  }));
};

export const createEntity: CommandHandler<'entity.create'> = (context, input) => {
  if (input.typeId !== null) entityTypeOf(context.schema(), input.typeId);
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
  const mentions = context.file.records.where('annotation', 'entity_id = ?', [entity.id]);
  const unlinked = linkChanges(
    context,
    mentions.map(({ id }) => id),
    null,
  );
  return { changes: [...unlinked, deleted('entity', entity)], output: { unlinked: unlinked.length } };
};

export const linkMentions: CommandHandler<'mention.link'> = (context, input) => {
  if (input.entityId !== null) context.need('entity', input.entityId);
  const changes = linkChanges(context, input.annotationIds, input.entityId);
  return { changes, output: { linked: changes.length } };
};

function linkChanges(context: Context, annotationIds: readonly string[], entityId: string | null): Change[] {
  return [...new Set(annotationIds)].map((id) => {
    const before = context.need('annotation', id);
    refuseForeignLayer(context, before.layerId);
    return changed('annotation', before, { ...before, entityId });
  });
}

export const listPropositions: QueryHandler<'proposition.list'> = (context) =>
  propositionRows(context.file.connection);

export const createProposition: CommandHandler<'proposition.create'> = (context, input) => {
  const proposition: Proposition = { id: context.environment.newId(), ...input };
  return { changes: [created('proposition', proposition)], output: proposition };
};

export const updateProposition: CommandHandler<'proposition.update'> = (context, input) => {
  const before = context.need('proposition', input.id);
  const after: Proposition = { ...before, ...given(input) };
  return { changes: [changed('proposition', before, after)], output: after };
};
