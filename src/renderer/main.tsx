import './bridge/zod-without-code';
import '@fontsource-variable/noto-nastaliq-urdu/index.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/editor.css';
import './theme/find.css';
import './theme/panes.css';
import './theme/overlays.css';
import './theme/settings.css';
import './theme/entities.css';
import './theme/schema.css';
import './theme/insight.css';
import './theme/review.css';
import './theme/comments.css';
import './theme/team.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { runAction } from './actions/run';
import { App } from './app/app';
import { WindowFailed } from './app/drawing-failed';
import { projectStateChanged } from './bridge/connection';
import { callHost, listenToHost } from './bridge/host';
import { followLayout, ownKeysChanged } from './data/keymap';
import { notify, notifyError } from './data/notices';
import { queryClient } from './data/queries';
import { followTheme } from './theme/theme';
import { ErrorBoundary } from './ui/error-boundary';

listenToHost((message, port) => {
  if (message.type === 'project') projectStateChanged(message.project, port);
  else if (message.type === 'keys') ownKeysChanged(message.keys);
  else runAction(message.id);
});
followTheme().catch(notifyError);
followLayout();
callHost('window.ready', {}).catch(notifyError);
tellSetAside().catch(notifyError);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary fallback={(error) => <WindowFailed error={error} />}>
        <App />
      </ErrorBoundary>
    </QueryClientProvider>
  </StrictMode>,
);

/** Settings that could not be understood were set aside and read as the defaults. */
async function tellSetAside(): Promise<void> {
  for (const path of await callHost('profile.setAside', {})) {
    notify(`Some settings could not be read and begin anew. What was there is kept in ${path}.`);
  }
}
