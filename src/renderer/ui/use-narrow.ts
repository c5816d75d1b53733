import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 880px)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Is the window too narrow for the document list and the inspector side by side? */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
