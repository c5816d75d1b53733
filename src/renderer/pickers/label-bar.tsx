import type { LabelStrokes } from '@actions/label-keys';
import { offered, type Schema } from '@core/model/schema';
import { markAs } from '../actions/annotate';
import { keyText, useLabelStrokes } from '../data/keymap';
import { attempt } from '../data/notices';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { Strokes } from '../ui/keycap';

/** The labels with their keys; a click does what the key does. */
export function LabelBar({ schema, readOnly }: { schema: Schema; readOnly: boolean }) {
  const session = useSession();
  const strokes = useLabelStrokes(schema);
  const selectedId = useWorkbench((state) => state.selectedId);
  const selectedType = selectedId ? session?.annotations.get(selectedId)?.typeId : undefined;
  return (
    <div className="label-bar" role="toolbar" aria-label="Labels">
      {offered(schema.entityTypes).map((type) => (
        <button
          key={type.id}
          type="button"
          className={`label type-${type.id}`}
          title={tip(type.description, strokes.get(type.id))}
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
          <Strokes strokes={strokes.get(type.id)?.strokes ?? []} />
        </button>
      ))}
    </div>
  );
}

/** What a label means, and why it has not the key that the schema gives it. */
function tip(description: string, strokes: LabelStrokes | undefined): string {
  if (!strokes?.shadowedBy) return description;
  const { id, title } = strokes.shadowedBy;
  return `${description}\n${keyText(id)} is the key of ‘${title.replace('…', '')}’; this label has two keys for that reason.`;
}
