import type { Output } from '@contract/index';
import type { MarkingRules } from '@core/text/stretch';
import { rulesFor, withRule } from './marking-rules';
import { usePersonal } from './preferences';
import { queryClient } from './queries';

/** The rules that hold for a label of the open project. */
export function rulesNow(typeId: string): MarkingRules {
  const info = queryClient.getQueryData<Output<'project.info'>>(['project.info', {}]);
  return rulesFor(usePersonal.getState().marking, info?.schema.id ?? '', typeId);
}

export function setSnap(snap: MarkingRules['snap']): void {
  usePersonal.setState(({ marking }) => ({ marking: withRule(marking, null, 'snap', snap) }));
}
