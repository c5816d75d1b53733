import type { CheckedInput, CommandName, Output, QueryName } from '@contract/index';
import type { ProgressReport } from '@contract/protocol';
import { ParleyError } from '@core/errors';
import type { Change } from '@core/journal/change';
import type { RecordKind, Records } from '@core/journal/records';
import type { StampedChange } from '@core/merge/fold';
import type { Annotator } from '@core/model/project';
import type { Schema, SchemaDefinition } from '@core/model/schema';
import type { ProjectFile } from '../store/project-file';
import type { ProblemBook } from './problem-book';
import type { Register } from './register';
import type { ReviewBook } from './review/review-book';

/** Who works here, and on which device: kept in the profile, never in a project. */
export interface Identity {
  deviceId: string;
  annotator: Annotator;
}

/** What time it is and what is random: passed in, so that tests can say. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** A new UUIDv7. */
  newId(): string;
}

/** What every handler may use. */
export interface Context {
  readonly file: ProjectFile;
  /** Was the project opened for reading only? */
  readonly readOnly: boolean;
  readonly annotator: Annotator;
  readonly environment: Environment;
  /** The schema in force, nested types with what they have from above. */
  schema(): Schema;
  /** The same as it was written. */
  schemaDefinition(): SchemaDefinition;
  /** @throws ParleyError 'not-found' */
  need<Kind extends RecordKind>(kind: Kind, id: string): Records[Kind];
  /** The text of a document, cached. @throws ParleyError 'damaged' when it is not in the file */
  textOf(documentId: string): string;
  /** Names of entities and texts of mentions, ready for comparing. */
  readonly register: Register;
  /** What is wrong in each document. */
  readonly problems: ProblemBook;
  /** Is what colleagues do in a document hidden from the asker for now? */
  hides(documentId: string): boolean;
  /** How the layers of each document compare. */
  readonly reviews: ReviewBook;
}

/** For long work: tells how far it is, and stops when asked to. */
export interface Work {
  signal: AbortSignal;
  /** @throws ParleyError 'cancelled' when the caller has cancelled */
  progress(report: ProgressReport): void;
  /** Lets other messages be handled, then looks whether to stop. @throws ParleyError 'cancelled' */
  breathe(): Promise<void>;
}

/** What a command wants done, described before it is done. */
export interface Plan<Result> {
  changes: Change[];
  output: Result;
  /** New texts by SHA-256, for documents among the changes. */
  texts?: ReadonlyMap<string, string>;
  /** Changes of other files that these follow from, to be kept with them. */
  received?: readonly StampedChange[];
}

export type QueryHandler<Name extends QueryName> = (
  context: Context,
  input: CheckedInput<Name>,
  work: Work,
) => Output<Name> | Promise<Output<Name>>;

/**
 * Plans a command: reads the state and describes the changes, in one go without waiting, so that
 * nothing else can happen between the reading and the commit.
 */
export type CommandHandler<Name extends CommandName> = (
  context: Context,
  input: CheckedInput<Name>,
) => Plan<Output<Name>>;

/** A command with slow work (reading files) to do before it can be planned. */
export interface PreparedCommand<Name extends CommandName, Prepared> {
  prepare(context: Context, input: CheckedInput<Name>, work: Work): Promise<Prepared>;
  plan(context: Context, input: CheckedInput<Name>, prepared: Prepared): Plan<Output<Name>>;
}

export function notFound(kind: RecordKind, id: string): ParleyError {
  const names: Record<RecordKind, string> = {
    project: 'project',
    annotator: 'annotator',
    schema: 'schema version',
    document: 'document',
    progress: 'status',
    layer: 'layer',
    entity: 'entity',
    proposition: 'proposition',
    annotation: 'annotation',
    stance: 'stance',
    appraisal: 'appraisal',
    relation: 'relation',
    event: 'event',
    decision: 'decision',
    comment: 'comment',
    assignment: 'assignment',
  };
  return new ParleyError('not-found', { cause: `There is no ${names[kind]} ${id} in this project` });
}
