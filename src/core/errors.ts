/**
 * The closed set of things that can go wrong, as data. The words a person reads are made
 * here and nowhere else; callers give the facts (file, place, remedy).
 */
export interface ErrorData {
  /** The file or document at fault, as a person knows it. */
  file?: string;
  /** Where in it: a line, a row, an offset, a field. */
  place?: string;
  /** What went wrong, in one sentence without the file's name. */
  cause?: string;
  /** What the person can do now. */
  remedy?: string;
}

const words = {
  'bad-input': 'The input cannot be used',
  'not-found': 'Not found',
  conflict: 'This no longer fits the present state of the project',
  exists: 'There is a file of that name already',
  locked: 'The project is open in another program',
  'read-only': 'The project is open for reading only',
  'newer-file': 'The project was written by a newer version of Parley',
  'not-a-project': 'This is not a Parley project',
  damaged: 'The project file is damaged',
  'disk-full': 'The disk is full: the last change was not saved',
  io: 'The file could not be read or written',
  cancelled: 'Cancelled',
  'engine-stopped': 'The engine that keeps the project stopped',
  internal: 'Something went wrong inside Parley',
} as const;

export type ErrorKind = keyof typeof words;
export const errorKinds = Object.keys(words) as ErrorKind[];

/** One line for a person: what, where, why and the remedy. */
export function describeError(kind: ErrorKind, data: ErrorData): string {
  const where = [data.file, data.place].filter(Boolean).join(', ');
  const head = data.cause ?? words[kind];
  const first = where ? `${where}: ${head}` : head;
  const sentence = /[.!?]$/.test(first) ? first : `${first}.`;
  return data.remedy ? `${sentence} ${data.remedy}` : sentence;
}

/** Short title of a kind, for the heading of a message box. */
export function errorTitle(kind: ErrorKind): string {
  return words[kind];
}

export class ParleyError extends Error {
  readonly kind: ErrorKind;
  readonly data: ErrorData;

  constructor(kind: ErrorKind, data: ErrorData = {}) {
    super(describeError(kind, data));
    this.name = 'ParleyError';
    this.kind = kind;
    this.data = data;
  }
}

/** What crosses a process border in place of an Error object. */
export interface WireError {
  kind: ErrorKind;
  data: ErrorData;
}

/** Any thrown value as a WireError; a stranger becomes `internal` with its message as the cause. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof ParleyError) return { kind: thrown.kind, data: thrown.data };
  if (thrown instanceof Error && thrown.name === 'AbortError') return { kind: 'cancelled', data: {} };
  return {
    kind: 'internal',
    data: { cause: thrown instanceof Error ? thrown.message : String(thrown) },
  };
}
