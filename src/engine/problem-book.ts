import type { Change } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import { compareByPlace } from '@core/model/fragment';
import type { Schema } from '@core/model/schema';
import type { DocumentProblem } from '@core/validation/problem';
import { validate } from '@core/validation/validate';
import type { ProjectFile } from '../store/project-file';

/** The problems of each document, worked out when asked for and kept until something there changes. */
export class ProblemBook {
  readonly #file: ProjectFile;
  readonly #found = new Map<string, readonly DocumentProblem[]>();

  constructor(file: ProjectFile) {
    this.#file = file;
  }

  /** @param text of the document, asked for only where it must be looked at anew */
  of(documentId: string, schema: Schema, text: () => string): readonly DocumentProblem[] {
    let found = this.#found.get(documentId);
    if (!found) {
      const { records } = this.#file;
      const types = new Map<string, string | null>();
      const entityType = (id: string) => {
        if (!types.has(id)) types.set(id, records.get('entity', id)?.typeId ?? null);
        return types.get(id);
      };
      found = validate({
        schema,
        text: text(),
        annotations: records.where('annotation', 'document_id = ?', [documentId]).sort(compareByPlace),
        stances: records.where('stance', 'document_id = ?', [documentId]),
        relations: records.where('relation', 'document_id = ?', [documentId]),
        events: records.where('event', 'document_id = ?', [documentId]),
        appraisals: records.where('appraisal', 'document_id = ?', [documentId]),
        entityType,
      });
      this.#found.set(documentId, found);
    }
    return found;
  }

  /** Forgets what some changes may have made untrue. */
  apply(changes: readonly Change[]): void {
    for (const { kind, before, after } of changes) {
      if (kind === 'schema' || (kind === 'entity' && before?.typeId !== after?.typeId)) this.#found.clear();
      const image = after ?? before;
      if (marks.has(kind) && image && 'documentId' in image) this.#found.delete(image.documentId);
    }
  }
}

const marks = new Set<RecordKind>(['annotation', 'stance', 'relation', 'event', 'appraisal']);
