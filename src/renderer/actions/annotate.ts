import { ParleyError } from '@core/errors';
import { type Fragment, hull } from '@core/model/fragment';
import { wordAt } from '@core/text/segments';
import { stretchOf } from '@core/text/stretch';
import type { DocumentSession } from '../data/document-session';
import { keyText } from '../data/keymap';
import { rulesNow } from '../data/marking';
import { attempt, notify } from '../data/notices';
import { send } from '../data/save-state';
import { chosenIds, type TextRange, workbench } from '../data/workbench';
import { moveBoundary, type Side, type Step } from '../editor/boundaries';
import { placeCaret, revealFragments } from '../editor/control';
import { deleteJoin } from '../joins/act';
import { isAdjudicating } from '../review/gold';
import { takeMiss } from './missed';
import { undo } from './undo';

function theSession(): DocumentSession {
  const { session } = workbench.get();
  if (!session)
    throw new ParleyError('not-found', { cause: 'No document is open', remedy: 'Choose one in the list.' });
  return session;
}

/** The stretch that is marked as a type: the selection as the rules for that label have it, or the word at the caret. */
export function stretchToMark(
  session: DocumentSession,
  selection: TextRange,
  typeId: string,
): Fragment | null {
  const { text, document } = session;
  if (selection.start === selection.end) {
    const word = wordAt(text, selection.start, document.language);
    return word && { start: word.start, end: word.end };
  }
  return stretchOf(text, selection.start, selection.end, rulesNow(typeId), document.language);
}

/**
 * A label's key: marks the selection; without one, gives the label to the selected annotation, or
 * marks the word at the caret.
 */
export async function markAs(typeId: string): Promise<void> {
  const session = theSession();
  const { selection, selectedId } = workbench.get();
  const chosen = chosenIds();
  if (selection.start === selection.end && chosen.length === 0 && takeMiss()) {
    notify('No name is selected, so nothing was marked.');
    return;
  }
  workbench.set({ lastTypeId: typeId });
  if (selection.start === selection.end && chosen.length > 1) {
    await send('annotation.relabel', { ids: chosen, typeId });
    return;
  }
  if (selection.start === selection.end && selectedId && session.annotations.has(selectedId)) {
    await send('annotation.update', { id: selectedId, typeId });
    return;
  }
  const stretch = stretchToMark(session, selection, typeId);
  if (!stretch) {
    notify('There is no word here to mark. Select some text first.');
    return;
  }
  const marked = { documentId: session.document.id, typeId, fragments: [stretch] };
  const annotation = isAdjudicating()
    ? (await send('review.mark', marked)).annotation
    : await send('annotation.create', marked);
  const now = workbench.get();
  // Whoever has gone elsewhere by mouse meanwhile stays there.
  if (now.session !== session || now.selection !== selection || now.selectedId !== selectedId) return;
  placeCaret(hull(annotation.fragments).end);
  workbench.set({ selectedId: annotation.id });
}

export async function markAgain(): Promise<void> {
  const { lastTypeId } = workbench.get();
  if (lastTypeId) await markAs(lastTypeId);
  else notify('Nothing has been marked yet: press a label’s key first.');
}

/** Adds the selection to the annotation that is selected, or was last; it then is discontinuous. */
export async function addFragment(): Promise<void> {
  const session = theSession();
  const { selection, selectedId, lastAnnotationId } = workbench.get();
  const annotation = session.annotations.get(selectedId ?? lastAnnotationId ?? '');
  const stretch =
    annotation && selection.start < selection.end
      ? stretchToMark(session, selection, annotation.typeId)
      : null;
  if (!annotation || !stretch) {
    notify(
      `Select an annotation first (${keyText('go.nextAnnotation')}), then select the text to add to it.`,
    );
    return;
  }
  await send('annotation.update', { id: annotation.id, fragments: [...annotation.fragments, stretch] });
  placeCaret(stretch.end);
  workbench.set({ selectedId: annotation.id });
}

