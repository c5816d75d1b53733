import type { EntityInput } from '@contract/entities';
import { create } from 'zustand';
import type { Draft } from '../stance/draft';
import type { DocumentSession } from './document-session';

/** Something laid over the window that takes the keyboard. */
export type Overlay =
  | 'labels'
  | 'entity'
  | 'commands'
  | 'keys'
  | 'export'
  | 'hand-over'
  | 'comments'
  | 'team'
  /** Files of colleagues that are to be merged. */
  | { kind: 'take-in'; paths: readonly string[] }
  | 'history'
  | 'check'
  | 'mark-hits'
  | { kind: 'settings'; page: SettingsPage }
  | 'schema'
  | 'guidelines'
  | { kind: 'insight'; view: InsightView }
  | { kind: 'import-report'; report: import('@contract/index').Output<'document.import'> }
  /** Text of which further occurrences are to be marked, as what. */
  | { kind: 'occurrences'; stretch: TextRange; typeId: string; entityId: string | null }
  /** The register of entities and propositions, at one of them. */
  | { kind: 'register'; tab: 'entities' | 'duplicates' | 'propositions'; id?: string }
  | 'unlinked'
  | 'review-documents'
  /** What is agreed in some documents is to be taken in one go, or what was decided kept. */
  | { kind: 'review-bulk'; documentIds: readonly string[]; rule: 'all' | 'keep' }
  /** All mentions with the same text are to be linked to an entity, called `name`. */
  | { kind: 'link-equal'; text: string; entity: EntityInput; name: string; linked: boolean }
  /** What can be done at a place of the window, with the annotations there. */
  | { kind: 'menu'; x: number; y: number; annotationIds: readonly string[] }
  /** The other end of a relation is asked for, then its type. */
  | { kind: 'relation'; fromId: string; toId: string | null }
  /** The type of a new event is asked for. */
  | { kind: 'event'; trigger: readonly TextRange[] }
  /** Who fills a role is asked for; `onward`: then the next role. */
  | { kind: 'role'; eventId: string; role: number; onward: boolean }
  | { kind: 'working'; title: string; cancel(): void };

/** Views over the project as a whole. */
export type InsightView = 'matrix' | 'network' | 'stances' | 'statistics' | 'agreement' | 'problems';

export type SettingsPage = 'general' | 'keys' | 'text' | 'marking';

export interface TextRange {
  start: number;
  end: number;
}

export interface StanceDraft {
  /** Null for a new one. */
  stanceId: string | null;
  evidence: TextRange[];
  /** What has been filled in; kept here so that hiding the form loses nothing. */
  values?: Draft;
}

interface Workbench {
  session: DocumentSession | null;
  /** The annotation that acts apply to. */
  selectedId: string | null;
  /** The relation or event that is selected; null for none. */
  selectedJoin: { kind: 'relation' | 'event'; id: string } | null;
  /** Annotations picked beside the selected one, for acts that take several. */
  pickedIds: readonly string[];
  /** What is selected in the text, in UTF-16 code units; start = end for a caret. */
  selection: TextRange;
  overlay: Overlay | null;
  /** The stance being written; null for none. */
  stanceDraft: StanceDraft | null;
  lastTypeId: string | null;
  /** The annotation selected last, also when none is selected now. */
  lastAnnotationId: string | null;
}

/** What a person is looking at and doing in this window. */
export const useWorkbench = create<Workbench>(() => ({
  session: null,
  selectedId: null,
  selectedJoin: null,
  pickedIds: [],
  selection: { start: 0, end: 0 },
  overlay: null,
  stanceDraft: null,
  lastTypeId: null,
  lastAnnotationId: null,
}));

useWorkbench.subscribe(({ selectedId, lastAnnotationId }) => {
  if (selectedId !== null && selectedId !== lastAnnotationId)
    useWorkbench.setState({ lastAnnotationId: selectedId, selectedJoin: null });
});

export const workbench = {
  get: useWorkbench.getState,
  set: useWorkbench.setState,
  subscribe: useWorkbench.subscribe,
  openOverlay: (overlay: Overlay) => useWorkbench.setState({ overlay }),
  closeOverlay: () => useWorkbench.setState({ overlay: null }),
};

/** The annotations that acts on several apply to: the selected one first, then those picked. */
export function chosenIds(
  { selectedId, pickedIds }: Pick<Workbench, 'selectedId' | 'pickedIds'> = useWorkbench.getState(),
): string[] {
  return [...new Set([...(selectedId === null ? [] : [selectedId]), ...pickedIds])];
}
