import { type ActionId, actionOf } from '@actions/table';
import { flushSync } from 'react-dom';
import { callHost } from '../bridge/host';
import { comment } from '../comments/draft';
import { keyText } from '../data/keymap';
import { waitForLabelKey } from '../data/label-prefix';
import { setSnap } from '../data/marking';
import { attempt, notify } from '../data/notices';
import { nextAssigned, stepDocument } from '../data/open-document';
import { showPane, togglePane } from '../data/panes';
import { usePreferences } from '../data/preferences';
import { send } from '../data/save-state';
import { workbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { openMenuAtCaret } from '../editor/menu/open';
import { takeInFromDialog } from '../exchange/take-in';
import { closeFind, openFind, showFind, stepHit } from '../find/find';
import { switchOption, switchWhere, useFindOptions } from '../find/options';
import { useFind } from '../find/state';
import { takeAsExample, toggleGuidelines, writeGuidelines } from '../guidelines/guidelines';
import { beginEvent, beginRelation, reverseRelation } from '../joins/act';
import { toggleOutline } from '../outline/show';
import { stepProblem } from '../problems/step';
import {
  backToReview,
  editInGold,
  keepDecision,
  markAnew,
  nextDocument,
  openBulk,
  putOff,
  rejectAll,
  reopen,
  stepReview,
  takeAllReadings,
  takeReading,
  toggleBlind,
  toggleReview,
  writeWhy,
} from '../review/decide';
import { commentOnPosition } from '../review/position-comments';
import { chooseTheme } from '../theme/theme';
import {
  addFragment,
  adjustBoundary,
  deleteSelected,
  joinChosen,
  markAgain,
  splitSelected,
  unlinkSelected,
} from './annotate';
import { showAndFocus } from './focus';
import { importFromDialog } from './import';
import {
  clearSelection,
  goToCandidate,
  goToNextAnnotation,
  growSelection,
  pickAlike,
  pickSelected,
  pickUnder,
  resizeBy,
  resizeByWord,
  shrinkSelection,
  stepParagraph,
  stepSentence,
  stepWord,
} from './move';
import { exportReport } from './report';
import { resetTextSize, resizeText, widenColumn } from './text-style';
import { redo, undo } from './undo';

type WindowAction = Exclude<
  ActionId,
  | 'file.new'
  | 'file.open'
  | 'file.close'
  | 'file.quit'
  | 'view.zoomIn'
  | 'view.zoomOut'
  | 'view.zoomReset'
  | 'view.fullScreen'
  | 'help.about'
>;

/** What each action of the window does. */
const handlers: { [Id in WindowAction]: () => unknown } = {
  'file.import': () => importFromDialog('files'),
  'file.importFolder': () => importFromDialog('folder'),
  'file.export': () => workbench.openOverlay('export'),
  'file.report': () => exportReport('html'),
  'file.reportPdf': () => exportReport('pdf'),
  'file.handOver': () => workbench.openOverlay('hand-over'),
  'file.takeIn': takeInFromDialog,
  'file.check': () => workbench.openOverlay('check'),
  'edit.undo': undo,
  'edit.redo': redo,
  'edit.history': () => workbench.openOverlay('history'),
  'edit.find': openFind,
  'edit.findNext': () => stepHit(1),
  'edit.findPrevious': () => stepHit(-1),
  'edit.markHits': markHits,
  'edit.findWord': () => findWith(() => switchOption('wholeWord')),
  'edit.findCase': () => findWith(() => switchOption('matchCase')),
  'edit.findPattern': () => findWith(() => switchOption('regularExpression')),
  'edit.findFold': () => findWith(() => switchOption('fold')),
  'edit.findLabels': () => findWith(switchWhere),
  'edit.findList': () => findWith(() => switchOption('list')),
  'edit.settings': () => workbench.openOverlay({ kind: 'settings', page: 'general' }),
  'annotate.palette': () => workbench.openOverlay('labels'),
  'annotate.labelKey': waitForLabelKey,
  'annotate.repeat': markAgain,
  'annotate.all': markAll,
  'annotate.fragment': addFragment,
  'annotate.split': splitSelected,
  'annotate.join': joinChosen,
  'annotate.pick': pickSelected,
  'annotate.pickAlike': pickAlike,
  'annotate.delete': deleteSelected,
  'annotate.entity': linkEntity,
  'annotate.unlink': unlinkSelected,
  'annotate.stance': recordStance,
  'annotate.relate': beginRelation,
  'annotate.reverse': reverseRelation,
  'annotate.event': beginEvent,
  'annotate.note': writeNote,
  'annotate.comment': comment,
  'go.nextAssigned': nextAssigned,
  'go.team': () => workbench.openOverlay('team'),
  'go.comments': () => workbench.openOverlay('comments'),
  'annotate.startBack': () => adjustBoundary('start', -1, 'word'),
  'annotate.startOn': () => adjustBoundary('start', 1, 'word'),
  'annotate.endBack': () => adjustBoundary('end', -1, 'word'),
  'annotate.endOn': () => adjustBoundary('end', 1, 'word'),
  'annotate.startBackLetter': () => adjustBoundary('start', -1, 'grapheme'),
  'annotate.startOnLetter': () => adjustBoundary('start', 1, 'grapheme'),
  'annotate.endBackLetter': () => adjustBoundary('end', -1, 'grapheme'),
  'annotate.endOnLetter': () => adjustBoundary('end', 1, 'grapheme'),
  'annotate.snapLetters': () => setSnap('grapheme'),
  'annotate.snapWords': () => setSnap('word'),
  'annotate.example': takeAsExample,
  'annotate.guidelines': () => writeGuidelines(),
  'annotate.schema': () => workbench.openOverlay('schema'),
  'annotate.document': labelDocument,
  'annotate.done': finishDocument,
  'go.nextWord': () => stepWord(1),
  'go.previousWord': () => stepWord(-1),
  'go.extendWord': () => resizeByWord(1),
  'go.shrinkWord': () => resizeByWord(-1),
  'go.grow': growSelection,
  'go.shrink': shrinkSelection,
  'go.nextSentence': () => stepSentence(1),
  'go.previousSentence': () => stepSentence(-1),
  'go.extendSentence': () => resizeBy('sentence', 1),
  'go.shrinkSentence': () => resizeBy('sentence', -1),
  'go.nextParagraph': () => stepParagraph(1),
  'go.previousParagraph': () => stepParagraph(-1),
  'go.extendParagraph': () => resizeBy('paragraph', 1),
  'go.shrinkParagraph': () => resizeBy('paragraph', -1),
  'go.nextAnnotation': () => goToNextAnnotation(1),
  'go.previousAnnotation': () => goToNextAnnotation(-1),
  'go.nextCandidate': () => goToCandidate(1),
  'go.previousCandidate': () => goToCandidate(-1),
  'go.under': pickUnder,
  'go.nextDocument': () => stepDocument(1),
  'go.previousDocument': () => stepDocument(-1),
  'go.filterDocuments': filterDocuments,
  'go.nextProblem': () => stepProblem(1),
  'go.previousProblem': () => stepProblem(-1),
  'go.text': focusText,
  'go.menu': openMenuAtCaret,
  'go.clear': clear,
  'go.entities': openEntities,
  'go.unlinked': () => workbench.openOverlay('unlinked'),
  'go.propositions': () => workbench.openOverlay({ kind: 'register', tab: 'propositions' }),
  'review.toggle': toggleReview,
  'review.documents': () => workbench.openOverlay('review-documents'),
  'review.next': () => stepReview(1),
  'review.previous': () => stepReview(-1),
  'review.nextDocument': nextDocument,
  'review.back': backToReview,
  'review.take1': () => takeReading(1),
  'review.take2': () => takeReading(2),
  'review.take3': () => takeReading(3),
  'review.take4': () => takeReading(4),
  'review.take5': () => takeReading(5),
  'review.take6': () => takeReading(6),
  'review.take7': () => takeReading(7),
  'review.take8': () => takeReading(8),
  'review.take9': () => takeReading(9),
  'review.take10': () => takeReading(10),
  'review.both': takeAllReadings,
  'review.edit': editInGold,
  'review.reject': rejectAll,
  'review.defer': putOff,
  'review.why': writeWhy,
  'review.keep': keepDecision,
  'review.new': markAnew,
  'review.reopen': reopen,
  'review.agreed': () => openBulk(),
  'review.comment': commentOnPosition,
  'review.blind': toggleBlind,
  'view.documents': () => togglePane('documents'),
  'view.inspector': () => togglePane('inspector'),
  'view.labels': () => usePreferences.setState(({ labels }) => ({ labels: !labels })),
  'view.outline': toggleOutline,
  'view.arcs': nextArcMode,
  'view.guidelines': toggleGuidelines,
  'view.tags': nextTagMode,
  'view.matrix': () => workbench.openOverlay({ kind: 'insight', view: 'matrix' }),
  'view.network': () => workbench.openOverlay({ kind: 'insight', view: 'network' }),
  'view.stances': () => workbench.openOverlay({ kind: 'insight', view: 'stances' }),
  'view.statistics': () => workbench.openOverlay({ kind: 'insight', view: 'statistics' }),
  'view.agreement': () => workbench.openOverlay({ kind: 'insight', view: 'agreement' }),
  'view.problems': () => workbench.openOverlay({ kind: 'insight', view: 'problems' }),
  'view.themeSystem': () => chooseTheme('system'),
  'view.themeLight': () => chooseTheme('light'),
  'view.themeDark': () => chooseTheme('dark'),
  'view.textLarger': () => resizeText(1),
  'view.textSmaller': () => resizeText(-1),
  'view.textReset': resetTextSize,
  'view.columnWider': () => widenColumn(1),
  'view.columnNarrower': () => widenColumn(-1),
  'help.commands': () => workbench.openOverlay('commands'),
  'help.keys': () => workbench.openOverlay('keys'),
};

/** Carries out an action by its id, wherever it was chosen, and shows what went wrong if it does. */
export function runAction(id: string): void {
  const action = actionOf(id);
  attempt(async () => {
    if (action.runsIn === 'main') await callHost('action.run', { id });
    else await handlers[id as WindowAction]();
  });
}

const arcModes = ['all', 'selected', 'none'] as const;

/** Goes around the ways in which arcs are shown, and says which it is now. */
function nextArcMode(): void {
  const { arcs } = usePreferences.getState();
  const next = arcModes[(arcModes.indexOf(arcs) + 1) % arcModes.length]!;
  usePreferences.setState({ arcs: next });
  const words = {
    all: 'All relations and roles are shown as arcs.',
    selected: 'Only the relations and roles of the selected annotation are shown as arcs.',
    none: 'Relations and roles are not shown in the text.',
  };
  notify(words[next]);
}

const tagModes = ['selected', 'entities', 'all'] as const;

/** Goes around the ways in which names stand over the text, and says which it is now. */
function nextTagMode(): void {
  const { tags } = usePreferences.getState();
  const next = tagModes[(tagModes.indexOf(tags) + 1) % tagModes.length]!;
  usePreferences.setState({ tags: next });
  const words = {
    selected: 'Only the selected annotation shows its name.',
    entities: 'Entities show their names where the text says something else.',
    all: 'All annotations and stances show their names.',
  };
  notify(words[next]);
}

/** Sets how to search, and shows it. */
function findWith(change: () => void): void {
  change();
  showFind();
}

function markHits(): void {
  const { isOpen, isSearching, hits } = useFind.getState();
  if (isOpen && !isSearching && hits.length > 0 && useFindOptions.getState().where === 'text')
    workbench.openOverlay('mark-hits');
  else if (isSearching) notify('The text is still being searched.');
  else notify(`Find something in the text first (${keyText('edit.find')}); then all hits can be marked.`);
}

/** Lets go of what is selected; with nothing selected, of what is being looked for. */
function clear(): void {
  const { selection, selectedId, pickedIds } = workbench.get();
  const isClear = selection.start === selection.end && !selectedId && pickedIds.length === 0;
  if (isClear && useFind.getState().isOpen) closeFind();
  else clearSelection();
}

function linkEntity(): void {
  if (workbench.get().selectedId) workbench.openOverlay('entity');
  else
    notify(
      `No annotation is selected. Mark something, click an annotation, or go to one with ${keyText('go.nextAnnotation')}.`,
    );
}

/** The register, at the entity of the selected annotation where it has one. */
function openEntities(): void {
  const { session, selectedId } = workbench.get();
  const entityId = selectedId ? session?.annotations.get(selectedId)?.entityId : null;
  workbench.openOverlay({ kind: 'register', tab: 'entities', ...(entityId ? { id: entityId } : {}) });
}

function markAll(): void {
  const { session, selection, selectedId, lastTypeId } = workbench.get();
  const selected = selectedId ? session?.annotations.get(selectedId) : undefined;
  const stretch = selection.start < selection.end ? selection : selected?.fragments[0];
  const typeId = selected?.typeId ?? lastTypeId;
  if (!stretch || !typeId) {
    notify('Mark one occurrence first; then all others can be marked like it.');
    return;
  }
  workbench.openOverlay({ kind: 'occurrences', stretch, typeId, entityId: selected?.entityId ?? null });
}

/** Begins a stance; with one begun already, takes the selection as its evidence and goes back to it. */
function recordStance(): void {
  const { session, selection, selectedId } = workbench.get();
  if (!session) return;
  const selected = selectedId ? session.annotations.get(selectedId) : undefined;
  const evidence = selection.start < selection.end ? [selection] : (selected?.fragments ?? []);
  showPane('inspector');
  workbench.set(({ stanceDraft }) => ({
    stanceDraft: stanceDraft
      ? { ...stanceDraft, evidence: evidence.length > 0 ? [...evidence] : [...stanceDraft.evidence] }
      : { stanceId: null, evidence: [...evidence] },
  }));
}

function writeNote(): void {
  if (!workbench.get().selectedId) {
    notify(`No annotation is selected. Click one, or go to it with ${keyText('go.nextAnnotation')}.`);
    return;
  }
  showAndFocus('inspector', 'note');
}

/** Opens what is said of the document as a whole, and gives its first field the keyboard. */
function labelDocument(): void {
  flushSync(() => showPane('inspector'));
  const section = document.querySelector<HTMLDetailsElement>('details[data-focus="document"]');
  if (!section) return;
  section.open = true;
  section.querySelector<HTMLElement>('select, input, textarea')?.focus();
}

function filterDocuments(): void {
  showAndFocus('documents', 'document-filter');
}

async function finishDocument(): Promise<void> {
  const { session } = workbench.get();
  if (!session) return;
  await send('document.setStatus', { id: session.document.id, status: 'done' });
  await stepDocument(1);
}
