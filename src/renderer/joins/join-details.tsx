import type { Event } from '@core/model/event';
import type { Relation } from '@core/model/relation';
import type { AttributeType } from '@core/model/schema';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { focusText } from '../editor/control';
import { AttributeField } from '../inspector/attribute-field';
import { NoteField } from '../inspector/note-field';

type Join = { kind: 'relation'; record: Relation } | { kind: 'event'; record: Event };

/** Attributes and note of the relation or event that is selected. */
export function JoinDetails({
  join: { kind, record },
  attributes,
  disabled,
}: {
  join: Join;
  attributes: readonly AttributeType[];
  disabled: boolean;
}) {
  const update = (patch: Partial<Pick<Relation, 'attributes' | 'note'>>) =>
    send(`${kind}.update`, { id: record.id, ...patch });
  return (
    <fieldset
      className="join-details"
      aria-label={kind === 'relation' ? 'Selected relation' : 'Selected event'}
    >
      {attributes
        .filter(({ id, retired }) => !retired || id in record.attributes)
        .map((attribute) => (
          <AttributeField
            key={attribute.id}
            attribute={attribute}
            given={record.attributes}
            disabled={disabled}
            onChange={(given) => attempt(() => update({ attributes: given }))}
          />
        ))}
      <NoteField
        key={record.id}
        value={record.note}
        disabled={disabled}
        focus="join-note"
        onSave={(note) => update({ note })}
        onLeave={focusText}
      />
    </fieldset>
  );
}
