import type { ProjectInfo } from '@contract/project';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { AgreementView } from '../agreement/agreement-view';
import { type InsightView, workbench } from '../data/workbench';
import { tookHistoryKey } from '../entities/history-keys';
import { ProjectProblems } from '../problems/project-problems';
import { Overlay } from '../ui/overlay';
import { StancePicture } from './matrix';
import { everything, type Scope, ScopeBar } from './scope';
import { StanceTable } from './stances';
import { StatisticsView } from './statistics';

const titles: Record<InsightView, string> = {
  matrix: 'Matrix',
  network: 'Network',
  stances: 'Stances',
  statistics: 'Statistics',
  agreement: 'Agreement',
  problems: 'Problems',
};

/** Views over the project as a whole: figures of stances, all stances, counts, problems. */
export function Insight({ info, view }: { info: ProjectInfo; view: InsightView }) {
  const [scope, setScope] = useState<Scope>(everything);
  const pages: Record<InsightView, React.ReactNode> = {
    matrix: <StancePicture info={info} scope={scope} onScope={setScope} as="matrix" />,
    network: <StancePicture info={info} scope={scope} onScope={setScope} as="network" />,
    stances: <StanceTable info={info} scope={scope} />,
    statistics: <StatisticsView info={info} scope={scope} />,
    agreement: <AgreementView info={info} documentId={scope.documentId} />,
    problems: <ProjectProblems documentId={scope.documentId} />,
  };
  return (
    <Overlay title="Insight" full>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: undo and redo, where no field takes them */}
      <div className="insight" onKeyDown={takeHistoryKeys}>
        <Tabs
          className="insight-tabs"
          selectedKey={view}
          onSelectionChange={(key) => workbench.openOverlay({ kind: 'insight', view: key as InsightView })}
        >
          <div className="insight-head">
            <TabList className="insight-list" aria-label="Views">
              {Object.entries(titles).map(([id, title]) => (
                <Tab key={id} id={id} className="insight-tab">
                  {title}
                </Tab>
              ))}
            </TabList>
            <ScopeBar
              info={info}
              scope={scope}
              byPeople={view !== 'problems' && view !== 'agreement'}
              onChange={setScope}
            />
          </div>
          {Object.entries(pages).map(([id, page]) => (
            <TabPanel key={id} id={id} className="insight-page">
              {page}
            </TabPanel>
          ))}
        </Tabs>
      </div>
    </Overlay>
  );
}

/** Undo takes back the last step, but in a field what was typed there. */
function takeHistoryKeys(event: React.KeyboardEvent): void {
  const { target } = event;
  if (target instanceof HTMLInputElement && target.type !== 'checkbox') return;
  if (tookHistoryKey(event)) event.preventDefault();
}
