import { type Extension, Prec, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { MOST_LANES } from './lanes';
import type { Marks, MarksField } from './marks';

/**
 * So many elements may be made for marks that are drawn each by itself; more would be neither legible nor
 * quick. A mark in lane n is split by those over it into some 2n + 1 elements.
 */
const MOST_ELEMENTS = 2_000;
/** Lanes that were given up come back when so few elements would do, so that nothing flickers. */
const FEW_AGAIN = 0.75 * MOST_ELEMENTS;

const decorations = new Map<number, Decoration>();

function crowdUnder(lane: number): Decoration {
  let found = decorations.get(lane);
  if (!found) {
    found = Decoration.mark({
      class: 'crowd',
      attributes: { style: `--lane:${lane}`, title: 'More annotations: the card lists them all' },
    });
    decorations.set(lane, found);
  }
  return found;
}

/**
 * Draws the annotations' marks. Those that found no lane, and the deepest lanes of a screen
 * full of marks, are drawn as one line under the others: each by itself would
 * be one element inside the other, hundreds deep. The card and the lists tell them apart.
 */
export function drawnMarks(field: MarksField): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      lanes = MOST_LANES;
      marks: DecorationSet = Decoration.none;
      crowd: DecorationSet = Decoration.none;

      constructor(view: EditorView) {
        this.draw(view);
      }

      update(update: ViewUpdate) {
        const before = update.startState.field(field);
        const now = update.state.field(field);
        const isChanged = before.annotations !== now.annotations || before.crowded !== now.crowded;
        if (isChanged || update.viewportChanged) this.draw(update.view);
      }

      draw(view: EditorView) {
        const all = view.state.field(field);
        this.lanes = lanesThatFit(view, all, this.lanes);
        this.marks = this.lanes === MOST_LANES ? all.annotations : marksAbove(view, all, this.lanes);
        this.crowd = crowdBelow(view, all, this.lanes);
      }
    },
  );
  return [
    plugin,
    EditorView.decorations.of((view) => view.plugin(plugin)?.marks ?? Decoration.none),
    // The last becomes the outermost element, which is split the least.
    Prec.lowest(EditorView.decorations.of((view) => view.plugin(plugin)?.crowd ?? Decoration.none)),
  ];
}

/** How many lanes can be drawn mark by mark in what is visible; at least one. */
function lanesThatFit(view: EditorView, { annotations }: Marks, drawnNow: number): number {
  const marks: number[] = new Array(MOST_LANES).fill(0);
  for (const { from, to } of view.visibleRanges)
    annotations.between(from, to, (_start, _end, { spec }) => {
      marks[spec.lane]!++;
    });
  let lanes = 0;
  let elements = 0;
  for (; lanes < MOST_LANES; lanes++) {
    elements += marks[lanes]! * (2 * lanes + 1);
    if (elements > (lanes < drawnNow ? MOST_ELEMENTS : FEW_AGAIN)) break;
  }
  return Math.max(1, lanes);
}

function marksAbove(view: EditorView, { annotations }: Marks, lanes: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  let drawnTo = -1;
  for (const { from, to } of view.visibleRanges) {
    annotations.between(from, to, (start, end, mark) => {
      const isDrawnAlready = start <= drawnTo;
      if (mark.spec.lane < lanes && !isDrawnAlready) ranges.push(mark.range(start, end));
    });
    drawnTo = to;
  }
  return Decoration.set(ranges, true);
}

/** The stretches that marks from a lane on cover in what is visible, joined. */
function crowdBelow(view: EditorView, { annotations, crowded }: Marks, lanes: number): DecorationSet {
  const found: { start: number; end: number }[] = [];
  for (const { from, to } of view.visibleRanges) {
    const add = (start: number, end: number) => {
      found.push({ start: Math.max(from, start), end: Math.min(to, end) });
    };
    crowded.between(from, to, add);
    if (lanes < MOST_LANES)
      annotations.between(from, to, (start, end, { spec }) => {
        if (spec.lane >= lanes) add(start, end);
      });
  }
  found.sort((a, b) => a.start - b.start);
  const joined: typeof found = [];
  for (const stretch of found) {
    const last = joined.at(-1);
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else joined.push(stretch);
  }
  const line = crowdUnder(lanes);
  return Decoration.set(
    joined.filter(({ start, end }) => start < end).map(({ start, end }) => line.range(start, end)),
  );
}
