import { type Extension, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Change } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { hull } from '@core/model/fragment';
import type { Stance } from '@core/model/stance';
import type { DocumentSession } from '../data/document-session';
import { assignLanes, lowestFree, type Occupied } from './lanes';

/** Changes of the open document, for the marks to follow. */
export const sessionChanged = StateEffect.define<readonly Change[]>();
/** The annotation that is selected now; null for none. */
export const annotationSelected = StateEffect.define<string | null>();

interface Marks {
  annotations: DecorationSet;
  evidence: DecorationSet;
  selected: DecorationSet;
  selectedId: string | null;
  /** The highest lane that has been needed since the document was opened. */
  deepest: number;
}

const LANES = 8;
/** So many lanes fit between two lines of the usual height. */
const ROOM = 4;
/** Distance of two lanes in pixels, as in editor.css. */
const PITCH = 4;

function occupied({ id, fragments }: SpanAnnotation): Occupied {
  return { id, ...hull(fragments) };
}

function ranges(
  annotation: SpanAnnotation,
  lane: number,
  session: DocumentSession,
  ownAnnotatorId: string,
): Range<Decoration>[] {
  const isOwn = session.layers.get(annotation.layerId)?.annotatorId === ownAnnotatorId;
  const classes = [
    'annotation',
    `type-${annotation.typeId}`,
    `lane-${lane % LANES}`,
    `origin-${annotation.origin}`,
  ];
  if (annotation.entityId) classes.push('linked');
  if (!isOwn) classes.push('foreign');
  if (annotation.fragments.length > 1) classes.push('discontinuous');
  const mark = Decoration.mark({
    class: classes.join(' '),
    attributes: { 'data-annotation-id': annotation.id },
    lane,
  });
  return annotation.fragments.map(({ start, end }) => mark.range(start, end));
}

function evidenceRanges(stance: Stance): Range<Decoration>[] {
  const mark = Decoration.mark({
    class: `evidence polarity-${stance.polarity}`,
    attributes: { 'data-stance-id': stance.id },
  });
  return stance.evidence.map(({ start, end }) => mark.range(start, end));
}

function selectedRanges(session: DocumentSession, id: string | null): DecorationSet {
  const annotation = id === null ? undefined : session.annotations.get(id);
  if (!annotation) return Decoration.none;
  const mark = Decoration.mark({ class: `selected-annotation type-${annotation.typeId}` });
  return Decoration.set(annotation.fragments.map(({ start, end }) => mark.range(start, end)));
}

/** Shows the annotations and the stances' evidence of a document, patched change by change. */
export function marks(
  session: DocumentSession,
  ownAnnotatorId: string,
): { extension: Extension; field: StateField<Marks> } {
  const field = StateField.define<Marks>({
    create() {
      const lanes = assignLanes(session.ordered.map(occupied));
      const all = session.ordered.flatMap((annotation) =>
        ranges(annotation, lanes.get(annotation.id)!, session, ownAnnotatorId),
      );
      return {
        annotations: Decoration.set(all, true),
        evidence: Decoration.set([...session.stances.values()].flatMap(evidenceRanges), true),
        selected: Decoration.none,
        selectedId: null,
        deepest: Math.max(0, ...new Set(lanes.values())),
      };
    },
    update(before, transaction) {
      let after = before;
      for (const effect of transaction.effects) {
        if (effect.is(sessionChanged)) after = patched(after, effect.value);
        if (effect.is(annotationSelected)) after = { ...after, selectedId: effect.value };
      }
      if (after === before) return before;
      return { ...after, selected: selectedRanges(session, after.selectedId) };
    },
    provide: (self) => [
      EditorView.decorations.from(self, (value) => value.annotations),
      EditorView.decorations.from(self, (value) => value.evidence),
      EditorView.decorations.from(self, (value) => value.selected),
      EditorView.contentAttributes.from(self, roomForLanes),
    ],
  });

  function patched(value: Marks, changes: readonly Change[]): Marks {
    let { annotations, deepest } = value;
    let stancesChanged = false;
    for (const change of changes) {
      if (change.kind === 'stance') stancesChanged = true;
      if (change.kind !== 'annotation') continue;
      if (change.before) {
        const { start, end } = hull(change.before.fragments);
        annotations = annotations.update({
          filterFrom: start,
          filterTo: end,
          filter: (_from, _to, mark) => mark.spec.attributes['data-annotation-id'] !== change.id,
        });
      }
      if (change.after) {
        const lane = freeLane(annotations, hull(change.after.fragments));
        deepest = Math.max(deepest, lane);
        annotations = annotations.update({
          add: ranges(change.after, lane, session, ownAnnotatorId),
          sort: true,
        });
      }
    }
    const evidence = stancesChanged
      ? Decoration.set([...session.stances.values()].flatMap(evidenceRanges), true)
      : value.evidence;
    return { ...value, annotations, evidence, deepest };
  }

  return { extension: field, field };
}

/** Lines stand further apart where marks lie over each other so deep that they would run through the next line. */
function roomForLanes({ deepest }: Marks): Record<string, string> {
  const more = Math.min(deepest, LANES - 1) - (ROOM - 1);
  return more > 0 ? { style: `--deeper-lanes: ${more * PITCH}px` } : {};
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
