import type { Connection } from './connections';
import { type Point, pathOf, type Route } from './route';

const SVG = 'http://www.w3.org/2000/svg';

export interface DrawnArc {
  connection: Connection;
  route: Route;
  chosen: boolean;
  /** Does the arc end at a span that is drawn, not at the edge? */
  whole: boolean;
}

function element<Name extends 'g' | 'path' | 'text' | 'title'>(
  name: Name,
  attributes: Record<string, string>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const LABEL_HEIGHT = 11;
/** A letter of an arc's name is about so wide, in pixels. */
const LETTER = 5.4;

interface Rect {
  x: number;
  y: number;
  width: number;
}

/** Draws arcs with their names; names that would lie over others are left to the arc's tip, the chosen ones' never are. */
export function drawArcs(svg: SVGSVGElement, arcs: readonly DrawnArc[], showAllNames: boolean): void {
  const taken: Rect[] = [];
  const ordered = [...arcs].sort((a, b) => Number(b.chosen) - Number(a.chosen));
  const groups = ordered.map((arc) => {
    const named =
      (arc.chosen || showAllNames) && claim(taken, arc.route.label, arc.connection.name, arc.chosen);
    return group(arc, named);
  });
  // The chosen ones come last, over the others.
  svg.replaceChildren(...groups.reverse());
}

function claim(taken: Rect[], { x, y }: Point, name: string, always: boolean): boolean {
  const width = name.length * LETTER + 6;
  const rect = { x: x - width / 2, y, width };
  const isFree = taken.every(
    (other) =>
      other.x + other.width <= rect.x ||
      other.x >= rect.x + rect.width ||
      Math.abs(other.y - rect.y) >= LABEL_HEIGHT,
  );
  if (!isFree && !always) return false;
  taken.push(rect);
  return true;
}

function group({ connection, route, chosen, whole }: DrawnArc, named: boolean): SVGGElement {
  const { className, name, record, directed } = connection;
  const g = element('g', { class: `arc ${className}${chosen ? ' chosen' : ''}` });
  g.dataset.join = record.id;
  g.dataset.kind = record.kind;
  const path = pathOf(route.points);
  const title = element('title', {});
  title.textContent = name;
  g.append(
    title,
    element('path', { class: 'arc-reach', d: path }),
    element('path', { class: 'arc-line', d: path }),
  );
  if (directed && whole) {
    const end = route.points.at(-1)!;
    g.append(element('path', { class: 'arc-head', d: `M${end.x} ${end.y}l-3.2 -5h6.4z` }));
  }
  if (named) {
    const text = element('text', {
      x: String(route.label.x),
      y: String(route.label.y + 3),
      class: 'arc-name',
    });
    text.textContent = name;
    g.append(text);
  }
  return g;
}
