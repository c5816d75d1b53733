import { z } from 'zod';
import { Fragment } from './fragment';
import { Id } from './ids';

const record = (kind: 'annotation' | 'stance' | 'relation' | 'event') =>
  z.strictObject({ kind: z.literal(kind), id: Id });

/** What a comment is on: a record of a layer, a stretch of the text, or the document as a whole. */
export const CommentTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document') }),
  /** In UTF-16 offsets, in canonical form. */
  z.strictObject({ kind: z.literal('span'), fragments: z.array(Fragment).min(1) }),
  record('annotation'),
  record('stance'),
  record('relation'),
  record('event'),
]);
export type CommentTarget = z.infer<typeof CommentTarget>;

export const CommentText = z.string().trim().min(1).max(20_000);

/** What somebody says of something. A thread is a comment and its replies, in the order of time. */
export const Comment = z.strictObject({
  id: Id,
  /** Id of the comment that the thread begins with; of that one its own. */
  threadId: Id,
  documentId: Id,
  /** The same all through a thread. */
  target: CommentTarget,
  annotatorId: Id,
  text: CommentText,
  /** Annotators whose names stand in it after an @. */
  mentions: z.array(Id),
  /** ISO 8601, UTC. */
  time: z.iso.datetime(),
  editedTime: z.iso.datetime().nullable(),
  /** Who settled the thread, and when; only on the comment that it begins with. */
  resolved: z.strictObject({ annotatorId: Id, time: z.iso.datetime() }).nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** The order of comments: threads by their beginning, in each the replies by time. */
export function compareByTime(a: Comment, b: Comment): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * Who settled a thread, and when; null while it is open. What was said after it was settled, perhaps
 * in another file that did not know, opens it again.
 * @param comments all of one thread
 */
export function settled(comments: readonly Comment[]): Comment['resolved'] {
  const resolved = comments.find(({ id, threadId }) => id === threadId)?.resolved ?? null;
  return resolved && comments.every(({ time }) => time <= resolved.time) ? resolved : null;
}

/** The annotators whose names stand in a text after an @, the longest name first where several fit. */
export function mentionsIn(text: string, annotators: readonly { id: string; name: string }[]): string[] {
  const byLength = [...annotators].sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const rest = text.slice(at + 1).toLocaleLowerCase();
    const one = byLength.find(({ name }) => {
      const after = rest.slice(name.length);
      return rest.startsWith(name.toLocaleLowerCase()) && !/^[\p{L}\p{M}\p{N}]/u.test(after);
    });
    if (one) found.add(one.id);
  }
  return [...found];
}
