import { type ActionId, actionOf } from '@actions/table';
import { CaseSensitive, ChevronDown, ChevronUp, List, Regex, WholeWord, X } from 'lucide-react';
import { type ReactNode, useEffect, useId } from 'react';
import { runAction } from '../actions/run';
import { pressText, useKeys } from '../data/keymap';
import { useAnswer } from '../data/queries';
import { useSession } from '../data/use-session';
import { closeFind, goToHit, leaveFind, search, stepHit } from './find';
import { HitList, rowId } from './hit-list';
import { useFindOptions } from './options';
import { useFind } from './state';

const PAGE = 8;
/** Longer ones would make patterns that cannot be read any more. */
const LONGEST = 1_000;

/** The panel for finding in the open document, over its text. The keyboard stays in its field, from where the hits are walked. */
export function FindPanel({ readOnly }: { readOnly: boolean }) {
  const isOpen = useFind((state) => state.isOpen);
  return isOpen ? <OpenPanel readOnly={readOnly} /> : null;
}

function OpenPanel({ readOnly }: { readOnly: boolean }) {
  const session = useSession();
  const options = useFindOptions();
  const { query, hits, current, fault } = useFind();
  const entities = useAnswer('entity.list', {});
  const id = useId();
  const inLabels = options.where === 'labels';
  // Labels are searched anew when they change; the text never does.
  const version = inLabels ? session?.getVersion() : 0;
  const named = inLabels ? entities : undefined;

  const { where, wholeWord, matchCase, regularExpression, fold } = options;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` and `named` say when labels have changed
  useEffect(() => {
    if (session) search(session, query, { where, wholeWord, matchCase, regularExpression, fold });
  }, [session, query, where, wholeWord, matchCase, regularExpression, fold, version, named]);

  if (!session) return null;
  const hasList = options.list && hits.length > 0;

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const act = keysOfPanel(event, hits.length, current);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <search className="find-panel" aria-label="Find in document" data-keys="find" onKeyDown={onKeyDown}>
      <div className="find-bar">
        <input
          type="text"
          className="find-query"
          data-focus="find"
          role="combobox"
          aria-label={inLabels ? 'Find in labels, entities and notes' : 'Find in the text'}
          aria-expanded={hasList}
          aria-controls={id}
          aria-autocomplete="none"
          aria-activedescendant={hasList && current >= 0 ? rowId(id, current) : undefined}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          placeholder={inLabels ? 'Find in labels, entities, notes' : 'Find in the text'}
          dir="auto"
          spellCheck={false}
          maxLength={LONGEST}
          value={query}
          onChange={(event) => useFind.setState({ query: event.target.value })}
        />
        <Count />
        <div className="find-buttons">
          <PanelButton id="edit.findPrevious" disabled={hits.length === 0}>
            <ChevronUp size={16} aria-hidden />
          </PanelButton>
          <PanelButton id="edit.findNext" disabled={hits.length === 0}>
            <ChevronDown size={16} aria-hidden />
          </PanelButton>
        </div>
        <fieldset className="find-buttons" aria-label="How to search">
          <PanelButton id="edit.findWord" pressed={options.wholeWord}>
            <WholeWord size={16} aria-hidden />
          </PanelButton>
          <PanelButton id="edit.findCase" pressed={options.matchCase}>
            <CaseSensitive size={16} aria-hidden />
          </PanelButton>
          <PanelButton id="edit.findPattern" pressed={options.regularExpression}>
            <Regex size={16} aria-hidden />
          </PanelButton>
          <PanelButton
            id="edit.findFold"
            pressed={options.fold && !options.regularExpression}
            disabled={options.regularExpression}
          >
            <span className="find-fold" aria-hidden>
              ي=ی
            </span>
          </PanelButton>
          <PanelButton id="edit.findLabels" pressed={inLabels}>
            Labels
          </PanelButton>
        </fieldset>
        <span className="spring" />
        <PanelButton id="edit.markHits" disabled={readOnly || inLabels || hits.length === 0}>
          Mark all…
        </PanelButton>
        <PanelButton id="edit.findList" pressed={options.list}>
          <List size={16} aria-hidden />
        </PanelButton>
        <button type="button" className="icon" aria-label="Close" title="Close" onClick={closeFind}>
          <X size={16} aria-hidden />
        </button>
      </div>
      {fault !== null && (
        <p role="alert" id={`${id}-fault`} className="find-fault">
          {fault}
        </p>
      )}
      {hasList && <HitList id={id} session={session} />}
    </search>
  );
}

/** What a key does in the panel; undefined where it keeps its usual meaning. */
function keysOfPanel(event: React.KeyboardEvent, count: number, current: number): (() => void) | undefined {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === 'Escape') return leaveFind;
  if (!(target instanceof HTMLInputElement)) return undefined;
  if (key === 'Enter') return () => stepHit(shiftKey ? -1 : 1);
  if (shiftKey) return undefined;
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };
  const by = steps[key];
  if (by === undefined || count === 0) return undefined;
  return () => goToHit(Math.max(0, Math.min(count - 1, current + by)));
}

/** "3 of 47", as far as it is known. */
function Count() {
  const { query, hits, current, isSearching, more, fault } = useFind();
  const count = hits.length.toLocaleString('en') + (more ? '+' : isSearching ? '…' : '');
  let words = '';
  if (query === '' || fault !== null) words = '';
  else if (hits.length === 0) words = isSearching ? 'Searching…' : 'No hits';
  else words = current < 0 ? count : `${(current + 1).toLocaleString('en')} of ${count}`;
  return (
    <span className="find-count" role="status">
      {words}
    </span>
  );
}

/** A button for an act of the table, named by it and with its key. */
function PanelButton({
  id,
  pressed,
  disabled = false,
  children,
}: {
  id: ActionId;
  pressed?: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  const { title } = actionOf(id);
  const press = useKeys(({ keymap }) => keymap.keysOf(id)[0]);
  const isText = typeof children === 'string';
  return (
    <button
      type="button"
      className={isText ? undefined : 'icon'}
      aria-pressed={pressed}
      title={press ? `${title} (${pressText(press, id)})` : title}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => runAction(id)}
    >
      {!isText && <span className="visually-hidden">{title}</span>}
      {children}
    </button>
  );
}
