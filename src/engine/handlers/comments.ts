import type { CommentThread } from '@contract/comments';
import { ParleyError } from '@core/errors';
import { changed, created, deleted } from '@core/journal/change';
import { type Comment, type CommentTarget, compareByTime, mentionsIn, settled } from '@core/model/comment';
import { canonicalFragments, displayQuote, type Fragments, hull } from '@core/model/fragment';
import { folded } from '@core/names/fold';
import type { CommandHandler, Context, QueryHandler } from '../context';

const now = (context: Context) => new Date(context.environment.now()).toISOString();

function annotators(context: Context) {
  const known = context.file.records.where('annotator', 'true');
  return known.some(({ id }) => id === context.annotator.id) ? known : [...known, context.annotator];
}

export const addComment: CommandHandler<'comment.add'> = (context, { documentId, target, text }) => {
  const id = context.environment.newId();
  const comment: Comment = {
    id,
    threadId: id,
    documentId,
    target: checked(context, documentId, target),
    annotatorId: context.annotator.id,
    text,
    mentions: mentionsIn(text, annotators(context)),
    time: now(context),
    editedTime: null,
    resolved: null,
  };
  return { changes: [created('comment', comment)], output: comment };
};

/** @throws ParleyError 'not-found', 'bad-input' when a comment cannot be on this */
function checked(context: Context, documentId: string, target: CommentTarget): CommentTarget {
  context.need('document', documentId);
  if (target.kind === 'document') return target;
  if (target.kind === 'span')
    return { ...target, fragments: canonicalFragments(context.textOf(documentId), target.fragments) };
  if (context.need(target.kind, target.id).documentId === documentId) return target;
  throw new ParleyError('bad-input', { cause: 'What the comment is on stands in another document' });
}

export const replyToComment: CommandHandler<'comment.reply'> = (context, { threadId, text }) => {
  const root = beginning(context, threadId);
  const reply: Comment = {
    ...root,
    id: context.environment.newId(),
    annotatorId: context.annotator.id,
    text,
    mentions: mentionsIn(text, annotators(context)),
    time: now(context),
    editedTime: null,
    resolved: null,
  };
  const reopened = root.resolved ? [changed('comment', root, { ...root, resolved: null })] : [];
  return { changes: [...reopened, created('comment', reply)], output: reply };
};

export const editComment: CommandHandler<'comment.edit'> = (context, { id, text }) => {
  const before = own(context, id);
  const after = {
    ...before,
    text,
    mentions: mentionsIn(text, annotators(context)),
    editedTime: now(context),
  };
  if (text === before.text) return { changes: [], output: before };
  return { changes: [changed('comment', before, after)], output: after };
};

export const removeComment: CommandHandler<'comment.remove'> = (context, { id }) => {
  const comment = own(context, id);
  const thread = context.file.records.where('comment', 'thread_id = ?', [comment.threadId]);
  const gone = comment.id === comment.threadId ? thread : [comment];
  if (gone.some(({ annotatorId }) => annotatorId !== context.annotator.id))
    throw new ParleyError('conflict', {
      cause: 'Somebody has replied to this',
      remedy: 'Settle the thread instead.',
    });
  return { changes: gone.map((one) => deleted('comment', one)), output: { removed: gone.length } };
};

export const resolveComment: CommandHandler<'comment.resolve'> = (context, { threadId, resolved }) => {
  const root = beginning(context, threadId);
  const thread = context.file.records.where('comment', 'thread_id = ?', [threadId]);
  // Not before what is settled, though that was written where the clock is fast.
  const time = [now(context), ...thread.map((comment) => comment.time)].sort().at(-1)!;
  const after: Comment = {
    ...root,
    resolved: resolved ? { annotatorId: context.annotator.id, time } : null,
  };
  if ((settled(thread) !== null) === resolved) return { changes: [], output: root };
  return { changes: [changed('comment', root, after)], output: after };
};

function beginning(context: Context, threadId: string): Comment {
  const root = context.need('comment', threadId);
  if (root.threadId === root.id) return root;
  throw new ParleyError('bad-input', { cause: 'This is a reply, not what a thread begins with' });
}

/** @throws ParleyError 'conflict' when somebody else wrote it */
function own(context: Context, id: string): Comment {
  const comment = context.need('comment', id);
  if (comment.annotatorId === context.annotator.id) return comment;
  throw new ParleyError('conflict', {
    cause: `${context.need('annotator', comment.annotatorId).name} wrote this`,
    remedy: 'Reply to it instead.',
  });
}

export const listComments: QueryHandler<'comment.list'> = (context, input) => {
  const { records } = context.file;
  const all = input.documentId
    ? records.where('comment', 'document_id = ?', [input.documentId])
    : records.where('comment', 'true');
  const me = context.annotator.id;
  const everybody = annotators(context);
  // Whom a name means may have become known since.
  const isToMe = ({ mentions, text }: Comment) =>
    mentions.includes(me) || (text.includes('@') && mentionsIn(text, everybody).includes(me));
  const words = folded(input.text).split(/\s+/).filter(Boolean);
  const threads = [...Map.groupBy(all.sort(compareByTime), ({ threadId }) => threadId).values()]
    .filter((comments) => {
      const isOpen = settled(comments) === null;
      if (input.which === 'open') return isOpen;
      if (input.which === 'mine') return comments.some(({ annotatorId }) => annotatorId === me);
      if (input.which === 'to-me') return isOpen && comments.some(isToMe);
      return true;
    })
    .sort((a, b) => compareByTime(b.at(-1)!, a.at(-1)!));
  const described = (comments: Comment[]) => describe(context, comments);
  const found =
    words.length === 0
      ? threads
      : threads.filter((comments) => {
          const { quote, documentName } = described(comments);
          const hay = folded([quote, documentName, ...comments.map(({ text }) => text)].join(' '));
          return words.every((word) => hay.includes(word));
        });
  return {
    total: found.length,
    open: found.filter((comments) => settled(comments) === null).length,
    threads: found.slice(input.offset, input.offset + input.limit).map(described),
  };
};

function describe(context: Context, comments: Comment[]): CommentThread {
  const { documentId, target } = comments[0]!;
  const document = context.need('document', documentId);
  const fragments = placeOf(context, target);
  return {
    comments,
    documentName: document.metadata.title ?? document.name,
    quote: fragments && fragments.length > 0 ? displayQuote(context.textOf(documentId), fragments) : '',
    place: fragments && fragments.length > 0 ? hull(fragments) : null,
    isOrphan: fragments === null,
  };
}

/** Where the target of a comment stands; none for a document as a whole, null where it is gone. */
function placeOf(context: Context, target: CommentTarget): Fragments | null {
  const { records } = context.file;
  switch (target.kind) {
    case 'document':
      return [];
    case 'span':
      return target.fragments;
    case 'annotation':
      return records.get('annotation', target.id)?.fragments ?? null;
    case 'stance':
      return records.get('stance', target.id)?.evidence ?? null;
    case 'event':
      return records.get('event', target.id)?.trigger ?? null;
    case 'relation': {
      const relation = records.get('relation', target.id);
      return relation && (records.get('annotation', relation.fromId)?.fragments ?? null);
    }
  }
}
