import { describeError, errorTitle, type WireError } from '@core/errors';
import { useEffect, useState } from 'react';
import { callHost } from '../bridge/host';
import { attempt } from '../data/notices';

const act = (id: string) => () => attempt(() => callHost('action.run', { id }));
const open = (path: string, readOnly = false) => attempt(() => callHost('projects.open', { path, readOnly }));

function OpenAnother() {
  const [recent, setRecent] = useState<{ path: string; name: string }[]>([]);
  useEffect(() => attempt(async () => setRecent(await callHost('projects.recent', {}))), []);
  return (
    <>
      <p className="button-row">
        <button type="button" className="primary" onClick={act('file.open')}>
          Open project…
        </button>
        <button type="button" onClick={act('file.new')}>
          New project…
        </button>
      </p>
      {recent.length > 0 && (
        <nav aria-label="Recent projects">
          <h2>Recent projects</h2>
          <ul className="plain-list">
            {recent.map(({ path, name }) => (
              <li key={path}>
                <button type="button" className="link" onClick={() => open(path)}>
                  {name}
                </button>{' '}
                <span className="muted">{path}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

export function NoProject() {
  return (
    <main className="splash">
      <h1>Parley</h1>
      <OpenAnother />
    </main>
  );
}

/** Why a project could not be opened, and what can be done now. */
export function ProjectFailed({ path, error }: { path: string; error: WireError }) {
  return (
    <main className="splash">
      <h1>{errorTitle(error.kind)}</h1>
      <p role="alert">{describeError(error.kind, error.data)}</p>
      {error.kind === 'locked' && (
        <p className="button-row">
          <button type="button" onClick={() => open(path, true)}>
            Open read-only
          </button>
          <button type="button" onClick={() => open(path)}>
            Try again
          </button>
        </p>
      )}
      {error.kind === 'engine-stopped' && (
        <p className="button-row">
          <button type="button" onClick={() => open(path)}>
            Open it again
          </button>
        </p>
      )}
      <OpenAnother />
    </main>
  );
}
