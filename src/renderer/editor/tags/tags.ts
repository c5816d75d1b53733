import { type Extension, Facet, StateEffect } from '@codemirror/state';
import { Direction, EditorView, type LayerMarker, layer, type Rect } from '@codemirror/view';
import type { DocumentSession } from '../../data/document-session';
import { currentNames } from '../../data/names';
import { layerOrigin } from '../layer-origin';
import type { MarksField } from '../marks';
import { annotationTag, selectedTag, stanceTag, type TagMode } from './names';
import { type Placed, placeInRows } from './rows';
import { textWidth } from './text-width';

/** Names of labels, entities or terms have changed. */
export const namesChanged = StateEffect.define<null>();

export const tagMode = Facet.define<TagMode, TagMode>({ combine: (modes) => modes[0] ?? 'entities' });

/** Space at both sides of a tag's words, border included, in pixels as in editor.css. */
const PADDING = 8;
/** The least that is left of a name that has to be cut short. */
const LEAST = 26;
/** More names than this in one window would tell nothing. */
const MOST = 300;
const ROWS: Record<TagMode, number> = { selected: 1, entities: 1, all: 2 };

/**
 * Names over the text: of the selected annotations always, of the others as {@link tagMode} says,
 * and the sign of the polarity over the evidence of each stance. They take no room in the text.
 */
export function tags(session: DocumentSession, field: MarksField): Extension {
  return [
    layer({
      above: true,
      class: 'cm-tag-layer',
      update: (update) =>
        update.docChanged ||
        update.viewportChanged ||
        update.geometryChanged ||
        update.startState.field(field) !== update.state.field(field) ||
        update.startState.facet(tagMode) !== update.state.facet(tagMode) ||
        update.transactions.some((transaction) => transaction.effects.some((e) => e.is(namesChanged))),
      markers: (view) => markers(view, session, field),
    }),
    EditorView.editorAttributes.compute(
      [tagMode],
      (state): Record<string, string> => (state.facet(tagMode) === 'all' ? { class: 'with-names' } : {}),
    ),
  ];
}

/** A name and where it wants to stand. */
interface Wanted {
  words: string;
  className: string;
  /** The stretch that it names: the first fragment. */
  offset: number;
  end: number;
  selected: boolean;
}

/** The same with its measures, relative to the content of the scroller. */
interface Measured extends Wanted {
  /** Where the tag begins: its left edge, in lines from right to left its right edge. */
  x: number;
  top: number;
  rtl: boolean;
  width: number;
}

function wanted(view: EditorView, session: DocumentSession, field: MarksField): Wanted[] {
  const { annotations, evidence, selectedIds } = view.state.field(field);
  const mode = view.state.facet(tagMode);
  const names = currentNames(session);
  const found: Wanted[] = [];
  const seen = new Set<string>();
  for (const { from, to } of view.visibleRanges) {
    evidence.between(from, to, (start, end, mark) => {
      const stance = session.stances.get(mark.spec.attributes['data-stance-id']);
      if (seen.size > MOST) return false;
      if (!stance || start < from || seen.has(stance.id)) return;
      seen.add(stance.id);
      const words = stanceTag(stance, mode, names);
      const className = `polarity-${stance.polarity}${mode === 'all' ? '' : ' sign'}`;
      found.push({ words, className, offset: start, end, selected: false });
    });
    annotations.between(from, to, (start, _end, mark) => {
      const annotation = session.annotations.get(mark.spec.annotationId);
      if (seen.size > MOST) return false;
      if (!annotation || start < from || seen.has(annotation.id)) return;
      const [first] = annotation.fragments;
      if (start !== first!.start) return;
      seen.add(annotation.id);
      const selected = selectedIds.includes(annotation.id);
      const words = selected
        ? selectedTag(annotation, names)
        : annotationTag(annotation, mode, session, names);
      const className = `type-${annotation.typeId}`;
      if (words) found.push({ words, className, offset: start, end: first!.end, selected });
    });
  }
  return found;
}

/**
 * The window's x where a stretch begins to the eye: in a line from left to right its left end, else its
 * right end. A name or number of the other direction is drawn from its far end.
 */
