import { type CommandName, contract, isOperationName, type Output, type QueryName } from '@contract/index';
import type { ProgressReport } from '@contract/protocol';
import { ParleyError } from '@core/errors';
import { nextHlc } from '@core/hlc';
import { type Change, created, effective, inverse, sameValue } from '@core/journal/change';
import type { EntryKind, JournalSummary } from '@core/journal/entry';
import type { RecordKind, Records } from '@core/journal/records';
import type { Annotator } from '@core/model/project';
import { type Schema, SchemaDefinition } from '@core/model/schema';
import { inForce } from '@core/model/schema-nesting';
import type { z } from 'zod';
import type { ProjectFile } from '../store/project-file';
import { BlindContext, isBlindFor, seenBy } from './blind-context';
import { type Context, type Environment, type Identity, notFound, type Plan, type Work } from './context';
import { stale, stepOf } from './handlers/history';
import { commandHandlers, preparedCommands, queryHandlers } from './handlers/index';
import { refuseOrphans } from './handlers/schema';
import { ProblemBook } from './problem-book';
import { Register } from './register';
import { ReviewBook } from './review/review-book';
import { TextCache } from './text-cache';

export interface ExecuteOptions {
  /** Cancels long work. */
  signal?: AbortSignal;
  onProgress?: (progress: ProgressReport) => void;
}

export type ChangeListener = (entry: JournalSummary, changes: Change[]) => void;

/** The one door to an open project: every query and command of the contract goes through {@link execute}. */
export interface Engine {
  readonly path: string;
  readonly readOnly: boolean;
  /**
   * Checks the input, does it, and returns the operation's output. A command is on disk when
   * this resolves; a cancelled or failed one leaves the project as it was.
   * @throws ParleyError
   */
  execute(name: string, input: unknown, options?: ExecuteOptions): Promise<unknown>;
  /** Told after each commit, before its command resolves. Returns the way to stop listening. */
  onChanged(listener: ChangeListener): () => void;
  close(): void;
}

/** These only count what others did, or keep a whole file whole. */
const seesAll = new Set<QueryName>([
  'exchange.preview',
  'exchange.handOver',
  'project.check',
  'schema.preview',
  'team.board',
]);

/** The engine over one project file. Commands are planned and committed in one go, so none can interleave. */
export class ProjectEngine implements Engine, Context {
  readonly file: ProjectFile;
  readonly environment: Environment;
  readonly register: Register;
  readonly problems: ProblemBook;
  readonly reviews: ReviewBook;
  readonly #identity: Identity;
  readonly #listeners = new Set<ChangeListener>();
  readonly #texts: TextCache;
  #schema: Schema | null = null;
  #blind: BlindContext | null = null;
  #lastHlc: string | null;

  constructor(file: ProjectFile, identity: Identity, environment: Environment) {
    this.file = file;
    this.environment = environment;
    this.#identity = identity;
    this.#texts = new TextCache(file);
    this.register = new Register(file, (documentId) => this.textOf(documentId));
    this.problems = new ProblemBook(file);
    this.reviews = new ReviewBook(file);
    const times = [file.journal.lastHlc(), file.received.lastHlc()].filter((time) => time !== null);
    this.#lastHlc = times.sort().at(-1) ?? null;
  }

  get path(): string {
    return this.file.path;
  }

  get readOnly(): boolean {
    return this.file.readOnly;
  }

