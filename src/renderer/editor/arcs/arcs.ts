import { type Extension, Facet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { displayQuote, type Fragments } from '@core/model/fragment';
import type { DocumentSession } from '../../data/document-session';
import { currentNames, currentSchema } from '../../data/names';
import { workbench } from '../../data/workbench';
import { type MarksField, marksBetween, sessionChanged } from '../marks';
import type { TagMode } from '../tags/names';
import { namesChanged, tagMode } from '../tags/tags';
import { type Connection, drawnConnections, isChosen, sideOf } from './connections';
import { type DrawnArc, drawArcs } from './draw';
import { lineRoom } from './line-room';
import { fieldOf, measureBox, nearScreen } from './measure';
import { type Box, routeArcs } from './route';
import { type Way, Ways } from './ways';

/** Which arcs are shown: all, those of what is selected, or none. */
export type ArcMode = 'all' | 'selected' | 'none';

export const arcMode = Facet.define<ArcMode, ArcMode>({ combine: (modes) => modes[0] ?? 'all' });

/** With more arcs than this only those near the screen are measured and drawn. */
const MANY = 80;

/** Height of the names that stand over the text, in pixels, and the room that every line has for them; see editor.css. */
const NAMES: Record<TagMode, number> = { selected: 0, entities: 8, all: 19 };
const ROOM: Record<TagMode, number> = { selected: 0, entities: 0, all: 13 };

/**
 * Relations and the roles of events as arcs between the spans they join. An arc whose other end is
 * not to be seen leads to the edge of the window, where a button names that end and goes there.
 */
export function arcs(session: DocumentSession, field: MarksField): Extension {
  return ViewPlugin.define((view) => new Arcs(view, session, field), { decorations: ({ rooms }) => rooms });
}

interface Layout {
  arcs: DrawnArc[];
  ends: { connection: Connection; from: Box | null; to: Box | null }[];
  /** Where the text stood when only what is near the screen was measured; null when all was. */
  scrolled: number | null;
}

const NOTHING: Layout = { arcs: [], ends: [], scrolled: null };

class Arcs {
  #lift = 0;
  rooms: DecorationSet = Decoration.none;
  #connections: readonly Connection[] = [];
  readonly #view: EditorView;
  readonly #session: DocumentSession;
  readonly #field: MarksField;
  readonly #svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #ways = new Ways();
  #layout = NOTHING;
  #selectedJoin: string | null = null;
  #frame = 0;
  readonly #stops: (() => void)[];

  constructor(view: EditorView, session: DocumentSession, field: MarksField) {
    this.#view = view;
    this.#session = session;
    this.#field = field;
    this.#svg.setAttribute('class', 'arcs');
    // Lists in the inspector tell the same to those who do not see it.
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#svg.addEventListener('mousedown', this.#choose);
    view.scrollDOM.append(this.#svg);
    view.dom.append(this.#ways.dom);
    view.scrollDOM.addEventListener('scroll', this.#onScroll, { passive: true });
    const stopFollowing = workbench.subscribe((now, before) => {
      if (now.selectedJoin !== before.selectedJoin) this.#measure();
    });
    this.#stops = [stopFollowing];
    this.#find();
    this.#measure();
  }

  update(update: ViewUpdate): void {
    const marksChanged = update.startState.field(this.#field) !== update.state.field(this.#field);
    const modeChanged =
      update.startState.facet(arcMode) !== update.state.facet(arcMode) ||
      update.startState.facet(tagMode) !== update.state.facet(tagMode);
    const changed = update.transactions.some(({ effects }) =>
      effects.some((e) => e.is(namesChanged) || e.is(sessionChanged)),
    );
    const isNew = marksChanged || modeChanged || changed || update.viewportChanged;
    if (isNew) this.#find();
    if (isNew || update.geometryChanged) this.#measure();
  }

  /** What there is to draw, and the room for it. Where only those of a selection are drawn no line moves. */
  #find(): void {
    const view = this.#view;
    const mode = view.state.facet(arcMode);
    const schema = currentSchema();
    const symmetric = new Set(schema?.relationTypes.filter((type) => type.symmetric).map(({ id }) => id));
    this.#connections =
      mode === 'none'
        ? []
        : drawnConnections(view, this.#session, this.#field, currentNames(this.#session), symmetric);
    this.#lift = this.#namesHeight();
    this.rooms =
      mode === 'all' && this.#connections.length > 0
        ? lineRoom(view, this.#connections, this.#lift - ROOM[view.state.facet(tagMode)])
        : Decoration.none;
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop();
    this.#view.scrollDOM.removeEventListener('scroll', this.#onScroll);
    this.#svg.remove();
    this.#ways.dom.remove();
  }

  /** How high names stand over the text that is drawn. */
  #namesHeight(): number {
    const mode = this.#view.state.facet(tagMode);
    if (mode !== 'entities' || this.#session.orderedStances.length > 0) return NAMES[mode];
    const { from, to } = this.#view.viewport;
    let isNamed = false;
    marksBetween(this.#view.state.field(this.#field), from, to, (_from, _to, mark) => {
      isNamed ||= Boolean(this.#session.annotations.get(mark.spec.annotationId)?.entityId);
    });
    return isNamed ? NAMES.entities : 0;
  }

  #measure(): void {
    this.#view.requestMeasure({
      key: this,
      read: (view) => this.#read(view),
      write: (layout) => {
        this.#layout = layout;
        drawArcs(this.#svg, layout.arcs);
        this.#drawWays();
      },
    });
  }

  #read(view: EditorView): Layout {
    const { selectedIds } = view.state.field(this.#field);
    this.#selectedJoin = workbench.get().selectedJoin?.id ?? null;
    const chosen = (connection: Connection) => isChosen(connection, selectedIds, this.#selectedJoin);
    const all = this.#connections;
    const wanted = view.state.facet(arcMode) === 'all' ? all : all.filter(chosen);
    if (wanted.length === 0) return NOTHING;
    const shown = wanted.length > MANY ? nearScreen(view, wanted) : wanted;
    const boxes = new Map<Fragments, Box | null>();
    const boxOf = (fragments: Fragments) => {
      let box = boxes.get(fragments);
      if (box === undefined) {
        box = measureBox(view, fragments);
        boxes.set(fragments, box);
      }
      return box;
    };
    const ends = shown.map((connection) => ({
      connection,
      from: boxOf(connection.from),
      to: boxOf(connection.to),
    }));
    const drawn = ends.filter(({ from, to }) => from || to);
    const routes = routeArcs(
      drawn.map(({ connection, from, to }) => ({
        id: connection.key,
        from: from ?? to!,
        to: from && to ? to : (sideOf(view, from ? connection.to : connection.from) ?? 'below'),
        bundle: connection.bundle,
      })),
      fieldOf(view, this.#lift),
    );
    return {
      scrolled: shown === wanted ? null : view.scrollDOM.scrollTop,
      ends,
      arcs: drawn.map(({ connection, from, to }, index) => ({
        connection,
        route: routes[index]!,
        chosen: chosen(connection),
        whole: Boolean(from && to),
      })),
    };
  }

  readonly #onScroll = (): void => {
    if (this.#frame || (this.#layout.ends.length === 0 && this.#layout.scrolled === null)) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const { scrolled } = this.#layout;
      const { scrollTop, clientHeight } = this.#view.scrollDOM;
      if (scrolled !== null && Math.abs(scrollTop - scrolled) > clientHeight / 3) this.#measure();
      else this.#drawWays();
    });
  };

  /** Those of what is selected come first. */
  #drawWays(): void {
    this.#ways.draw(this.#layout.ends.length > 0 ? this.#waysNow() : [], this.#view.scrollDOM.clientWidth);
  }

  #waysNow(): Way[] {
    const { scrollTop, clientHeight } = this.#view.scrollDOM;
    const isSeen = (box: Box | null) =>
      box !== null && box.top >= scrollTop && box.top <= scrollTop + clientHeight - 10;
    const { selectedIds } = this.#view.state.field(this.#field);
    const chosen = (connection: Connection) => isChosen(connection, selectedIds, this.#selectedJoin);
    const seen = new Set<string>();
    return this.#layout.ends
      .filter(({ from, to }) => isSeen(from) !== isSeen(to))
      .sort((a, b) => Number(chosen(b.connection)) - Number(chosen(a.connection)))
      .flatMap(({ connection, from, to }): Way[] => {
        const there = isSeen(from)
          ? { goal: connection.to, box: to, id: connection.toId }
          : { goal: connection.from, box: from, id: connection.fromId };
        const side = there.box
          ? there.box.top < scrollTop
            ? 'above'
            : 'below'
          : sideOf(this.#view, there.goal);
        const words = `${connection.name}: ${displayQuote(this.#session.text, there.goal)}`;
        if (!side || seen.has(`${side} ${words}`)) return [];
        seen.add(`${side} ${words}`);
        return [{ side, words, goal: there.goal, goalId: there.id, className: connection.className }];
      });
  }

  readonly #choose = (event: MouseEvent): void => {
    const group = event.target instanceof Element ? event.target.closest('g') : null;
    const { join, kind } = (group as SVGGElement | null)?.dataset ?? {};
    if (!join || event.button !== 0) return;
    event.preventDefault();
    workbench.set({
      selectedId: null,
      pickedIds: [],
      selectedJoin: { kind: kind as 'relation' | 'event', id: join },
    });
  };
}
