import type { Change } from './change';

/** What an entry did: a command, or the undoing or redoing of an earlier entry. */
export type EntryKind = 'do' | 'undo' | 'redo';

/** One acknowledged act, as kept for ever in the project's journal. */
export interface JournalEntry {
  /** UUIDv7. */
  id: string;
  /** Order of writing in this file, from 1. */
  seq: number;
  kind: EntryKind;
  /** For undo and redo: the entry that this one takes back. */
  reverts: string | null;
  annotatorId: string;
  deviceId: string;
  /** Hybrid logical time, see hlc.ts. */
  hlc: string;
  /** Name of the command in the contract. */
  name: string;
  input: unknown;
  changes: Change[];
}

/** A journal entry without its record images, for lists. */
export type JournalSummary = Omit<JournalEntry, 'changes' | 'input'>;
