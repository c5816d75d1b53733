import type { Actor } from '@core/insight/actor';
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Share, Tally } from './tally';

export interface Node {
  actor: Actor;
  /** Stances by and toward it. */
  weight: number;
  radius: number;
  x: number;
  y: number;
  /** Where its name stands, away from its arrows. */
  name: 'above' | 'below';
}

export interface Edge {
  holder: string;
  target: string;
  share: Share;
  /** The curve from the rim of the holder to the rim of the target, and the place of its sign. */
  path: string;
  sign: { x: number; y: number };
  arrow: { x: number; y: number; angle: number };
  width: number;
}

export interface Network {
  nodes: Node[];
  edges: Edge[];
  width: number;
  height: number;
}

interface Body extends SimulationNodeDatum {
  key: string;
  actor: Actor;
  weight: number;
  radius: number;
}

const TICKS = 320;
const PADDING = 70;

/**
 * Actors that name each other drawn together, the others apart. The same stances give the same
 * picture: d3-force begins from fixed places and has a random source of its own with a fixed seed.
 */
export function layOut(actors: readonly Actor[], tallies: readonly Tally[]): Network {
  const bodies = new Map<string, Body>();
  for (const actor of actors)
    if (!bodies.has(actor.key)) bodies.set(actor.key, { key: actor.key, actor, weight: 0, radius: 0 });
  const drawn = tallies.filter(({ holder, target }) => bodies.has(holder) && bodies.has(target));
  for (const { holder, target, count } of drawn)
    for (const key of new Set([holder, target])) bodies.get(key)!.weight += count;
  for (const body of bodies.values()) {
    if (body.weight === 0) bodies.delete(body.key);
    body.radius = 9 + 4 * Math.sqrt(body.weight);
  }
  const nodes = [...bodies.values()];
  const links: (SimulationLinkDatum<Body> & { count: number })[] = drawn
    .filter(({ holder, target }) => holder !== target)
    .map(({ holder, target, count }) => ({ source: holder, target, count }));
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ key }) => key)
        .distance(150)
        .strength(({ count }) => Math.min(0.9, 0.35 + 0.08 * count)),
    )
    .force('apart', forceManyBody<Body>().strength(-620))
    .force(
      'room',
      forceCollide<Body>(({ radius }) => radius + 34),
    )
    .force('x', forceX<Body>(0).strength(0.045))
    .force('y', forceY<Body>(0).strength(0.085))
    .stop();
  simulation.tick(TICKS);

  const xs = nodes.map(({ x }) => x!);
  const ys = nodes.map(({ y }) => y!);
  const left = Math.min(...xs) - PADDING - 40;
  const top = Math.min(...ys) - PADDING;
  const placed = new Map(
    nodes.map((body): [string, Node] => [
      body.key,
      {
        actor: body.actor,
        weight: body.weight,
        radius: body.radius,
        x: round(body.x! - left),
        y: round(body.y! - top),
        name: nameSide(body, drawn, bodies),
      },
    ]),
  );
  return {
    nodes: [...placed.values()],
    edges: drawn.flatMap((tally) => edgesOf(tally, placed)),
    width: nodes.length === 0 ? 0 : round(Math.max(...xs) - left + PADDING + 40),
    height: nodes.length === 0 ? 0 : round(Math.max(...ys) - top + PADDING),
  };
}

/** The side to which fewer of its arrows lead. */
function nameSide(body: Body, drawn: readonly Tally[], bodies: ReadonlyMap<string, Body>): Node['name'] {
  let down = 0;
  for (const { holder, target } of drawn) {
    if (holder !== body.key && target !== body.key) continue;
    const other = bodies.get(holder === body.key ? target : holder)!;
    const distance = Math.hypot(other.x! - body.x!, other.y! - body.y!) || 1;
    down += (other.y! - body.y!) / distance;
  }
  return down > 0.1 ? 'above' : 'below';
}

/** One curve for each polarity, beside each other. */
function edgesOf({ holder, target, shares }: Tally, nodes: ReadonlyMap<string, Node>): Edge[] {
  const from = nodes.get(holder)!;
  const to = nodes.get(target)!;
  return shares.map((share, index) => {
    const width = 1.2 + 1.3 * Math.sqrt(share.count * (share.intensity ?? 1));
    return holder === target
      ? loop(from, share, index, width)
      : curve(from, to, share, (index - (shares.length - 1) / 2) * 0.22 + 0.14, width);
  });
}

function curve(from: Node, to: Node, share: Share, bend: number, width: number): Edge {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const middle = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  const start = toward(from, middle, from.radius);
  const end = toward(to, middle, to.radius + 4 + width);
  const sign = {
    x: round(start.x / 4 + middle.x / 2 + end.x / 4),
    y: round(start.y / 4 + middle.y / 2 + end.y / 4),
  };
  const angle = (Math.atan2(end.y - middle.y, end.x - middle.x) * 180) / Math.PI;
  return {
    holder: from.actor.key,
    target: to.actor.key,
    share,
    path: `M${start.x} ${start.y}Q${round(middle.x)} ${round(middle.y)} ${end.x} ${end.y}`,
    sign,
    arrow: { ...end, angle: round(angle) },
    width,
  };
}

/** A stance toward oneself. */
function loop(node: Node, share: Share, index: number, width: number): Edge {
  const size = node.radius + 26 + index * 14;
  const { x, y, radius } = node;
  return {
    holder: node.actor.key,
    target: node.actor.key,
    share,
    path: `M${x - radius * 0.5} ${round(y - radius * 0.85)}C${x - size} ${y - size * 1.7} ${x + size} ${y - size * 1.7} ${round(x + radius * 0.6)} ${round(y - radius - 4)}`,
    sign: { x, y: round(y - size * 1.25) },
    arrow: { x: round(x + radius * 0.6), y: round(y - radius - 4), angle: 115 },
    width,
  };
}

/** The point on the way from a node to another place, so far from its middle. */
function toward(node: { x: number; y: number }, place: { x: number; y: number }, distance: number) {
  const length = Math.hypot(place.x - node.x, place.y - node.y) || 1;
  return {
    x: round(node.x + ((place.x - node.x) / length) * distance),
    y: round(node.y + ((place.y - node.y) / length) * distance),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
