import type { Actor } from '@core/insight/actor';
import type { Schema } from '@core/model/schema';
import { isolated } from '@core/text/direction';
import { useMemo, useRef, useState } from 'react';
import { polaritySign } from '../stance/signs';
import type { CellKey } from './matrix-figure';
import { type Edge, layOut, type Node } from './network-layout';
import { shortened, type Tally } from './tally';

const NAME_LETTERS = 26;

export interface EdgeKey extends CellKey {
  polarity: string;
}

interface Props {
  schema: Schema;
  actors: readonly Actor[];
  tallies: readonly Tally[];
  chosen: EdgeKey | null;
  onChoose(edge: EdgeKey): void;
}

/** Actors as nodes, the larger the more stances name them; an arrow for each polarity from holder to target. */
export function NetworkFigure({ schema, actors, tallies, chosen, onChoose }: Props) {
  const network = useMemo(() => layOut(actors, tallies), [actors, tallies]);
  const svg = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const focusable = Math.min(at, network.edges.length - 1);
  const names = new Map(actors.map(({ key, name }) => [key, name]));
  const nameOf = (polarity: string) =>
    schema.stance.polarities.find(({ id }) => id === polarity)?.name ?? polarity;
  const go = (event: React.KeyboardEvent, index: number) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (index + by + network.edges.length) % network.edges.length;
    setAt(next);
    svg.current?.querySelector<SVGGElement>(`[data-edge="${next}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset
    <svg
      ref={svg}
      className="network"
      viewBox={`0 0 ${network.width} ${network.height}`}
      width={network.width}
      height={network.height}
      role="group"
      aria-label="Actors and their stances"
    >
      {network.nodes.map((node) => (
        <NodeShape key={node.actor.key} node={node} />
      ))}
      {network.edges.map((edge, index) => {
        const { holder, target, share } = edge;
        const isChosen =
          chosen?.holder === holder && chosen.target === target && chosen.polarity === share.polarity;
        const words = `${names.get(holder)} ${nameOf(share.polarity).toLowerCase()} ${names.get(target)}: ${share.count}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button element
          <g
            key={`${holder}\u0000${target}\u0000${share.polarity}`}
            data-edge={index}
            className={`network-edge polarity-${share.polarity} ${isChosen ? 'chosen' : ''}`}
            role="button"
            tabIndex={index === focusable ? 0 : -1}
            aria-label={words}
            aria-pressed={isChosen}
            onClick={() => onChoose({ holder, target, polarity: share.polarity })}
            onFocus={() => setAt(index)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') {
                event.preventDefault();
                onChoose({ holder, target, polarity: share.polarity });
              } else go(event, index);
            }}
          >
            <title>{words}</title>
            <EdgeShape edge={edge} sign={polaritySign(share.polarity, nameOf(share.polarity))} />
          </g>
        );
      })}
      {network.nodes.map(({ actor, x, y, radius, name }) => (
        <text
          key={actor.key}
          className="network-name"
          x={x}
          y={name === 'below' ? y + radius + 14 : y - radius - 7}
          textAnchor="middle"
        >
          <title>{actor.name}</title>
          {isolated(shortened(actor.name, NAME_LETTERS))}
        </text>
      ))}
    </svg>
  );
}

/** Round for somebody, square for a proposition, with a broken rim where there is no entity. */
function NodeShape({ node: { actor, x, y, radius } }: { node: Node }) {
  const look = `network-node ${actor.kind} ${actor.typeId ? `type-${actor.typeId}` : ''}`;
  return actor.kind === 'proposition' ? (
    <rect
      className={look}
      x={x - radius * 0.9}
      y={y - radius * 0.9}
      width={radius * 1.8}
      height={radius * 1.8}
      rx={4}
    />
  ) : (
    <circle className={look} cx={x} cy={y} r={radius} />
  );
}

function EdgeShape({ edge: { path, sign: place, arrow, width }, sign }: { edge: Edge; sign: string }) {
  const size = 5 + width;
  return (
    <>
      <path className="network-reach" d={path} />
      <path className="network-line" d={path} strokeWidth={width} />
      <path
        className="network-arrow"
        transform={`translate(${arrow.x} ${arrow.y}) rotate(${arrow.angle})`}
        d={`M${-size} ${-size * 0.6}L${width + 2} 0L${-size} ${size * 0.6}Z`}
      />
      <circle className="network-disc" cx={place.x} cy={place.y} r={9} />
      <text className="network-sign" x={place.x} y={place.y} textAnchor="middle" dominantBaseline="central">
        {sign}
      </text>
    </>
  );
}