/** Moves the start or the end of the selected annotation by a word or a grapheme cluster. */
export async function adjustBoundary(side: Side, by: 1 | -1, step: Step): Promise<void> {
  const { text, document, annotations } = theSession();
  const { selectedId } = workbench.get();
  const annotation = selectedId ? annotations.get(selectedId) : undefined;
  if (!annotation) {
    notify(`No annotation is selected. Click one, or go to it with ${keyText('go.nextAnnotation')}.`);
    return;
  }
  const fragments = moveBoundary(text, annotation.fragments, side, by, step, document.language);
  if (fragments) await send('annotation.update', { id: annotation.id, fragments });
}

/** The nearer edge of the word around an offset; the offset itself where it is at an edge or in no word. */
function wordEdge({ text, document }: DocumentSession, offset: number): number {
  const word = wordAt(text, offset, document.language);
  if (!word || offset <= word.start || offset >= word.end) return offset;
  return offset - word.start < word.end - offset ? word.start : word.end;
}

/** Cuts the selected annotation in two at the caret, or where its last fragment begins when the caret is not in it. */
export async function splitSelected(): Promise<void> {
  const session = theSession();
  const { annotations } = session;
  const { selectedId, selection } = workbench.get();
  const annotation = selectedId ? annotations.get(selectedId) : undefined;
  if (!annotation) {
    notify(`No annotation is selected. Click one, or go to it with ${keyText('go.nextAnnotation')}.`);
    return;
  }
  const { start, end } = hull(annotation.fragments);
  const last = annotation.fragments.at(-1)!.start;
  const caret =
    rulesNow(annotation.typeId).snap === 'word' ? wordEdge(session, selection.end) : selection.end;
  const at = caret > start && caret < end ? caret : last;
  if (at === start) {
    notify('Put the caret inside the annotation, where it is to be split.');
    return;
  }
  const { after } = await send('annotation.split', { id: annotation.id, at });
  placeCaret(hull(after.fragments).end);
  workbench.set({ selectedId: after.id });
}

/** Makes one annotation of the chosen ones, or of the fragments of the selected one. */
export async function joinChosen(): Promise<void> {
  const { annotations } = theSession();
  const [first, ...others] = chosenIds();
  const annotation = first ? annotations.get(first) : undefined;
  if (!annotation || (others.length === 0 && annotation.fragments.length === 1)) {
    notify(
      `Pick several annotations with ${keyText('annotate.pick')}, or select one with several fragments; then they can be joined.`,
    );
    return;
  }
  const merged = await send('annotation.merge', {
    ids: [annotation.id, ...others],
    fillGaps: others.length === 0,
  });
  workbench.set({ selectedId: merged.id, pickedIds: [] });
}

export async function deleteSelected(): Promise<void> {
  const ids = chosenIds();
  const { selectedJoin } = workbench.get();
  if (ids.length === 0 && selectedJoin) {
    await deleteJoin(selectedJoin);
    return;
  }
  if (ids.length === 0) {
    notify(`No annotation is selected. Click one, or go to it with ${keyText('go.nextAnnotation')}.`);
    return;
  }
  await send('annotation.remove', { ids });
  workbench.set({ selectedId: null, pickedIds: [] });
  notify(ids.length === 1 ? 'Annotation deleted.' : `${ids.length} annotations deleted.`, {
    label: 'Undo',
    run: () => attempt(undo),
  });
}

export async function unlinkSelected(): Promise<void> {
  const annotationIds = chosenIds();
  if (annotationIds.length > 0) await send('mention.link', { annotationIds, entityId: null });
}

/** Selects an annotation and brings it into view. */
export function goToAnnotation(id: string): void {
  const annotation = theSession().annotations.get(id);
  if (!annotation) return;
  revealFragments(annotation.fragments);
  workbench.set({ selectedId: id });
}
