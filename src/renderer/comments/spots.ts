import { hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';
import type { SpotSource } from '../editor/overview/overview';
import { threadsOf } from './threads-of';

/** Where open threads stand, for the overview beside the scroll bar. */
export function commentSpots(session: DocumentSession): SpotSource {
  return {
    *spots() {
      for (const { isOpen, fragments } of threadsOf(session))
        if (isOpen && fragments && fragments.length > 0)
          yield { ...hull(fragments), colour: 'overview-comment' };
    },
    subscribe: (listener) =>
      session.subscribe((changes) => {
        if (changes.some(({ kind }) => kind === 'comment')) listener();
      }),
  };
}
