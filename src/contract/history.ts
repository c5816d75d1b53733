import { Id } from '@core/model/ids';
import { z } from 'zod';
import { command, query } from './define';

export const HistoryEntry = z.strictObject({
  id: Id,
  /** Order of writing in this file; null for what a colleague did in another file and was taken in. */
  seq: z.int().min(1).nullable(),
  kind: z.enum(['do', 'undo', 'redo']),
  reverts: Id.nullable(),
  annotatorId: Id,
  annotatorName: z.string(),
  deviceId: z.string(),
  hlc: z.string(),
  /**
   * Name of the command; for undo and redo, of the command taken back or done again. What was undone
   * or redone in another file is not known here: there it is 'history.undo' or 'history.redo'.
   */
  name: z.string(),
  /** Documents that it touched. */
  documentIds: z.array(Id),
  /** The words that it is about: the marked text, an entity's name …; '' where there are none. */
  subject: z.string(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const step = z.strictObject({ entryId: Id, name: z.string(), documentIds: z.array(Id) }).nullable();

export const historyOperations = {
  'history.list': query({
    summary: 'What was done here, and in other files that were taken in, the newest first.',
    input: z.strictObject({
      /** Only entries before this hybrid logical time, for paging. */
      before: z.string().max(100).optional(),
      limit: z.int().min(1).max(10_000).default(200),
      documentId: Id.optional(),
      annotatorId: Id.optional(),
      /** Only this command; undoing and redoing of it are not listed then. */
      name: z.string().max(100).optional(),
    }),
    output: z.array(HistoryEntry),
  }),
  'history.state': query({
    summary: "What undo and redo would do next, for the session's annotator.",
    input: z.strictObject({}),
    output: z.strictObject({ undo: step, redo: step }),
  }),
  'history.undo': command({
    summary: "Take back the newest act of the session's annotator that is not taken back yet.",
    input: z.strictObject({}),
    output: step,
  }),
  'history.redo': command({
    summary: 'Do again what was last taken back.',
    input: z.strictObject({}),
    output: step,
  }),
};
