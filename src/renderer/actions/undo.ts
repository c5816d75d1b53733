import type { Output } from '@contract/index';
import type { Change } from '@core/journal/change';
import { hull } from '@core/model/fragment';
import { theClient } from '../bridge/connection';
import { attempt, notify } from '../data/notices';
import { openDocument } from '../data/open-document';
import { send } from '../data/save-state';
import { workbench } from '../data/workbench';
import { actWords } from '../dialogs/act-words';
import { revealFragments } from '../editor/control';
import { followUndo } from '../review/decide';

export async function undo(): Promise<void> {
  const { step, changes } = await withChanges(() => send('history.undo', {}));
  if (!step) {
    notify('There is nothing to undo.');
    return;
  }
  followUndo(step.name);
  await showStep('Undone', step, changes);
}

export async function redo(): Promise<void> {
  const { step, changes } = await withChanges(() => send('history.redo', {}));
  if (step) await showStep('Done again', step, changes);
  else notify('There is nothing to redo.');
}

/** What a step through the history did to the open document. */
async function withChanges(
  go: () => Promise<Output<'history.undo'>>,
): Promise<{ step: Output<'history.undo'>; changes: readonly Change[] }> {
  const changes: Change[] = [];
  const stop = workbench.get().session?.subscribe((seen) => changes.push(...seen));
  try {
    return { step: await go(), changes };
  } finally {
    stop?.();
  }
}

/** Brings the first place that changes touch into view, and selects the annotation there where one is. */
function revealChanges(changes: readonly Change[]): void {
  const places = changes.flatMap((change) => {
    const fragments =
      change.kind === 'annotation'
        ? (change.after ?? change.before)!.fragments
        : change.kind === 'stance'
          ? (change.after ?? change.before)!.evidence
          : [];
    return fragments.length > 0 ? [{ change, fragments }] : [];
  });
  const [first] = places.sort((a, b) => hull(a.fragments).start - hull(b.fragments).start);
  if (!first) return;
  revealFragments(first.fragments, { center: false });
  if (places.length === 1 && first.change.kind === 'annotation' && first.change.after)
    workbench.set({ selectedId: first.change.id });
}

/** An annotation that undo took away is no longer selected; a step that cannot be seen here is told. */
async function showStep(
  did: string,
  { name, documentIds }: NonNullable<Output<'history.undo'>>,
  changes: readonly Change[],
): Promise<void> {
  const { session, selectedId } = workbench.get();
  revealChanges(changes);
  if (selectedId && !session?.annotations.has(selectedId)) workbench.set({ selectedId: null });
  workbench.set({ pickedIds: workbench.get().pickedIds.filter((id) => session?.annotations.has(id)) });
  if (session && documentIds.includes(session.document.id)) return;
  const touched = (await theClient().call('document.list', {})).filter(({ id }) => documentIds.includes(id));
  const [first] = touched;
  const where = first && (touched.length > 1 ? `${touched.length} documents` : `‘${first.name}’`);
  notify(
    `${did}: ${actWords(name)}${where ? ` in ${where}` : ''}.`,
    first && { label: 'Go there', run: () => attempt(() => openDocument(first.id)) },
  );
}
