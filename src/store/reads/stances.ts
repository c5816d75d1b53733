import type { Connection } from '../sqlite';

/** What filtering and counting stances needs, without reading their JSON. */
export interface StanceFact {
  id: string;
  documentId: string;
  /** Null for the gold layer. */
  annotatorId: string | null;
  polarity: string;
  intensity: number | null;
  expression: string | null;
  modality: string | null;
  confidence: number | null;
  /** As the document's metadata have it. */
  date: string | null;
  holder: PartyFact;
  target: PartyFact;
}

/** A party as the file names it; a mention with its entity where it is linked. */
export type PartyFact =
  | { kind: 'none' | 'author' }
  | { kind: 'entity' | 'proposition'; id: string }
  | { kind: 'mention'; id: string };

interface FactRow {
  id: string;
  document_id: string;
  annotator_id: string | null;
  polarity: string;
  intensity: number | null;
  expression: string | null;
  modality: string | null;
  confidence: number | null;
  date: string | null;
  holder_there: number;
  holder_entity: string | null;
  holder_mention: string | null;
  target_there: number;
  target_entity: string | null;
  target_mention: string | null;
  target_proposition: string | null;
}

/** The stances of one annotator or all, of one document or all, in the order of documents and making. */
export function stanceFacts(
  connection: Connection,
  { documentId, annotatorId }: { documentId: string | null; annotatorId: string | null },
): StanceFact[] {
  const rows = connection
    .prepare(
      `SELECT stance.id, stance.document_id, layer.annotator_id, stance.polarity, stance.intensity,
         stance.expression, stance.modality, stance.confidence,
         json_extract(document.metadata, '$.date') AS date,
         holder.stance_id IS NOT NULL AS holder_there,
         ifnull(holder.entity_id, held.entity_id) AS holder_entity, holder.annotation_id AS holder_mention,
         target.stance_id IS NOT NULL AS target_there,
         ifnull(target.entity_id, aimed.entity_id) AS target_entity, target.annotation_id AS target_mention,
         target.proposition_id AS target_proposition
       FROM stance
       JOIN layer ON layer.id = stance.layer_id
       JOIN document ON document.id = stance.document_id
       LEFT JOIN stance_party AS holder
         ON holder.stance_id = stance.id AND holder.role = 'holder' AND holder.place = 0
       LEFT JOIN annotation AS held ON held.id = holder.annotation_id
       LEFT JOIN stance_party AS target
         ON target.stance_id = stance.id AND target.role = 'target' AND target.place = 0
       LEFT JOIN annotation AS aimed ON aimed.id = target.annotation_id
       WHERE (@documentId IS NULL OR stance.document_id = @documentId)
         AND (@annotatorId IS NULL OR layer.annotator_id = @annotatorId)
       ORDER BY document.position, document.id, stance.id`,
    )
    .all({ documentId, annotatorId }) as FactRow[];
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    annotatorId: row.annotator_id,
    polarity: row.polarity,
    intensity: row.intensity,
    expression: row.expression,
    modality: row.modality,
    confidence: row.confidence,
    date: row.date,
    holder: partyFact(row.holder_there, row.holder_entity, row.holder_mention, null),
    target: partyFact(row.target_there, row.target_entity, row.target_mention, row.target_proposition),
  }));
}

function partyFact(
  isThere: number,
  entity: string | null,
  mention: string | null,
  proposition: string | null,
): PartyFact {
  if (!isThere) return { kind: 'none' };
  if (entity !== null) return { kind: 'entity', id: entity };
  if (proposition !== null) return { kind: 'proposition', id: proposition };
  return mention === null ? { kind: 'author' } : { kind: 'mention', id: mention };
}
