import { describeError, toWireError } from '@core/errors';
import { create } from 'zustand';

export interface Notice {
  id: number;
  kind: 'info' | 'error';
  text: string;
  /** What a button on it does. It fits the present state alone, so the notice goes with the next change. */
  action?: { label: string; run(): void };
  /** It says why something was refused, and goes with the next change: by then that is settled or given up. */
  isRefusal?: true;
}

/**
 * Short messages over the window. Errors stay until they are dismissed, refusals until something is done,
 * others go by themselves.
 */
export const useNotices = create<{ notices: Notice[] }>(() => ({ notices: [] }));

const SHOWN_FOR = 6_000;
let nextId = 1;

export function notify(text: string, action?: Notice['action']): void {
  add({ kind: 'info', text, ...(action ? { action } : {}) });
}

/** Shows what went wrong, in words. */
export function notifyError(thrown: unknown): void {
  const { kind, data } = toWireError(thrown);
  if (kind === 'cancelled') return;
  const isRefusal = kind === 'conflict' || kind === 'bad-input';
  add({ kind: 'error', text: describeError(kind, data), ...(isRefusal ? { isRefusal } : {}) });
}

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Takes back refusals, and what notices offered to do: after a further change, 'Undo' would undo that one. */
export function withdrawOffers(): void {
  useNotices.setState(({ notices }) => ({
    notices: notices.filter(({ action, isRefusal }) => !action && !isRefusal),
  }));
}

/** One at a time of a kind, so that they do not pile up over the text; what offers something stays beside it. */
function add(notice: Omit<Notice, 'id'>): void {
  const id = nextId++;
  const isOld = (other: Notice) =>
    other.text === notice.text ||
    (notice.kind === 'info' && other.kind === 'info' && Boolean(other.action) === Boolean(notice.action));
  useNotices.setState(({ notices }) => ({
    notices: [...notices.filter((other) => !isOld(other)).slice(-2), { ...notice, id }],
  }));
  if (notice.kind === 'info') setTimeout(() => dismiss(id), SHOWN_FOR);
}

/** Runs something that may fail and shows why if it does. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch(notifyError);
}
