import { existsSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Manifest } from '@contract/exchange';
import type { CheckedInput } from '@contract/index';
import { ParleyError } from '@core/errors';
import type { Change } from '@core/journal/change';
import { type RecordKind, type Records, recordKinds } from '@core/journal/records';
import type { StampedChange } from '@core/merge/fold';
import { referencesOf } from '@core/merge/references';
import manifest from '../../../package.json';
import { asParleyError } from '../../store/errors';
import type { Journal } from '../../store/journal';
import { writeManifest } from '../../store/package';
import { ProjectFile } from '../../store/project-file';
import { documentOf } from '../../store/received';
import type { Context, QueryHandler, Work } from '../context';

type Input = CheckedInput<'exchange.handOver'>;

const PAUSE = 5_000;

/**
 * Writes a package: a project file of its own with what was chosen, and the changes that led
 * there. It is made under a temporary name and gets its own only when it is whole.
 */
export const handOver: QueryHandler<'exchange.handOver'> = async (context, input, work) => {
  refuseBadGoal(context, input);
  const snapshot = context.file.snapshot();
  const part = join(dirname(input.path), `.${basename(input.path)}.${context.environment.newId()}.part`);
  try {
    const made = await write(context, snapshot, part, input, work);
    await work.breathe();
    await rename(part, input.path);
    return { path: input.path, bytes: statSync(input.path).size, manifest: made };
  } catch (thrown) {
    for (const suffix of ['', '-wal', '-shm', '-lock']) await rm(part + suffix, { force: true });
    throw asParleyError(thrown, input.path);
  } finally {
    snapshot.close();
  }
};

function refuseBadGoal(context: Context, { path, overwrite }: Input): void {
  if (!existsSync(dirname(path)))
    throw new ParleyError('not-found', { file: path, cause: 'There is no such folder' });
  if (path === context.file.path)
    throw new ParleyError('bad-input', {
      file: path,
      cause: 'This is the project itself',
      remedy: 'Choose another name for the package.',
    });
  if (existsSync(path) && !overwrite)
    throw new ParleyError('exists', {
      file: path,
      remedy: 'Choose another name, or say that it may be replaced.',
    });
}

async function write(
  context: Context,
  from: ProjectFile,
  part: string,
  input: Input,
  work: Work,
): Promise<Manifest> {
  const choice = await Choice.of(context, from, input, work);
  const to = ProjectFile.create(part, {
    annotator: context.annotator.name,
    token: context.environment.newId(),
    since: new Date(context.environment.now()).toISOString(),
  });
  try {
    to.connection.exec('BEGIN IMMEDIATE');
    const records: Change[] = [];
    const counts: Partial<Record<RecordKind, number>> = {};
    for (const kind of recordKinds)
      for (const record of from.records.where(kind, 'true')) {
        if (!choice.has(kind, record)) continue;
        counts[kind] = (counts[kind] ?? 0) + 1;
        records.push({ kind, id: record.id, before: null, after: record } as Change);
        if (kind === 'document') {
          const { textSha256 } = record as Records['document'];
          to.texts.put(textSha256, from.texts.get(textSha256)!);
        }
        if (records.length < PAUSE) continue;
        to.records.apply(records.splice(0));
        work.progress({ done: 0, total: null, what: `Writing ${basename(input.path)}` });
        await work.breathe();
      }
    to.records.apply(records);
    const changes = await copyHistory(from, to, choice, work);
    const [project] = from.records.where('project', 'true');
    const made: Manifest = {
      format: 'parley-package',
      formatVersion: 1,
      program: manifest.version,
      project: { id: project!.id, name: project!.name },
      by: context.annotator,
      at: new Date(context.environment.now()).toISOString(),
      documents: counts.document ?? 0,
      layers: counts.layer ?? 0,
      annotations: counts.annotation ?? 0,
      stances: counts.stance ?? 0,
      changes,
    };
    writeManifest(to.connection, made);
    to.connection.exec('COMMIT');
    return made;
  } finally {
    to.close();
  }
}

