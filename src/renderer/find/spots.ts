import type { DocumentSession } from '../data/document-session';
import type { SpotSource } from '../editor/overview/overview';
import { useFind } from './state';

/** The hits in a document, for the overview beside the scroll bar. */
export function findSpots(session: DocumentSession): SpotSource {
  return {
    *spots() {
      const { hits, session: searched } = useFind.getState();
      if (searched === session)
        for (const { start, end } of hits) yield { start, end, colour: 'overview-hit' };
    },
    subscribe: (listener) =>
      useFind.subscribe((now, before) => {
        if (now.hits !== before.hits || now.session !== before.session) listener();
      }),
  };
}
