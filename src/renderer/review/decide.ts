import type { Input } from '@contract/index';
import type { ReviewPosition } from '@contract/review';
import { flushSync } from 'react-dom';
import { theClient } from '../bridge/connection';
import { keyText } from '../data/keymap';
import { attempt, notify } from '../data/notices';
import { openDocument } from '../data/open-document';
import { showPane } from '../data/panes';
import { send } from '../data/save-state';
import { workbench } from '../data/workbench';
import { focusText, isTextFocused, revealFragments, selectText } from '../editor/control';
import { atHand, comparisonNow, layerNames, nextUnsettled, numberedReadings, passes } from './current';
import { useReview } from './state';
import { isUnsettled, isUntaken } from './words';

/** Opens the review of the document, or closes it. */
export function toggleReview(): void {
  if (useReview.getState().isOpen) closeReview();
  else openReview();
}

export function openReview(): void {
  flushSync(() => {
    showPane('inspector');
    useReview.setState({ isOpen: true, editing: false, at: null, trail: [], rationale: null });
    workbench.set({ stanceDraft: null });
  });
  focusReview();
  attempt(showFirst);
}

/** What the list begins with is shown in the text, unless the person has gone on meanwhile. */
async function showFirst(): Promise<void> {
  const first = atHand(await listed(), null);
  const { isOpen, at } = useReview.getState();
  if (isOpen && at === null && first?.place) revealFragments([first.place]);
}

export function closeReview(): void {
  useReview.setState({ isOpen: false, editing: false, rationale: null });
  focusText();
}

/** Gives the keyboard to the list of positions. */
export function focusReview(): void {
  const list = document.querySelector<HTMLElement>('[data-focus="review"]');
  list?.focus();
  list?.closest('.review-work')?.scrollIntoView({ block: 'nearest' });
}

/** The keyboard goes back from the text to the list; what was being changed is done. */
export function backToReview(): void {
  if (!useReview.getState().isOpen) return;
  const wasEditing = useReview.getState().editing;
  flushSync(() => {
    useReview.setState({ editing: false });
    workbench.set({ selectedId: null, stanceDraft: null });
  });
  focusReview();
  if (wasEditing) void stepReview(1);
}

/** Makes a position the one at hand, and shows it in the text. */
export function goToPosition({ id, place }: ReviewPosition): void {
  useReview.setState(({ at, rationale, rationales }) => {
    const { [id]: written = null, ...others } = rationales;
    const left = rationale?.trim() && at !== null && at !== id ? { [at]: rationale } : {};
    return { at: id, rationale: at === id ? rationale : written, rationales: { ...others, ...left } };
  });
  if (place) revealFragments([place]);
}

async function listed(): Promise<ReviewPosition[]> {
  const { filter } = useReview.getState();
  return (await comparisonNow())?.positions.filter((position) => passes(position, filter)) ?? [];
}

/** The position at hand; null, and a word about it, where none is listed. */
export async function handledPosition(): Promise<ReviewPosition | null> {
  const position = atHand(await listed(), useReview.getState().at);
  if (!position) notify('Nothing is listed here to decide about.');
  return position ?? null;
}

/** Goes to the next conflict that nobody has settled, in the open document. */
export async function stepReview(by: 1 | -1): Promise<void> {
  const { isOpen, at } = useReview.getState();
  if (!isOpen) openReview();
  const positions = await listed();
  const from = isOpen ? atHand(positions, at)?.id : undefined;
  const next = nextUnsettled(positions, from, by);
  if (next) {
    goToPosition(next);
    focusReview();
  } else {
    const here = positions.find(({ id }) => id === from);
    const isLast = here !== undefined && isUnsettled(here);
    if (isLast) notify('This is the only one that is not settled.');
    else await tellSettled();
  }
}

/** Opens the next document in which something is not settled. */
export async function nextDocument(): Promise<void> {
  const { annotatorIds } = useReview.getState();
  const { documents } = await theClient().call('review.summary', { annotatorIds });
  const open = documents.filter(({ unsettled, untaken }) => unsettled + untaken > 0);
  const order = await theClient().call('document.list', {});
  const place = new Map(order.map(({ id }, index) => [id, index]));
  const here = place.get(workbench.get().session?.document.id ?? '') ?? -1;
  const next = open.find(({ documentId }) => place.get(documentId)! > here) ?? open[0];
  if (!next || place.get(next.documentId) === here) notify('No other document has anything to settle.');
  else await reviewDocument(next.documentId);
}

