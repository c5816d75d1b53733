import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { SpanAnnotation } from '@core/model/annotation';
import { hull } from '@core/model/fragment';
import { patternFault } from '@core/text/matching';
import { flushSync } from 'react-dom';
import { goToAnnotation } from '../actions/annotate';
import type { DocumentSession } from '../data/document-session';
import { currentNames } from '../data/names';
import { queryClient } from '../data/queries';
import { workbench } from '../data/workbench';
import { editorView, focusText, isTextFocused } from '../editor/control';
import { labelTable } from './label-table';
import { type FromWorker, type LabelTable, labelParts, type SearchOptions } from './messages';
import { useFindOptions } from './options';
import { Searcher } from './searcher';
import { firstFrom, type Hit, useFind } from './state';

const LONGEST_QUERY = 200;

const searcher = new Searcher();
/** Where searching began: the hit at or behind it is the current one. */
let origin = 0;

/** Opens the panel with the keyboard in it; what is selected in one line becomes the query. */
export function openFind(): void {
  const { session, selection } = workbench.get();
  if (!session) return;
  const selected = session.text.slice(
    selection.start,
    Math.min(selection.end, selection.start + LONGEST_QUERY),
  );
  const isQuery =
    selected.trim() !== '' && !selected.includes('\n') && selection.end - selection.start <= LONGEST_QUERY;
  const { isOpen, hits, current } = useFind.getState();
  const atHit = isOpen && hits[current]?.start === selection.start && hits[current]?.end === selection.end;
  origin = selection.start;
  const query = useFindOptions.getState().regularExpression ? asPattern(selected) : selected;
  flushSync(() => useFind.setState({ isOpen: true, ...(isQuery && !atHit ? { query } : {}) }));
  const field = document.querySelector<HTMLInputElement>('[data-focus="find"]');
  field?.focus();
  field?.select();
}

/** The regular expression that finds some words as they are. */
function asPattern(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Closes the panel; the keyboard goes to the text. */
export function closeFind(): void {
  searcher.stop();
  flushSync(() =>
    useFind.setState({
      isOpen: false,
      session: null,
      hits: [],
      current: -1,
      isSearching: false,
      fault: null,
    }),
  );
  focusText();
}

/** Opens the panel where it is closed: for a switch that is chosen from the menu. */
export function showFind(): void {
  if (!useFind.getState().isOpen) openFind();
}

/** Gives the keyboard back to the text, at the current hit. */
export function leaveFind(): void {
  const { hits, current } = useFind.getState();
  if (hits[current]) goToHit(current);
  focusText();
}

/** Searches a document anew, ending the search under way. */
export function search(session: DocumentSession, query: string, options: SearchOptions): void {
  if (useFind.getState().session !== session) {
    if (useFind.getState().session) origin = 0;
    useFind.setState({ session, hits: [], current: -1, more: false });
  }
  const fault = options.regularExpression ? patternFault(query) : null;
  if (query === '' || fault !== null) {
    searcher.stop();
    useFind.setState({
      hits: [],
      current: -1,
      more: false,
      isSearching: false,
      fault: fault === null ? null : `This is no regular expression: ${fault.toLowerCase()}.`,
    });
    return;
  }
  const annotations = options.where === 'labels' ? session.ordered : [];
  let isFirst = true;
  useFind.setState({ isSearching: true, fault: null });
  searcher.search(
    { text: session.text, labels: options.where === 'labels' ? labelsOf(session) : null },
    {
      query,
      options,
      onHits(found) {
        const before = isFirst ? { hits: [], current: -1 } : useFind.getState();
        isFirst = false;
        take([...before.hits, ...hitsIn(found.pairs, options, annotations)], before.current, found);
      },
      onGivenUp: () =>
        useFind.setState({
          isSearching: false,
          fault: 'This takes too long on this text and was stopped. Make the pattern simpler.',
        }),
    },
  );
}

let made: { annotations: unknown; entities: unknown; table: LabelTable } | null = null;

/** The annotations of a document as the worker takes them, made once for each state of them. */
function labelsOf(session: DocumentSession): LabelTable {
  const annotations = session.ordered;
  const entities = queryClient.getQueryData(['entity.list', {}]);
  if (made?.annotations !== annotations || made.entities !== entities)
    made = { annotations, entities, table: labelTable(annotations, currentNames(session)) };
  return made.table;
}

function hitsIn(pairs: Int32Array, { where }: SearchOptions, annotations: readonly SpanAnnotation[]): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [first, second] = [pairs[at]!, pairs[at + 1]!];
    if (where === 'text') hits.push({ start: first, end: second });
    else {
      const { id, fragments } = annotations[first]!;
      hits.push({ ...hull(fragments), annotationId: id, part: labelParts[second]! });
    }
  }
  return hits;
}

/** Takes over what has been found so far. */
function take(hits: readonly Hit[], before: number, { done, more }: Pick<FromWorker, 'done' | 'more'>): void {
  let current = before;
  if (current < 0) {
    const next = firstFrom(hits, origin);
    if (next < hits.length) current = next;
    else if (done && hits.length > 0) current = 0;
  }
  useFind.setState({ hits, current, more, isSearching: !done });
  if (current !== before) reveal(hits[current]!);
}

/** Makes a hit the current one, selects it and brings it into view. */
export function goToHit(index: number): void {
  const hit = useFind.getState().hits[index];
  if (!hit) return;
  origin = hit.start;
  useFind.setState({ current: index });
  if (hit.annotationId !== undefined) goToAnnotation(hit.annotationId);
  else {
    workbench.set({ selectedId: null });
    reveal(hit, true);
  }
}

/** Goes to the next or the previous hit, around in a circle; from the text, as seen from the caret. */
export function stepHit(by: 1 | -1): void {
  const { isOpen, query, hits, current } = useFind.getState();
  if (!isOpen || query === '') openFind();
  else if (hits.length > 0) {
    const next = isTextFocused() ? besideCaret(hits, current, by) : current + by;
    goToHit((next + hits.length) % hits.length);
  }
}

/** Place of the hit before or behind the caret; of the one beside the current, while that is where the caret stands. */
function besideCaret(hits: readonly Hit[], current: number, by: 1 | -1): number {
  const { selection } = workbench.get();
  const hit = hits[current];
  const isThere = hit && hit.start <= selection.start && selection.end <= hit.end;
  if (isThere) return current + by;
  const next = firstFrom(hits, selection.end);
  return by > 0 ? next : next - 1;
}

/** Brings a hit into view: in the middle, unless it is to be seen already. */
function reveal({ start, end }: Hit, select = false): void {
  const view = editorView();
  if (!view || end > view.state.doc.length) return;
  const place = EditorSelection.range(start, Math.min(end, start + 2_000));
  view.dispatch({
    ...(select ? { selection: EditorSelection.single(start, end) } : {}),
    effects: EditorView.scrollIntoView(place, { y: isSeen(view, start) ? 'nearest' : 'center', yMargin: 40 }),
  });
}

function isSeen(view: EditorView, offset: number): boolean {
  const place = view.coordsAtPos(offset);
  const frame = view.scrollDOM.getBoundingClientRect();
  return place !== null && place.top >= frame.top && place.bottom <= frame.bottom;
}
