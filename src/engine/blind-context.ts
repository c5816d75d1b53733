import type { Change } from '@core/journal/change';
import type { RecordKind, Records } from '@core/journal/records';
import type { ProjectFile } from '../store/project-file';
import { type Context, notFound } from './context';
import { ProblemBook } from './problem-book';
import { Register } from './register';
import { ReviewBook } from './review/review-book';
import { TextCache } from './text-cache';

/** Does a project hide colleagues' unfinished business from this annotator? */
export function isBlindFor(file: ProjectFile, annotatorId: string): boolean {
  const project = file.records.where('project', 'true')[0];
  return project?.blind === true && !project.adjudicators.includes(annotatorId);
}

/** Of some changes, those that an annotator may see while the project works blind. */
export function seenBy(file: ProjectFile, annotatorId: string, changes: readonly Change[]): Change[] {
  const done = new Map<string, boolean>();
  const isDone = (documentId: string) => {
    let known = done.get(documentId);
    if (known === undefined) {
      const where = 'document_id = ? AND annotator_id = ?';
      known = file.records.where('progress', where, [documentId, annotatorId])[0]?.status === 'done';
      done.set(documentId, known);
    }
    return known;
  };
  const owners = new Map<string, string | null>();
  const threads = new Map<string, string | undefined>();
  for (const { kind, before, after } of changes) {
    const image = after ?? before;
    // A layer that goes with its document is there no longer.
    if (kind === 'layer' && image) owners.set(image.id, (image as Records['layer']).annotatorId);
  }
  const isMyThread = (threadId: string) => {
    if (!threads.has(threadId)) threads.set(threadId, file.records.get('comment', threadId)?.annotatorId);
    return threads.get(threadId) === annotatorId;
  };
  const ownerOf = (layerId: string) => {
    if (!owners.has(layerId)) owners.set(layerId, file.records.get('layer', layerId)?.annotatorId ?? null);
    return owners.get(layerId);
  };
  return changes.filter(({ kind, before, after }) => {
    const image = after ?? before;
    if (!image || !('documentId' in image) || isDone(image.documentId)) return true;
    if (kind === 'decision') return false;
    if (kind === 'comment') {
      const comment = image as Records['comment'];
      return (
        comment.annotatorId === annotatorId ||
        comment.target.kind === 'document' ||
        isMyThread(comment.threadId)
      );
    }
    if (kind === 'layer') return (image as Records['layer']).annotatorId === annotatorId;
    return !('layerId' in image) || ownerOf(image.layerId) === annotatorId;
  });
}

/** What queries see of a project that works blind: everything but colleagues' work on what is not done. */
export class BlindContext implements Context {
  readonly file: ProjectFile;
  readonly #whole: Context;
  readonly #texts: TextCache;
  #register: Register;
  #problems: ProblemBook;
  #reviews: ReviewBook;

  constructor(whole: Context) {
    this.#whole = whole;
    this.file = whole.file.blindReader(whole.annotator.id);
    this.#texts = new TextCache(this.file);
    this.#register = this.#newRegister();
    this.#problems = new ProblemBook(this.file);
    this.#reviews = new ReviewBook(this.file);
  }

  get readOnly(): boolean {
    return this.#whole.readOnly;
  }

  get annotator() {
    return this.#whole.annotator;
  }

  get environment() {
    return this.#whole.environment;
  }

  get register(): Register {
    return this.#register;
  }

  get problems(): ProblemBook {
    return this.#problems;
  }

  get reviews(): ReviewBook {
    return this.#reviews;
  }

  hides(documentId: string): boolean {
    return !this.file.records
      .where('progress', 'document_id = ? AND annotator_id = ?', [documentId, this.annotator.id])
      .some(({ status }) => status === 'done');
  }

  schema() {
    return this.#whole.schema();
  }

  schemaDefinition() {
    return this.#whole.schemaDefinition();
  }

  need<Kind extends RecordKind>(kind: Kind, id: string): Records[Kind] {
    const record = this.file.records.get(kind, id);
    if (!record) throw notFound(kind, id);
    return record;
  }

  textOf(documentId: string): string {
    return this.#texts.get(this.need('document', documentId));
  }

  /** Takes over what was committed; a status may show or hide whole layers. */
  apply(changes: readonly Change[]): void {
    this.#register.apply(changes);
    this.#problems.apply(changes);
    this.#reviews.apply(changes);
    if (!changes.some(({ kind }) => kind === 'progress' || kind === 'layer')) return;
    this.#register = this.#newRegister();
    this.#problems = new ProblemBook(this.file);
    this.#reviews = new ReviewBook(this.file);
  }

  close(): void {
    this.file.close();
  }

  #newRegister(): Register {
    return new Register(this.file, (documentId) => this.textOf(documentId));
  }
}
