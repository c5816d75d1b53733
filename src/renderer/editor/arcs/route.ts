/** Where a span stands on the screen; all measures in pixels of the layer. */
export interface Box {
  left: number;
  right: number;
  top: number;
}

/** The area that arcs may use: the text's edges, with room for them at both sides, and what is drawn of it. */
export interface Field {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** So much over a line is taken by names. */
  lift: number;
}

/** An arc to be drawn from one span to another, or towards one that is not drawn. */
export interface Join {
  id: string;
  from: Box;
  to: Box | 'above' | 'below';
  /** Arcs of one bundle end alike, so they run together toward their end. */
  bundle: string;
}

export interface Point {
  x: number;
  y: number;
}

export interface Route {
  id: string;
  /** Corners, from the first span to the second or to the edge. */
  points: Point[];
  /** Middle of its longest level stretch: where its name can stand. */
  label: Point;
  /** How long that stretch is. */
  room: number;
}

/** Distance of two lines that run side by side between two lines of text, and of text and the first of them. */
export const GAP_PITCH = 4;
export const GAP_FIRST = 6;
export const GAP_LANES = 4;
const GUTTER_PITCH = 4;
const GUTTER_FIRST = 6;
const GUTTER_LANES = 6;
/** Boxes whose tops differ by less stand on one line. */
const SAME_LINE = 4;

interface Stretch {
  from: number;
  to: number;
  bundle: string;
}

/**
 * Hands out lanes so that stretches in one lane do not overlap, unless they are of one bundle, which
 * share one; where all are taken they are shared in turn.
 */
