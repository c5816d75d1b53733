import { ParleyError } from '@core/errors';
import { changed, created, deleted } from '@core/journal/change';
import { defaultsOf } from '@core/model/attributes';
import { mayJoin } from '@core/model/joins';
import type { Relation } from '@core/model/relation';
import type { RelationType, Schema } from '@core/model/schema';
import type { CommandHandler, Context } from '../context';
import { attributesFor, checkAttributes, refuseRetired } from './checks';
import { refuseForeignLayer } from './layers';
import { given } from './patch';

export const createRelation: CommandHandler<'relation.create'> = (context, input) => {
  const { layerId, documentId } = context.need('annotation', input.fromId);
  refuseForeignLayer(context, layerId);
  const schema = context.schema();
  const type = relationTypeOf(schema, input.typeId);
  refuseRetired('relation type', type, schema.relationTypes);
  const attributes = { ...defaultsOf(type.attributes), ...input.attributes };
  const relation: Relation = {
    ...input,
    id: context.environment.newId(),
    layerId,
    documentId,
    attributes,
  };
  check(context, relation);
  return { changes: [created('relation', relation)], output: relation };
};

export const updateRelation: CommandHandler<'relation.update'> = (context, input) => {
  const before = context.need('relation', input.id);
  refuseForeignLayer(context, before.layerId);
  const after: Relation = { ...before, ...given(input) };
  const schema = context.schema();
  const type = relationTypeOf(schema, after.typeId);
  if (after.typeId !== before.typeId) refuseRetired('relation type', type, schema.relationTypes);
  if (input.typeId !== undefined && input.attributes === undefined)
    after.attributes = attributesFor(type, before.attributes);
  check(context, after);
  return { changes: [changed('relation', before, after)], output: after };
};

export const removeRelations: CommandHandler<'relation.remove'> = (context, input) => {
  const relations = [...new Set(input.ids)].map((id) => context.need('relation', id));
  for (const { layerId } of relations) refuseForeignLayer(context, layerId);
  return {
    changes: relations.map((relation) => deleted('relation', relation)),
    output: { removed: relations.length },
  };
};

/** @throws ParleyError 'bad-input' when the schema has no relation type of this id */
function relationTypeOf(schema: Schema, id: string): RelationType {
  const found = schema.relationTypes.find((type) => type.id === id);
  if (!found) {
    throw new ParleyError('bad-input', {
      cause: `The schema has no relation type '${id}'`,
      remedy: `It has: ${schema.relationTypes.map((type) => type.id).join(', ') || 'none'}.`,
    });
  }
  return found;
}

function check(context: Context, relation: Relation): void {
  const type = relationTypeOf(context.schema(), relation.typeId);
  const from = context.need('annotation', relation.fromId);
  const to = context.need('annotation', relation.toId);
  if (from.id === to.id)
    throw new ParleyError('bad-input', { cause: 'A relation joins two annotations; this names one twice' });
  if (from.layerId !== relation.layerId || to.layerId !== relation.layerId) {
    throw new ParleyError('bad-input', {
      cause: 'A relation joins annotations of one layer: of one annotator in one document',
    });
  }
  if (!mayJoin(type, from.typeId, to.typeId)) {
    const words = (ids: readonly string[]) => (ids.length === 0 ? 'anything' : ids.join(', '));
    throw new ParleyError('bad-input', {
      cause: `'${type.name}' cannot go from '${from.typeId}' to '${to.typeId}'`,
      remedy: `It goes from ${words(type.from)} to ${words(type.to)}.`,
    });
  }
  checkAttributes(type, relation.attributes);
  const [twin] = context.file.records.where(
    'relation',
    'type_id = ? AND from_id = ? AND to_id = ? AND id <> ?',
    [relation.typeId, relation.fromId, relation.toId, relation.id],
  );
  if (twin) throw new ParleyError('exists', { cause: 'These two are joined by this relation already' });
}
