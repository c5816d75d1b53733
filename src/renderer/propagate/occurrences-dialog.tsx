import type { ProjectInfo } from '@contract/project';
import { hasInflection } from '@core/text/inflection';
import type { MatchOptions } from '@core/text/matching';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DocumentSession } from '../data/document-session';
import { useSession } from '../data/use-session';
import type { Overlay as OverlayState } from '../data/workbench';
import { closeOverlay, Overlay } from '../ui/overlay';
import { choiceOf, chosenOf, countHits, type Found, toggled } from './choice';
import { HitTree } from './hit-tree';
import { markOccurrences } from './mark-occurrences';
import { type Search, useOccurrences } from './use-occurrences';

type Source = Extract<OverlayState, { kind: 'occurrences' }>;
/** So many hits are listed. */
const MOST = 50_000;

type Scope = 'document' | 'project';

/** Further occurrences of some text, in this document or in all, with what stands around them; each can be left out. One undo takes all back. */
export function OccurrencesDialog({ source, info }: { source: Source; info: ProjectInfo }) {
  const session = useSession();
  return session && <Occurrences session={session} source={source} info={info} />;
}

function Occurrences({
  session,
  source,
  info,
}: {
  session: DocumentSession;
  source: Source;
  info: ProjectInfo;
}) {
  const { typeId, entityId, stretch } = source;
  const { document } = session;
  const words = session.text.slice(stretch.start, stretch.end);
  const [scope, setScope] = useState<Scope>('document');
  const [options, setOptions] = useState<MatchOptions>({
    wholeWord: true,
    matchCase: false,
    fold: true,
    inflection: 'none',
  });
  const search = useOccurrences({
    words,
    ...options,
    notMarkedAs: typeId,
    limit: MOST,
    ...(scope === 'document' ? { documentIds: [document.id] } : {}),
  });
  const found = search.at === 'found' ? search.found : null;
  const [out, setOut] = useState<{ of: Found | null; left: ReadonlySet<number> }>({
    of: null,
    left: new Set(),
  });
  // What was left out holds for these hits alone.
  const left = out.of === found ? out.left : new Set<number>();
  const total = found ? countHits(found) : 0;
  const chosen = total - left.size;
  const type = info.schema.entityTypes.find(({ id }) => id === typeId);
  const typeName = type?.name ?? typeId;
  const isWanted = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus(), []);

  const mark = (hits: Found, without: ReadonlySet<number>) => {
    const documents = chosenOf(hits, without);
    if (documents.length === 0 || info.readOnly) return;
    closeOverlay();
    markOccurrences(documents, { typeId, typeName, entityId });
  };
  // Enter may come before the hits of a document, which take a moment.
  useEffect(() => {
    if (!found || !isWanted.current) return;
    isWanted.current = false;
    mark(found, new Set());
  });
  const submit = () => {
    if (found) mark(found, left);
    else isWanted.current = scope === 'document' && search.at === 'searching';
  };

  return (
    <Overlay title="Mark all occurrences" wide>
      <form
        className="occurrences"
        ref={form}
        tabIndex={-1}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          const { target } = event;
          const isHere =
            target === event.currentTarget || (target instanceof Element && target.role === 'tree');
          if (event.key !== 'Enter' || !isHere) return;
          event.preventDefault();
          submit();
        }}
      >
        <p className={`type-${typeId}`}>
          <span className="swatch" aria-hidden /> <strong>{typeName}</strong>:{' '}
          <q dir="auto" lang={document.language}>
            {words}
          </q>
        </p>
        <Options
          options={options}
          onOptions={setOptions}
          scope={scope}
          onScope={setScope}
          language={document.language}
        />
        <div className="occurrences-found">
          <SearchState search={search} typeName={typeName} scope={scope} />
          {found && total > 0 && (
            <>
              <label className="field inline">
                <input
                  type="checkbox"
                  checked={left.size === 0}
                  ref={(box) => {
                    if (box) box.indeterminate = choiceOf(0, total, left) === 'mixed';
                  }}
                  onChange={() => setOut({ of: found, left: toggled(0, total, left) })}
                />
                <span>All</span>
              </label>
              <HitTree
                found={found}
                withDocuments={scope === 'project'}
                typeId={typeId}
                left={left}
                onChange={(next) => setOut({ of: found, left: next })}
              />
            </>
          )}
        </div>
        <p className="button-row">
          <button type="submit" className="primary" disabled={chosen === 0 || info.readOnly}>
            Mark {chosen.toLocaleString('en')}
          </button>
          <button type="button" onClick={closeOverlay}>
            Cancel
          </button>
        </p>
      </form>
    </Overlay>
  );
}

