import type { Schema } from '@core/model/schema';
import { markAs } from '../actions/annotate';
import { attempt } from '../data/notices';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { KeyCap } from '../ui/keycap';

/** The labels with their keys; a click does what the key does. */
export function LabelBar({ schema, readOnly }: { schema: Schema; readOnly: boolean }) {
  const session = useSession();
  const selectedId = useWorkbench((state) => state.selectedId);
  const selectedType = selectedId ? session?.annotations.get(selectedId)?.typeId : undefined;
  return (
    <div className="label-bar" role="toolbar" aria-label="Labels">
      {schema.entityTypes.map((type) => (
        <button
          key={type.id}
          type="button"
          className={`label type-${type.id}`}
          title={type.description}
          aria-pressed={type.id === selectedType}
          disabled={readOnly}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            attempt(() => markAs(type.id));
            focusText();
          }}
        >
          <span className="swatch" aria-hidden />
          {type.name}
          {type.key && <KeyCap press={type.key} />}
        </button>
      ))}
    </div>
  );
}
