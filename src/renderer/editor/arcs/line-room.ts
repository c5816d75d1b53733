import type { Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view';
import { type Fragments, hull } from '@core/model/fragment';
import type { Connection } from './connections';
import { GAP_LANES, GAP_PITCH } from './route';

/** What is free between two rows of the usual height without it, in pixels. */
const SPARE = 2;

/** Longer lines are never drawn whole: what is known of them would change with every scroll. */
const LONGEST = 10_000;

const decorations = new Map<number, Decoration>();

function withRoom(pixels: number): Decoration {
  let found = decorations.get(pixels);
  if (!found) {
    found = Decoration.line({ class: 'arced', attributes: { style: `--arcs-room:${pixels}px` } });
    decorations.set(pixels, found);
  }
  return found;
}

/**
 * Room between the rows of the lines in which arcs begin or end, so that they need not run through
 * the row above: for the names over the text, and for as many arcs side by side as the line has ends.
 * @param names what the names need beyond the room that every line has, in pixels
 */
export function lineRoom(view: EditorView, connections: readonly Connection[], names: number): DecorationSet {
  const { from, to } = view.viewport;
  const ends = new Map<number, Set<string>>();
  const note = (fragments: Fragments, what: string) => {
    const { start } = hull(fragments);
    if (start < from || start > to) return;
    const line = view.state.doc.lineAt(start);
    if (line.length > LONGEST) return;
    ends.set(line.from, (ends.get(line.from) ?? new Set()).add(what));
  };
  for (const connection of connections) {
    note(connection.from, connection.key);
    note(connection.to, connection.bundle);
  }
  const ranges: Range<Decoration>[] = [...ends].map(([line, { size }]) =>
    withRoom(names + Math.min(size, GAP_LANES) * GAP_PITCH - SPARE).range(line),
  );
  return Decoration.set(ranges, true);
}
