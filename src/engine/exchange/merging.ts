import type { MergeReport } from '@contract/exchange';
import { type Change, sameValue } from '@core/journal/change';
import { type RecordKind, type Records, recordSchemas } from '@core/journal/records';
import { changeKey, type Folded, fold, type StampedChange } from '@core/merge/fold';
import { type RecordRef, referencesOf } from '@core/merge/references';
import { renamed } from '@core/merge/renaming';
import { referrersIn } from '../../store/reads/referrers';
import { documentOf } from '../../store/received';
import type { Context } from '../context';
import type { Identities } from './identity';
import type { Source } from './source';

type AnyRecord = Records[RecordKind];
type Flag = MergeReport['conflicts'][number]['class'];

/** What a merge does, before it is done. */
export interface Merged {
  /** Changes that were not known here, under the ids of here. */
  received: StampedChange[];
  changes: Change[];
  flags: { flag: Flag; ref: RecordRef; record: AnyRecord | null; by: string[] }[];
  /** Records that cannot be joined. */
  left: { ref: RecordRef; reason: 'unreadable-record' | 'lacks-reference'; documentId: string | null }[];
  /** Documents that another file has removed and this one keeps. */
  kept: string[];
}

/** What is brought back only because something names it. */
const releasable = new Set<RecordKind>(['entity', 'proposition', 'annotation']);

const keyOf = ({ kind, id }: RecordRef) => `${kind} ${id}`;

/** Joins the changes of other files with those of this one, and says what follows for the records. */
export function merge(context: Context, sources: readonly Source[], identities: Identities): Merged {
  const merging = new Merging(context, sources);
  const { all, kept } = gather(context, sources, identities);
  merging.foldAll(merging.unknown(all));
  merging.settle();
  merging.release();
  return { ...merging.result(), kept: [...kept] };
}

/**
 * The changes of all sources under the ids of here, each once, without what can never be joined, and
 * without what is the affair of each file: which documents it has, and what those of its own are called.
 */
function gather(context: Context, sources: readonly Source[], identities: Identities) {
  const { records } = context.file;
  const own = records.where('project', 'true')[0]!;
  const refused = new Set(identities.refused.map(({ path, documentId }) => `${path} ${documentId}`));
  const all = new Map<string, StampedChange>();
  const kept = new Set<string>();
  for (const source of sources) {
    const names = identities.names.get(source.path)!;
    const there = new Set(source.documents.map(({ id }) => id));
    const removals = removalsIn(source.changes);
    for (const stamped of source.changes) {
      const { change } = stamped;
      if (change.kind === 'schema') continue;
      if (change.kind === 'project' && change.id !== own.id) continue;
      const documentId = documentOf(change);
      if (documentId) {
        if (refused.has(`${source.path} ${documentId}`)) continue;
        const idHere = names.get(documentId) ?? documentId;
        const isHere = records.get('document', idHere) !== null;
        if (change.kind === 'document' && isHere && idHere !== documentId) continue;
        if (!there.has(documentId) && isHere) kept.add(idHere);
        if (!there.has(documentId) && (!isHere || removals.has(stamped.entryId))) continue;
      }
      const here = names.size === 0 ? stamped : { ...stamped, change: renamed(change, names) };
      all.set(changeKey(here), here);
    }
  }
  return { all, kept };
}

/** The entries that took documents out of a file. */
function removalsIn(changes: readonly StampedChange[]): Set<string> {
  return new Set(
    changes.flatMap(({ entryId, change }) =>
      change.kind === 'document' && change.after === null ? [entryId] : [],
    ),
  );
}

class Merging {
  readonly #context: Context;
  readonly #annotators: Map<string, Records['annotator']>;
  readonly #folded = new Map<string, { ref: RecordRef; folded: Folded }>();
  /** What records will be, where that is not what they are. */
  readonly #after = new Map<string, { ref: RecordRef; state: AnyRecord | null }>();
  readonly #flags: Merged['flags'] = [];
  readonly #left: Merged['left'] = [];
  /** Changes made here, by record, of the documents that are touched. */
  #mine = new Map<string, StampedChange[]>();
  /** Changes that no file here had yet. */
  readonly #fresh: StampedChange[] = [];

  constructor(context: Context, sources: readonly Source[]) {
    this.#context = context;
    this.#annotators = new Map(sources.flatMap(({ annotators }) => annotators).map((one) => [one.id, one]));
  }