function beginning(view: EditorView, { offset, end }: Wanted, at: Rect, rtl: boolean): number {
  const line = view.state.doc.lineAt(offset);
  const run = view
    .bidiSpans(line)
    .find((span) => line.from + span.from <= offset && offset < line.from + span.to);
  if (!run || (run.dir === Direction.RTL) === rtl) return at.left;
  const far = view.coordsAtPos(Math.min(end, line.from + run.to), -1);
  if (!far || far.top >= at.bottom || far.bottom <= at.top) return at.left;
  return rtl ? Math.max(at.left, far.left) : Math.min(at.left, far.left);
}

function measured(view: EditorView, tags: readonly Wanted[]): Measured[] {
  const origin = layerOrigin(view);
  const { clientWidth } = view.scrollDOM;
  const result: Measured[] = [];
  for (const tag of tags) {
    const at = view.coordsAtPos(tag.offset, 1);
    if (!at) continue;
    const rtl = view.textDirectionAt(tag.offset) === Direction.RTL;
    const width = Math.min(textWidth(tag.words) + PADDING, clientWidth);
    const edge = beginning(view, tag, at, rtl) - origin.left;
    const x = rtl ? Math.max(edge, width) : Math.max(0, Math.min(edge, clientWidth - width));
    result.push({ ...tag, x, width, rtl, top: Math.round(at.top - origin.top) });
  }
  return result;
}

function markers(view: EditorView, session: DocumentSession, field: MarksField): Tag[] {
  const all = measured(view, wanted(view, session, field));
  const rows = ROWS[view.state.facet(tagMode)];
  const { clientWidth } = view.scrollDOM;
  const lines = Map.groupBy(
    all.filter(({ selected }) => !selected),
    ({ top, rtl }) => `${top} ${rtl}`,
  );
  const tags: Tag[] = [];
  for (const line of lines.values()) {
    const mirror = line[0]!.rtl ? -1 : 1;
    const inOrder = line.map((tag) => ({ tag, x: tag.x * mirror, width: tag.width }));
    inOrder.sort((a, b) => a.x - b.x);
    for (const [index, placed] of placeInRows(inOrder, rows, LEAST).entries())
      if (placed) tags.push(new Tag(withRoom(inOrder[index]!.tag, placed, clientWidth), placed));
  }
  for (const tag of all) if (tag.selected) tags.push(new Tag(tag, { row: 0, width: tag.width, more: 0 }));
  return tags;
}

/** Moved so far that what it tells of others is in the window too. */
function withRoom(tag: Measured, { width, more }: Placed, clientWidth: number): Measured {
  if (more === 0) return tag;
  const needed = Math.min(width + textWidth(` +${more}`), clientWidth);
  return { ...tag, x: tag.rtl ? Math.max(tag.x, needed) : Math.min(tag.x, clientWidth - needed) };
}

class Tag implements LayerMarker {
  readonly #tag: Measured;
  readonly #placed: Placed;

  constructor(tag: Measured, placed: Placed) {
    this.#tag = tag;
    this.#placed = placed;
  }

  eq(other: LayerMarker): boolean {
    return other instanceof Tag && other.#key === this.#key;
  }

  get #key(): string {
    const { words, className, selected, x, top, rtl } = this.#tag;
    const { row, width, more } = this.#placed;
    return [words, className, selected, x, top, rtl, row, width, more].join(' ');
  }

  draw(): HTMLElement {
    const { words, className, selected, x, top, rtl } = this.#tag;
    const { row, width, more } = this.#placed;
    const element = document.createElement('div');
    element.className = `tag ${className}${selected ? ' selected-tag' : ''}${rtl ? ' rtl' : ''}`;
    element.textContent = words;
    if (more > 0) element.dataset.more = `+${more}`;
    element.dir = 'auto';
    element.style.left = `${x}px`;
    element.style.top = `${top}px`;
    element.style.setProperty('--row', String(row));
    if (width < this.#tag.width) element.style.maxWidth = `${width}px`;
    return element;
  }
}
