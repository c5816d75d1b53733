import type { ProjectInfo } from '@contract/project';
import { displayQuote } from '@core/model/fragment';
import type { DocumentProblem } from '@core/validation/problem';
import { useEffect } from 'react';
import type { DocumentSession } from '../data/document-session';
import { ActionKey } from '../ui/keycap';
import { followProblems, useProblems } from './live';
import { SeveritySign } from './severity-sign';
import { showProblem } from './step';

const MOST = 50;

/** The problems of the open document, kept up to date; none take no room but a line. */
export function DocumentProblems({ info, session }: { info: ProjectInfo; session: DocumentSession }) {
  useEffect(() => followProblems(session, info.schema), [session, info.schema]);
  const { documentId, problems } = useProblems();
  if (documentId !== session.document.id || problems.length === 0) return null;
  return (
    <details className="document-problems">
      <summary>
        <SeveritySign
          severity={problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning'}
        />
        {problems.length.toLocaleString()} {problems.length === 1 ? 'problem' : 'problems'}
        <ActionKey id="go.nextProblem" />
      </summary>
      <ul className="plain-list">
        {problems.slice(0, MOST).map((problem) => (
          <li key={`${problem.recordId} ${problem.rule} ${problem.message}`}>
            <button type="button" className="row problem" onClick={() => showProblem(problem)}>
              <SeveritySign severity={problem.severity} />
              <span dir="auto">{problem.message}</span>
              <Quote session={session} problem={problem} />
            </button>
          </li>
        ))}
      </ul>
      {problems.length > MOST && (
        <p className="muted">
          and {(problems.length - MOST).toLocaleString()} more: <ActionKey id="view.problems" />
        </p>
      )}
    </details>
  );
}

function Quote({ session, problem: { place } }: { session: DocumentSession; problem: DocumentProblem }) {
  if (!place) return null;
  return (
    <q className="muted" dir="auto" lang={session.document.language}>
      {displayQuote(session.text, [place]).slice(0, 120)}
    </q>
  );
}