/** Entries go over with those of their changes that were chosen. */
async function copyHistory(from: ProjectFile, to: ProjectFile, choice: Choice, work: Work): Promise<number> {
  let count = 0;
  let waiting: StampedChange[] = [];
  const flush = () => {
    const [first] = waiting;
    if (!first) return;
    const { kind, reverts } = from.journal.summary(first.entryId)!;
    const known = reverts !== null && to.journal.summary(reverts) !== null;
    to.journal.append({
      id: first.entryId,
      kind: known ? kind : 'do',
      reverts: known ? reverts : null,
      annotatorId: first.annotatorId,
      deviceId: first.deviceId,
      hlc: first.hlc,
      name: first.name,
      input: null,
      changes: waiting.map(({ change }) => change),
    });
    waiting = [];
  };
  const step = async () => {
    if (++count % PAUSE !== 0) return;
    work.progress({ done: count, total: null, what: 'Writing the history' });
    await work.breathe();
  };
  for (const stamped of chosen(from.journal, choice)) {
    if (waiting[0] && waiting[0].entryId !== stamped.entryId) flush();
    waiting.push(stamped);
    await step();
  }
  flush();
  for (const stamped of from.received.all()) {
    if (!choice.covers(stamped.change)) continue;
    to.received.put([stamped]);
    await step();
  }
  return count;
}

function* chosen(journal: Journal, choice: Choice): Generator<StampedChange> {
  for (const stamped of journal.made()) if (choice.covers(stamped.change)) yield stamped;
}

/** What goes into a package. */
class Choice {
  readonly #documents: ReadonlySet<string>;
  readonly #layers: ReadonlySet<string>;
  /** Whose status goes over; null for everybody's. */
  readonly #annotatorId: string | null;
  /** Decisions go over with what came of them. */
  readonly #gold: boolean;
  /** Entities and propositions that the chosen records name, in any version. */
  readonly #named = new Set<string>();

  private constructor(
    documents: ReadonlySet<string>,
    layers: ReadonlySet<string>,
    annotatorId: string | null,
    gold: boolean,
  ) {
    this.#documents = documents;
    this.#layers = layers;
    this.#annotatorId = annotatorId;
    this.#gold = gold;
  }

  static async of(context: Context, file: ProjectFile, input: Input, work: Work): Promise<Choice> {
    const wanted = input.documentIds && new Set(input.documentIds);
    const documents = file.records.where('document', 'true').map(({ id }) => id);
    for (const id of wanted ?? [])
      if (!documents.includes(id))
        throw new ParleyError('not-found', { cause: `There is no document ${id} in this project` });
    const ids = new Set(documents.filter((id) => wanted?.has(id) ?? true));
    const layers = file.records.where('layer', 'true').filter(({ documentId, annotatorId }) => {
      if (!ids.has(documentId)) return false;
      if (annotatorId === null) return input.gold;
      return input.layers === 'all' || (input.layers === 'own' && annotatorId === context.annotator.id);
    });
    const choice = new Choice(
      ids,
      new Set(layers.map(({ id }) => id)),
      input.layers === 'all' ? null : context.annotator.id,
      input.gold,
    );
    let count = 0;
    for (const changes of [file.journal.made(), file.received.all()])
      for (const { change } of changes) {
        for (const image of [change.before, change.after])
          if (
            image &&
            change.kind !== 'entity' &&
            change.kind !== 'proposition' &&
            choice.has(change.kind, image)
          )
            choice.#name(change.kind, image);
        if (++count % PAUSE === 0) await work.breathe();
      }
    for (const kind of ['annotation', 'stance', 'event'] as const)
      for (const record of file.records.where(kind, 'true'))
        if (choice.has(kind, record)) choice.#name(kind, record);
    return choice;
  }

  #name(kind: RecordKind, record: Records[RecordKind]): void {
    for (const ref of referencesOf(kind, record as never))
      if (ref.kind === 'entity' || ref.kind === 'proposition') this.#named.add(ref.id);
  }

  covers({ kind, before, after }: Change): boolean {
    return [before, after].some((image) => image !== null && this.has(kind, image));
  }

  has(kind: RecordKind, record: Records[RecordKind]): boolean {
    if (kind === 'project' || kind === 'annotator' || kind === 'schema') return true;
    if (kind === 'entity' || kind === 'proposition') return this.#named.has(record.id);
    if (kind === 'document') return this.#documents.has(record.id);
    if (kind === 'layer') return this.#layers.has(record.id);
    if ('layerId' in record) return this.#layers.has(record.layerId);
    const documentId = documentOf({ kind, id: record.id, before: null, after: record } as Change);
    if (documentId === null || !this.#documents.has(documentId)) return false;
    if (kind === 'decision') return this.#gold;
    if (kind !== 'progress' || this.#annotatorId === null) return true;
    return (record as Records['progress']).annotatorId === this.#annotatorId;
  }
}
