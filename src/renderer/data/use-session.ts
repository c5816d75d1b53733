import { useSyncExternalStore } from 'react';
import type { DocumentSession } from './document-session';
import { useWorkbench } from './workbench';

const never = () => () => {};

/** The open document's session; the component is drawn anew whenever it changes. */
export function useSession(): DocumentSession | null {
  const session = useWorkbench((state) => state.session);
  useSyncExternalStore(session?.subscribe ?? never, session?.getVersion ?? (() => 0));
  return session;
}
