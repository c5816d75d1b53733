import type { Change } from '@core/journal/change';
import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import { folded } from '@core/names/fold';
import { NameIndex } from '@core/names/name-index';
import type { ProjectFile } from '../store/project-file';

export interface MentionText {
  quote: string;
  /** The quote, normalised: mentions with the same key are spelt the same. */
  key: string;
}

/**
 * What looking entities up needs again and again: their names made ready for comparing, and the
 * texts of mentions. Worked out at first use, and kept in step with each commit.
 */
export class Register {
  readonly #file: ProjectFile;
  readonly #textOf: (documentId: string) => string;
  readonly #mentions = new Map<string, MentionText>();
  #names: NameIndex | null = null;

  constructor(file: ProjectFile, textOf: (documentId: string) => string) {
    this.#file = file;
    this.#textOf = textOf;
  }

  get names(): NameIndex {
    this.#names ??= new NameIndex(this.#file.records.where('entity', 'true'));
    return this.#names;
  }

  /** The normalised text of a mention by its id, where it has been worked out already. */
  knownKey(annotationId: string): string | undefined {
    return this.#mentions.get(annotationId)?.key;
  }

  mentionText(annotation: SpanAnnotation): MentionText {
    let found = this.#mentions.get(annotation.id);
    if (!found) {
      const quote = displayQuote(this.#textOf(annotation.documentId), annotation.fragments);
      found = { quote, key: folded(quote) };
      this.#mentions.set(annotation.id, found);
    }
    return found;
  }

  /** Takes over what has been committed. */
  apply(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === 'annotation') this.#mentions.delete(change.id);
      if (change.kind !== 'entity' || !this.#names) continue;
      if (change.after) this.#names.set(change.after);
      else this.#names.delete(change.id);
    }
  }
}
