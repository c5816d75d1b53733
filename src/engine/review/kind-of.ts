import type { DecisionTarget } from '@core/model/decision';
import type { Reviewed } from './document-review';

/** Which kind of record it is, by its fields. */
export function kindOf(record: Reviewed): DecisionTarget['kind'] {
  if ('fragments' in record) return 'annotation';
  if ('evidence' in record) return 'stance';
  if ('trigger' in record) return 'event';
  return 'fromId' in record ? 'relation' : 'appraisal';
}
