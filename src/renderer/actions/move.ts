import { hull } from '@core/model/fragment';
import { workbench } from '../data/workbench';
import { grow, sentenceFrom } from '../editor/boundaries';
import { placeCaret, selectText } from '../editor/control';
import { annotationsAt, nextInCircle, stepAnnotation } from '../editor/places';
import { extendByWord, shrinkByWord, wordBefore, wordFrom } from '../editor/word-moves';
import { goToAnnotation } from './annotate';

/** Selects the next or previous word, from the selection or the caret. */
export function stepWord(by: 1 | -1): void {
  const { session, selection } = workbench.get();
  if (!session) return;
  const { text, document } = session;
  const word =
    by > 0
      ? wordFrom(text, selection.end, document.language)
      : wordBefore(text, selection.start, document.language);
  if (word) selectText(word);
  workbench.set({ selectedId: null });
}

export function resizeByWord(by: 1 | -1): void {
  const { session, selection } = workbench.get();
  if (!session) return;
  const change = by > 0 ? extendByWord : shrinkByWord;
  selectText(change(session.text, selection, session.document.language));
}

/** Selects the next or previous sentence. */
export function stepSentence(by: 1 | -1): void {
  const { session, selection } = workbench.get();
  const sentence = session && sentenceFrom(session.text, selection, by, session.document.language);
  if (sentence) selectText(sentence);
  workbench.set({ selectedId: null });
}

export function growSelection(): void {
  const { session, selection } = workbench.get();
  if (session) selectText(grow(session.text, selection, session.document.language));
}

export function goToNextAnnotation(by: 1 | -1): void {
  const { session, selectedId, selection } = workbench.get();
  const next = session && stepAnnotation(session, selectedId, selection.end, by);
  if (next) goToAnnotation(next.id);
}

/** Picks the next of several annotations that lie over each other at the caret or the selected one. */
export function pickUnder(): void {
  const { session, selectedId, selection } = workbench.get();
  if (!session) return;
  const selected = selectedId ? session.annotations.get(selectedId) : undefined;
  const offset = selected ? hull(selected.fragments).start : Math.max(0, selection.end - 1);
  const ids = annotationsAt(session, offset).map(({ id }) => id);
  workbench.set({ selectedId: nextInCircle(ids, selectedId) });
}

export function clearSelection(): void {
  const { selection, selectedId } = workbench.get();
  if (selection.start !== selection.end) placeCaret(selection.end);
  else if (selectedId) workbench.set({ selectedId: null });
}
