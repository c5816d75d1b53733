import { type Change, changed } from '@core/journal/change';
import type { Event } from '@core/model/event';
import type { Party, Stance, StanceTarget } from '@core/model/stance';
import { stancesNaming } from '../../store/reads/lists';
import type { Context } from '../context';

/** A stance with each party that names one of `from` naming `to` instead. */
export function repointed(
  stance: Stance,
  kind: 'entity' | 'proposition',
  from: ReadonlySet<string>,
  to: string,
): Stance {
  const move = <Ref extends Party | StanceTarget>(ref: Ref): Ref =>
    ref.kind === kind && 'id' in ref && from.has(ref.id) ? { ...ref, id: to } : ref;
  return {
    ...stance,
    holder: stance.holder && move(stance.holder),
    target: stance.target && move(stance.target),
    sources: stance.sources.map(move),
  };
}

/** All stances of all layers that name one of some entities or propositions. */
export function stancesNamingAny(
  context: Context,
  kind: 'entity' | 'proposition',
  ids: ReadonlySet<string>,
): Stance[] {
  const found = new Set([...ids].flatMap((id) => stancesNaming(context.file.connection, kind, id)));
  return [...found].map((id) => context.need('stance', id));
}

/** The changes that make stances name `to` wherever they name one of `from`. */
export function repointChanges(
  stances: readonly Stance[],
  kind: 'entity' | 'proposition',
  from: ReadonlySet<string>,
  to: string,
): Change[] {
  return stances.map((stance) => changed('stance', stance, repointed(stance, kind, from, to)));
}

/** The changes that make `to` fill each role of events that one of `from` fills; nobody fills a role twice. */
export function refillChanges(events: readonly Event[], from: ReadonlySet<string>, to: string): Change[] {
  return events.map((event) => {
    const seen = new Set<string>();
    const roles = event.roles
      .map(({ roleId, filler }) =>
        filler.kind === 'entity' && from.has(filler.id)
          ? { roleId, filler: { ...filler, id: to } }
          : { roleId, filler },
      )
      .filter(({ roleId, filler }) => {
        const key = `${roleId} ${filler.kind} ${filler.id}`;
        return !seen.has(key) && seen.add(key);
      });
    return changed('event', event, { ...event, roles });
  });
}