/** Opens a document for review. */
export async function reviewDocument(documentId: string): Promise<void> {
  if (workbench.get().session?.document.id !== documentId) await openDocument(documentId);
  openReview();
  const first = nextUnsettled(await listed(), undefined);
  if (first) goToPosition(first);
}

function judgementOn(
  position: ReviewPosition,
  verdict: Input<'review.decide'>['verdict'],
  take: string[],
): Input<'review.decide'> {
  const { session } = workbench.get();
  const { blind, rationale } = useReview.getState();
  return {
    documentId: session!.document.id,
    targets: position.readings.flatMap(({ recordIds }) =>
      recordIds.map((id) => ({ id, label: position.documentLabel })),
    ),
    class: position.class,
    verdict,
    take,
    rationale: rationale ?? '',
    view: blind ? 'blind' : 'open',
  };
}

/** The records of one of the different readings: those of the first layer that reads so. */
function recordsOf(position: ReviewPosition, version: readonly string[]): string[] {
  return position.readings.find(({ layerId }) => layerId === version[0])?.recordIds ?? [];
}

/** The different readings of a position, in the order in which they are numbered on the screen. */
async function readingsOf(position: ReviewPosition): Promise<string[][]> {
  const { session } = workbench.get();
  const layers = (await comparisonNow())?.layers ?? [];
  const called = layerNames(session!.document.id, layers, useReview.getState().blind);
  return numberedReadings(position, called);
}

async function decide(
  verdict: Input<'review.decide'>['verdict'],
  take: (position: ReviewPosition, readings: readonly string[][]) => string[] | null,
): Promise<void> {
  const position = await handledPosition();
  if (!position) return;
  const out = `${keyText('review.reopen')} takes it out of the gold layer`;
  if (position.class === 'gone') {
    notify(`What this came from is gone. ${keyText('review.keep')} keeps it, ${out}.`);
    return;
  }
  if (position.class === 'new') {
    notify(`No annotator has this. ${keyText('review.edit')} changes it, ${out}.`);
    return;
  }
  const taken = take(position, await readingsOf(position));
  if (taken === null) return;
  const next = nextUnsettled(await listed(), position.id);
  await send('review.decide', judgementOn(position, verdict, taken));
  await goOn(position, next);
}

/** After an undo: back to the position whose decision was taken back. */
export function followUndo(name: string): void {
  const { isOpen, trail } = useReview.getState();
  const last = trail.at(-1);
  if (!isOpen || last === undefined || (name !== 'review.decide' && name !== 'review.confirm')) return;
  useReview.setState({ at: last, trail: trail.slice(0, -1), rationale: null });
}

/** After a decision: to the next position that is not settled. */
async function goOn(position: ReviewPosition, next: ReviewPosition | null): Promise<void> {
  useReview.setState(({ trail }) => ({ trail: [...trail, position.id], rationale: null }));
  if (next) goToPosition(next);
  else {
    useReview.setState({ at: position.id, rationale: null });
    await tellSettled();
  }
}

/** Says that no conflict is left, and what comes next: what is agreed, or the next document. */
async function tellSettled(): Promise<void> {
  const untaken = (await comparisonNow())?.positions.filter(isUntaken).length ?? 0;
  notify(
    untaken > 0
      ? `All conflicts here are settled. ${untaken.toLocaleString()} agreed ${untaken === 1 ? 'is' : 'are'} not in the gold layer yet: ${keyText('review.agreed')} takes ${untaken === 1 ? 'it' : 'them'}.`
      : `Everything here is settled. ${keyText('review.nextDocument')} goes to the next document.`,
  );
}

/** Takes the nth of the different readings, from 1. */
export function takeReading(number: number): Promise<void> {
  return decide('accept', (position, readings) => {
    const version = readings[number - 1];
    if (version) return recordsOf(position, version);
    notify(`There is no reading ${number} here.`);
    return null;
  });
}

