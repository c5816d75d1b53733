import { textWidth } from '../tags/text-width';
import type { Connection } from './connections';
import { pathOf, type Route } from './route';

const SVG = 'http://www.w3.org/2000/svg';

export interface DrawnArc {
  connection: Connection;
  route: Route;
  chosen: boolean;
  /** Does the arc end at a span that is drawn, not at the edge? */
  whole: boolean;
}

function element<Name extends 'g' | 'path' | 'text'>(
  name: Name,
  attributes: Record<string, string>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const LABEL_HEIGHT = 11;
/** Room at both sides of a name, and by how much it may be longer than its arc, in pixels. */
const PADDING = 8;
const OVERHANG = 30;

interface Rect {
  x: number;
  y: number;
  width: number;
  bundle: string;
}

/**
 * Draws arcs with their names. A name that is longer than its arc or would lie over another is seen
 * when the pointer is over the arc; those of the chosen ones always are.
 */
export function drawArcs(svg: SVGSVGElement, arcs: readonly DrawnArc[]): void {
  const taken: Rect[] = [];
  const ordered = [...arcs].sort((a, b) => Number(b.chosen) - Number(a.chosen));
  const named = new Set(ordered.filter((arc) => claim(taken, arc)));
  // The chosen ones come last, over the others, and names over all lines.
  ordered.reverse();
  const groups = ordered.map((arc) => group(arc, named.has(arc)));
  const names = ordered.filter((arc) => named.has(arc)).map(nameAtRest);
  svg.replaceChildren(...groups, ...names);
}

/** May an arc's name stand beside those that are there? One word is enough for lines of a bundle that run together. */
function claim(taken: Rect[], { connection, route, chosen: always }: DrawnArc): boolean {
  const { x, y } = route.label;
  const width = textWidth(connection.name) + PADDING;
  if (width > route.room + OVERHANG && !always) return false;
  const { bundle } = connection;
  const rect = { x: x - width / 2, y, width, bundle };
  const isFree = taken.every(
    (other) =>
      !(other.bundle === bundle && other.y === y) &&
      (other.x + other.width <= rect.x ||
        other.x >= rect.x + rect.width ||
        Math.abs(other.y - rect.y) >= LABEL_HEIGHT),
  );
  if (!isFree && !always) return false;
  taken.push(rect);
  return true;
}

function group({ connection, route, chosen, whole }: DrawnArc, named: boolean): SVGGElement {
  const { className, record, directed } = connection;
  const g = element('g', { class: `arc ${className}${chosen ? ' chosen' : ''}` });
  g.dataset.join = record.id;
  g.dataset.kind = record.kind;
  const path = pathOf(route.points);
  g.append(element('path', { class: 'arc-reach', d: path }), element('path', { class: 'arc-line', d: path }));
  if (directed && whole) {
    const end = route.points.at(-1)!;
    g.append(element('path', { class: 'arc-head', d: `M${end.x} ${end.y}l-3.6 -5.5h7.2z` }));
  }
  if (!named) g.append(nameOf({ connection, route }));
  return g;
}

function nameOf({ connection, route }: Pick<DrawnArc, 'connection' | 'route'>): SVGTextElement {
  const { x, y } = route.label;
  const text = element('text', { x: String(x), y: String(y + 3), class: 'arc-name' });
  text.textContent = connection.name;
  return text;
}

function nameAtRest({ connection, route, chosen }: DrawnArc): SVGGElement {
  const g = element('g', { class: `arc-rest ${connection.className}${chosen ? ' chosen' : ''}` });
  g.append(nameOf({ connection, route }));
  return g;
}
