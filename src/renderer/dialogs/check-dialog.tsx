import type { Problem } from '@contract/project';
import { describeError, toWireError } from '@core/errors';
import { useEffect, useState } from 'react';
import { theClient } from '../bridge/connection';
import { workProgress } from '../data/work-progress';
import { Overlay } from '../ui/overlay';
import { Progress } from './working';

/** Looks for damage in the project and tells what there is. */
export function CheckDialog() {
  const [problems, setProblems] = useState<Problem[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    workProgress.set(null);
    theClient()
      .call('project.check', {}, { signal: controller.signal, onProgress: workProgress.set })
      .then(
        (found) => setProblems(found.problems),
        (thrown) => {
          const { kind, data } = toWireError(thrown);
          if (kind !== 'cancelled') setError(describeError(kind, data));
        },
      );
    return () => controller.abort();
  }, []);
  return (
    <Overlay title="Check the project" wide>
      {error && <p role="alert">{error}</p>}
      {!problems && !error && <Progress />}
      {problems?.length === 0 && (
        <p role="status">
          ✓ No damage: the file is sound, every text is as it was imported, every annotation lies right.
        </p>
      )}
      <ul className="plain-list report">
        {problems?.map(({ severity, message, recordId }) => (
          <li key={`${recordId} ${message}`}>
            <strong>{severity}</strong>
            <span dir="auto">{message}</span>
          </li>
        ))}
      </ul>
    </Overlay>
  );
}
