import type { Extension } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { hull } from '@core/model/fragment';
import type { DocumentSession } from '../../data/document-session';
import type { MarksField } from '../marks';
import { namesChanged } from '../tags/tags';
import { colourRows, type Spot } from './buckets';

/** Left edge and width of the overview's columns, in CSS pixels; 14 in all, as in editor.css. */
const COLUMNS = { annotations: [1, 6], evidence: [8, 3], comments: [12, 2], hits: [0, 14] } as const;
/** Milliseconds without a change before it is drawn anew. */
const QUIET = 150;
/** Side by side in one row, at most. */
const MOST_COLOURS = 4;

/** Further places that the overview shows, such as hits of a search, and how to hear of their changes. */
export interface SpotSource {
  spots(): Iterable<Spot>;
  subscribe(listener: () => void): () => void;
}

/**
 * A strip beside the scroll bar with the place and colour of every annotation, of the evidence of
 * stances, of open comments and of hits, over the whole length of the document. A click scrolls there. It is drawn
 * again in idle time only, and its cost per row does not depend on the length of the text.
 */
export function overview(
  session: DocumentSession,
  field: MarksField,
  hits: SpotSource,
  comments: SpotSource,
): Extension {
  return ViewPlugin.define((view) => new Overview(view, session, field, hits, comments));
}

class Overview {
  readonly #view: EditorView;
  readonly #session: DocumentSession;
  readonly #field: MarksField;
  readonly #hits: SpotSource;
  readonly #comments: SpotSource;
  readonly #canvas = document.createElement('canvas');
  readonly #stops: (() => void)[];
  #timer = 0;
  #idle = 0;

  constructor(
    view: EditorView,
    session: DocumentSession,
    field: MarksField,
    hits: SpotSource,
    comments: SpotSource,
  ) {
    this.#view = view;
    this.#session = session;
    this.#field = field;
    this.#hits = hits;
    this.#comments = comments;
    this.#canvas.className = 'overview';
    // The lists beside the text tell the same to those who do not see it.
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#canvas.addEventListener('pointerdown', this.#scroll);
    this.#canvas.addEventListener('pointermove', (event) => event.buttons === 1 && this.#scroll(event));
    view.dom.append(this.#canvas);
    const theme = new MutationObserver(this.#schedule);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const size = new ResizeObserver(this.#schedule);
    size.observe(view.dom);
    this.#stops = [
      hits.subscribe(this.#schedule),
      comments.subscribe(this.#schedule),
      () => theme.disconnect(),
      () => size.disconnect(),
    ];
    this.#schedule();
  }

  update(update: ViewUpdate): void {
    const marksChanged = update.startState.field(this.#field) !== update.state.field(this.#field);
    const coloursMayHave = update.transactions.some(({ effects }) => effects.some((e) => e.is(namesChanged)));
    if (marksChanged || update.heightChanged || coloursMayHave) this.#schedule();
  }

  destroy(): void {
    clearTimeout(this.#timer);
    cancelIdleCallback(this.#idle);
    for (const stop of this.#stops) stop();
    this.#canvas.remove();
  }

  /** Draws when nothing has changed for a moment: while one scrolls, new heights come with every frame. */
  readonly #schedule = (): void => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#idle = requestIdleCallback(this.#draw);
    }, QUIET);
  };

  readonly #scroll = (event: PointerEvent): void => {
    event.preventDefault();
    const share = event.offsetY / Math.max(1, this.#canvas.clientHeight);
    const { scrollDOM } = this.#view;
    scrollDOM.scrollTop = share * scrollDOM.scrollHeight - scrollDOM.clientHeight / 2;
  };

  /** The text offset at which each row of pixels begins; within a long line by its share of the height. */
  #edges(rows: number): number[] {
    const { scrollDOM, state, documentPadding } = this.#view;
    const edges: number[] = [];
    for (let row = 0; row < rows; row++) {
      const height = (row / rows) * scrollDOM.scrollHeight - documentPadding.top;
      const block = this.#view.lineBlockAtHeight(Math.max(0, height));
      const share = Math.min(1, Math.max(0, (height - block.top) / Math.max(1, block.height)));
      edges.push(block.from + Math.floor(share * block.length));
    }
    edges.push(state.doc.length + 1);
    return edges;
  }

  readonly #draw = (): void => {
    const { clientWidth, clientHeight } = this.#canvas;
    if (clientHeight === 0) return;
    const scale = window.devicePixelRatio;
    this.#canvas.width = clientWidth * scale;
    this.#canvas.height = clientHeight * scale;
    const context = this.#canvas.getContext('2d')!;
    context.scale(scale, scale);
    const edges = this.#edges(clientHeight);
    const colours = new Colours(this.#view.dom);
    const paint = (spots: Iterable<Spot>, [left, width]: readonly [number, number]) => {
      for (const [row, names] of colourRows(spots, edges).entries()) {
        const shown = names.slice(0, MOST_COLOURS);
        for (const [index, name] of shown.entries()) {
          context.fillStyle = colours.of(name);
          // A mark is two pixels high where there is room, so that a single one is seen.
          context.fillRect(left + (index * width) / shown.length, row, width / shown.length, 2);
        }
      }
    };
    paint(this.#hits.spots(), COLUMNS.hits);
    paint(this.#annotationSpots(), COLUMNS.annotations);
    paint(this.#evidenceSpots(), COLUMNS.evidence);
    paint(this.#comments.spots(), COLUMNS.comments);
    colours.done();
  };

  *#annotationSpots(): Iterable<Spot> {
    for (const { fragments, typeId } of this.#session.ordered)
      yield { ...hull(fragments), colour: `type-${typeId}` };
  }

  *#evidenceSpots(): Iterable<Spot> {
    for (const { evidence, polarity } of this.#session.orderedStances)
      if (evidence.length > 0) yield { ...hull(evidence), colour: `polarity-${polarity}` };
  }
}

/** The colours of classes as the style sheets have them now. */
class Colours {
  readonly #probe = document.createElement('span');
  readonly #known = new Map<string, string>();

  constructor(parent: Element) {
    this.#probe.hidden = true;
    parent.append(this.#probe);
  }

  of(className: string): string {
    let colour = this.#known.get(className);
    if (colour === undefined) {
      this.#probe.className = className;
      colour = getComputedStyle(this.#probe).getPropertyValue('--line').trim() || 'gray';
      this.#known.set(className, colour);
    }
    return colour;
  }

  done(): void {
    this.#probe.remove();
  }
}
