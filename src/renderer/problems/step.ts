import type { DocumentProblem } from '@core/validation/problem';
import { goToAnnotation } from '../actions/annotate';
import { notify } from '../data/notices';
import { workbench } from '../data/workbench';
import { focusText, showStretch } from '../editor/control';
import { useProblems } from './live';
import { problemFrom } from './neighbour';

let last: { documentId: string | null; problem: DocumentProblem } | null = null;

/** Goes to the next or previous problem of the open document and says what is wrong. */
export function stepProblem(by: 1 | -1): void {
  const { documentId, problems } = useProblems.getState();
  const at = last?.documentId === documentId ? problems.indexOf(last.problem) : -1;
  const caret = workbench.get().selection.end;
  const before = problems.filter(({ place }) => (place?.end ?? 0) < caret).length;
  const next = problemFrom(problems.length, at >= 0 ? at : by > 0 ? before - 1 : before, by);
  if (next === null) {
    notify('No problem in this document.');
    return;
  }
  showProblem(problems[next]!);
  notify(`${next + 1} of ${problems.length}: ${problems[next]!.message}.`);
}

/** Shows the place of a problem of the open document. */
export function showProblem(problem: DocumentProblem): void {
  last = { documentId: useProblems.getState().documentId, problem };
  if (problem.recordKind === 'annotation') goToAnnotation(problem.recordId);
  else if (problem.place) showStretch(problem.place);
  if (problem.recordKind === 'relation' || problem.recordKind === 'event')
    workbench.set({ selectedId: null, selectedJoin: { kind: problem.recordKind, id: problem.recordId } });
  focusText();
}
