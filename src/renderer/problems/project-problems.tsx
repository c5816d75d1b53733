import type { Input } from '@contract/index';
import type { ProjectProblem } from '@contract/validation';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { theClient } from '../bridge/connection';
import { workProgress } from '../data/work-progress';
import { Progress } from '../dialogs/working';
import { goToPlace } from '../insight/go-to';
import { SeveritySign } from './severity-sign';

type RuleId = ProjectProblem['rule'];

const PAGE = 200;

const counted = (count: number, what: string) => `${count.toLocaleString()} ${what}${count === 1 ? '' : 's'}`;

/** All problems of the project or a document, by rule; Enter goes to the place. */
export function ProjectProblems({ documentId }: { documentId: string | null }) {
  const [rule, setRule] = useState<RuleId | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const input: Input<'project.problems'> = { documentId, rules: rule ? [rule] : [], limit };
  const { data: answer } = useQuery({
    queryKey: ['project.problems', input],
    // Leaving the view ends the search.
    queryFn: ({ signal }) => {
      workProgress.set(null);
      return theClient().call('project.problems', input, { signal, onProgress: workProgress.set });
    },
    placeholderData: keepPreviousData,
  });
  if (!answer) return <Progress />;
  const step = (event: React.KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus();
  };
  const all = answer.byRule.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="project-problems">
      <ul className="plain-list rule-list" aria-label="Rules">
        <li>
          <button type="button" className="row" aria-pressed={rule === null} onClick={() => setRule(null)}>
            <span className="rule-title">All rules</span>
            <span className="muted">{all.toLocaleString()}</span>
          </button>
        </li>
        {answer.byRule.map((one) => (
          <li key={one.rule}>
            <button
              type="button"
              className="row"
              aria-pressed={rule === one.rule}
              onClick={() => setRule(one.rule)}
            >
              {one.count === 0 ? (
                <span className="severity ok" aria-hidden>
                  ✓
                </span>
              ) : (
                <SeveritySign severity={one.severity} />
              )}
              <span className="rule-title">{one.title}</span>
              <span className="muted">{one.count.toLocaleString()}</span>
            </button>
          </li>
        ))}
      </ul>
      <section className="problem-list" aria-label="Problems">
        <p role="status" className="muted">
          {answer.total === 0
            ? 'No problem found.'
            : `${counted(answer.errors, 'error')}, ${counted(answer.warnings, 'warning')}`}
        </p>
        <ul className="plain-list" ref={list} onKeyDown={step}>
          {answer.problems.map((problem) => (
            <li key={`${problem.recordId} ${problem.rule} ${problem.message}`}>
              <button
                type="button"
                className="row problem"
                onClick={() =>
                  goToPlace({
                    documentId: problem.documentId,
                    place: problem.place,
                    annotationId: problem.recordKind === 'annotation' ? problem.recordId : null,
                  })
                }
              >
                <SeveritySign severity={problem.severity} />
                <span dir="auto">{problem.message}</span>
                <q className="muted" dir="auto" lang={problem.language}>
                  {problem.quote.slice(0, 160)}
                </q>
                <span className="muted" dir="auto">
                  {problem.documentName} · {problem.annotatorName ?? 'gold'}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {answer.total > limit && (
          <button
            type="button"
            disabled={limit >= 1_000}
            onClick={() => setLimit(Math.min(1_000, limit + PAGE))}
          >
            {limit >= 1_000 ? 'The first 1,000; choose a rule to see others' : 'More'}
          </button>
        )}
      </section>
    </div>
  );
}
