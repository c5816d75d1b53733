import type { ProjectInfo } from '@contract/project';
import type { ReviewPosition } from '@contract/review';
import type { Decision } from '@core/model/decision';
import { inARow } from '@core/text/direction';
import { runAction } from '../actions/run';
import { attempt } from '../data/notices';
import { send } from '../data/save-state';
import { ActionKey } from '../ui/keycap';
import { numberedReadings } from './current';
import { focusReview, takeReading } from './decide';
import { decisionWords } from './decision-words';
import { type FieldLine, fieldLines, type Given, headline, sideBySide } from './fields';
import { PositionComments } from './position-comments';
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
  const { missing, readings, documentLabel } = position;
  const versions = numberedReadings(position, called);
  const quote = headline(position, given);
  const decision = decisions.find(({ id }) => id === position.decisionId);
  const nameOf = (layerId: string) => called.get(layerId) ?? '?';
  const { session } = given;
  const { common, apart } = sideBySide(
    versions.map((version) =>
      (readings.find(({ layerId }) => layerId === version[0])?.recordIds ?? []).map((id) =>
        fieldLines(id, documentLabel, given),
      ),
    ),
    position.differs,
  );
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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className="position-body" aria-label="Readings" tabIndex={0}>
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
              who={inARow(version.map(nameOf).sort())}
              share={called.size > 1 ? `${version.length} of ${called.size}` : ''}
              lines={apart[index]!}
              language={session.document.language}
              readOnly={info.readOnly}
            />
          ))}
        </ol>
        <Lines lines={common} language={session.document.language} />
        {missing.length > 0 && (
          <p className="muted">
            Nothing here: <bdi>{inARow(missing.map(nameOf).sort())}</bdi>
          </p>
        )}
        {decision && <Decided decision={decision} position={position} info={info} given={given} />}
        <Why position={position} />
        <PositionComments info={info} session={session} position={position} />
      </section>
      {!info.readOnly && <Choices position={position} />}
    </section>
  );
}

function Reading({
  number,
  who,
  share,
  lines,
  language,
  readOnly,
}: {
  number: number;
  who: string;
  /** How many of how many read so. */
  share: string;
  /** What is this reading's own, for each of its pieces. */
  lines: readonly FieldLine[][];
  language: string;
  readOnly: boolean;
}) {
  return (
    <li className="reading">
      <button
        type="button"
        className="reading-take"
        disabled={readOnly}
        onClick={() => attempt(() => takeReading(number))}
      >
        <ActionKey id={`review.take${number}`} />
        <span className="visually-hidden">Take </span>
        <bdi>{who}</bdi>
        <span className="muted">{share}</span>
      </button>
      {lines.map((fields, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a reading have their order
        <Lines key={index} lines={fields} language={language} differ />
      ))}
    </li>
  );
}

function Lines({
  lines,
  language,
  differ = false,
}: {
  lines: readonly FieldLine[];
  language: string;
  differ?: boolean;
}) {
  if (lines.length === 0) return null;
  return (
    <dl className={`field-lines ${differ ? 'differs' : ''}`}>
      {lines.map(({ field, name, value, isQuote, around }) => (
        <div key={field}>
          <dt>
            {differ && <span className="visually-hidden">differs: </span>}
            {name}
          </dt>
          <dd dir="auto" lang={isQuote ? language : undefined}>
            {around && <span className="muted">{around.before}</span>}
            {around ? <mark>{value}</mark> : value}
            {around && <span className="muted">{around.after}</span>}
          </dd>
        </div>
      ))}
    </dl>
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
        <p className="stale">
          ⟳ What it was about, or its gold, has changed since. Decide again, or keep it.
        </p>
      )}
      {decision.verdict === 'edit' &&
        results.map((fields) => (
          <p key={fields.map(({ value }) => value).join()} dir="auto">
            Gold:{' '}
            {inARow(
              fields.map(({ value }) => value),
              ' · ',
            )}
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
    ...(position.state === 'stale' ? [{ id: 'review.keep', name: 'Keep' }] : []),
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
