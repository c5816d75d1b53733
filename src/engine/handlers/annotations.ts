import { changed, created, deleted } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { defaultsOf } from '@core/model/attributes';
import type { CommandHandler } from '../context';
import { attributesFor, checkAttributes, entityTypeOf, fragmentsIn, offeredTypeOf } from './checks';
import { replaceInJoins } from './joins';
import { ownLayer, refuseForeignLayer } from './layers';
import { replaceMentions } from './mentions-in-stances';
import { given } from './patch';

export const createAnnotation: CommandHandler<'annotation.create'> = (context, input) => {
  const type = offeredTypeOf(context.schema(), input.typeId);
  const attributes = { ...defaultsOf(type.attributes), ...input.attributes };
  checkAttributes(type, attributes);
  if (input.entityId !== null) context.need('entity', input.entityId);
  const { layer, changes } = ownLayer(context, input.documentId);
  const annotation: SpanAnnotation = {
    ...input,
    id: context.environment.newId(),
    layerId: layer.id,
    attributes,
    fragments: fragmentsIn(context, input.documentId, input.fragments),
  };
  return { changes: [...changes, created('annotation', annotation)], output: annotation };
};

export const createAnnotations: CommandHandler<'annotation.createMany'> = (context, input) => {
  const { documentId, typeId, spans, entityId, origin } = input;
  const type = offeredTypeOf(context.schema(), typeId);
  if (entityId !== null) context.need('entity', entityId);
  const { layer, changes } = ownLayer(context, documentId);
  const annotations = spans.map(
    (fragments): SpanAnnotation => ({
      id: context.environment.newId(),
      layerId: layer.id,
      documentId,
      typeId,
      fragments: fragmentsIn(context, documentId, fragments),
      attributes: defaultsOf(type.attributes),
      note: '',
      entityId,
      origin,
    }),
  );
  return {
    changes: [...changes, ...annotations.map((annotation) => created('annotation', annotation))],
    output: { ids: annotations.map(({ id }) => id) },
  };
};

export const updateAnnotation: CommandHandler<'annotation.update'> = (context, input) => {
  const before = context.need('annotation', input.id);
  refuseForeignLayer(context, before.layerId);
  const after: SpanAnnotation = { ...before, ...given(input) };
  if (input.fragments) after.fragments = fragmentsIn(context, before.documentId, input.fragments);
  const type = (after.typeId === before.typeId ? entityTypeOf : offeredTypeOf)(
    context.schema(),
    after.typeId,
  );
  if (input.typeId !== undefined && input.attributes === undefined)
    after.attributes = attributesFor(type, before.attributes);
  checkAttributes(type, after.attributes);
  return { changes: [changed('annotation', before, after)], output: after };
};

export const removeAnnotations: CommandHandler<'annotation.remove'> = (context, input) => {
  const ids = new Set(input.ids);
  const annotations = [...ids].map((id) => context.need('annotation', id));
  for (const annotation of annotations) refuseForeignLayer(context, annotation.layerId);
  const entityOf = new Map(annotations.map(({ id, entityId }) => [id, entityId]));
  const instead = (id: string) => {
    const entityId = entityOf.get(id);
    return entityId ? ({ kind: 'entity', id: entityId } as const) : null;
  };
  const stances = replaceMentions(context, [...ids], (id) => (ids.has(id) ? instead(id) : undefined));
  const joins = replaceInJoins(context, [...ids], instead);
  return {
    changes: [...stances, ...joins, ...annotations.map((annotation) => deleted('annotation', annotation))],
    output: { removed: annotations.length },
  };
};
