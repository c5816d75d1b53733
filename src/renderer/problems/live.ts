import type { Output } from '@contract/index';
import type { Schema } from '@core/model/schema';
import type { DocumentProblem } from '@core/validation/problem';
import { Validator } from '@core/validation/validate';
import { create } from 'zustand';
import type { DocumentSession } from '../data/document-session';
import { queryClient } from '../data/queries';

interface Live {
  /** The document that they are of; null where none is open. */
  documentId: string | null;
  /** In text order. */
  problems: readonly DocumentProblem[];
}

/** What is wrong in the open document, a moment after each change. */
export const useProblems = create<Live>(() => ({ documentId: null, problems: [] }));

/** Milliseconds of rest after a change, and how long the window may be busy after that. */
const DELAY = 250;
const LATEST = 1_000;

/**
 * Keeps the problems of a document up to date while it is open.
 * @returns the way to stop
 */
export function followProblems(session: DocumentSession, schema: Schema): () => void {
  const validator = new Validator({ schema, text: session.text });
  let timer: ReturnType<typeof setTimeout> | null = null;
  let idle = 0;
  const look = () => {
    timer = null;
    const types = entityTypes();
    const problems = validator.problems({
      schema,
      text: session.text,
      annotations: session.ordered,
      stances: session.orderedStances,
      relations: [...session.relations.values()],
      events: [...session.events.values()],
      appraisals: [...session.appraisals.values()],
      entityType: (id) => types.get(id),
    });
    useProblems.setState({ documentId: session.document.id, problems });
  };
  const soon = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      idle = requestIdleCallback(look, { timeout: LATEST });
    }, DELAY);
  };
  soon();
  const stopListening = session.subscribe(soon);
  const stopNames = queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && query.queryKey[0] === 'entity.list') soon();
  });
  return () => {
    stopListening();
    stopNames();
    if (timer !== null) clearTimeout(timer);
    cancelIdleCallback(idle);
    useProblems.setState({ documentId: null, problems: [] });
  };
}

let indexed: { list: Output<'entity.list'>; types: Map<string, string | null> } | null = null;

function entityTypes(): ReadonlyMap<string, string | null> {
  const list = queryClient.getQueryData<Output<'entity.list'>>(['entity.list', {}]) ?? [];
  if (indexed?.list !== list) indexed = { list, types: new Map(list.map(({ id, typeId }) => [id, typeId])) };
  return indexed.types;
}
