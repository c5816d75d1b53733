import { EditorState, RangeSet } from '@codemirror/state';
import type { SpanAnnotation } from '@core/model/annotation';
import { hull } from '@core/model/fragment';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localClient } from '../../../src/engine/client';
import { DocumentSession } from '../../../src/renderer/data/document-session';
import { MOST_LANES } from '../../../src/renderer/editor/lanes';
import { type MarksField, marks, marksBetween, sessionChanged } from '../../../src/renderer/editor/marks';
import { anyText } from '../../support/arbitrary';
import { call, identity, newProject } from '../../support/project';

const spans = fc.array(fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 })), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 12,
});

/** Ids of the annotations drawn at each position of a line, as the editor's decorations have them. */
function drawnIn(state: EditorState, field: MarksField, from: number, to: number): Set<string>[] {
  const drawn = Array.from({ length: to - from }, () => new Set<string>());
  const { annotations, crowded } = state.field(field);
  RangeSet.spans([annotations, crowded], from, to, {
    point() {},
    span(start, end, active) {
      for (const mark of active) {
        const id = mark.spec.attributes['data-annotation-id'];
        for (let at = start; id && at < end; at++) drawn[at - from]!.add(id);
      }
    },
  });
  return drawn;
}

function modelIn(annotations: readonly SpanAnnotation[], from: number, to: number): Set<string>[] {
  return Array.from({ length: to - from }, (_, index) => {
    const covering = annotations.filter(({ fragments }) =>
      fragments.some(({ start, end }) => start <= from + index && from + index < end),
    );
    return new Set(covering.map(({ id }) => id));
  });
}

function lanesOf(state: EditorState, field: MarksField): Map<string, number> {
  const lanes = new Map<string, number>();
  marksBetween(state.field(field), 0, state.doc.length, (_from, _to, mark) => {
    lanes.set(mark.spec.annotationId, mark.spec.lane);
    return undefined;
  });
  return lanes;
}

test('what is drawn for each line is what the model says, at opening and after every change', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText,
      spans,
      spans,
      fc.array(fc.nat(), { maxLength: 6 }),
      async (text, a, b, gone) => {
        const { engine, addText } = newProject();
        const documentId = await addText(text);
        const mark = (list: typeof a) =>
          call(engine, 'annotation.createMany', {
            documentId,
            typeId: 'person',
            spans: list.map((fragments) =>
              fragments.map(([at, length]) => {
                const start = at % text.length;
                return { start, end: Math.min(text.length, start + 1 + length) };
              }),
            ),
          });
        await mark(a);
        const session = await DocumentSession.load(localClient(engine), documentId);
        const { extension, field } = marks(session, identity().annotator.id);
        let state = EditorState.create({
          doc: session.text,
          extensions: [EditorState.lineSeparator.of('\n'), extension],
        });
        const holds = () => {
          const model = [...session.annotations.values()];
          for (let number = 1; number <= state.doc.lines; number++) {
            const { from, to } = state.doc.line(number);
            expect(drawnIn(state, field, from, to)).toEqual(modelIn(model, from, to));
          }
          const lanes = lanesOf(state, field);
          for (const one of model)
            for (const other of model) {
              const [p, q] = [hull(one.fragments), hull(other.fragments)];
              if (one.id < other.id && p.start < q.end && q.start < p.end && lanes.get(one.id)! < MOST_LANES)
                expect(lanes.get(one.id)).not.toBe(lanes.get(other.id));
            }
        };
        holds();
        engine.onChanged((_entry, changes) => session.apply(changes));
        session.subscribe((changes) => {
          state = state.update({ effects: sessionChanged.of(changes) }).state;
        });
        await mark(b);
        holds();
        for (const number of gone) {
          const left = session.ordered;
          const one = left[number % Math.max(1, left.length)];
          if (one) await call(engine, 'annotation.remove', { ids: [one.id] });
        }
        holds();
        while (await call(engine, 'history.undo', {}));
        holds();
        engine.close();
      },
    ),
    { numRuns: 40 },
  );
});
