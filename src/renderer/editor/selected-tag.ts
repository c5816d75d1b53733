import type { Extension, StateField } from '@codemirror/state';
import { type EditorView, type LayerMarker, layer } from '@codemirror/view';
import type { SpanAnnotation } from '@core/model/annotation';
import { hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import { currentNames, type Names } from '../data/names';

/** The name of the selected annotation's label and entity, over its beginning; takes no room in the text. */
export function selectedTag(
  session: DocumentSession,
  field: StateField<{ selectedId: string | null }>,
): Extension {
  return layer({
    above: true,
    class: 'cm-selected-tag-layer',
    update: (update) =>
      update.docChanged ||
      update.geometryChanged ||
      update.startState.field(field) !== update.state.field(field),
    markers(view) {
      const id = view.state.field(field).selectedId;
      const annotation = id === null ? undefined : session.annotations.get(id);
      if (!annotation) return [];
      const { start } = hull(annotation.fragments);
      const name = nameOf(annotation, currentNames(session));
      const place = placeOf(view, start, name);
      return place ? [new Tag(place, name, annotation.typeId)] : [];
    },
  });
}

interface Place {
  left: number;
  top: number;
  rtl: boolean;
}

/** Widest that a letter of a tag is, in pixels; a tag is placed before it is measured. */
const LETTER = 7.5;

/** Over the character at the offset, moved as far as needed to stay beside the text's scroll bar. */
function placeOf(view: EditorView, offset: number, name: string): Place | null {
  const at = view.coordsAtPos(offset, 1);
  if (!at) return null;
  const outer = view.scrollDOM.getBoundingClientRect();
  const rtl = view.textDirectionAt(offset) === 1;
  const wanted = at.left - outer.left + view.scrollDOM.scrollLeft;
  const width = name.length * LETTER + 12;
  const room = view.scrollDOM.clientWidth;
  return {
    left: rtl ? Math.max(wanted, Math.min(width, room)) : Math.max(0, Math.min(wanted, room - width)),
    top: at.top - outer.top + view.scrollDOM.scrollTop,
    rtl,
  };
}

function nameOf({ typeId, entityId }: SpanAnnotation, names: Names): string {
  return entityId ? `${names.type(typeId)} · ${names.entity(entityId)}` : names.type(typeId);
}

class Tag implements LayerMarker {
  readonly #place: Place;
  readonly #name: string;
  readonly #typeId: string;

  constructor(place: Place, name: string, typeId: string) {
    this.#place = place;
    this.#name = name;
    this.#typeId = typeId;
  }

  eq(other: LayerMarker): boolean {
    return (
      other instanceof Tag &&
      other.#name === this.#name &&
      other.#typeId === this.#typeId &&
      other.#place.left === this.#place.left &&
      other.#place.top === this.#place.top
    );
  }

  draw(): HTMLElement {
    const element = document.createElement('div');
    element.className = `selected-tag type-${this.#typeId}${this.#place.rtl ? ' rtl' : ''}`;
    element.textContent = this.#name;
    element.style.left = `${this.#place.left}px`;
    element.style.top = `${this.#place.top}px`;
    return element;
  }
}
