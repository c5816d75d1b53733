import { type Extension, RangeSet, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  Direction,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { embeddings } from '@core/text/embeddings';

const CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
/** Lines longer than this are looked at no further. */
const LONGEST = 50_000;

const byDirection = {
  ltr: Decoration.mark({ bidiIsolate: Direction.LTR }),
  rtl: Decoration.mark({ bidiIsolate: Direction.RTL }),
  auto: Decoration.mark({ bidiIsolate: null }),
};

/**
 * Tells the editor of stretches that characters of the text set apart in their direction, so that
 * caret and pointer follow the order in which the browser shows them.
 */
export const embeddedRanges: Extension = ViewPlugin.fromClass(
  class {
    isolates: DecorationSet;
    constructor(view: EditorView) {
      this.isolates = isolatesIn(view);
    }
    update(update: ViewUpdate) {
      if (update.viewportChanged || update.docChanged) this.isolates = isolatesIn(update.view);
    }
  },
  {
    provide: (plugin) =>
      EditorView.bidiIsolatedRanges.of((view) => view.plugin(plugin)?.isolates ?? RangeSet.empty),
  },
);

function isolatesIn(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      if (line.length <= LONGEST && CONTROL.test(line.text))
        for (const { start, end, direction } of embeddings(line.text))
          builder.add(line.from + start, line.from + end, byDirection[direction ?? 'auto']);
      at = line.to + 1;
    }
  }
  return builder.finish();
}