  /** Without the changes that this file has already; reads those it made itself on the way. */
  unknown(all: Map<string, StampedChange>): StampedChange[] {
    const { file } = this.#context;
    const documents = new Set<string>();
    const touched = new Set<string>();
    for (const { change } of all.values()) {
      const documentId = documentOf(change);
      if (documentId) documents.add(documentId);
      touched.add(keyOf(change));
    }
    const known = new Set<string>();
    for (const stamped of file.journal.made(documents)) {
      known.add(changeKey(stamped));
      const key = keyOf(stamped.change);
      if (!touched.has(key)) continue;
      const others = this.#mine.get(key);
      if (others) others.push(stamped);
      else this.#mine.set(key, [stamped]);
    }
    return [...all].filter(([key]) => !known.has(key)).map(([, stamped]) => stamped);
  }

  foldAll(incoming: readonly StampedChange[]): void {
    const { file } = this.#context;
    const byRecord = new Map<string, StampedChange[]>();
    for (const stamped of incoming) {
      const key = keyOf(stamped.change);
      const others = byRecord.get(key);
      if (others) others.push(stamped);
      else byRecord.set(key, [stamped]);
    }
    for (const [key, changes] of byRecord) {
      const { kind, id } = changes[0]!.change;
      const earlier = file.received.of(kind, id);
      const known = new Set(earlier.map(changeKey));
      const fresh = changes.filter((one) => !known.has(changeKey(one)));
      this.#fresh.push(...fresh);
      const folded = fold([...(this.#mine.get(key) ?? []), ...earlier, ...fresh]);
      const ref = { kind, id };
      this.#folded.set(key, { ref, folded });
      this.#become(ref, folded.state);
      if (folded.conflict && fresh.length > 0)
        this.#flags.push({
          flag: folded.conflict,
          ref,
          record: folded.state ?? folded.last,
          by: [...new Set(folded.superseded.map(({ annotatorId }) => annotatorId))],
        });
    }
  }

  /** Brings back what is still needed, and leaves out what needs something that nobody has. */
  settle(): void {
    const refersTo = referrersIn(this.#context.file.connection);
    let waiting = [...this.#after.values()];
    while (waiting.length > 0) {
      const next: typeof waiting = [];
      for (const { ref } of waiting) {
        const state = this.#after.get(keyOf(ref))?.state;
        if (state === undefined) continue;
        if (state === null) {
          const isNeeded = refersTo(ref).some((from) => this.#names(from, ref));
          if (isNeeded) this.#revive(ref, next);
          continue;
        }
        if (!this.#isWhole(ref, state)) {
          this.#leave(ref, 'unreadable-record', state);
          continue;
        }
        for (const needed of referencesOf(ref.kind, state)) {
          if (this.#now(needed) !== null) continue;
          if (!this.#revive(needed, next)) {
            this.#leave(ref, 'lacks-reference', state);
            next.push(...this.#dependents(ref));
            break;
          }
        }
      }
      waiting = next;
    }
  }

  /**
   * Lets go again what had come back in an earlier merge because it was named, when nothing names it any
   * more: what there is must follow from the changes, not from the steps in which they became known.
   */
  release(): void {
    const { records, connection } = this.#context.file;
    const refersTo = referrersIn(connection);
    let candidates = new Map<string, RecordRef>();
    const noteNamed = (ref: RecordRef) => {
      const before = records.get(ref.kind, ref.id);
      if (before === null) return;
      for (const named of referencesOf(ref.kind, before))
        if (releasable.has(named.kind)) candidates.set(keyOf(named), named);
    };
    for (const { ref } of this.#after.values()) noteNamed(ref);
    while (candidates.size > 0) {
      const idle = [...candidates.values()].filter(
        (ref) => this.#now(ref) !== null && !this.#isNamed(ref, refersTo),
      );
      candidates = new Map();
      for (const ref of this.#deletedAmong(idle)) {
        this.#become(ref, null);
        noteNamed(ref);
      }
    }
  }

  #isNamed(ref: RecordRef, refersTo: (ref: RecordRef) => RecordRef[]): boolean {
    return refersTo(ref).some((from) => this.#names(from, ref)) || this.#dependents(ref).length > 0;
  }

  /** Those of some records that all changes together delete. */
  #deletedAmong(refs: readonly RecordRef[]): RecordRef[] {
    if (refs.length === 0) return [];
    const { journal, received } = this.#context.file;
    const history = new Map(refs.map((ref) => [keyOf(ref), received.of(ref.kind, ref.id)]));
    for (const stamped of [...this.#fresh, ...journal.made()])
      history.get(keyOf(stamped.change))?.push(stamped);
    return refs.filter((ref) => {
      const changes = history.get(keyOf(ref))!;
      return changes.some(({ change }) => change.after === null) && fold(changes).state === null;
    });
  }

  result(): Omit<Merged, 'kept'> {
    const { records } = this.#context.file;
    const changes: Change[] = [];
    for (const { ref, state } of this.#after.values()) {
      const before = records.get(ref.kind, ref.id);
      if (!sameValue(before, state)) changes.push({ ...ref, before, after: state } as Change);
    }
    return { received: this.#fresh, changes, flags: this.#flags, left: this.#left };
  }

  #become(ref: RecordRef, state: AnyRecord | null): void {
    this.#after.set(keyOf(ref), { ref, state });
  }

  /** What a record will be; null when it will not be there. */
  #now(ref: RecordRef): AnyRecord | null {
    const pending = this.#after.get(keyOf(ref));
    return pending ? pending.state : this.#context.file.records.get(ref.kind, ref.id);
  }

  #names(from: RecordRef, to: RecordRef): boolean {
    const state = this.#now(from);
    return (
      state !== null &&
      referencesOf(from.kind, state).some(({ kind, id }) => kind === to.kind && id === to.id)
    );
  }

  /** Records that are to come and name this one. */
  #dependents(ref: RecordRef): { ref: RecordRef; state: AnyRecord | null }[] {
    return [...this.#after.values()].filter((one) => one.state !== null && this.#names(one.ref, ref));
  }

  #revive(ref: RecordRef, next: { ref: RecordRef; state: AnyRecord | null }[]): boolean {
    const last =
      this.#folded.get(keyOf(ref))?.folded.last ??
      (ref.kind === 'annotator' ? this.#annotators.get(ref.id) : undefined) ??
      this.#lastKnown(ref) ??
      this.#context.file.records.get(ref.kind, ref.id);
    if (!last) return false;
    this.#become(ref, last);
    next.push({ ref, state: last });
    if (ref.kind === 'document') this.#reviveWith(ref.id, next);
    if (ref.kind !== 'annotator')
      this.#flags.push({ flag: 'still-needed', ref, record: last, by: this.#deletersOf(ref) });
    return true;
  }

  /** A document that comes back comes back whole: with all that went when it was removed. */
  #reviveWith(documentId: string, next: { ref: RecordRef; state: AnyRecord | null }[]): void {
    const { journal, received } = this.#context.file;
    const known = [
      ...journal.made(new Set([documentId])),
      ...received.ofDocument(documentId),
      ...this.#fresh,
    ];
    const history = known.filter(({ change }) => documentOf(change) === documentId);
    const removals = removalsIn(history);
    const went = new Set(
      history.filter(({ entryId }) => removals.has(entryId)).map(({ change }) => keyOf(change)),
    );
    const others = history.filter(({ entryId, change }) => !removals.has(entryId) && went.has(keyOf(change)));
    for (const [key, changes] of Map.groupBy(others, ({ change }) => keyOf(change))) {
      const { kind, id } = changes[0]!.change;
      const { state } = fold(changes);
      if (key === keyOf({ kind: 'document', id: documentId }) || state === null) continue;
      if (this.#now({ kind, id }) !== null) continue;
      this.#become({ kind, id }, state);
      next.push({ ref: { kind, id }, state });
    }
  }

  /** What a record was last before it was deleted, here or elsewhere. */
  #lastKnown(ref: RecordRef): AnyRecord | null {
    const { journal, received } = this.#context.file;
    const mine = this.#mine.get(keyOf(ref)) ?? [...journal.madeOf(ref.kind, ref.id)];
    return fold([...mine, ...received.of(ref.kind, ref.id)]).last;
  }

  #deletersOf(ref: RecordRef): string[] {
    const superseded = this.#folded.get(keyOf(ref))?.folded.superseded ?? [];
    return [...new Set(superseded.map(({ annotatorId }) => annotatorId))];
  }

  #isWhole({ kind }: RecordRef, state: AnyRecord): boolean {
    if (!recordSchemas[kind].safeParse(state).success) return false;
    if (kind !== 'annotation' && kind !== 'stance' && kind !== 'event') return true;
    const { documentId } = state as Records['annotation'];
    const document = this.#now({ kind: 'document', id: documentId }) as Records['document'] | null;
    const fragments = { annotation: 'fragments', stance: 'evidence', event: 'trigger' } as const;
    const places = (state as unknown as Record<string, { end: number }[]>)[fragments[kind]]!;
    return document === null || places.every(({ end }) => end <= document.length);
  }

  #leave(ref: RecordRef, reason: Merged['left'][number]['reason'], state: AnyRecord): void {
    this.#after.delete(keyOf(ref));
    const documentId = 'documentId' in state ? state.documentId : null;
    this.#left.push({ ref, reason, documentId });
  }
}
