import type { RecordKind, Records } from '@core/journal/records';
import { hull } from '@core/model/fragment';

/** How a field is kept: as it is, or as JSON text. */
type Storage = 'plain' | 'json';

/** How one kind of record stands in its table. A field `textSha256` has the column `text_sha256`. */
export interface Table<Kind extends RecordKind> {
  name: Kind;
  fields: { [Field in keyof Records[Kind]]: Storage };
  /** Columns computed from the record for searching; never read back. */
  derived?: Record<string, (record: Records[Kind]) => string | number | null>;
}

const tableList: { [Kind in RecordKind]: Table<Kind> } = {
  project: {
    name: 'project',
    fields: { id: 'plain', name: 'plain', guidelines: 'plain', blind: 'json', adjudicators: 'json' },
  },
  annotator: { name: 'annotator', fields: { id: 'plain', name: 'plain' } },
  schema: { name: 'schema', fields: { id: 'plain', version: 'plain', definition: 'json' } },
  document: {
    name: 'document',
    fields: {
      id: 'plain',
      name: 'plain',
      textSha256: 'plain',
      length: 'plain',
      codePoints: 'plain',
      language: 'plain',
      direction: 'plain',
      metadata: 'json',
      tags: 'json',
      position: 'plain',
      source: 'json',
    },
  },
  progress: {
    name: 'progress',
    fields: { id: 'plain', documentId: 'plain', annotatorId: 'plain', status: 'plain' },
  },
  layer: {
    name: 'layer',
    fields: { id: 'plain', documentId: 'plain', kind: 'plain', annotatorId: 'plain' },
  },
  entity: {
    name: 'entity',
    fields: {
      id: 'plain',
      name: 'plain',
      typeId: 'plain',
      aliases: 'json',
      externalIds: 'json',
      note: 'plain',
    },
  },
  proposition: { name: 'proposition', fields: { id: 'plain', name: 'plain', note: 'plain' } },
  annotation: {
    name: 'annotation',
    fields: {
      id: 'plain',
      layerId: 'plain',
      documentId: 'plain',
      typeId: 'plain',
      fragments: 'json',
      attributes: 'json',
      note: 'plain',
      entityId: 'plain',
      origin: 'plain',
    },
    derived: {
      span_start: (annotation) => hull(annotation.fragments).start,
      span_end: (annotation) => hull(annotation.fragments).end,
    },
  },
  stance: {
    name: 'stance',
    fields: {
      id: 'plain',
      layerId: 'plain',
      documentId: 'plain',
      holder: 'json',
      target: 'json',
      polarity: 'plain',
      intensity: 'plain',
      expression: 'plain',
      modality: 'plain',
      sources: 'json',
      evidence: 'json',
      confidence: 'plain',
      note: 'plain',
      origin: 'plain',
    },
  },
  appraisal: {
    name: 'appraisal',
    fields: { id: 'plain', layerId: 'plain', documentId: 'plain', labels: 'json', note: 'plain' },
  },
  relation: {
    name: 'relation',
    fields: {
      id: 'plain',
      layerId: 'plain',
      documentId: 'plain',
      typeId: 'plain',
      fromId: 'plain',
      toId: 'plain',
      attributes: 'json',
      note: 'plain',
      origin: 'plain',
    },
  },
  event: {
    name: 'event',
    fields: {
      id: 'plain',
      layerId: 'plain',
      documentId: 'plain',
      typeId: 'plain',
      trigger: 'json',
      roles: 'json',
      attributes: 'json',
      note: 'plain',
      origin: 'plain',
    },
    derived: {
      span_start: (event) => hull(event.trigger).start,
      span_end: (event) => hull(event.trigger).end,
    },
  },
  comment: {
    name: 'comment',
    fields: {
      id: 'plain',
      threadId: 'plain',
      documentId: 'plain',
      target: 'json',
      annotatorId: 'plain',
      text: 'plain',
      mentions: 'json',
      time: 'plain',
      editedTime: 'plain',
      resolved: 'json',
    },
  },
  assignment: {
    name: 'assignment',
    fields: { id: 'plain', documentId: 'plain', annotatorId: 'plain' },
  },
  decision: {
    name: 'decision',
    fields: {
      id: 'plain',
      documentId: 'plain',
      targets: 'json',
      class: 'plain',
      verdict: 'plain',
      resultIds: 'json',
      adjudicatorId: 'plain',
      time: 'plain',
      rationale: 'plain',
      schemaVersionId: 'plain',
      view: 'plain',
    },
  },
};

export function tableOf<Kind extends RecordKind>(kind: Kind): Table<Kind> {
  return tableList[kind] as Table<Kind>;
}

export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export type Row = Record<string, unknown>;

/** Values in the order of {@link columnsOf}. */
export function toValues<Kind extends RecordKind>(kind: Kind, record: Records[Kind]): unknown[] {
  const table = tableOf(kind);
  const own = Object.entries(table.fields).map(([field, storage]) => {
    const value = record[field as keyof Records[Kind]];
    return storage === 'json' && value !== null ? JSON.stringify(value) : value;
  });
  return [...own, ...Object.values(table.derived ?? {}).map((compute) => compute(record))];
}

export function columnsOf(kind: RecordKind): string[] {
  const table = tableOf(kind);
  return [...Object.keys(table.fields).map(columnOf), ...Object.keys(table.derived ?? {})];
}

export function fromRow<Kind extends RecordKind>(kind: Kind, row: Row): Records[Kind] {
  const record: Record<string, unknown> = {};
  for (const [field, storage] of Object.entries(tableOf(kind).fields)) {
    const value = row[columnOf(field)];
    record[field] = storage === 'json' && typeof value === 'string' ? JSON.parse(value) : value;
  }
  return record as Records[Kind];
}
