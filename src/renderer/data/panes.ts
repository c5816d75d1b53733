import { usePreferences } from './preferences';

export type SidePane = 'documents' | 'inspector';

interface Shown {
  documents: boolean;
  inspector: boolean;
  /** The one that shows where the window is too narrow for both. */
  front: SidePane;
}

const narrow = window.matchMedia('(max-width: 880px)');

export function isNarrow(): boolean {
  return narrow.matches;
}

export function onNarrow(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

/** Which side panes are to be seen: in a narrow window one of them at most. */
export function visiblePanes(wanted: Shown, isNarrowNow: boolean): Record<SidePane, boolean> {
  const crowded = isNarrowNow && wanted.documents && wanted.inspector;
  return {
    documents: wanted.documents && !(crowded && wanted.front !== 'documents'),
    inspector: wanted.inspector && !(crowded && wanted.front !== 'inspector'),
  };
}

export function showPane(pane: SidePane): void {
  usePreferences.setState({ [pane]: true, front: pane });
}

/** Hides a pane that is to be seen, shows one that is not. */
export function togglePane(pane: SidePane): void {
  if (visiblePanes(usePreferences.getState(), isNarrow())[pane]) usePreferences.setState({ [pane]: false });
  else showPane(pane);
}
