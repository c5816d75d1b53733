import { displayQuote } from '@core/model/fragment';
import { overlapConflicts } from '@core/model/overlap';
import { markOf } from '@core/schema-change/migrate';
import type { Carrying } from './schema-carrying';

/** Spans that overlap and may not any more: told, and left for the person to change. */
export function tellOverlaps({ context, migration, changes, effects }: Carrying): void {
  const stricter = migration.stricterOverlaps();
  if (stricter.size === 0) return;
  const types = migration.after.entityTypes.filter(({ id }) => stricter.has(id));
  const carried = new Map(
    changes.flatMap((change) => (change.kind === 'annotation' ? [[change.id, change.after]] : [])),
  );
  const { records } = context.file;
  for (const { id: documentId } of records.where('document', 'true', [], 'position, id')) {
    const annotations = records
      .where('annotation', 'document_id = ?', [documentId])
      .map((before) => (carried.has(before.id) ? carried.get(before.id)! : before))
      .filter((annotation) => annotation !== null);
    const told = new Set<string>();
    for (const { annotation } of overlapConflicts(annotations, types)) {
      if (told.has(annotation.id)) continue;
      told.add(annotation.id);
      effects.add(
        'annotation',
        markOf('breaks', 'entityTypes', annotation.typeId),
        annotation,
        documentId,
        () => displayQuote(context.textOf(documentId), annotation.fragments),
      );
    }
  }
}