function Options({
  options,
  onOptions,
  scope,
  onScope,
  language,
}: {
  options: MatchOptions;
  onOptions(options: MatchOptions): void;
  scope: Scope;
  onScope(scope: Scope): void;
  language: string;
}) {
  const box = (name: 'wholeWord' | 'matchCase' | 'fold', words: string, disabled = false) => (
    <label className="field inline">
      <input
        type="checkbox"
        checked={options[name] || disabled}
        disabled={disabled}
        onChange={(event) => onOptions({ ...options, [name]: event.target.checked })}
      />
      <span>{words}</span>
    </label>
  );
  const noRules = scope === 'document' && !hasInflection(language);
  return (
    <div className="occurrence-options">
      <fieldset className="plain" aria-label="Where to look">
        <Radio checked={scope === 'document'} onChange={() => onScope('document')}>
          This document
        </Radio>
        <Radio checked={scope === 'project'} onChange={() => onScope('project')}>
          Whole project
        </Radio>
      </fieldset>
      {box('wholeWord', 'Whole words', options.inflection !== 'none')}
      {box('matchCase', 'Match case')}
      {box('fold', 'Fold Arabic spelling')}
      <label className="field inline">
        <span>Inflected forms</span>
        <select
          value={noRules ? 'none' : options.inflection}
          disabled={noRules}
          title={noRules ? `There are no rules for the language ‘${language}’.` : undefined}
          onChange={(event) =>
            onOptions({ ...options, inflection: event.target.value as MatchOptions['inflection'] })
          }
        >
          <option value="none">No</option>
          <option value="whole">Yes, marked as a whole</option>
          <option value="stem">Yes, marked without affixes</option>
        </select>
      </label>
    </div>
  );
}

function Radio({ checked, onChange, children }: { checked: boolean; onChange(): void; children: ReactNode }) {
  return (
    <label className="field inline">
      <input type="radio" name="scope" checked={checked} onChange={onChange} />
      <span>{children}</span>
    </label>
  );
}

/** How far the search is, or what came of it. */
function SearchState({ search, typeName, scope }: { search: Search; typeName: string; scope: Scope }) {
  if (search.at === 'searching') {
    const { progress, stop } = search;
    return (
      <div className="search-progress">
        <progress
          className="bar"
          aria-label="Documents searched"
          {...(progress?.total ? { value: progress.done, max: progress.total } : {})}
        />
        <p className="muted" dir="auto">
          {progress ? `Searching: ${progress.done} of ${progress.total}, ${progress.what}` : 'Searching…'}
        </p>
        {scope === 'project' && (
          <button type="button" onClick={stop}>
            Stop
          </button>
        )}
      </div>
    );
  }
  if (search.at === 'failed') return <p role="alert">{search.why}</p>;
  if (search.at === 'stopped') return <p role="status">The search was stopped.</p>;
  return (
    <p role="status" className="muted">
      {summary(search.found, typeName, scope)}
    </p>
  );
}

function summary(found: Found, typeName: string, scope: Scope): string {
  const total = countHits(found);
  const documents = found.documents.length;
  const where =
    scope === 'project' && total > 0 ? ` in ${documents} ${documents === 1 ? 'document' : 'documents'}` : '';
  const marked =
    found.marked > 0
      ? ` ${found.marked.toLocaleString('en')} ${found.marked === 1 ? 'is' : 'are'} marked as ${typeName} already.`
      : '';
  const more = found.more ? ' There are more: mark these first, then look again.' : '';
  if (total === 0) return `There is no other occurrence that is not marked yet.${marked}`;
  return `${total.toLocaleString('en')} ${total === 1 ? 'occurrence' : 'occurrences'}${where}.${marked}${more}`;
}
