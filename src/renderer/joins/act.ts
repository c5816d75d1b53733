import { wordAt } from '@core/text/segments';
import { undo } from '../actions/undo';
import { keyText } from '../data/keymap';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { chosenIds, workbench } from '../data/workbench';

/** Begins a relation from the selected annotation; with one more picked, the two are joined. */
export function beginRelation(): void {
  const [fromId, toId] = chosenIds();
  if (!fromId) {
    notify(
      `Select the annotation that the relation begins with: click it, or go to it with ${keyText('go.nextAnnotation')}.`,
    );
    return;
  }
  workbench.openOverlay({ kind: 'relation', fromId, toId: toId ?? null });
}

/** Begins an event: its trigger is the selected text, the selected annotation's, or the word at the caret. */
export function beginEvent(): void {
  const { session, selection, selectedId } = workbench.get();
  if (!session) return;
  const annotation = selectedId ? session.annotations.get(selectedId) : undefined;
  const word = wordAt(session.text, selection.end, session.document.language);
  const trigger =
    selection.start < selection.end
      ? [selection]
      : (annotation?.fragments ?? (word ? [{ start: word.start, end: word.end }] : null));
  if (!trigger) notify('There is no word here that could tell an event. Select it first.');
  else workbench.openOverlay({ kind: 'event', trigger });
}

/** Turns the selected relation around. */
export async function reverseRelation(): Promise<void> {
  const { session, selectedJoin, selectedId } = workbench.get();
  const ofSelected = selectedId ? (session?.relationsOf(selectedId) ?? []) : [];
  const relation =
    selectedJoin?.kind === 'relation'
      ? session?.relations.get(selectedJoin.id)
      : ofSelected.length === 1
        ? ofSelected[0]
        : undefined;
  if (!relation) notify('Select a relation first: click its arc, or choose it in the list.');
  else await send('relation.update', { id: relation.id, fromId: relation.toId, toId: relation.fromId });
}

/** Deletes the selected relation or event. */
export async function deleteJoin({ kind, id }: { kind: 'relation' | 'event'; id: string }): Promise<void> {
  if (kind === 'relation') await send('relation.remove', { ids: [id] });
  else await send('event.remove', { ids: [id] });
  workbench.set({ selectedJoin: null });
  notify(kind === 'relation' ? 'Relation deleted.' : 'Event deleted.', {
    label: 'Undo',
    run: () => attempt(undo),
  });
}
