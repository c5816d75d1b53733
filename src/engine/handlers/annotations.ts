import { type Change, changed, created, deleted } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Party, Stance, StanceTarget } from '@core/model/stance';
import { stancesNaming } from '../../store/reads/lists';
import type { CommandHandler, Context } from '../context';
import { checkAttributes, entityTypeOf, fragmentsIn } from './checks';
import { ownLayer, refuseForeignLayer } from './layers';
import { given } from './patch';

export const createAnnotation: CommandHandler<'annotation.create'> = (context, input) => {
  const type = entityTypeOf(context.schema(), input.typeId);
  checkAttributes(type, input.attributes);
  if (input.entityId !== null) context.need('entity', input.entityId);
  const { layer, changes } = ownLayer(context, input.documentId);
  const annotation: SpanAnnotation = {
    ...input,
    id: context.environment.newId(),
    layerId: layer.id,
    fragments: fragmentsIn(context, input.documentId, input.fragments),
  };
  return { changes: [...changes, created('annotation', annotation)], output: annotation };
};

export const createAnnotations: CommandHandler<'annotation.createMany'> = (context, input) => {
  const { documentId, typeId, spans, entityId, origin } = input;
  entityTypeOf(context.schema(), typeId);
  if (entityId !== null) context.need('entity', entityId);
  const { layer, changes } = ownLayer(context, documentId);
  const annotations = spans.map(
    (fragments): SpanAnnotation => ({
      id: context.environment.newId(),
      layerId: layer.id,
      documentId,
      typeId,
      fragments: fragmentsIn(context, documentId, fragments),
      attributes: {},
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
  const type = entityTypeOf(context.schema(), after.typeId);
  if (input.typeId !== undefined && input.attributes === undefined) {
    after.attributes = Object.fromEntries(
      Object.entries(before.attributes).filter(([id]) =>
        type.attributes.some((attribute) => attribute.id === id),
      ),
    );
  }
  checkAttributes(type, after.attributes);
  return { changes: [changed('annotation', before, after)], output: after };
};

export const removeAnnotations: CommandHandler<'annotation.remove'> = (context, input) => {
  const ids = new Set(input.ids);
  const annotations = [...ids].map((id) => context.need('annotation', id));
  for (const annotation of annotations) refuseForeignLayer(context, annotation.layerId);
  const stanceIds = new Set(
    annotations.flatMap(({ id }) => stancesNaming(context.file.connection, 'annotation', id)),
  );
  const stances = [...stanceIds].map((id) =>
    withoutMentions(context, context.need('stance', id), annotations),
  );
  return {
    changes: [...stances, ...annotations.map((annotation) => deleted('annotation', annotation))],
    output: { removed: annotations.length },
  };
};

/** The change to a stance when mentions that it names go: their entity takes their place, or nothing does. */
function withoutMentions(context: Context, stance: Stance, gone: readonly SpanAnnotation[]): Change {
  refuseForeignLayer(context, stance.layerId);
  const replace = <Ref extends Party | StanceTarget>(
    ref: Ref | null,
  ): Ref | { kind: 'entity'; id: string } | null => {
    if (ref?.kind !== 'mention') return ref;
    const annotation = gone.find(({ id }) => id === ref.id);
    if (!annotation) return ref;
    return annotation.entityId === null ? null : { kind: 'entity', id: annotation.entityId };
  };
  return changed('stance', stance, {
    ...stance,
    holder: replace(stance.holder),
    target: replace(stance.target),
    sources: stance.sources.map(replace).filter((source) => source !== null),
  });
}
