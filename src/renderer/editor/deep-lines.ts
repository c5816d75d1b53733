import type { Range, Text } from '@codemirror/state';
import { Decoration, type DecorationSet } from '@codemirror/view';

/** So many lanes fit between two lines of the usual height. */
const ROOM = 3;
/** A mark over more lines than this needs no more room in those between: its line may run through them. */
const FAR = 50;
const ENDLESS = 50_000;

const decorations = new Map<number, Decoration>();

/** Gives a line the room that `lanes` lanes need: `--deeper` of them more than the usual height has. */
function withRoom(lanes: number): Decoration {
  let found = decorations.get(lanes);
  if (!found) {
    found = Decoration.line({ class: 'deep', attributes: { style: `--deeper:${lanes - ROOM}` }, lanes });
    decorations.set(lanes, found);
  }
  return found;
}

interface Placed {
  lane: number;
  start: number;
  end: number;
}

/** Positions (UTF-16) at which the lines that a stretch touches begin. */
function lineStarts(doc: Text, { start, end }: { start: number; end: number }): number[] {
  const first = doc.lineAt(start);
  const last = doc.lineAt(Math.max(start, end - 1)).number;
  const starts = [first.from];
  for (let number = first.number + 1; number <= Math.min(last, first.number + FAR); number++)
    starts.push(doc.line(number).from);
  return starts;
}

/** The lines of a document in which marks lie deeper over each other than a line has room for. */
export function deepLines(doc: Text, marks: readonly Placed[]): DecorationSet {
  const lanes = new Map<number, number>();
  for (const mark of marks) {
    if (mark.lane < ROOM) continue;
    for (const from of lineStarts(doc, mark)) lanes.set(from, Math.max(lanes.get(from) ?? 0, mark.lane + 1));
  }
  const ranges: Range<Decoration>[] = [...lanes].map(([from, needed]) => withRoom(needed).range(from));
  return Decoration.set(ranges, true);
}

/** The same after a mark was put into a lane: a line that had less room gets what it needs. */
export function deepened(deep: DecorationSet, doc: Text, mark: Placed): DecorationSet {
  if (mark.lane < ROOM) return deep;
  let after = deep;
  for (const from of lineStarts(doc, mark)) {
    const had = lanesOf(after, from);
    if (had <= mark.lane) after = replaced(after, from, mark.lane + 1);
  }
  return after;
}

/** The same after a mark was taken out of a lane. In an endless line the room stays: nobody counts its marks anew. */
export function flattened(
  deep: DecorationSet,
  marks: DecorationSet,
  doc: Text,
  stretch: { start: number; end: number },
): DecorationSet {
  if (deep.size === 0) return deep;
  let after = deep;
  for (const from of lineStarts(doc, stretch)) {
    const had = lanesOf(after, from);
    const { to } = doc.lineAt(from);
    if (had === 0 || to - from > ENDLESS) continue;
    let needed = 0;
    marks.between(from, to, (_from, _to, mark) => {
      needed = Math.max(needed, mark.spec.lane + 1);
    });
    if (needed !== had) after = replaced(after, from, needed);
  }
  return after;
}

function lanesOf(deep: DecorationSet, from: number): number {
  let lanes = 0;
  deep.between(from, from, (_from, _to, line) => {
    lanes = line.spec.lanes;
  });
  return lanes;
}

function replaced(deep: DecorationSet, from: number, lanes: number): DecorationSet {
  return deep.update({
    filterFrom: from,
    filterTo: from,
    filter: (at) => at !== from,
    add: lanes > ROOM ? [withRoom(lanes).range(from)] : [],
  });
}
