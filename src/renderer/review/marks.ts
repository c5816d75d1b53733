import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  Direction,
  EditorView,
  type LayerMarker,
  layer,
} from '@codemirror/view';
import type { ReviewPosition } from '@contract/review';
import type { Fragments } from '@core/model/fragment';
import { layerOrigin } from '../editor/layer-origin';
import { classWords, isUnsettled, signOf } from './words';

/** The positions to be marked in the text, and the one at hand. */
export interface ShownReview {
  positions: readonly { position: ReviewPosition; stretches: Fragments }[];
  at: string | null;
}

export const reviewShown = StateEffect.define<ShownReview>();

interface Marked {
  outlines: DecorationSet;
  signs: readonly { offset: number; position: ReviewPosition; isAtHand: boolean }[];
}

const nothing: Marked = { outlines: Decoration.none, signs: [] };

/** Where each position that is not settled is outlined, with the sign of its class; agreement stays plain. */
const field = StateField.define<Marked>({
  create: () => nothing,
  update(before, transaction) {
    let after = before;
    for (const effect of transaction.effects) if (effect.is(reviewShown)) after = marked(effect.value);
    return after;
  },
  provide: (self) => EditorView.decorations.from(self, ({ outlines }) => outlines),
});

function marked({ positions, at }: ShownReview): Marked {
  const outlines: Range<Decoration>[] = [];
  const signs: Marked['signs'][number][] = [];
  for (const { position, stretches } of positions) {
    const isAtHand = position.id === at;
    if (!position.place || (!isUnsettled(position) && !isAtHand)) continue;
    const classes = ['conflict', `class-${position.class}`, `state-${position.state}`];
    if (isAtHand) classes.push('at-hand');
    const mark = Decoration.mark({ class: classes.join(' ') });
    for (const { start, end } of stretches) outlines.push(mark.range(start, end));
    signs.push({ offset: position.place.start, position, isAtHand });
  }
  return { outlines: Decoration.set(outlines, true), signs };
}

/** Shows the review in the text. */
export function reviewMarks(): Extension {
  return [
    field,
    layer({
      above: true,
      class: 'cm-review-layer',
      update: (update) =>
        update.viewportChanged ||
        update.geometryChanged ||
        update.startState.field(field) !== update.state.field(field),
      markers: (view) => signs(view),
    }),
  ];
}

function signs(view: EditorView): Sign[] {
  const origin = layerOrigin(view);
  const found = new Map<string, Sign>();
  for (const { offset, position, isAtHand } of view.state.field(field).signs) {
    if (!view.visibleRanges.some(({ from, to }) => from <= offset && offset <= to)) continue;
    const at = view.coordsAtPos(offset, 1);
    if (!at) continue;
    const rtl = view.textDirectionAt(offset) === Direction.RTL;
    const left = Math.round(at.left - origin.left);
    const top = Math.round(at.bottom - origin.top);
    const key = `${left} ${top}`;
    // Of several that begin at one place the one at hand is seen.
    if (found.has(key) && !isAtHand) continue;
    found.set(
      key,
      new Sign({ words: signOf(position), name: classWords[position.class].name, left, top, rtl, isAtHand }),
    );
  }
  return [...found.values()];
}

interface Placed {
  words: string;
  name: string;
  left: number;
  top: number;
  rtl: boolean;
  isAtHand: boolean;
}

class Sign implements LayerMarker {
  readonly #placed: Placed;

  constructor(placed: Placed) {
    this.#placed = placed;
  }

  eq(other: LayerMarker): boolean {
    return other instanceof Sign && JSON.stringify(other.#placed) === JSON.stringify(this.#placed);
  }

  draw(): HTMLElement {
    const { words, name, left, top, rtl, isAtHand } = this.#placed;
    const element = document.createElement('div');
    element.className = `conflict-sign${rtl ? ' rtl' : ''}${isAtHand ? ' at-hand' : ''}`;
    element.textContent = words;
    element.title = name;
    element.dir = 'ltr';
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    return element;
  }
}
