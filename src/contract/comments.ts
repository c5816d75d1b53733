import { Comment, CommentTarget, CommentText } from '@core/model/comment';
import { Fragment } from '@core/model/fragment';
import { Id } from '@core/model/ids';
import { z } from 'zod';
import { command, query } from './define';

/** A thread in the list of the project. */
export const CommentThread = z.strictObject({
  /** In the order of time; the first is what it begins with. */
  comments: z.array(Comment).min(1),
  documentName: z.string(),
  /** The words that it is on: the marked or selected text; '' for a document as a whole. */
  quote: z.string(),
  /** First to last character that it is on, in UTF-16 code units; null for the document as a whole. */
  place: Fragment.nullable(),
  /** What it was on has been deleted. */
  isOrphan: z.boolean(),
});
export type CommentThread = z.infer<typeof CommentThread>;

export const commentOperations = {
  'comment.list': query({
    summary: 'Threads of comments, the one with the newest comment first.',
    input: z.strictObject({
      documentId: Id.optional(),
      /** 'open': not resolved; 'mine': I wrote in it; 'to-me': it mentions me and is open. */
      which: z.enum(['all', 'open', 'mine', 'to-me']).default('all'),
      /** Words that stand in it, in the quote, or in the document's name. */
      text: z.string().max(1_000).default(''),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1_000).default(200),
    }),
    output: z.strictObject({ total: z.int().min(0), open: z.int().min(0), threads: z.array(CommentThread) }),
  }),
  'comment.add': command({
    summary: 'Begin a thread of comments on something.',
    input: z.strictObject({ documentId: Id, target: CommentTarget, text: CommentText }),
    output: Comment,
  }),
  'comment.reply': command({
    summary: 'Reply in a thread; a settled one is open again.',
    input: z.strictObject({ threadId: Id, text: CommentText }),
    output: Comment,
  }),
  'comment.edit': command({
    summary: 'Change the text of a comment of one’s own.',
    input: z.strictObject({ id: Id, text: CommentText }),
    output: Comment,
  }),
  'comment.remove': command({
    summary: 'Delete a comment of one’s own that nobody else has replied to.',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ removed: z.int().min(0) }),
  }),
  'comment.resolve': command({
    summary: 'Settle a thread, or open it again.',
    input: z.strictObject({ threadId: Id, resolved: z.boolean() }),
    output: Comment,
  }),
};
