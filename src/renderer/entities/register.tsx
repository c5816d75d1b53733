import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { undo } from '../actions/annotate';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import type { Overlay as OverlayState } from '../data/workbench';
import { Overlay } from '../ui/overlay';
import { Duplicates } from './duplicates';
import { EntityRegister } from './entity-register';
import { PropositionRegister } from './proposition-register';
import { useEntityNames } from './use-name-index';

type Start = Extract<OverlayState, { kind: 'register' }>;
type Tab = Start['tab'];

/** Every entity and proposition of the project: found, described, merged, split. */
export function Register({ info, start }: { info: ProjectInfo; start: Start }) {
  const [tab, setTab] = useState<Tab>(start.tab);
  // Later the keyboard stays in the tabs, so that arrows can go through them.
  const [isFirst, setFirst] = useState(true);
  const show = (next: Tab) => {
    setFirst(false);
    setTab(next);
  };
  const names = useEntityNames();
  const propositions = useAnswer('proposition.list', {});
  if (!names || !propositions) return null;
  const tabs: { id: Tab; name: string }[] = [
    { id: 'entities', name: `Entities ${names.rows.length.toLocaleString()}` },
    { id: 'duplicates', name: 'Duplicates?' },
    { id: 'propositions', name: `Propositions ${propositions.length.toLocaleString()}` },
  ];
  /** Ctrl+Z takes back the last step, but in a field what was typed there. */
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const isUndo = event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!isUndo || isField || event.defaultPrevented) return;
    event.preventDefault();
    attempt(undo);
  };
  const stepTab = (event: React.KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const at = tabs.findIndex(({ id }) => id === tab);
    const next = tabs[(at + by + tabs.length) % tabs.length]!.id;
    show(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <Overlay title="Entities" full>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that no field or list took */}
      <div className="register-frame" onKeyDown={onKeyDown}>
        <div className="tabs" role="tablist" aria-label="Register">
          {tabs.map(({ id, name }) => (
            <button
              key={id}
              id={`tab-${id}`}
              type="button"
              role="tab"
              aria-selected={id === tab}
              aria-controls="register-panel"
              tabIndex={id === tab ? 0 : -1}
              onClick={() => show(id)}
              onKeyDown={stepTab}
            >
              {name}
            </button>
          ))}
        </div>
        <div className="register-panel" role="tabpanel" id="register-panel" aria-labelledby={`tab-${tab}`}>
          {tab === 'entities' && (
            <EntityRegister
              info={info}
              names={names}
              takesFocus={isFirst}
              startId={start.tab === 'entities' ? (start.id ?? null) : null}
            />
          )}
          {tab === 'duplicates' && <Duplicates info={info} names={names} />}
          {tab === 'propositions' && (
            <PropositionRegister
              info={info}
              propositions={propositions}
              takesFocus={isFirst}
              startId={start.tab === 'propositions' ? (start.id ?? null) : null}
            />
          )}
        </div>
      </div>
    </Overlay>
  );
}
