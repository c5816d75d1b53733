import type { EntityRow } from '@contract/entities';
import { type FindOptions, type Match, NameIndex } from '@core/names/name-index';
import { useEffect } from 'react';
import { useAnswer } from '../data/queries';

const index = new NameIndex();
let indexed: readonly EntityRow[] = [];
let byId = new Map<string, EntityRow>();
/** Best matches by type and text, asked for again whenever a row is drawn. */
const bestMatches = new Map<string, Match | null>();

export interface Found {
  entity: EntityRow;
  match: Match;
}

export interface EntityNames {
  rows: readonly EntityRow[];
  byId: ReadonlyMap<string, EntityRow>;
  /** Entities whose names are like a text, the likest first. */
  find(query: string, options: FindOptions): Found[];
  best(query: string, typeId: string | null): Found | null;
}

/** The names of this list, ready for comparing; what has not changed since the last list is not prepared anew. */
function bringUpToDate(rows: readonly EntityRow[]): void {
  if (indexed === rows) return;
  index.replace(rows);
  byId = new Map(rows.map((row) => [row.id, row]));
  bestMatches.clear();
  indexed = rows;
}

/** What is known before the list of entities is there. */
export const noEntityNames: EntityNames = { rows: [], byId: new Map(), find: () => [], best: () => null };

/** All entities, to be searched as fast as a person types; undefined until they are there. */
export function useEntityNames(): EntityNames | undefined {
  const rows = useAnswer('entity.list', {});
  if (!rows) return undefined;
  const found = (match: Match): Found => ({ entity: byId.get(match.id)!, match });
  return {
    rows,
    get byId() {
      bringUpToDate(rows);
      return byId;
    },
    find: (query, options) => {
      bringUpToDate(rows);
      return index.find(query, options).map(found);
    },
    best: (query, typeId) => {
      bringUpToDate(rows);
      const key = `${typeId} ${query}`;
      if (!bestMatches.has(key)) bestMatches.set(key, index.best(query, typeId));
      const match = bestMatches.get(key);
      return match ? found(match) : null;
    },
  };
}

/** Makes the names ready while the window has nothing else to do, so that the first look-up is as fast as the next. */
export function usePreparedNames(): void {
  const rows = useAnswer('entity.list', {});
  useEffect(() => {
    if (!rows) return;
    let next = 0;
    const step = (deadline: IdleDeadline) => {
      while (next < rows.length && deadline.timeRemaining() > 1) index.set(rows[next++]!);
      if (next < rows.length) handle = requestIdleCallback(step);
    };
    let handle = requestIdleCallback(step);
    return () => cancelIdleCallback(handle);
  }, [rows]);
}
