import { labelStrokes } from '@actions/label-keys';
import { KeyCode, offered, type SchemaDefinition } from '@core/model/schema';
import type { SchemaPart } from '@core/schema-change/parts';
import { useId } from 'react';
import { useKeys } from '../data/keymap';
import { KeyCap, Strokes } from '../ui/keycap';

/**
 * The key that gives a label; to be pressed here. Clashes are told as they arise, and with which strokes
 * a label is given in the text, which may be two.
 */
export function KeyField({
  schema,
  part,
  id: itemId,
  value,
  others,
  onChange,
}: {
  schema: SchemaDefinition;
  part: SchemaPart;
  id: string;
  /** KeyboardEvent.code; null for none. */
  value: string | null;
  others: readonly { name: string; key: string | null }[];
  onChange(key: string | null): void;
}) {
  const id = useId();
  const label = value === null ? undefined : others.find(({ key }) => key === value);
  const clash = label && `‘${label.name}’ has this key already. Two labels of a list cannot share one.`;
  return (
    <div className="schema-field">
      <span id={id}>Key</span>
      <div>
        <div className="key-choice">
          <button
            type="button"
            aria-labelledby={`${id} ${id}-value`}
            aria-describedby={`${id}-hint`}
            onKeyDown={(event) => {
              if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
              if (event.code === 'Delete' || event.code === 'Backspace') onChange(null);
              else if (KeyCode.safeParse(event.code).success) onChange(event.code);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          >
            <span id={`${id}-value`}>{value === null ? 'none' : <KeyCap press={value} />}</span>
          </button>
          {value !== null && (
            <button type="button" className="flat" onClick={() => onChange(null)}>
              No key
            </button>
          )}
        </div>
        <p id={`${id}-hint`} className="hint">
          Focus the button and press a letter, a digit or a sign. Delete takes it away.
        </p>
        {part === 'entityTypes' && <InText schema={schema} id={itemId} />}
        {clash && (
          <p className="hint warning" role="status">
            {clash}
          </p>
        )}
      </div>
    </div>
  );
}

/** The strokes of a label in the text: its key, or two where a command or another label has that. */
function InText({ schema, id }: { schema: SchemaDefinition; id: string }) {
  const keymap = useKeys((state) => state.keymap);
  const found = labelStrokes(offered(schema.entityTypes), keymap).get(id);
  if (!found || found.strokes.length < 2) return null;
  return (
    <p className="hint" role="status">
      {found.shadowedBy && `In the text this is the key of “${found.shadowedBy.title}”. `}
      The label is given with <Strokes strokes={found.strokes} />
    </p>
  );
}
