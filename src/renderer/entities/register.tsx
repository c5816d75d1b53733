import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useAnswer } from '../data/queries';
import type { Overlay as OverlayState } from '../data/workbench';
import { Overlay } from '../ui/overlay';
import { Duplicates } from './duplicates';
import { EntityRegister } from './entity-register';
import { tookHistoryKey } from './history-keys';
import { PropositionRegister } from './proposition-register';
import { useEntityNames } from './use-name-index';

type Start = Extract<OverlayState, { kind: 'register' }>;
type Page = Start['tab'];

/** Every entity and proposition of the project: found, described, merged, split. */
export function Register({ info, start }: { info: ProjectInfo; start: Start }) {
  const [tab, setTab] = useState<Page>(start.tab);
  // Later the keyboard stays in the tabs, so that arrows can go through them.
  const [isFirst, setFirst] = useState(true);
  const show = (next: Page) => {
    setFirst(false);
    setTab(next);
  };
  const names = useEntityNames();
  const propositions = useAnswer('proposition.list', {});
  if (!names || !propositions) return null;
  /** Undo takes back the last step, but in a field what was typed there. */
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (!isField && !event.defaultPrevented && tookHistoryKey(event)) event.preventDefault();
  };
  return (
    <Overlay title="Entities" full>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that no field or list took */}
      <div className="register-frame" onKeyDown={onKeyDown}>
        <Tabs className="register-tabs" selectedKey={tab} onSelectionChange={(key) => show(key as Page)}>
          <TabList className="tabs" aria-label="Register">
            <Tab id="entities">Entities {names.rows.length.toLocaleString()}</Tab>
            <Tab id="duplicates">Duplicates?</Tab>
            <Tab id="propositions">Propositions {propositions.length.toLocaleString()}</Tab>
          </TabList>
          <TabPanel id="entities" className="register-panel">
            <EntityRegister
              info={info}
              names={names}
              takesFocus={isFirst}
              startId={start.tab === 'entities' ? (start.id ?? null) : null}
            />
          </TabPanel>
          <TabPanel id="duplicates" className="register-panel">
            <Duplicates info={info} names={names} />
          </TabPanel>
          <TabPanel id="propositions" className="register-panel">
            <PropositionRegister
              info={info}
              propositions={propositions}
              takesFocus={isFirst}
              startId={start.tab === 'propositions' ? (start.id ?? null) : null}
            />
          </TabPanel>
        </Tabs>
      </div>
    </Overlay>
  );
}
