import { useSyncExternalStore } from 'react';
import { isNarrow, onNarrow, type SidePane, visiblePanes } from '../data/panes';
import { usePreferences } from '../data/preferences';

/** Which side panes are to be seen now. */
export function usePanes(): Record<SidePane, boolean> {
  const preferences = usePreferences();
  return visiblePanes(preferences, useSyncExternalStore(onNarrow, isNarrow));
}
