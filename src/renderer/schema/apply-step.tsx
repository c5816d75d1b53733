import type { SchemaEffect, SchemaPreview } from '@contract/schema';
import { describeError, toWireError } from '@core/errors';
import type { SchemaDefinition } from '@core/model/schema';
import { effectWords } from '@core/schema-change/effect-words';
import { openedToAll } from '@core/schema-change/references';
import { differenceWords } from '@core/schema-change/words';
import { useEffect, useState } from 'react';
import { undo } from '../actions/undo';
import { theClient } from '../bridge/connection';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { closeOverlay } from '../ui/overlay';
import { schemaEditor } from './editor-state';
import {
  type Answer,
  type Answered,
  choicesFor,
  definitionWith,
  mappingOf,
  type Question,
  questionsOf,
} from './questions';

const DIFFERENCES = 12;

/** What a change touches, what is to be said about it, and the button that does it. */
export function ApplyStep({
  base,
  draft,
  readOnly,
}: {
  base: SchemaDefinition;
  draft: SchemaDefinition;
  readOnly: boolean;
}) {
  const { preview, error, questions, answered, answer } = usePreview(base, draft);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const open = questions.filter(({ key }) => !answered.has(key));
  const ready = preview !== null && preview.problems.length === 0 && preview.unresolved === 0;

  const apply = async () => {
    setBusy(true);
    const list = [...answered.values()];
    try {
      const done = await send('schema.change', {
        definition: definitionWith(base, draft, list),
        mapping: mappingOf(draft, list),
        reason,
      });
      schemaEditor.close();
      closeOverlay();
      const touched = done.changed + done.deleted;
      notify(
        `Version ${done.version} of the schema is in force${touched > 0 ? `; ${done.changed} changed, ${done.deleted} deleted` : ''}.`,
        { label: 'Undo', run: () => attempt(undo) },
      );
    } catch (thrown) {
      const { kind, data } = toWireError(thrown);
      setFailure(describeError(kind, data));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="apply-step"
      aria-label="Apply changes"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy && !readOnly) void apply();
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it */}
      <section className="apply-body" aria-label="What the change does" tabIndex={0}>
        {error && <p role="alert">{error}</p>}
        {!preview && !error && <p className="muted">Looking at what is annotated…</p>}
        {preview?.problems.map((problem) => (
          <p key={problem} role="alert">
            {problem}.
          </p>
        ))}
        {questions.length > 0 && (
          <>
            <h3>
              What becomes of these?{' '}
              <span className="muted">{open.length > 0 ? `${open.length} to be said` : 'All is said.'}</span>
            </h3>
            <ul className="plain-list questions">
              {questions.map((question) => (
                <QuestionRow
                  key={question.key}
                  question={question}
                  base={base}
                  draft={draft}
                  answered={answered}
                  onAnswer={answer}
                />
              ))}
            </ul>
          </>
        )}
        {preview && (
          <>
            <h3>What it touches</h3>
            <Opened opened={openedToAll(base, preview.definition)} />
            <Effects preview={preview} base={base} />
            <Differences preview={preview} />
          </>
        )}
      </section>
      {failure && <p role="alert">{failure}</p>}
      <footer className="apply-foot">
        <label className="field">
          <span>Why</span>
          <input
            type="text"
            dir="auto"
            maxLength={1000}
            placeholder="for the history; may be left out"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <p className="button-row">
          <button type="submit" className="primary" disabled={!ready || busy || readOnly}>
            Apply
          </button>
          <button type="button" onClick={() => schemaEditor.set({ step: 'edit' })}>
            Back to editing
          </button>
        </p>
      </footer>
    </form>
  );
}

