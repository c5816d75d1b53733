import type { ProjectInfo } from '@contract/project';
import type { Appraisal, DocumentLabelValues } from '@core/model/appraisal';
import { type DocumentLabelType, offered } from '@core/model/schema';
import type { DocumentSession } from '../data/document-session';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { focusText } from '../editor/control';
import { ActionKey } from '../ui/keycap';
import { TextField } from '../ui/text-field';
import { NoteField } from './note-field';

/** What the annotator of this session says of the open document as a whole: its labels and a note. */
export function DocumentSection({ info, session }: { info: ProjectInfo; session: DocumentSession }) {
  const { document } = session;
  const own = [...session.appraisals.values()].find(
    ({ layerId }) => session.layers.get(layerId)?.annotatorId === info.annotator.id,
  );
  const set = (labelId: string, values: DocumentLabelValues) =>
    attempt(() => send('document.appraise', { id: document.id, labels: { [labelId]: values } }));
  return (
    <details
      className="document-section"
      data-focus="document"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        focusText();
      }}
    >
      <summary>
        Document <span className="muted">{summary(info, own)}</span> <ActionKey id="annotate.document" />
      </summary>
      {info.schema.documentLabels
        .filter(({ id, retired }) => !retired || own?.labels[id])
        .map((label) => (
          <LabelField
            key={`${document.id} ${label.id}`}
            label={label}
            values={own?.labels[label.id] ?? []}
            disabled={info.readOnly}
            onSet={(values) => set(label.id, values)}
          />
        ))}
      <NoteField
        key={document.id}
        label="Note on the document"
        focus="document-note"
        value={own?.note ?? ''}
        disabled={info.readOnly}
        onSave={(note) => send('document.appraise', { id: document.id, note })}
        onLeave={focusText}
      />
    </details>
  );
}

/** The labels in a few words. */
function summary({ schema }: ProjectInfo, own: Appraisal | undefined): string {
  if (!own) return '';
  const labels = schema.documentLabels.flatMap(({ id, options, name }) =>
    (own.labels[id] ?? []).map((value) =>
      typeof value === 'boolean'
        ? `${name}: ${value ? 'yes' : 'no'}`
        : (options.find((option) => option.id === value)?.name ?? value),
    ),
  );
  return [...labels, ...(own.note === '' ? [] : ['note'])].join(' · ').slice(0, 80);
}

function LabelField({
  label,
  values,
  disabled,
  onSet,
}: {
  label: DocumentLabelType;
  values: DocumentLabelValues;
  disabled: boolean;
  onSet(values: DocumentLabelValues): void;
}) {
  const { name, kind, many, description } = label;
  const [first] = values;
  if (kind === 'text') {
    return (
      <TextField
        label={name}
        value={String(first ?? '')}
        placeholder={description}
        disabled={disabled}
        onSave={(text) => onSet(text === '' ? [] : [text])}
      />
    );
  }
  const options =
    kind === 'boolean'
      ? [
          { id: 'true', name: 'yes' },
          { id: 'false', name: 'no' },
        ]
      : offered(label.options, String(first ?? ''));
  if (kind === 'choice' && many) {
    return (
      <fieldset className="group">
        <legend>{name}</legend>
        {label.options
          .filter(({ id, retired }) => !retired || values.includes(id))
          .map((option) => (
            <label key={option.id} className="field inline">
              <input
                type="checkbox"
                disabled={disabled}
                checked={values.includes(option.id)}
                onChange={(event) =>
                  onSet(
                    event.target.checked
                      ? [...values, option.id]
                      : values.filter((value) => value !== option.id),
                  )
                }
              />
              <span dir="auto">{option.name}</span>
            </label>
          ))}
      </fieldset>
    );
  }
  const read = (value: string) => (kind === 'boolean' ? value === 'true' : value);
  return (
    <label className="field">
      <span>{name}</span>
      <select
        title={description}
        disabled={disabled}
        value={first === undefined ? '' : String(first)}
        onChange={({ target }) => onSet(target.value === '' ? [] : [read(target.value)])}
      >
        <option value="">—</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
