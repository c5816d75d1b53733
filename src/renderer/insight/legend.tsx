import type { Schema } from '@core/model/schema';
import { polaritySign } from '../stance/signs';

/** The signs and colours of polarities. */
export function PolarityLegend({ schema, note }: { schema: Schema; note: string }) {
  return (
    <p className="polarity-legend">
      {schema.stance.polarities.map(({ id, name }) => (
        <span key={id} className={`polarity-${id}`}>
          <span className="polarity-mark" aria-hidden>
            {polaritySign(id, name)}
          </span>
          {name}
        </span>
      ))}
      <span className="muted">{note}</span>
    </p>
  );
}