  get annotator(): Annotator {
    return this.file.records.get('annotator', this.#identity.annotator.id) ?? this.#identity.annotator;
  }

  schema(): Schema {
    this.#schema ??= inForce(this.schemaDefinition());
    return this.#schema;
  }

  schemaDefinition(): SchemaDefinition {
    const stored = this.file.records.where('schema', 'true', [], 'version').at(-1);
    if (!stored) throw new ParleyError('damaged', { file: this.path, cause: 'The project has no schema' });
    // What an older version of Parley wrote lacks the fields that came later.
    return SchemaDefinition.parse(stored.definition);
  }

  need<Kind extends RecordKind>(kind: Kind, id: string): Records[Kind] {
    const record = this.file.records.get(kind, id);
    if (!record) throw notFound(kind, id);
    return record;
  }

  textOf(documentId: string): string {
    return this.#texts.get(this.need('document', documentId));
  }

  hides(): boolean {
    return false;
  }

  onChanged(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async execute(name: string, rawInput: unknown, options: ExecuteOptions = {}): Promise<unknown> {
    if (!isOperationName(name)) {
      throw new ParleyError('bad-input', {
        cause: `There is no operation '${name}'`,
        remedy: 'See docs/contract.md.',
      });
    }
    const input = checkedInput(contract[name].input, rawInput, name);
    const work = workOf(options);
    if (contract[name].kind === 'query') return this.#query(name as QueryName, input, work);
    if (this.readOnly) throw new ParleyError('read-only', { file: this.path });
    if (name.startsWith('review.') && isBlindFor(this.file, this.annotator.id)) throw notAdjudicator();
    return this.#command(name as CommandName, input, work);
  }

  close(): void {
    this.#listeners.clear();
    this.#blind?.close();
    this.file.close();
  }

  /** Writes one journal entry with its changes and tells the listeners. */
  commit(
    kind: EntryKind,
    name: string,
    input: unknown,
    { changes, texts, received }: Pick<Plan<unknown>, 'changes' | 'texts' | 'received'>,
    reverts: string | null = null,
  ): JournalSummary {
    for (const { hlc } of received ?? [])
      if (this.#lastHlc === null || hlc > this.#lastHlc) this.#lastHlc = hlc;
    this.#lastHlc = nextHlc(this.#lastHlc, this.environment.now(), this.#identity.deviceId);
    const entry = this.file.commit(
      {
        id: this.environment.newId(),
        kind,
        reverts,
        annotatorId: this.#identity.annotator.id,
        deviceId: this.#identity.deviceId,
        hlc: this.#lastHlc,
        name,
        input,
        changes,
      },
      texts,
      received,
    );
    if (changes.some((change) => change.kind === 'schema')) this.#schema = null;
    this.register.apply(changes);
    this.problems.apply(changes);
    this.reviews.apply(changes);
    const { changes: _, input: __, ...summary } = entry;
    this.#blind?.apply(changes);
    const told = isBlindFor(this.file, this.annotator.id)
      ? seenBy(this.file, this.annotator.id, changes)
      : changes;
    for (const listener of this.#listeners) listener(summary, told);
    return summary;
  }

  async #query(name: QueryName, input: unknown, work: Work): Promise<unknown> {
    const handler = queryHandlers[name] as (context: Context, input: unknown, work: Work) => unknown;
    return handler(this.#contextFor(name), input, work);
  }

  /** What a query may see: less where the project works blind. */
  #contextFor(name: QueryName): Context {
    if (seesAll.has(name) || !isBlindFor(this.file, this.annotator.id)) return this;
    this.#blind ??= new BlindContext(this);
    return this.#blind;
  }

  async #command(name: CommandName, input: unknown, work: Work): Promise<unknown> {
    if (name === 'history.undo')
      return this.#revert('undo', this.file.journal.nextToUndo(this.#identity.annotator.id));
    if (name === 'history.redo')
      return this.#revert('redo', this.file.journal.nextToRedo(this.#identity.annotator.id));
    if (name in preparedCommands) {
      const command = preparedCommands[name as keyof typeof preparedCommands];
      const prepared = await command.prepare(this, input as never, work);
      await work.breathe();
      return this.#carryOut(name, input, command.plan(this, input as never, prepared));
    }
    const plan = commandHandlers[name as keyof typeof commandHandlers] as (
      context: Context,
      input: unknown,
    ) => Plan<unknown>;
    return this.#carryOut(name, input, plan(this, input));
  }

  #carryOut(name: CommandName, input: unknown, plan: Plan<unknown>): unknown {
    const changes = effective(plan.changes);
    if (changes.length === 0 && !plan.received?.length) return plan.output;
    if (!changes.some((change) => change.kind === 'annotator')) this.#joinProject();
    this.commit('do', name, input, { ...plan, changes });
    return plan.output;
  }

  /** An annotator new to this project is entered before the first thing that they do in it. */
  #joinProject(): void {
    const { annotator } = this.#identity;
    if (this.file.records.get('annotator', annotator.id)) return;
    this.commit('do', 'annotator.join', {}, { changes: [created('annotator', annotator)] });
  }

  #revert(kind: 'undo' | 'redo', summary: JournalSummary | null): Output<'history.undo'> {
    const entry = summary && this.file.journal.get(summary.id);
    if (!entry) return null;
    const step = stepOf(this, summary);
    const changes = inverse(entry.changes);
    for (const change of changes) {
      if (!sameValue(this.file.records.get(change.kind, change.id), change.before)) throw stale(step!.name);
    }
    refuseOrphans(this, changes);
    this.commit(kind, `history.${kind}`, {}, { changes }, entry.id);
    return step;
  }
}

function notAdjudicator(): ParleyError {
  return new ParleyError('bad-input', {
    cause: 'The project works blind, so that only its adjudicators decide about what annotators have',
    remedy: 'Tick “I adjudicate, and see everything” in Go → Team where that is you.',
  });
}

function checkedInput(schema: z.ZodType, input: unknown, name: string): unknown {
  const checked = schema.safeParse(input ?? {});
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  const place = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  throw new ParleyError('bad-input', {
    place: `${name}${place}`,
    cause: issue.message,
    remedy: 'See docs/contract.md for what it takes.',
  });
}

function workOf({ signal, onProgress }: ExecuteOptions): Work {
  const never = new AbortController().signal;
  const heeded = signal ?? never;
  const stop = () => {
    if (heeded.aborted) throw new ParleyError('cancelled');
  };
  return {
    signal: heeded,
    progress(report) {
      stop();
      onProgress?.(report);
    },
    async breathe() {
      await new Promise((resolve) => setImmediate(resolve));
      stop();
    },
  };
}
