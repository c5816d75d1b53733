import { type Extension, type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Change } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { type Fragments, hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { annotationRanges, evidenceRanges, ownershipOf, selectedRanges, triggerRanges } from './decorations';
import { deepened, deepLines, flattened } from './deep-lines';
import { boundaryPreview } from './handles';
import { assignLanes, lowestFree, MOST_LANES } from './lanes';

/** Changes of the open document, for the marks to follow. */
export const sessionChanged = StateEffect.define<readonly Change[]>();
/** The annotations that are selected now, the one that acts begin with first. */
export const annotationsSelected = StateEffect.define<readonly string[]>();

export interface Marks {
  /** The marks that have a lane of their own; crowd.ts draws them. */
  annotations: DecorationSet;
  /** Marks beyond the last lane: there, but drawn as one. */
  crowded: DecorationSet;
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
      return {
        annotations: Decoration.set(all.filter(isInLane), true),
        crowded: Decoration.set(
          all.filter((range) => !isInLane(range)),
          true,
        ),
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
    let { annotations, crowded, deep } = value;
    for (const change of changes) {
      if (change.kind !== 'annotation') continue;
      if (change.before) {
        const { start, end } = hull(change.before.fragments);
        const without = {
          filterFrom: start,
          filterTo: end,
          filter: (_from: number, _to: number, mark: Decoration) => mark.spec.annotationId !== change.id,
        };
        annotations = annotations.update(without);
        if (crowded.size > 0) crowded = crowded.update(without);
        deep = flattened(deep, annotations, doc, { start, end });
      }
      if (change.after) {
        const place = hull(change.after.fragments);
        const lane = freeLane(annotations, place);
        const add = annotationRanges(change.after, lane, ownershipOf(change.after, session, ownAnnotatorId));
        if (lane < MOST_LANES) annotations = annotations.update({ add, sort: true });
        else crowded = crowded.update({ add, sort: true });
        deep = deepened(deep, doc, { lane, ...place });
      }
    }
    const evidence = changes.some(({ kind }) => kind === 'stance') ? allEvidence() : value.evidence;
    const triggers = changes.some(({ kind }) => kind === 'event') ? allTriggers() : value.triggers;
    return { ...value, annotations, crowded, evidence, triggers, deep };
  }

  return { extension: field, field };
}

function isInLane({ value }: Range<Decoration>): boolean {
  return value.spec.lane < MOST_LANES;
}

/** Calls `tell` with each annotation's mark that touches a stretch, drawn by itself or not, until it says false. */
export function marksBetween(
  { annotations, crowded }: Marks,
  from: number,
  to: number,
  tell: (from: number, to: number, mark: Decoration) => false | undefined,
): void {
  annotations.between(from, to, tell);
  crowded.between(from, to, tell);
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
