import { type Change, created } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { defaultsOf } from '@core/model/attributes';
import type { Fragment } from '@core/model/fragment';
import type { PreparedCommand } from '../context';
import { fragmentsIn, offeredTypeOf } from './checks';
import { ownLayer } from './layers';

/** For each document the fragments of each span, in canonical form. */
type Prepared = Map<string, Fragment[][]>;

/** Marks in many documents at once: the spans are held against their texts beforehand, since texts never change. */
export const createAnnotationsAcross: PreparedCommand<'annotation.createAcross', Prepared> = {
  async prepare(context, { documents }, work) {
    const prepared: Prepared = new Map();
    for (const [index, { documentId, spans }] of documents.entries()) {
      const { name } = context.need('document', documentId);
      work.progress({ done: index, total: documents.length, what: name });
      await work.breathe();
      const checked = spans.map((fragments) => fragmentsIn(context, documentId, fragments));
      prepared.set(documentId, [...(prepared.get(documentId) ?? []), ...checked]);
    }
    return prepared;
  },

  plan(context, { typeId, entityId, origin }, prepared) {
    const type = offeredTypeOf(context.schema(), typeId);
    if (entityId !== null) context.need('entity', entityId);
    const changes: Change[] = [];
    const documents: { documentId: string; ids: string[] }[] = [];
    for (const [documentId, spans] of prepared) {
      const own = ownLayer(context, documentId);
      const annotations = spans.map(
        (fragments): SpanAnnotation => ({
          id: context.environment.newId(),
          layerId: own.layer.id,
          documentId,
          typeId,
          fragments,
          attributes: defaultsOf(type.attributes),
          note: '',
          entityId,
          origin,
        }),
      );
      changes.push(...own.changes, ...annotations.map((annotation) => created('annotation', annotation)));
      documents.push({ documentId, ids: annotations.map(({ id }) => id) });
    }
    return { changes, output: { documents } };
  },
};
