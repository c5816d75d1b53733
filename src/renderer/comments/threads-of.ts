import { type Comment, type CommentTarget, compareByTime, settled } from '@core/model/comment';
import { type Fragments, hull } from '@core/model/fragment';
import type { DocumentSession } from '../data/document-session';

export interface Thread {
  root: Comment;
  /** With what the thread begins with, in the order of time. */
  comments: Comment[];
  /** What it is on: none for the document as a whole, null where that is gone. */
  fragments: Fragments | null;
  isOpen: boolean;
}

/** Where the target of a comment stands in the open document; none for the document, null where it is gone. */
export function targetFragments(session: DocumentSession, target: CommentTarget): Fragments | null {
  switch (target.kind) {
    case 'document':
      return [];
    case 'span':
      return target.fragments;
    case 'annotation':
      return session.annotations.get(target.id)?.fragments ?? null;
    case 'stance':
      return session.stances.get(target.id)?.evidence ?? null;
    case 'event':
      return session.events.get(target.id)?.trigger ?? null;
    case 'relation': {
      const fromId = session.relations.get(target.id)?.fromId;
      return (fromId && session.annotations.get(fromId)?.fragments) || null;
    }
  }
}

/** The threads of the open document: those on places in text order, then those on the whole. */
export function threadsOf(session: DocumentSession): Thread[] {
  const groups = Map.groupBy(session.comments.values(), ({ threadId }) => threadId);
  const threads: Thread[] = [];
  for (const [threadId, comments] of groups) {
    const root = comments.find(({ id }) => id === threadId);
    if (root)
      threads.push({
        root,
        comments: comments.sort(compareByTime),
        fragments: targetFragments(session, root.target),
        isOpen: settled(comments) === null,
      });
  }
  const place = ({ fragments }: Thread) =>
    fragments && fragments.length > 0 ? hull(fragments).start : Number.POSITIVE_INFINITY;
  return threads.sort((a, b) => place(a) - place(b) || compareByTime(a.root, b.root));
}
