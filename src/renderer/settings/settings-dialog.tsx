import type { Schema } from '@core/model/schema';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { SettingsPage } from '../data/workbench';
import { Overlay } from '../ui/overlay';
import { GeneralPage } from './general-page';
import { KeysPage } from './keys-page';
import { MarkingPage } from './marking-page';
import { TextPage } from './text-page';

const focus = (element: HTMLElement | null) => element?.focus();

interface Props {
  /** The page to begin with. */
  page: SettingsPage;
  /** That of the open project; null where none is open. */
  schema: Schema | null;
}

/** How Parley is set up for the person who works with it. Everything counts as soon as it is chosen. */
export function SettingsDialog({ page, schema }: Props) {
  const pages: [id: SettingsPage, name: string, content: ReactNode][] = [
    ['general', 'General', <GeneralPage key="general" />],
    ['keys', 'Keys', <KeysPage key="keys" schema={schema} />],
    ['text', 'Text', <TextPage key="text" />],
    ['marking', 'Marking', <MarkingPage key="marking" schema={schema} />],
  ];
  return (
    <Overlay title="Settings" wide>
      <Tabs className="settings" orientation="vertical" defaultSelectedKey={page}>
        <TabList className="settings-pages" aria-label="Pages of the settings">
          {pages.map(([id, name]) => (
            <Tab key={id} id={id} className="settings-tab" ref={id === page ? focus : null}>
              {name}
            </Tab>
          ))}
        </TabList>
        {pages.map(([id, , content]) => (
          <TabPanel key={id} id={id} className="settings-page">
            {content}
          </TabPanel>
        ))}
      </Tabs>
    </Overlay>
  );
}
