import { toWireError } from '@core/errors';
import { useEffect } from 'react';
import { workbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { ErrorBoundary } from '../ui/error-boundary';
import { Overlay } from '../ui/overlay';

/** What a person can tell those who mend it. */
const detail = (error: unknown) => toWireError(error).data.cause ?? String(error);

function useReport(error: unknown): void {
  useEffect(() => console.error('parley: a part of the window could not be drawn:', error), [error]);
}

/** The window could not be drawn: what is saved is safe, and the page can be loaded again. */
export function WindowFailed({ error }: { error: unknown }) {
  useReport(error);
  return (
    <main className="splash">
      <h1>The window could not be drawn</h1>
      <p role="alert">
        Everything that was shown as saved is in the project file. Parley says: {detail(error)}
      </p>
      <p className="button-row">
        <button type="button" className="primary" onClick={() => location.reload()}>
          Draw it again
        </button>
      </p>
    </main>
  );
}

function DialogFailed({ error, onClose }: { error: unknown; onClose(): void }) {
  useReport(error);
  return (
    <Overlay title="This dialog could not be drawn" onClose={onClose}>
      <p role="alert">What it was about is as it was. Parley says: {detail(error)}</p>
      <p className="button-row">
        <button type="button" onClick={onClose}>
          Close
        </button>
      </p>
    </Overlay>
  );
}

/** Keeps a fault in a dialog from taking the text behind it away. */
export function DialogBoundary({ children }: { children: React.ReactNode }) {
  return (
    <ErrorBoundary
      fallback={(error, goOn) => (
        <DialogFailed
          error={error}
          onClose={() => {
            workbench.closeOverlay();
            goOn();
            focusText();
          }}
        />
      )}
    >
      {children}
    </ErrorBoundary>
  );
}
