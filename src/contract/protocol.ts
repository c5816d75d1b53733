import type { WireError } from '@core/errors';
import type { Change } from '@core/journal/change';
import type { JournalSummary } from '@core/journal/entry';

/** Progress of long work; `total` null while it is not known. */
export interface ProgressReport {
  done: number;
  total: number | null;
  /** What is being worked on, for people. */
  what: string;
}

/** What a client sends over the port. */
export type ClientMessage =
  | { type: 'call'; id: number; name: string; input: unknown }
  | { type: 'cancel'; id: number };

/** What the engine sends over the port. `changed` comes before the result of the call that caused it. */
export type EngineMessage =
  | { type: 'result'; id: number; value: unknown }
  | { type: 'error'; id: number; error: WireError }
  | { type: 'progress'; id: number; progress: ProgressReport }
  | { type: 'changed'; entry: JournalSummary; changes: Change[] };

/** The two ends of a MessagePort, as far as the protocol needs them. */
export interface Port<Incoming, Outgoing> {
  post(message: Outgoing): void;
  listen(receive: (message: Incoming) => void): void;
}
