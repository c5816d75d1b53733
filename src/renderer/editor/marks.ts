import { type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Change } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { type Fragments, hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { annotationRanges, evidenceRanges, ownershipOf, selectedRanges, triggerRanges } from './decorations';
import { deepened, deepLines, flattened } from './deep-lines';
import { boundaryPreview } from './handles';
import { assignLanes, lowestFree } from './lanes';

/** Changes of the open document, for the marks to follow. */
export const sessionChanged = StateEffect.define<readonly Change[]>();
/** The annotations that are selected now, the one that acts begin with first. */
export const annotationsSelected = StateEffect.define<readonly string[]>();

export interface Marks {
  annotations: DecorationSet;
  evidence: DecorationSet;
  /** The words that tell events. */
  triggers: DecorationSet;
  selected: DecorationSet;
  selectedIds: readonly string[];
  /** Where a dragged handle would put the ends of an annotation. */
  preview: { id: string; fragments: Fragments } | null;
  /** Lines that need more room because marks lie deep over each other in them. */
  deep: DecorationSet;
}

export type MarksField = StateField<Marks>;

/** Shows the annotations and the stances' evidence of a document, patched change by change. */
export function marks(
  session: DocumentSession,
  ownAnnotatorId: string,
): { extension: Extension; field: MarksField } {
  const field = StateField.define<Marks>({
    create({ doc }) {
      const { ordered } = session;
      const lanes = assignLanes(ordered.map(({ id, fragments }) => ({ id, ...hull(fragments) })));
      const all = ordered.flatMap((annotation) =>
        annotationRanges(
          annotation,
          lanes.get(annotation.id)!,
          ownershipOf(annotation, session, ownAnnotatorId),
        ),
      );
      const annotations = Decoration.set(all, true);
      return {
        annotations,
        evidence: allEvidence(),
        triggers: allTriggers(),
        selected: Decoration.none,
        selectedIds: [],
        preview: null,
        deep: deepLines(
          doc,
          ordered.map(({ id, fragments }) => ({ lane: lanes.get(id)!, ...hull(fragments) })),
        ),
      };
    },
    update(before, transaction) {
      let after = before;
      for (const effect of transaction.effects) {
        if (effect.is(sessionChanged)) after = patched(after, effect.value, transaction.state.doc);
        if (effect.is(annotationsSelected)) after = { ...after, selectedIds: effect.value };
        if (effect.is(boundaryPreview)) after = { ...after, preview: effect.value };
      }
      if (after === before) return before;
      return { ...after, selected: Decoration.set(selectedRanges(chosen(after)), true) };
    },
    provide: (self) => [
      EditorView.decorations.from(self, (value) => value.annotations),
      EditorView.decorations.from(self, (value) => value.evidence),
      EditorView.decorations.from(self, (value) => value.triggers),
      EditorView.decorations.from(self, (value) => value.selected),
      EditorView.decorations.from(self, (value) => value.deep),
    ],
  });

  function chosen({ selectedIds, preview }: Marks): SpanAnnotation[] {
    const found = selectedIds.map((id) => session.annotations.get(id));
    return found
      .filter((annotation) => annotation !== undefined)
      .map((annotation) =>
        annotation.id === preview?.id ? { ...annotation, fragments: [...preview.fragments] } : annotation,
      );
  }

  function allEvidence(): DecorationSet {
    return Decoration.set([...session.stances.values()].flatMap(evidenceRanges), true);
  }

  function allTriggers(): DecorationSet {
    return Decoration.set([...session.events.values()].flatMap(triggerRanges), true);
  }

  function patched(value: Marks, changes: readonly Change[], doc: Text): Marks {
    let { annotations, deep } = value;
    for (const change of changes) {
      if (change.kind !== 'annotation') continue;
      if (change.before) {
        const { start, end } = hull(change.before.fragments);
        annotations = annotations.update({
          filterFrom: start,
          filterTo: end,
          filter: (_from, _to, mark) => mark.spec.annotationId !== change.id,
        });
        deep = flattened(deep, annotations, doc, { start, end });
      }
      if (change.after) {
        const place = hull(change.after.fragments);
        const lane = freeLane(annotations, place);
        annotations = annotations.update({
          add: annotationRanges(change.after, lane, ownershipOf(change.after, session, ownAnnotatorId)),
          sort: true,
        });
        deep = deepened(deep, doc, { lane, ...place });
      }
    }
    const evidence = changes.some(({ kind }) => kind === 'stance') ? allEvidence() : value.evidence;
    const triggers = changes.some(({ kind }) => kind === 'event') ? allTriggers() : value.triggers;
    return { ...value, annotations, evidence, triggers, deep };
  }

  return { extension: field, field };
}

function freeLane(set: DecorationSet, { start, end }: { start: number; end: number }): number {
  const taken: number[] = [];
  RangeSet.spans([set], start, end, {
    point() {},
    span: (_from, _to, active) => {
      for (const mark of active) taken.push(mark.spec.lane);
    },
  });
  return lowestFree(taken);
}
