import type { ProjectInfo } from '@contract/project';
import type { ReviewPosition } from '@contract/review';
import type { Decision } from '@core/model/decision';
import { runAction } from '../actions/run';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { ActionKey } from '../ui/keycap';
import { focusReview, takeReading } from './decide';
import { decisionWords } from './decision-words';
import { type FieldLine, fieldLines, type Given, headline } from './fields';
import { useReview } from './state';
import { classWords, differenceWords, signOf, stateWords } from './words';

interface Props {
  position: ReviewPosition;
  decisions: readonly Decision[];
  /** Names or letters by layer. */
  called: ReadonlyMap<string, string>;
  given: Given;
  info: ProjectInfo;
}

/** The position at hand: the different readings side by side, what differs in them, and what was decided. */
export function PositionCard({ position, decisions, called, given, info }: Props) {
  const { versions, missing, readings, goldIds, documentLabel } = position;
  const quote = headline(readings[0]?.recordIds ?? goldIds, position.place, given);
  const decision = decisions.find(({ id }) => id === position.decisionId);
  const nameOf = (layerId: string) => called.get(layerId) ?? '?';
  const { session } = given;
  return (
    <section className={`position-card class-${position.class}`} aria-label="Position at hand">
      <header>
        <span className="review-sign" aria-hidden>
          {signOf(position)}
        </span>
        <strong>{classWords[position.class].name}</strong>
        <span className="muted">
          {stateWords[position.state].sign} {stateWords[position.state].name}
        </span>
      </header>
      {quote && (
        <q className="position-quote" dir="auto" lang={session.document.language}>
          {quote}
        </q>
      )}
      {position.class !== 'agree' && <p className="muted">{differenceWords(position)}</p>}
      <ol className="readings">
        {versions.map((version, index) => (
          <Reading
            key={version.join()}
            number={index + 1}
            who={version.map(nameOf).sort().join(', ')}
            count={version.length}
            of={versions.length + missing.length > 1 ? called.size : null}
            lines={(readings.find(({ layerId }) => layerId === version[0])?.recordIds ?? []).map((id) =>
              fieldLines(id, documentLabel, given),
            )}
            differs={position.differs}
            language={session.document.language}
            readOnly={info.readOnly}
          />
        ))}
      </ol>
      {missing.length > 0 && (
        <p className="muted">
          Nothing here: <bdi>{missing.map(nameOf).sort().join(', ')}</bdi>
        </p>
      )}
      {decision && <Decided decision={decision} position={position} info={info} given={given} />}
      <Why position={position} />
      {!info.readOnly && <Choices position={position} />}
    </section>
  );
}

function Reading({
  number,
  who,
  count,
  of,
  lines,
  differs,
  language,
  readOnly,
}: {
  number: number;
  who: string;
  count: number;
  of: number | null;
  lines: readonly FieldLine[][];
  differs: readonly string[];
  language: string;
  readOnly: boolean;
}) {
  return (
    <li className="reading">
      <button
        type="button"
        className="reading-take"
        disabled={readOnly}
        aria-label={`Take reading ${number}: ${who}`}
        onClick={() => attempt(() => takeReading(number))}
      >
        <ActionKey id={`review.take${number}`} />
        <bdi>{who}</bdi>
        {of !== null && of > 1 && (
          <span className="muted">
            {count} of {of}
          </span>
        )}
      </button>
      {lines.map((fields, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a reading have their order
        <dl key={index}>
          {fields.map((line) => (
            <Line key={line.field} line={line} differs={differs.includes(line.field)} language={language} />
          ))}
        </dl>
      ))}
    </li>
  );
}

function Line({ line, differs, language }: { line: FieldLine; differs: boolean; language: string }) {
  return (
    <div className={differs ? 'differs' : ''}>
      <dt>
        {differs && <span className="visually-hidden">differs: </span>}
        {line.name}
      </dt>
      <dd dir="auto" lang={line.isQuote ? language : undefined}>
        {line.around ? (
          <>
            <span className="muted">{line.around.before}</span>
            <mark>{line.value}</mark>
            <span className="muted">{line.around.after}</span>
          </>
        ) : (
          line.value
        )}
      </dd>
    </div>
  );
}

function Decided({
  decision,
  position,
  info,
  given,
}: {
  decision: Decision;
  position: ReviewPosition;
  info: ProjectInfo;
  given: Given;
}) {
  const results = position.goldIds.map((id) => fieldLines(id, position.documentLabel, given));
  return (
    <div className="decided">
      <p>
        {decisionWords(decision, info)}
        {decision.rationale && (
          <>
            : <q dir="auto">{decision.rationale}</q>
          </>
        )}
      </p>
      {position.state === 'stale' && (
        <p className="stale">⟳ What it was about, or its gold, has changed since. Decide again.</p>
      )}
      {decision.verdict === 'edit' &&
        results.map((fields) => (
          <p key={fields.map(({ value }) => value).join()} dir="auto">
            Gold: {fields.map(({ value }) => value).join(' · ')}
          </p>
        ))}
    </div>
  );
}

/** Why it is decided so: kept with the decision that is there, or with the next one. */
function Why({ position }: { position: ReviewPosition }) {
  const rationale = useReview((state) => state.rationale);
  if (rationale === null) return null;
  const keep = async () => {
    const { decisionId, state } = position;
    if (decisionId !== null && state !== 'stale') {
      await send('review.explain', { decisionId, rationale });
      useReview.setState({ rationale: null });
    }
    focusReview();
  };
  return (
    <label className="field why">
      <span>Why</span>
      <textarea
        data-focus="rationale"
        rows={2}
        dir="auto"
        value={rationale}
        onChange={(event) => useReview.setState({ rationale: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && !event.shiftKey) attempt(keep);
          else if (event.key === 'Escape') {
            useReview.setState({ rationale: null });
            focusReview();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </label>
  );
}

function Choices({ position }: { position: ReviewPosition }) {
  const acts = [
    ...(position.versions.length > 1
      ? [{ id: 'review.both', name: position.versions.length === 2 ? 'Both' : 'All' }]
      : []),
    { id: 'review.edit', name: 'Edit' },
    { id: 'review.reject', name: 'Reject' },
    { id: 'review.defer', name: 'Put off' },
    { id: 'review.why', name: 'Why' },
    ...(position.decisionId === null ? [] : [{ id: 'review.reopen', name: 'Reopen' }]),
  ];
  return (
    <p className="review-acts">
      {acts.map(({ id, name }) => (
        <button key={id} type="button" onClick={() => runAction(id)}>
          <ActionKey id={id} /> {name}
        </button>
      ))}
    </p>
  );
}
