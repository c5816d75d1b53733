import type { RecordKind, Records } from '../journal/records';

export interface RecordRef {
  kind: RecordKind;
  id: string;
}

/** What a record cannot be without: the records that it names. */
export function referencesOf<Kind extends RecordKind>(kind: Kind, record: Records[Kind]): RecordRef[] {
  const found: RecordRef[] = [];
  const add = (to: RecordKind, id: unknown) => {
    if (typeof id === 'string') found.push({ kind: to, id });
  };
  const fields = record as unknown as Record<string, unknown>;
  add('document', fields.documentId);
  add('layer', fields.layerId);
  add('annotator', fields.annotatorId);
  add('annotator', fields.adjudicatorId);
  if (kind === 'annotation') add('entity', fields.entityId);
  if (kind === 'comment' && fields.threadId !== record.id) add('comment', fields.threadId);
  if (kind === 'relation') {
    add('annotation', fields.fromId);
    add('annotation', fields.toId);
  }
  for (const party of partiesOf(kind, record)) if (party) add(kindOf[party.kind] ?? 'entity', party.id);
  return found;
}

const kindOf: Record<string, RecordKind> = {
  entity: 'entity',
  mention: 'annotation',
  proposition: 'proposition',
};

function partiesOf(kind: RecordKind, record: unknown): ({ kind: string; id?: string } | null)[] {
  if (kind === 'stance') {
    const { holder, target, sources } = record as Records['stance'];
    return [holder, target, ...sources];
  }
  if (kind === 'event') return (record as Records['event']).roles.map(({ filler }) => filler);
  return [];
}
