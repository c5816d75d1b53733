import { ParleyError } from '@core/errors';

/**
 * The annotator that a person names by id or name.
 * @throws ParleyError 'bad-input' where it is none or several
 */
export function annotatorId(annotators: readonly { id: string; name: string }[], who: string): string {
  const found = annotators.filter(({ id, name }) => id === who || name === who);
  if (found.length === 1) return found[0]!.id;
  throw new ParleyError('bad-input', {
    cause:
      found.length === 0
        ? `There is no annotator '${who}' in this project`
        : `'${who}' names several annotators`,
    remedy: 'Take an id from "parley info --json".',
  });
}
