import { codeLabel } from '@actions/keys';
import type { Schema } from '@core/model/schema';
import { useEffect } from 'react';
import { markAs } from '../actions/annotate';
import { useKeys, useLabelStrokes } from '../data/keymap';
import { leaveLabelPrefix, useLabelPrefix } from '../data/label-prefix';
import { attempt } from '../data/notices';
import { KeyCap } from '../ui/keycap';

/** After the first key of a label of two keys: what can follow. */
export function LabelHint({ schema }: { schema: Schema }) {
  const waiting = useLabelPrefix((state) => state.waiting);
  return waiting ? <Hint schema={schema} /> : null;
}

function Hint({ schema }: { schema: Schema }) {
  const strokes = useLabelStrokes(schema);
  const caps = useKeys((state) => state.caps);
  useEffect(() => {
    window.addEventListener('blur', leaveLabelPrefix);
    window.addEventListener('pointerup', leaveLabelPrefix);
    return () => {
      window.removeEventListener('blur', leaveLabelPrefix);
      window.removeEventListener('pointerup', leaveLabelPrefix);
      leaveLabelPrefix();
    };
  }, []);
  const labels = schema.entityTypes
    .flatMap((type) => {
      const second = strokes.get(type.id)?.strokes[1];
      return second ? [{ type, second }] : [];
    })
    .sort((a, b) => collator.compare(a.second, b.second));
  return (
    <section className="label-hint" aria-label="Second key of the label">
      <p role="status">
        {labels.length > 0
          ? 'Press the second key of the label. Esc leaves.'
          : 'Every label has one key of its own: press that. Esc leaves.'}
      </p>
      <ul className="plain-list">
        {labels.map(({ type, second }) => (
          <li key={type.id}>
            <button
              type="button"
              className={`flat type-${type.id}`}
              tabIndex={-1}
              aria-keyshortcuts={codeLabel(second.split('+').at(-1)!, caps)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => attempt(() => markAs(type.id))}
            >
              <KeyCap press={second} />
              <span className="swatch" aria-hidden />
              <span dir="auto">{type.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Digits, letters, then what needs Shift or Alt. */
const collator = {
  compare: (a: string, b: string) => a.split('+').length - b.split('+').length || (a < b ? -1 : 1),
};
