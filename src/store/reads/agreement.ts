import type { Fragment } from '@core/model/fragment';
import type { Party, StanceTarget } from '@core/model/stance';
import type { Connection } from '../sqlite';

/** Who did which document: layers, and documents finished without a mark (layerId null). */
export interface Share {
  documentId: string;
  /** Null for gold. */
  annotatorId: string | null;
  layerId: string | null;
}

/**
 * Holds for who is done with a document without a mark; a layer that is hidden from the reader is one, too.
 * Written so that the index layer_by_owner serves it: that of annotators has too many rows for each.
 */
export const DONE_WITHOUT_LAYER = `status = 'done' AND NOT EXISTS (
  SELECT 1 FROM main.layer AS marked
  WHERE marked.document_id = progress.document_id AND marked.kind = 'annotator'
    AND ifnull(marked.annotator_id, '') = progress.annotator_id)`;

export function sharesOfWork(connection: Connection): Share[] {
  const layers = connection
    .prepare('SELECT document_id AS documentId, annotator_id AS annotatorId, id AS layerId FROM layer')
    .all() as Share[];
  const empty = connection
    .prepare(
      `SELECT document_id AS documentId, annotator_id AS annotatorId, NULL AS layerId
       FROM progress WHERE ${DONE_WITHOUT_LAYER}`,
    )
    .all() as Share[];
  return [...layers, ...empty];
}

export interface DocumentHead {
  id: string;
  name: string;
  /** In UTF-16 code units. */
  length: number;
}

/** All documents in the order of the project. */
export function documentHeads(connection: Connection): DocumentHead[] {
  return connection
    .prepare(
      `SELECT id, ifnull(json_extract(metadata, '$.title'), name) AS name, length
       FROM document ORDER BY position, id`,
    )
    .all() as DocumentHead[];
}

export interface SpanRow {
  id: string;
  layerId: string;
  typeId: string;
  entityId: string | null;
  fragments: Fragment[];
}

export interface StanceRow {
  id: string;
  layerId: string;
  holder: Party | null;
  target: StanceTarget | null;
  polarity: string;
  expression: string | null;
  modality: string | null;
  intensity: number | null;
  confidence: number | null;
  evidence: Fragment[];
}

/** Reads the marks of one document after the other. */
export class MarksReader {
  readonly #spans;
  readonly #stances;
  /** Documents with stances. */
  readonly #withStances: ReadonlySet<string>;

  constructor(connection: Connection) {
    this.#spans = connection
      .prepare(
        `SELECT id, layer_id, type_id, entity_id, span_start, span_end,
           CASE WHEN instr(fragments, '},{') > 0 THEN fragments END
         FROM annotation WHERE document_id = ?`,
      )
      .raw();
    this.#withStances = new Set(
      connection.prepare('SELECT DISTINCT document_id FROM stance').pluck().all() as string[],
    );
    this.#stances = connection.prepare(
      `SELECT id, layer_id AS layerId, holder, target, polarity, expression, modality, intensity, confidence, evidence
       FROM stance WHERE document_id = ? ORDER BY id`,
    );
  }

  spans(documentId: string): SpanRow[] {
    const rows = this.#spans.all(documentId) as [
      id: string,
      layerId: string,
      typeId: string,
      entityId: string | null,
      start: number,
      end: number,
      several: string | null,
    ][];
    return rows.map(([id, layerId, typeId, entityId, start, end, several]) => ({
      id,
      layerId,
      typeId,
      entityId,
      fragments: several === null ? [{ start, end }] : JSON.parse(several),
    }));
  }

  stances(documentId: string): StanceRow[] {
    if (!this.#withStances.has(documentId)) return [];
    const rows = this.#stances.all(documentId) as (Record<'holder' | 'target', string | null> & {
      evidence: string;
    })[];
    return rows.map((row) => ({
      ...row,
      holder: row.holder === null ? null : JSON.parse(row.holder),
      target: row.target === null ? null : JSON.parse(row.target),
      evidence: JSON.parse(row.evidence),
    })) as StanceRow[];
  }
}
