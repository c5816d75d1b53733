import { type Extension, Facet } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { displayQuote, type Fragments, hull } from '@core/model/fragment';
import type { DocumentSession } from '../../data/document-session';
import { currentNames, currentSchema } from '../../data/names';
import { workbench } from '../../data/workbench';
import { revealFragments } from '../control';
import { layerOrigin } from '../layer-origin';
import type { MarksField } from '../marks';
import { namesChanged } from '../tags/tags';
import { type Connection, drawnConnections, isChosen, sideOf } from './connections';
import { type DrawnArc, drawArcs } from './draw';
import { type Box, type Field, routeArcs } from './route';

/** Which arcs are shown: all, those of what is selected, or none. */
export type ArcMode = 'all' | 'selected' | 'none';

export const arcMode = Facet.define<ArcMode, ArcMode>({ combine: (modes) => modes[0] ?? 'all' });

/** Up to so many arcs all show their names; with more, those of what is selected. */
const FEW = 16;
const MOST_WAYS = 6;

/**
 * Relations and the roles of events as arcs between the spans they join. An arc whose other end is
 * not to be seen leads to the edge of the window, where a button names that end and goes there.
 */
export function arcs(session: DocumentSession, field: MarksField): Extension {
  return ViewPlugin.define((view) => new Arcs(view, session, field));
}

/** One end that is out of sight: where it lies and what it is. */
interface Way {
  side: 'above' | 'below';
  words: string;
  goal: Fragments;
  goalId: string | null;
  className: string;
  /** Height of the end that is drawn, in pixels of the layer. */
  at: number;
}

interface Layout {
  arcs: DrawnArc[];
  ends: { connection: Connection; from: Box | null; to: Box | null }[];
}

class Arcs {
  readonly #view: EditorView;
  readonly #session: DocumentSession;
  readonly #field: MarksField;
  readonly #svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #ways = document.createElement('div');
  #layout: Layout = { arcs: [], ends: [] };
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
    this.#ways.className = 'ways';
    view.scrollDOM.append(this.#svg);
    view.dom.append(this.#ways);
    view.scrollDOM.addEventListener('scroll', this.#onScroll, { passive: true });
    const stopFollowing = workbench.subscribe((now, before) => {
      if (now.selectedJoin !== before.selectedJoin) this.#measure();
    });
    this.#stops = [
      stopFollowing,
      session.subscribe((changes) => {
        if (changes.some(({ kind }) => kind === 'relation' || kind === 'event')) this.#measure();
      }),
    ];
    this.#measure();
  }

  update(update: ViewUpdate): void {
    const marksChanged = update.startState.field(this.#field) !== update.state.field(this.#field);
    const modeChanged = update.startState.facet(arcMode) !== update.state.facet(arcMode);
    const renamed = update.transactions.some(({ effects }) => effects.some((e) => e.is(namesChanged)));
    if (marksChanged || modeChanged || renamed || update.viewportChanged || update.geometryChanged)
      this.#measure();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop();
    this.#view.scrollDOM.removeEventListener('scroll', this.#onScroll);
    this.#svg.remove();
    this.#ways.remove();
  }

  #measure(): void {
    this.#view.requestMeasure({
      key: this,
      read: (view) => this.#read(view),
      write: (layout) => {
        this.#layout = layout;
        drawArcs(this.#svg, layout.arcs, layout.arcs.length <= FEW);
        this.#drawWays();
      },
    });
  }

  #read(view: EditorView): Layout {
    const mode = view.state.facet(arcMode);
    if (mode === 'none') return { arcs: [], ends: [] };
    const { selectedIds } = view.state.field(this.#field);
    this.#selectedJoin = workbench.get().selectedJoin?.id ?? null;
    const schema = currentSchema();
    const symmetric = new Set(schema?.relationTypes.filter((type) => type.symmetric).map(({ id }) => id));
    const all = drawnConnections(view, this.#session, this.#field, currentNames(this.#session), symmetric);
    const chosen = (connection: Connection) => isChosen(connection, selectedIds, this.#selectedJoin);
    const shown = mode === 'all' ? all : all.filter(chosen);
    if (shown.length === 0) return { arcs: [], ends: [] };
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
      })),
      fieldOf(view),
    );
    return {
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
    if (this.#frame || this.#layout.ends.length === 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#drawWays();
    });
  };

  /** Buttons at the upper and lower edge for ends out of sight; those of what is selected come first. */
  #drawWays(): void {
    if (this.#layout.ends.length === 0 && !this.#ways.hasChildNodes()) return;
    const ways = this.#waysNow();
    const lists = (['above', 'below'] as const).map((side) => {
      const list = document.createElement('div');
      list.className = `ways-${side}`;
      const here = ways.filter((way) => way.side === side).slice(0, MOST_WAYS);
      list.append(...here.map((way) => this.#wayButton(way)));
      return list;
    });
    this.#ways.replaceChildren(...lists);
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
        const here = isSeen(from) ? from : to;
        const side = there.box
          ? there.box.top < scrollTop
            ? 'above'
            : 'below'
          : sideOf(this.#view, there.goal);
        const words = `${connection.name}: ${displayQuote(this.#session.text, there.goal)}`;
        if (!side || seen.has(`${side} ${words}`)) return [];
        seen.add(`${side} ${words}`);
        return [
          { side, words, goal: there.goal, goalId: there.id, className: connection.className, at: here!.top },
        ];
      });
  }

  #wayButton({ side, words, goal, goalId, className }: Way): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `way ${className}`;
    button.tabIndex = -1;
    button.dir = 'auto';
    button.textContent = words;
    button.title = words;
    button.dataset.side = side;
    // Before the text would take it for a click of its own.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      revealFragments(goal);
      if (goalId) workbench.set({ selectedId: goalId });
    });
    return button;
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

/** The box of the first line of a stretch; null where it is not drawn. */
function measureBox(view: EditorView, fragments: Fragments): Box | null {
  const { start } = hull(fragments);
  const { from, to } = view.viewport;
  if (start < from || start > to) return null;
  const first = view.coordsAtPos(start, 1);
  const last = view.coordsAtPos(Math.min(fragments[0]!.end, to), -1);
  if (!first) return null;
  const origin = layerOrigin(view);
  const sameLine = last && Math.abs(last.top - first.top) < 4;
  const width = 16;
  const other = sameLine ? last.left : first.left + (view.textDirectionAt(start) === 1 ? -width : width);
  return {
    left: Math.min(first.left, other) - origin.left,
    right: Math.max(first.left, other) - origin.left,
    top: first.top - origin.top,
  };
}

function fieldOf(view: EditorView): Field {
  const origin = layerOrigin(view);
  const content = view.contentDOM.getBoundingClientRect();
  const style = getComputedStyle(view.contentDOM);
  const blocks = view.viewportLineBlocks;
  const { top: padding } = view.documentPadding;
  return {
    left: content.left + Number.parseFloat(style.paddingLeft) - origin.left,
    right: content.right - Number.parseFloat(style.paddingRight) - origin.left,
    top: (blocks[0]?.top ?? 0) + padding,
    bottom: (blocks.at(-1)?.bottom ?? 0) + padding,
  };
}
