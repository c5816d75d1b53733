import type { ProjectInfo } from '@contract/project';
import type { Term } from '@core/model/schema';
import { PencilLine, X } from 'lucide-react';
import { usePreferences } from '../data/preferences';
import { useWorkbench } from '../data/workbench';
import { MarkdownText } from '../ui/markdown';
import { type Subject, termOf, textOf, useGuidelines, writeGuidelines } from './guidelines';

/** The guidelines of the label at hand, or those for all, beside the text. */
export function GuidelinesPane({ info }: { info: ProjectInfo }) {
  const chosen = useGuidelines((state) => state.subject);
  const typeAtHand = useWorkbench(
    ({ session, selectedId, lastTypeId }) =>
      (selectedId && session?.annotations.get(selectedId)?.typeId) || lastTypeId,
  );
  const atHand: Subject = typeAtHand ? { part: 'entityTypes', id: typeAtHand } : 'general';
  const subject = chosen === 'hand' ? atHand : chosen;
  const term = subject === 'general' ? undefined : termOf(info, subject);
  const text = textOf(info, subject);
  return (
    <section className="guidelines" aria-label="Guidelines">
      <header className="pane-head">
        <h2 dir="auto">{term ? `Guidelines: ${term.name}` : 'Guidelines'}</h2>
        {typeAtHand && (
          <button
            type="button"
            className="flat"
            onClick={() => useGuidelines.setState({ subject: subject === 'general' ? 'hand' : 'general' })}
          >
            {subject === 'general' ? 'Of the label' : 'General'}
          </button>
        )}
        <button
          type="button"
          className="icon"
          aria-label="Write guidelines"
          title="Write guidelines (Ctrl+Shift+G)"
          disabled={info.readOnly}
          onClick={() => writeGuidelines(subject)}
        >
          <PencilLine size={15} aria-hidden />
        </button>
        <button
          type="button"
          className="icon"
          aria-label="Hide guidelines"
          title="Hide guidelines (F2)"
          onClick={() => usePreferences.setState({ guidelines: false })}
        >
          <X size={15} aria-hidden />
        </button>
      </header>
      {term && <LabelGuidelines term={term} />}
      {text.trim() !== '' ? (
        <MarkdownText text={text} />
      ) : (
        <p className="muted">
          {term ? 'No guidelines of its own yet.' : 'No general guidelines have been written yet.'}
        </p>
      )}
      {term && term.examples.length > 0 && <Examples term={term} />}
    </section>
  );
}

function LabelGuidelines({ term }: { term: Term }) {
  if (term.description === '') return null;
  return <p dir="auto">{term.description}</p>;
}

function Examples({ term }: { term: Term }) {
  return (
    <>
      <h3>Examples</h3>
      <ul className={`guideline-examples type-${term.id}`}>
        {term.examples.map(({ before, text, after, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an example has no id
          <li key={index} dir="auto">
            {before}
            <mark>{text}</mark>
            {after}
            {note && <div className="muted">{note}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}