/** Takes all different readings beside each other. */
export function takeAllReadings(): Promise<void> {
  return decide('accept', (position) => position.versions.flatMap((version) => recordsOf(position, version)));
}

export const rejectAll = () => decide('reject', () => []);
export const putOff = () => decide('defer', () => []);

/** Takes the first reading where nothing is taken yet, and gives the keyboard to the text to change it there. */
export async function editInGold(): Promise<void> {
  const position = await handledPosition();
  if (!position || position.class === 'gone') return;
  if (position.kind === 'document') {
    notify('A label of the document is taken as one of them has it.');
    return;
  }
  if (position.class === 'unknown-label' && position.kind === 'span' && position.place) {
    const { place } = position;
    markAnew();
    selectText(place);
    notify(
      `The schema does not offer this label. Press the key of another to mark it in the gold layer, then go back and reject this one with ${keyText('review.reject')}.`,
    );
    return;
  }
  let [goldId] = position.goldIds;
  if (!goldId) {
    const [version] = await readingsOf(position);
    if (!version) return;
    const decision = await send(
      'review.decide',
      judgementOn(position, 'accept', recordsOf(position, version)),
    );
    goldId = decision.resultIds[0];
  }
  const { session } = workbench.get();
  if (!goldId || !session) return;
  const stance = session.stances.get(goldId);
  flushSync(() => {
    useReview.setState({ at: position.id, editing: true, rationale: null });
    workbench.set({
      selectedId: session.annotations.has(goldId) ? goldId : null,
      stanceDraft: stance ? { stanceId: stance.id, evidence: [...stance.evidence] } : null,
      selectedJoin: session.relations.has(goldId)
        ? { kind: 'relation', id: goldId }
        : session.events.has(goldId)
          ? { kind: 'event', id: goldId }
          : null,
    });
  });
  if (!stance) focusText();
}

/** Lets what was decided stand although its sources have changed since. */
export async function keepDecision(): Promise<void> {
  const position = await handledPosition();
  if (!position) return;
  const { decisionId, state } = position;
  if (decisionId === null || state !== 'stale') {
    notify('Nothing here has changed since it was decided.');
    return;
  }
  const next = nextUnsettled(await listed(), position.id);
  const { targets, class: foremost, rationale, view } = judgementOn(position, 'defer', []);
  await send('review.confirm', { decisionId, targets, class: foremost, rationale, view });
  await goOn(position, next);
}

/** Gives the keyboard to the text: what is marked there next comes into the gold layer. */
export function markAnew(): void {
  flushSync(() => {
    useReview.setState({ editing: true, rationale: null });
    workbench.set({ selectedId: null, pickedIds: [], selectedJoin: null, stanceDraft: null });
  });
  focusText();
}

/** Takes back all that was decided about the position at hand. */
export async function reopen(): Promise<void> {
  const position = await handledPosition();
  if (!position) return;
  const here = new Set(position.readings.flatMap(({ recordIds }) => recordIds));
  const decisions = ((await comparisonNow())?.decisions ?? []).filter(
    ({ id, targets }) =>
      id === position.decisionId ||
      targets.some((target) => here.has(target.id) && target.label === position.documentLabel),
  );
  if (decisions.length === 0) notify('Nothing is decided here yet.');
  else await send('review.reopen', { decisionIds: decisions.map(({ id }) => id) });
}

/** Begins to write why. */
export async function writeWhy(): Promise<void> {
  const position = await handledPosition();
  if (!position) return;
  const decision = (await comparisonNow())?.decisions.find(({ id }) => id === position.decisionId);
  flushSync(() => useReview.setState({ at: position.id, rationale: decision?.rationale ?? '' }));
  document.querySelector<HTMLElement>('[data-focus="rationale"]')?.focus();
}

export function toggleBlind(): void {
  useReview.setState(({ blind }) => ({ blind: !blind }));
}

/** Shows what can be taken, or kept, in one go. */
export function openBulk(rule: 'all' | 'keep' = 'all'): void {
  const { session } = workbench.get();
  if (session) workbench.openOverlay({ kind: 'review-bulk', documentIds: [session.document.id], rule });
}

/** Does the keyboard belong to the review now? */
export function isReviewFocused(): boolean {
  return !isTextFocused() && document.activeElement?.closest('[data-keys="review"]') != null;
}
