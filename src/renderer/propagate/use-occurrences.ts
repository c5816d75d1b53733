import type { Input } from '@contract/index';
import type { ProgressReport } from '@contract/protocol';
import { describeError, toWireError } from '@core/errors';
import { useEffect, useState } from 'react';
import { theClient } from '../bridge/connection';
import type { Found } from './choice';

export type Search =
  | { at: 'searching'; progress: ProgressReport | null; stop(): void }
  | { at: 'found'; found: Found }
  | { at: 'stopped' }
  | { at: 'failed'; why: string };

/** Has the engine search, anew whenever what is asked changes; what is under way then is cancelled. */
export function useOccurrences(input: Input<'text.occurrences'>): Search {
  const asked = JSON.stringify(input);
  const [search, setSearch] = useState<Search>({ at: 'searching', progress: null, stop: () => {} });
  useEffect(() => {
    const controller = new AbortController();
    const stop = () => controller.abort();
    let isCurrent = true;
    const tell = (next: Search) => {
      if (isCurrent) setSearch(next);
    };
    tell({ at: 'searching', progress: null, stop });
    theClient()
      .call('text.occurrences', JSON.parse(asked) as Input<'text.occurrences'>, {
        signal: controller.signal,
        onProgress: (progress) => tell({ at: 'searching', progress, stop }),
      })
      .then((found) => tell({ at: 'found', found }))
      .catch((thrown: unknown) => {
        const { kind, data } = toWireError(thrown);
        tell(kind === 'cancelled' ? { at: 'stopped' } : { at: 'failed', why: describeError(kind, data) });
      });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [asked]);
  return search;
}
