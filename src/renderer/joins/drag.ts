import type { Extension } from '@codemirror/state';
import { type EditorView, type LayerMarker, layer } from '@codemirror/view';
import { displayQuote } from '@core/model/fragment';
import { inLine } from '@core/text/direction';
import type { DocumentSession } from '../data/document-session';
import { currentNames, currentSchema } from '../data/names';
import { workbench } from '../data/workbench';
import { beginGesture } from '../editor/gesture';
import { layerOrigin } from '../editor/layer-origin';
import type { MarksField } from '../editor/marks';
import { annotationIdsUnder } from '../editor/pointer';
import { waysBetween } from './possible';

/**
 * A knob at the selected annotation from which a relation is drawn to another one. While it is
 * drawn, a tip says which relations the schema allows with what lies under the pointer, or why none.
 * @param isOwn may this annotation be changed here?
 */
export function relationKnob(
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
      if (!annotation || preview || !isOwn(annotation.id) || !currentSchema()?.relationTypes.length)
        return [];
      const { end } = annotation.fragments.at(-1)!;
      if (end < view.viewport.from || end > view.viewport.to) return [];
      const at = view.coordsAtPos(end, -1);
      if (!at) return [];
      const origin = layerOrigin(view);
      const place = { left: at.left - origin.left, top: at.top - origin.top };
      return [new Knob(place, (event) => draw(view, session, annotation.id, event))];
    },
  });
}

class Knob implements LayerMarker {
  readonly #place: { left: number; top: number };
  readonly #grab: (event: PointerEvent) => void;

  constructor(place: { left: number; top: number }, grab: (event: PointerEvent) => void) {
    this.#place = place;
    this.#grab = grab;
  }

  eq(other: LayerMarker): boolean {
    return (
      other instanceof Knob && other.#place.left === this.#place.left && other.#place.top === this.#place.top
    );
  }

  update(element: HTMLElement): boolean {
    this.#lay(element);
    return true;
  }

  draw(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'relation-knob';
    element.title = 'Draw to another annotation to relate the two';
    element.textContent = '↷';
    this.#lay(element);
    return element;
  }

  #lay(element: HTMLElement): void {
    element.style.left = `${this.#place.left}px`;
    element.style.top = `${this.#place.top}px`;
    element.onpointerdown = (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      this.#grab(event);
    };
  }
}

/** What lies under the pointer, as the other end of a relation. */
interface Goal {
  id: string;
  /** Names of the relations that are allowed; empty for none. */
  ways: string[];
  words: string;
}

function goalUnder(session: DocumentSession, fromId: string, event: PointerEvent): Goal | null {
  const schema = currentSchema();
  const from = session.annotations.get(fromId);
  const ids = annotationIdsUnder(document.elementFromPoint(event.clientX, event.clientY));
  const to = ids
    .map((id) => session.annotations.get(id))
    .find((found) => found && found.id !== fromId && found.layerId === from?.layerId);
  if (!schema || !from || !to) return null;
  const names = currentNames(session);
  const ways = waysBetween(schema, from, to).map(({ type }) => type.name);
  const quote = displayQuote(session.text, to.fragments);
  const words =
    ways.length > 0
      ? inLine`${quote}: ${[...new Set(ways)].join(', ')}`
      : inLine`${quote}: no relation of the schema goes between ${names.type(from.typeId)} and ${names.type(to.typeId)}`;
  return { id: to.id, ways, words };
}

/** Draws a line from the knob to the pointer until it is let go. */
function draw(view: EditorView, session: DocumentSession, fromId: string, start: PointerEvent): void {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('class', 'relation-drawing');
  svg.append(line);
  const tip = document.createElement('div');
  tip.className = 'relation-tip';
  tip.dir = 'auto';
  view.dom.append(svg, tip);
  const stop = new AbortController();
  const endGesture = beginGesture();
  let goal: Goal | null = null;

  const follow = (event: PointerEvent) => {
    const { left, top } = view.dom.getBoundingClientRect();
    const [x0, y0] = [start.clientX - left, start.clientY - top];
    const [x, y] = [event.clientX - left, event.clientY - top];
    const rise = Math.min(60, 12 + Math.abs(x - x0) / 6);
    line.setAttribute('d', `M${x0} ${y0}C${x0} ${y0 - rise} ${x} ${y - rise} ${x} ${y}`);
    goal = goalUnder(session, fromId, event);
    svg.classList.toggle('forbidden', goal !== null && goal.ways.length === 0);
    svg.classList.toggle('allowed', goal !== null && goal.ways.length > 0);
    tip.textContent = goal?.words ?? '';
    tip.hidden = goal === null;
    tip.style.left = `${x}px`;
    tip.style.top = `${y + 18}px`;
  };
  const finish = (keep: boolean) => {
    stop.abort();
    endGesture();
    svg.remove();
    tip.remove();
    view.focus();
    if (keep && goal && goal.ways.length > 0)
      workbench.openOverlay({ kind: 'relation', fromId, toId: goal.id });
  };
  const { signal } = stop;
  window.addEventListener('pointermove', follow, { signal });
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
