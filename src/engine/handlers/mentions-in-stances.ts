import { type Change, changed } from '@core/journal/change';
import type { Party, Stance, StanceTarget } from '@core/model/stance';
import { stancesNaming } from '../../store/reads/lists';
import type { Context } from '../context';
import { refuseForeignLayer } from './layers';

type Ref = Party | StanceTarget;

/**
 * The changes to all stances that name some mentions, when these give way to something else.
 * @param instead what takes the place of a mention; null for nothing, undefined to leave it
 */
export function replaceMentions(
  context: Context,
  ids: readonly string[],
  instead: (mentionId: string) => Ref | null | undefined,
): Change[] {
  const stanceIds = new Set(ids.flatMap((id) => stancesNaming(context.file.connection, 'annotation', id)));
  return [...stanceIds].map((id) => {
    const stance = context.need('stance', id);
    refuseForeignLayer(context, stance.layerId);
    return changed('stance', stance, withReplaced(stance, instead));
  });
}

/** A stance in which some mentions have given way to something else; see {@link replaceMentions}. */
export function withReplaced(stance: Stance, instead: (mentionId: string) => Ref | null | undefined): Stance {
  const replace = <Kept extends Ref>(ref: Kept | null): Kept | null => {
    if (ref?.kind !== 'mention') return ref;
    const found = instead(ref.id);
    return found === undefined ? ref : (found as Kept | null);
  };
  return {
    ...stance,
    holder: replace(stance.holder),
    target: replace(stance.target),
    sources: stance.sources.map(replace).filter((source) => source !== null),
  };
}
