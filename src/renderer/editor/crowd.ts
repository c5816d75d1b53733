import { type Extension, type Range, RangeSet } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { MOST_LANES } from './lanes';
import type { MarksField } from './marks';

const crowd = Decoration.mark({
  class: 'crowd',
  attributes: { style: `--lane:${MOST_LANES}`, title: 'More annotations: the card lists them all' },
});

/**
 * Draws the marks that found no lane as one line under all of them. Each by itself would be one
 * element inside the other, hundreds deep; the card and the lists tell them apart.
 */
export function crowds(field: MarksField): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = drawn(view, field);
      }
      update(update: ViewUpdate) {
        const changed = update.startState.field(field).crowded !== update.state.field(field).crowded;
        if (changed || update.viewportChanged) this.decorations = drawn(update.view, field);
      }
    },
    {
      provide: (plugin) =>
        EditorView.decorations.of((view) => view.plugin(plugin)?.decorations ?? RangeSet.empty),
    },
  );
}

/** The stretches that crowded marks cover in what is drawn, joined. */
function drawn(view: EditorView, field: MarksField): DecorationSet {
  const { crowded } = view.state.field(field);
  if (crowded.size === 0) return Decoration.none;
  const { from, to } = view.viewport;
  const joined: { start: number; end: number }[] = [];
  crowded.between(from, to, (start, end) => {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  });
  const ranges: Range<Decoration>[] = joined.map(({ start, end }) =>
    crowd.range(Math.max(from, start), Math.min(to, end)),
  );
  return Decoration.set(ranges, true);
}
