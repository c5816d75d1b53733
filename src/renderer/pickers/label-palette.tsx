import { offered, type Schema } from '@core/model/schema';
import { markAs } from '../actions/annotate';
import { pressText, useLabelStrokes } from '../data/keymap';
import { attempt } from '../data/notices';
import { closeOverlay, Overlay } from '../ui/overlay';
import { Picker } from './picker';

/** Any label by typing part of its name. */
export function LabelPalette({ schema }: { schema: Schema }) {
  const strokes = useLabelStrokes(schema);
  return (
    <Overlay title="Mark with any label" quick>
      <Picker
        label="Label"
        placeholder="Type part of a label’s name"
        choices={offered(schema.entityTypes).map(({ id, name }) => ({
          id,
          name,
          className: `type-${id}`,
          detail: (strokes.get(id)?.strokes ?? []).map((press) => pressText(press)).join(' '),
        }))}
        onPick={({ id }) => {
          closeOverlay();
          attempt(() => markAs(id));
        }}
      />
    </Overlay>
  );
}
