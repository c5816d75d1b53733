import { type Extension, StateEffect } from '@codemirror/state';
import { EditorView, type LayerMarker, layer } from '@codemirror/view';
import type { Fragment, Fragments } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { moveEdgeTo, type Side } from './boundaries';
import { beginGesture } from './gesture';
import { layerOrigin } from './layer-origin';
import type { MarksField } from './marks';

/** Where an annotation would lie if a handle were let go now; null when none is dragged. */
export const boundaryPreview = StateEffect.define<{ id: string; fragments: Fragments } | null>();

/**
 * Handles at both ends of the selected annotation. Dragged, they move that end by words, with Alt
 * by letters; Escape lets it be.
 * @param isOwn may this annotation be changed here?
 */
export function handles(
  session: DocumentSession,
  field: MarksField,
  isOwn: (annotationId: string) => boolean,
): Extension {
  return layer({
    above: true,
    class: 'cm-handle-layer',
    update: (update) =>
      update.viewportChanged ||
      update.geometryChanged ||
      update.startState.field(field) !== update.state.field(field),
    markers(view) {
      const { selectedIds, preview } = view.state.field(field);
      const annotation = selectedIds.length === 1 ? session.annotations.get(selectedIds[0]!) : undefined;
      if (!annotation || !isOwn(annotation.id)) return [];
      const fragments = preview?.fragments ?? annotation.fragments;
      const ends: [Side, number][] = [
        ['start', fragments[0]!.start],
        ['end', fragments.at(-1)!.end],
      ];
      return ends.flatMap(([side, offset]) => {
        const place = placeOf(view, offset, side);
        return place ? [new Handle(side, place, () => drag(view, session, annotation.id, side))] : [];
      });
    },
  });
}

interface Place {
  left: number;
  top: number;
  height: number;
}

function placeOf(view: EditorView, offset: number, side: Side): Place | null {
  const { from, to } = view.viewport;
  if (offset < from || offset > to) return null;
  const at = view.coordsAtPos(offset, side === 'start' ? 1 : -1);
  if (!at) return null;
  const origin = layerOrigin(view);
  return {
    left: at.left - origin.left,
    top: at.top - origin.top,
    height: at.bottom - at.top,
  };
}

class Handle implements LayerMarker {
  readonly #side: Side;
  readonly #place: Place;
  readonly #grab: () => void;

  constructor(side: Side, place: Place, grab: () => void) {
    this.#side = side;
    this.#place = place;
    this.#grab = grab;
  }

  eq(other: LayerMarker): boolean {
    if (!(other instanceof Handle) || other.#side !== this.#side) return false;
    const { left, top, height } = other.#place;
    return left === this.#place.left && top === this.#place.top && height === this.#place.height;
  }

  update(element: HTMLElement): boolean {
    this.#lay(element);
    return true;
  }

  draw(): HTMLElement {
    const element = document.createElement('div');
    element.className = `handle handle-${this.#side}`;
    this.#lay(element);
    return element;
  }

  #lay(element: HTMLElement): void {
    element.style.left = `${this.#place.left}px`;
    element.style.top = `${this.#place.top}px`;
    element.style.height = `${this.#place.height}px`;
    element.onpointerdown = (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      this.#grab();
    };
  }
}

/** Follows the pointer until it is let go; listens at the window, since the handle's element may be drawn anew. */
function drag(view: EditorView, session: DocumentSession, id: string, side: Side): void {
  const { fragments } = session.annotations.get(id)!;
  let moved: Fragment[] | null = null;
  const stop = new AbortController();
  const { signal } = stop;
  const endGesture = beginGesture();
  const finish = (keep: boolean) => {
    stop.abort();
    endGesture();
    view.dom.classList.remove('dragging-handle');
    const clear = () => view.dispatch({ effects: boundaryPreview.of(null) });
    const result = moved;
    if (keep && result) attempt(() => send('annotation.update', { id, fragments: result }).finally(clear));
    else clear();
    view.focus();
  };
  view.dom.classList.add('dragging-handle');
  window.addEventListener(
    'pointermove',
    (event) => {
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
      const { language } = session.document;
      moved = moveEdgeTo(session.text, fragments, side, offset, event.altKey ? 'grapheme' : 'word', language);
      view.dispatch({
        effects: [
          boundaryPreview.of(moved && { id, fragments: moved }),
          EditorView.scrollIntoView(offset, { y: 'nearest', yMargin: 30 }),
        ],
      });
    },
    { signal },
  );
  window.addEventListener('pointerup', () => finish(true), { signal });
  window.addEventListener('pointercancel', () => finish(false), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.code !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      finish(false);
    },
    { signal, capture: true },
  );
}
