import { displayQuote, hull } from '@core/model/fragment';
import { keyText } from '../data/keymap';
import { notify } from '../data/notices';
import { type TextRange, workbench } from '../data/workbench';
import { grow, paragraphFrom, resizeByUnit, sentenceFrom, type Unit } from '../editor/boundaries';
import { candidateFinder } from '../editor/candidates';
import { isMarked, placeCaret, selectText } from '../editor/control';
import { annotationsAt, nextInCircle, stepAnnotation } from '../editor/places';
import { extendByWord, shrinkByWord, wordBefore, wordFrom } from '../editor/word-moves';
import { folded } from '../pickers/rank';
import { goToAnnotation } from './annotate';
import { noteMiss } from './missed';

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

/** Selects the next or previous paragraph. */
export function stepParagraph(by: 1 | -1): void {
  const { session, selection } = workbench.get();
  const paragraph = session && paragraphFrom(session.text, selection, by);
  if (paragraph) selectText(paragraph);
  workbench.set({ selectedId: null });
}

/** Widens or narrows the selection by a sentence or paragraph. */
export function resizeBy(unit: Unit, by: 1 | -1): void {
  const { session, selection } = workbench.get();
  if (session) selectText(resizeByUnit(session.text, selection, unit, by, session.document.language));
}

/** What the selection grew from, step by step; good as long as the selection is what it grew to. */
let grown: TextRange[] = [];
let grownTo: TextRange | null = null;

export function growSelection(): void {
  const { session, selection } = workbench.get();
  if (!session) return;
  const larger = grow(session.text, selection, session.document.language);
  if (sameRange(larger, selection)) return;
  if (!sameRange(selection, grownTo)) grown = [];
  grown.push(selection);
  grownTo = larger;
  selectText(larger);
}

/** Goes back to what the selection grew from. */
export function shrinkSelection(): void {
  const { selection } = workbench.get();
  const smaller = sameRange(selection, grownTo) ? grown.pop() : undefined;
  if (!smaller) {
    notify('The selection has not grown, so there is nothing to go back to.');
    return;
  }
  grownTo = smaller;
  selectText(smaller);
}

function sameRange(a: TextRange, b: TextRange | null): boolean {
  return b !== null && a.start === b.start && a.end === b.end;
}

/** Selects the next or previous stretch that looks like a name and carries no mark. */
export function goToCandidate(by: 1 | -1): void {
  const { session, selection, selectedId } = workbench.get();
  if (!session) return;
  const selected = selectedId ? session.annotations.get(selectedId) : undefined;
  const from = by > 0 ? selection.end : (selected ? hull(selected.fragments) : selection).start;
  const candidate = candidateFinder(session).find(from, by, isMarked);
  if (!candidate) {
    notify(by > 0 ? 'No unmarked name follows.' : 'No unmarked name stands before this.');
    workbench.set({ selectedId: null });
    noteMiss();
    return;
  }
  workbench.set({ selectedId: null });
  selectText(candidate);
}

/** Picks the selected annotation beside those picked before, or lets it go. */
export function pickSelected(): void {
  const { selectedId } = workbench.get();
  if (selectedId) togglePicked(selectedId);
  else notify(`No annotation is selected. Click one, or go to it with ${keyText('go.nextAnnotation')}.`);
}

export function togglePicked(id: string): void {
  const { pickedIds } = workbench.get();
  workbench.set({
    pickedIds: pickedIds.includes(id) ? pickedIds.filter((other) => other !== id) : [...pickedIds, id],
  });
}

/** Picks all annotations of one's own with the label and the words of the selected one. */
export function pickAlike(): void {
  const { session, selectedId } = workbench.get();
  const selected = selectedId ? session?.annotations.get(selectedId) : undefined;
  if (!session || !selected) {
    notify(`No annotation is selected. Click one, or go to it with ${keyText('go.nextAnnotation')}.`);
    return;
  }
  const words = folded(displayQuote(session.text, selected.fragments));
  const alike = session.ordered.filter(
    ({ typeId, layerId, fragments }) =>
      typeId === selected.typeId &&
      layerId === selected.layerId &&
      folded(displayQuote(session.text, fragments)) === words,
  );
  workbench.set({ pickedIds: alike.map(({ id }) => id) });
  notify(`${alike.length} picked. What you do now is done to all of them; Esc lets them go.`);
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
  const { selection, pickedIds } = workbench.get();
  if (pickedIds.length > 0) workbench.set({ pickedIds: [] });
  else if (selection.start !== selection.end) placeCaret(selection.end);
  else workbench.set({ selectedId: null, selectedJoin: null });
}