class Lanes {
  readonly #taken = new Map<string, Stretch[][]>();
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  take(where: string, a: number, b: number, bundle: string): number {
    const stretch = { from: Math.min(a, b), to: Math.max(a, b), bundle };
    let lanes = this.#taken.get(where);
    if (!lanes) {
      lanes = Array.from({ length: this.#count }, () => []);
      this.#taken.set(where, lanes);
    }
    const isFree = (lane: Stretch[]) =>
      lane.every((other) => other.bundle === bundle || other.to <= stretch.from || other.from >= stretch.to);
    let lane = lanes.findIndex((taken) => taken.some((other) => other.bundle === bundle) && isFree(taken));
    if (lane < 0) lane = lanes.findIndex(isFree);
    if (lane < 0) {
      const fewest = Math.min(...lanes.map((taken) => taken.length));
      lane = lanes.findIndex((taken) => taken.length === fewest);
    }
    lanes[lane]!.push(stretch);
    return lane;
  }
}

/**
 * Routes for arcs: from the top of a span into the room over its line; on the same line straight
 * over to the other, else to the nearer edge of the text and along it to the other's line. Lines
 * side by side have lanes of their own as far as there is room; the shortest run nearest to the text.
 */
export function routeArcs(joins: readonly Join[], field: Field): Route[] {
  const anchors = anchorsOf(joins);
  const gaps = new Lanes(GAP_LANES);
  const gutters = new Lanes(GUTTER_LANES);
  const ordered = [...joins].sort((a, b) => lengthOf(a) - lengthOf(b));
  const routes = new Map(
    ordered.map((join) => [join.id, routeOne(join, anchors.get(join.id)!, field, gaps, gutters)]),
  );
  return joins.map(({ id }) => routes.get(id)!);
}

function lengthOf({ from, to }: Join): number {
  if (typeof to === 'string') return Number.POSITIVE_INFINITY;
  return Math.abs(from.top - to.top) * 10 + Math.abs(middle(from) - middle(to));
}

function middle({ left, right }: Box): number {
  return (left + right) / 2;
}

/** Where each arc begins and ends: the arcs of one span stand side by side over it, those of a bundle end in one point. */
function anchorsOf(joins: readonly Join[]): Map<string, { from: number; to: number }> {
  const atBox = new Map<
    string,
    { box: Box; ends: Map<string, { id: string; end: 'from' | 'to'; toward: number }[]> }
  >();
  const note = (box: Box, point: string, id: string, end: 'from' | 'to', toward: number) => {
    const key = `${box.left} ${box.right} ${box.top}`;
    const entry = atBox.get(key) ?? { box, ends: new Map() };
    const there = entry.ends.get(point);
    if (there) there.push({ id, end, toward });
    else entry.ends.set(point, [{ id, end, toward }]);
    atBox.set(key, entry);
  };
  for (const { id, from, to, bundle } of joins) {
    note(from, `from ${id}`, id, 'from', typeof to === 'string' ? 0 : middle(to));
    if (typeof to !== 'string') note(to, `to ${bundle}`, id, 'to', middle(from));
  }
  const anchors = new Map(joins.map(({ id }) => [id, { from: 0, to: 0 }]));
  for (const { box, ends } of atBox.values()) {
    const points = [...ends.values()].sort((a, b) => a[0]!.toward - b[0]!.toward);
    const step = Math.min(9, (box.right - box.left) / (points.length + 1));
    const first = middle(box) - (step * (points.length - 1)) / 2;
    for (const [index, point] of points.entries())
      for (const { id, end } of point) anchors.get(id)![end] = first + index * step;
  }
  return anchors;
}

function routeOne(
  { id, from, to, bundle }: Join,
  x: { from: number; to: number },
  field: Field,
  gaps: Lanes,
  gutters: Lanes,
): Route {
  const over = (box: Box, a: number, b: number) =>
    box.top -
    field.lift -
    GAP_FIRST -
    gaps.take(String(Math.round(box.top / SAME_LINE)), a, b, bundle) * GAP_PITCH;

  if (typeof to !== 'string' && Math.abs(from.top - to.top) < SAME_LINE) {
    const y = over(from, x.from, x.to);
    return {
      id,
      points: [
        { x: x.from, y: from.top },
        { x: x.from, y },
        { x: x.to, y },
        { x: x.to, y: to.top },
      ],
      ...labelOn(x.from, x.to, y),
    };
  }
  const target = typeof to === 'string' ? x.from : x.to;
  const isLeft = x.from - field.left + target - field.left <= field.right - x.from + field.right - target;
  const endY = typeof to === 'string' ? (to === 'above' ? field.top : field.bottom) : to.top;
  const lane = gutters.take(isLeft ? 'left' : 'right', from.top, endY, bundle);
  const out = GUTTER_FIRST + lane * GUTTER_PITCH;
  const gutter = isLeft ? field.left - out : field.right + out;
  const y = over(from, x.from, gutter);
  const points = [
    { x: x.from, y: from.top },
    { x: x.from, y },
    { x: gutter, y },
  ];
  if (typeof to === 'string')
    return { id, points: [...points, { x: gutter, y: endY }], ...labelOn(x.from, gutter, y) };
  const endGap = over(to, x.to, gutter);
  points.push({ x: gutter, y: endGap }, { x: x.to, y: endGap }, { x: x.to, y: to.top });
  const first = Math.abs(gutter - x.from) >= Math.abs(gutter - x.to);
  return { id, points, ...(first ? labelOn(x.from, gutter, y) : labelOn(x.to, gutter, endGap)) };
}

function labelOn(a: number, b: number, y: number): { label: Point; room: number } {
  return { label: { x: (a + b) / 2, y }, room: Math.abs(a - b) };
}

/** The route as an SVG path with rounded corners. */
export function pathOf(points: readonly Point[], radius = 3): string {
  const [first, ...rest] = points;
  let path = `M${first!.x} ${first!.y}`;
  for (const [index, corner] of rest.entries()) {
    const next = rest[index + 1];
    if (!next) {
      path += `L${corner.x} ${corner.y}`;
      continue;
    }
    const before = points[index]!;
    const into = toward(corner, before, radius);
    const out = toward(corner, next, radius);
    path += `L${into.x} ${into.y}Q${corner.x} ${corner.y} ${out.x} ${out.y}`;
  }
  return path;
}

/** The point some way from a corner toward another point, at most half way. */
function toward(corner: Point, goal: Point, distance: number): Point {
  const [dx, dy] = [goal.x - corner.x, goal.y - corner.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return corner;
  const share = Math.min(distance, length / 2) / length;
  return { x: corner.x + dx * share, y: corner.y + dy * share };
}
