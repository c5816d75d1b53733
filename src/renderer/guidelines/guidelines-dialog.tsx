import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { attempt } from '../data/notices';
import { MarkdownText } from '../ui/markdown';
import { closeOverlay, Overlay } from '../ui/overlay';
import { guidelineParts, type Subject, saveGuidelines, textOf, useGuidelines } from './guidelines';

const keyOf = (subject: Subject) => (subject === 'general' ? 'general' : `${subject.part}:${subject.id}`);

function subjectOf(key: string, info: ProjectInfo): Subject {
  for (const { part, terms } of guidelineParts(info))
    for (const { id } of terms) if (key === `${part}:${id}`) return { part, id };
  return 'general';
}

/** Writes guidelines, general or of one label, with a preview. */
export function GuidelinesDialog({ info }: { info: ProjectInfo }) {
  const writing = useGuidelines((state) => state.writing);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const key = keyOf(writing);
  const text = typed[key] ?? textOf(info, writing);
  const changed = Object.keys(typed).filter((other) => typed[other] !== textOf(info, subjectOf(other, info)));
  const save = async () => {
    for (const other of changed) await saveGuidelines(subjectOf(other, info), typed[other]!);
    closeOverlay();
  };
  const onClose = () => {
    if (changed.length > 0) attempt(save);
    else closeOverlay();
  };
  return (
    <Overlay title="Guidelines" wide onClose={onClose}>
      <label className="field">
        <span>Of</span>
        <select
          value={key}
          onChange={(event) => useGuidelines.setState({ writing: subjectOf(event.target.value, info) })}
        >
          <option value="general">the project as a whole</option>
          {guidelineParts(info)
            .filter(({ terms }) => terms.length > 0)
            .map(({ part, words, terms }) => (
              <optgroup key={part} label={words}>
                {terms.map(({ id, name }) => (
                  <option key={id} value={`${part}:${id}`}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      </label>
      <div className="guidelines-dialog">
        <textarea
          aria-label="Guidelines in Markdown"
          dir="auto"
          value={text}
          disabled={info.readOnly}
          onChange={(event) => setTyped((before) => ({ ...before, [key]: event.target.value }))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            attempt(save);
          }}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
        <section aria-label="Preview" tabIndex={0}>
          {text.trim() === '' ? (
            <p className="muted">What you write is shown here.</p>
          ) : (
            <MarkdownText text={text} />
          )}
        </section>
      </div>
      <p className="button-row">
        <button
          type="button"
          className="primary"
          disabled={info.readOnly || changed.length === 0}
          onClick={() => attempt(save)}
        >
          Save <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" onClick={closeOverlay}>
          Cancel
        </button>
      </p>
    </Overlay>
  );
}
