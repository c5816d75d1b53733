import type { Input, Output, QueryName } from '@contract/index';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { theClient } from '../bridge/connection';

const PAGE = 100;

/** Queries that answer part of a long list. */
type PagedName = {
  [Name in QueryName]: Input<Name> extends { id: string; offset?: number | undefined } ? Name : never;
}[QueryName];

/**
 * A long list, of which only the pages are fetched that have been looked at.
 * @returns the answer to each page, and a function that tells which entry is looked at
 */
export function usePages<Name extends PagedName>(
  name: Name,
  id: string,
): { pages: ReadonlyMap<number, Output<Name>>; pageSize: number; look(index: number): void } {
  const [wanted, setWanted] = useState<ReadonlySet<number>>(new Set([0]));
  const numbers = [...wanted];
  const answers = useQueries({
    queries: numbers.map((page) => {
      const input = { id, offset: page * PAGE, limit: PAGE } as Input<Name>;
      return { queryKey: [name, input], queryFn: () => theClient().call(name, input) };
    }),
  });
  const pages = new Map<number, Output<Name>>();
  for (const [index, page] of numbers.entries()) {
    const data = answers[index]?.data;
    if (data) pages.set(page, data as Output<Name>);
  }
  const look = (index: number) => {
    const page = Math.floor(index / PAGE);
    if (!wanted.has(page)) setWanted(new Set([...wanted, page]));
  };
  return { pages, pageSize: PAGE, look };
}
