import { type Extension, Prec, RangeSetBuilder, StateEffect } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import type { Fragment } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { firstFrom, type Hit, useFind } from './state';

const hitsChanged = StateEffect.define<null>();
const hitMark = Decoration.mark({ class: 'find-hit' });
const currentMark = Decoration.mark({ class: 'find-hit current' });

/** Shows the hits in the text, those alone that are to be seen; the current one stands out. */
export function findHighlights(session: DocumentSession): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      readonly #stop: () => void;

      constructor(view: EditorView) {
        this.decorations = draw(view, session);
        this.#stop = useFind.subscribe((now, before) => {
          if (now.hits !== before.hits || now.current !== before.current || now.session !== before.session)
            view.dispatch({ effects: hitsChanged.of(null) });
        });
      }

      update(update: ViewUpdate): void {
        const changed = update.transactions.some(({ effects }) => effects.some((one) => one.is(hitsChanged)));
        if (changed || update.viewportChanged) this.decorations = draw(update.view, session);
      }

      destroy(): void {
        this.#stop();
      }
    },
    { decorations: (value) => value.decorations },
  );
  // Innermost, so that the tint of an annotation does not lie over it.
  return Prec.high(plugin);
}

function draw(view: EditorView, session: DocumentSession): DecorationSet {
  const { hits, current, session: searched } = useFind.getState();
  if (searched !== session || hits.length === 0) return Decoration.none;
  const ranges: { from: number; to: number; isCurrent: boolean }[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let index = firstFrom(hits, from - longest(hits)); index < hits.length; index++) {
      const hit = hits[index]!;
      if (hit.start >= to) break;
      for (const { start, end } of stretchesOf(hit, session)) {
        if (start < to && from < end)
          ranges.push({ from: Math.max(from, start), to: Math.min(to, end), isCurrent: index === current });
      }
    }
  }
  ranges.sort((a, b) => a.from - b.from || a.to - b.to);
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to, isCurrent } of ranges) builder.add(from, to, isCurrent ? currentMark : hitMark);
  return builder.finish();
}

function stretchesOf(hit: Hit, session: DocumentSession): readonly Fragment[] {
  return hit.annotationId === undefined
    ? [hit]
    : (session.annotations.get(hit.annotationId)?.fragments ?? []);
}

const lengths = new WeakMap<readonly Hit[], number>();

/** Length of the longest hit: one that begins so far before a place may reach into it. */
function longest(hits: readonly Hit[]): number {
  let found = lengths.get(hits);
  if (found === undefined) {
    found = hits.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    lengths.set(hits, found);
  }
  return found;
}
