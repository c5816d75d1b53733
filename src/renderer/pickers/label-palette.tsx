import { codeLabel } from '@actions/keys';
import type { Schema } from '@core/model/schema';
import { markAs } from '../actions/annotate';
import { attempt } from '../data/notices';
import { closeOverlay, Overlay } from '../ui/overlay';
import { Picker } from './picker';

/** Any label by typing part of its name. */
export function LabelPalette({ schema }: { schema: Schema }) {
  return (
    <Overlay title="Mark with any label" quick>
      <Picker
        label="Label"
        placeholder="Type part of a label’s name"
        choices={schema.entityTypes.map(({ id, name, key }) => ({
          id,
          name,
          className: `type-${id}`,
          ...(key ? { detail: codeLabel(key) } : {}),
        }))}
        onPick={({ id }) => {
          closeOverlay();
          attempt(() => markAs(id));
        }}
      />
    </Overlay>
  );
}
