import { type Change, changed, deleted } from '@core/journal/change';
import type { Filler } from '@core/model/event';
import { eventsNaming, relationsNaming } from '../../store/reads/joins';
import type { Context } from '../context';
import { refuseForeignLayer } from './layers';

/**
 * The changes to relations and events that name some span annotations, when these give way.
 * @param instead what takes the place of one; null for nothing. A relation that would lose an end,
 * join something with itself, or be there twice goes; an empty role stays empty.
 */
export function replaceInJoins(
  context: Context,
  ids: readonly string[],
  instead: (annotationId: string) => Filler | null,
): Change[] {
  const gone = new Set(ids);
  const end = (id: string) => {
    if (!gone.has(id)) return id;
    const filler = instead(id);
    return filler?.kind === 'mention' ? filler.id : null;
  };
  const kept = new Set<string>();
  const relations = relationsNaming(context.file.connection, ids).map((id): Change => {
    const before = context.need('relation', id);
    refuseForeignLayer(context, before.layerId);
    const [fromId, toId] = [end(before.fromId), end(before.toId)];
    const key = `${before.typeId} ${fromId} ${toId}`;
    if (
      fromId === null ||
      toId === null ||
      fromId === toId ||
      kept.has(key) ||
      isThere(context, before, fromId, toId)
    )
      return deleted('relation', before);
    kept.add(key);
    return changed('relation', before, { ...before, fromId, toId });
  });
  const events = eventsNaming(context.file.connection, 'annotation', ids).map((id): Change => {
    const before = context.need('event', id);
    refuseForeignLayer(context, before.layerId);
    const roles = before.roles.flatMap(({ roleId, filler }) => {
      const after = filler.kind === 'mention' && gone.has(filler.id) ? instead(filler.id) : filler;
      return after ? [{ roleId, filler: after }] : [];
    });
    return changed('event', before, { ...before, roles });
  });
  return [...relations, ...events];
}

function isThere(
  context: Context,
  { id, typeId }: { id: string; typeId: string },
  fromId: string,
  toId: string,
): boolean {
  return (
    context.file.records.where('relation', 'type_id = ? AND from_id = ? AND to_id = ? AND id <> ?', [
      typeId,
      fromId,
      toId,
      id,
    ]).length > 0
  );
}