/** The engine's preview, asked for anew after each answer, and all questions that have come up. */
function usePreview(base: SchemaDefinition, draft: SchemaDefinition) {
  const [preview, setPreview] = useState<SchemaPreview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [questions, setQuestions] = useState<Question[]>([]);
  const [answered, setAnswered] = useState<ReadonlyMap<string, Answered>>(new Map());
  useEffect(() => {
    let current = true;
    const list = [...answered.values()];
    theClient()
      .call('schema.preview', {
        definition: definitionWith(base, draft, list),
        mapping: mappingOf(draft, list),
      })
      .then((next) => {
        if (!current) return;
        setPreview(next);
        setError(null);
        const asked = questionsOf(next.effects);
        setQuestions((before) => [
          ...before.filter(({ key }) => answered.has(key) || asked.some((other) => other.key === key)),
          ...asked.filter(({ key }) => !before.some((other) => other.key === key)),
        ]);
      })
      .catch((thrown) => {
        if (!current) return;
        const { kind, data } = toWireError(thrown);
        setError(describeError(kind, data));
      });
    return () => {
      current = false;
    };
  }, [base, draft, answered]);

  const answer = (question: Question, chosen: Answer | null) =>
    setAnswered((before) => {
      const next = new Map(before);
      next.delete(question.key);
      // Another label for the annotations asks anew what becomes of their attributes.
      if (question.attribute === null && question.role === null)
        for (const [key, { question: other }] of before)
          if (other.part === question.part && other.id === question.id) next.delete(key);
      if (chosen !== null) next.set(question.key, { question, answer: chosen });
      return next;
    });
  return { preview, error, questions, answered, answer };
}

function QuestionRow({
  question,
  base,
  draft,
  answered,
  onAnswer,
}: {
  question: Question;
  base: SchemaDefinition;
  draft: SchemaDefinition;
  answered: ReadonlyMap<string, Answered>;
  onAnswer(question: Question, answer: Answer | null): void;
}) {
  const chosen = answered.get(question.key)?.answer ?? '';
  const [first, ...others] = question.effects;
  const words = effectWords(first!, base, draft, others);
  return (
    <li className={chosen === '' ? 'open' : ''}>
      <label>
        <span dir="auto">{words}</span>
        <select value={chosen} onChange={(event) => onAnswer(question, event.target.value || null)}>
          <option value="">They … (choose)</option>
          {choicesFor(question, draft, [...answered.values()]).map((choice) => (
            <option key={choice.answer} value={choice.answer}>
              {choice.words}
            </option>
          ))}
        </select>
      </label>
      <Where effects={question.effects} />
    </li>
  );
}

/** What asks for less than before without being told to. */
function Opened({ opened }: { opened: readonly string[] }) {
  if (opened.length === 0) return null;
  return (
    <div role="note" className="opened">
      <p>
        <strong>⚠ Open to every label now:</strong>
      </p>
      <ul>
        {opened.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Effects({ preview, base }: { preview: SchemaPreview; base: SchemaDefinition }) {
  const settled = preview.effects.filter(({ action }) => action !== 'unresolved');
  if (settled.length === 0) {
    return (
      <p className="muted">
        {preview.unresolved > 0 ? 'Nothing else.' : 'Nothing that is annotated: everything stays as it is.'}
      </p>
    );
  }
  return (
    <ul className="plain-list effects">
      {settled.map((effect) => (
        <li
          key={JSON.stringify([
            effect.what,
            effect.action,
            effect.id,
            effect.attribute,
            effect.role,
            effect.value,
            effect.into,
          ])}
          className={effect.action}
        >
          <span dir="auto">{effectWords(effect, base, preview.definition)}</span>
          <Where effects={[effect]} />
        </li>
      ))}
    </ul>
  );
}

function Where({ effects }: { effects: readonly SchemaEffect[] }) {
  const documents = effects.flatMap((effect) => effect.documents);
  const examples = effects.flatMap((effect) => effect.examples);
  return (
    <details>
      <summary className="muted">
        {documents.length > 0
          ? `in ${new Set(documents.map(({ id }) => id)).size === 1 ? documents[0]!.name : `${documents.length} documents`}`
          : 'in the project'}
      </summary>
      <ul className="plain-list">
        {documents.length > 1 &&
          documents.map(({ id, name, count }) => (
            <li key={id} dir="auto">
              {name}: {count}
            </li>
          ))}
        {examples.map(({ recordId, quote }) => (
          <li key={recordId} className="muted">
            <q dir="auto">{quote || 'without evidence'}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Differences({ preview }: { preview: SchemaPreview }) {
  const words = preview.differences.map(differenceWords);
  return (
    <details open={words.length <= DIFFERENCES}>
      <summary>{words.length === 1 ? '1 change' : `${words.length} changes`} of the schema</summary>
      <ul className="differences">
        {words.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}
