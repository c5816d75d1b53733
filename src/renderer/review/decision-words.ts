import type { ProjectInfo } from '@contract/project';
import type { Decision, Verdict } from '@core/model/decision';

const verdicts: Record<Verdict, string> = {
  accept: 'Taken as it was',
  edit: 'Taken and changed',
  new: 'Marked anew',
  reject: 'Rejected',
  defer: 'Put off',
};

/** What was decided, by whom and when, as the beginning of a sentence. */
export function decisionWords(decision: Decision, info: ProjectInfo): string {
  const who = info.annotators.find(({ id }) => id === decision.adjudicatorId)?.name ?? 'somebody';
  const when = new Date(decision.time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const blind = decision.view === 'blind' ? ', without seeing names' : '';
  return `${verdicts[decision.verdict]} by ${who}, ${when}${blind}`;
}
