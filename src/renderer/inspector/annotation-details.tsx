import type { ProjectInfo } from '@contract/project';
import type { SpanAnnotation } from '@core/model/annotation';
import { type AttributeType, offered } from '@core/model/schema';
import { Trash2 } from 'lucide-react';
import { deleteSelected } from '../actions/annotate';
import type { DocumentSession } from '../data/document-session';
import { keyText } from '../data/keymap';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { chosenIds, useWorkbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { mayChange } from '../review/gold';
import { GoldOrigin } from '../review/gold-origin';
import { AttributeField } from './attribute-field';
import { NoteField } from './note-field';

interface Props {
  info: ProjectInfo;
  session: DocumentSession;
  annotation: SpanAnnotation;
}

/** The selected annotation: label, text, attributes, note. */
export function AnnotationDetails({ info, session, annotation }: Props) {
  const type = info.schema.entityTypes.find(({ id }) => id === annotation.typeId);
  const chosen = useWorkbench((state) => chosenIds(state).length);
  const own = mayChange(session, annotation.layerId, info.annotator.id);
  const isGold = session.layers.get(annotation.layerId)?.kind === 'gold';
  const disabled = info.readOnly || !own;
  const isShown = ({ id, retired }: AttributeType) => !retired || id in annotation.attributes;
  const removeFragment = (index: number) =>
    send('annotation.update', {
      id: annotation.id,
      fragments: annotation.fragments.filter((_, other) => other !== index),
    });
  return (
    <section aria-label="Selected annotation">
      <header className="pane-head">
        <h2>Annotation</h2>
        <button
          type="button"
          className="icon"
          aria-label={chosen > 1 ? `Delete ${chosen} annotations` : 'Delete annotation'}
          title={`${chosen > 1 ? `Delete ${chosen} annotations` : 'Delete annotation'} (${keyText('annotate.delete')})`}
          disabled={disabled}
          onClick={() => attempt(deleteSelected)}
        >
          <Trash2 size={15} aria-hidden />
        </button>
      </header>
      <label className="field">
        <span>Label</span>
        <select
          value={annotation.typeId}
          disabled={disabled}
          onChange={(event) =>
            attempt(() => send('annotation.update', { id: annotation.id, typeId: event.target.value }))
          }
        >
          {offered(info.schema.entityTypes, annotation.typeId).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ul className="quotes">
        {annotation.fragments.map(({ start, end }, index) => (
          <li key={start} className={`quote type-${annotation.typeId}`}>
            <q dir="auto" lang={session.document.language}>
              {session.text.slice(start, end)}
            </q>
            <span className="muted offsets">
              {start}–{end}
            </span>
            {annotation.fragments.length > 1 && !disabled && (
              <button
                type="button"
                className="icon"
                aria-label={`Remove fragment ${index + 1}`}
                onClick={() => attempt(() => removeFragment(index))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {isGold && <GoldOrigin info={info} session={session} id={annotation.id} />}
      {!own && !isGold && <p className="muted">This is a colleague’s annotation; you can look at it.</p>}
      {type?.attributes.filter(isShown).map((attribute) => (
        <AttributeField
          key={`${annotation.id} ${attribute.id}`}
          attribute={attribute}
          given={annotation.attributes}
          disabled={disabled}
          onChange={(attributes) =>
            attempt(() => send('annotation.update', { id: annotation.id, attributes }))
          }
        />
      ))}
      <NoteField
        value={annotation.note}
        disabled={disabled}
        onSave={(note) => send('annotation.update', { id: annotation.id, note })}
        onLeave={focusText}
      />
    </section>
  );
}
