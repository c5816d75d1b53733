import type { Client } from '@contract/client';
import type { Change } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { compareByPlace } from '@core/model/fragment';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DocumentSession } from '../../../src/renderer/data/document-session';

const documentId = 'document';

const annotationAt = (id: string, start: number, length: number): SpanAnnotation => ({
  id,
  layerId: 'layer',
  documentId,
  typeId: 'person',
  fragments: [{ start, end: start + length }],
  attributes: {},
  note: '',
  entityId: null,
  origin: 'human',
});

const clientOf = (annotations: SpanAnnotation[]): Client => {
  const answers: Record<string, unknown> = {
    'document.get': { document: { id: documentId }, text: '' },
    'document.annotations': {
      layers: [],
      annotations,
      stances: [],
      relations: [],
      events: [],
      appraisals: [],
      comments: [],
    },
  };
  return { call: (name) => Promise.resolve(answers[name]) as Promise<never>, onChanged: () => () => {} };
};

const places = fc.tuple(fc.nat({ max: 29 }), fc.nat({ max: 20 }), fc.integer({ min: 1, max: 5 }));
/** Null takes the annotation away; the same id may come more than once in one commit. */
const acts = fc.array(fc.tuple(fc.nat({ max: 29 }), fc.option(places)), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
});

test('annotations stay in text order, each once, through any changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(places), fc.array(acts, { maxLength: 6 }), async (first, commits) => {
      const model = new Map(first.map(([id, at, length]) => [`a${id}`, annotationAt(`a${id}`, at, length)]));
      const session = await DocumentSession.load(clientOf([...model.values()]), documentId);
      for (const commit of commits) {
        const changes = commit.flatMap(([number, place]): Change[] => {
          const id = `a${number}`;
          const before = model.get(id) ?? null;
          const after = place && annotationAt(id, place[1], place[2]);
          if (!before && !after) return [];
          if (after) model.set(id, after);
          else model.delete(id);
          return [{ kind: 'annotation', id, before, after }];
        });
        session.apply(changes);
        expect(session.ordered).toEqual([...model.values()].sort(compareByPlace));
      }
    }),
  );
});
