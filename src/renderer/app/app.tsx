import { useConnection } from '../bridge/connection';
import { useWorkbench } from '../data/workbench';
import { SettingsDialog } from '../settings/settings-dialog';
import { Notices } from '../ui/notices';
import { NoProject, ProjectFailed } from './no-project';
import { Workbench } from './workbench';

/** The window: the open project, or why there is none. */
export function App() {
  const { project, shown, client } = useConnection();
  const settings = useWorkbench(({ overlay }) =>
    typeof overlay === 'object' && overlay?.kind === 'settings' ? overlay : null,
  );
  return (
    <>
      {shown ? (
        <Workbench key={shown.path} client={client} readOnly={shown.readOnly} restarted={shown.restarted} />
      ) : project.state === 'failed' ? (
        <ProjectFailed path={project.path} error={project.error} />
      ) : project.state === 'none' ? (
        <NoProject />
      ) : (
        <main className="splash" aria-busy="true">
          <p role="status">
            {project.state === 'stopped' ? 'The engine stopped; it is being started again…' : 'Opening…'}
          </p>
        </main>
      )}
      {!shown && settings && <SettingsDialog page={settings.page} schema={null} />}
      <Notices />
    </>
  );
}
