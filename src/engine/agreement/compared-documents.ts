import type { LayerOwner } from '@contract/agreement';
import type { ComparedLayer, JudgedStance } from '@core/agreement/compared';
import { ParleyError } from '@core/errors';
import { AUTHOR, NOBODY } from '@core/insight/actor';
import type { Party, StanceTarget } from '@core/model/stance';
import { mentionKeys } from '@core/review/mentions';
import {
  type DocumentHead,
  documentHeads,
  MarksReader,
  type SpanRow,
  type StanceRow,
  sharesOfWork,
} from '../../store/reads/agreement';
import type { Context } from '../context';

interface Scope {
  annotators: readonly LayerOwner[];
  documentIds: readonly string[];
  typeIds: readonly string[];
}

export interface ComparedAnnotator {
  /** Null for gold. */
  id: string | null;
  name: string;
}

/** The layers that a question is about, document by document, read in bulk. */
export class ComparedDocuments {
  readonly annotators: readonly ComparedAnnotator[];
  /** Those that at least one of the annotators did, in the order of the project. */
  readonly documents: readonly DocumentHead[];
  /** Of each document, whose layers there are, by their places in the list of annotators. */
  readonly #shares = new Map<string, Map<number, string | null>>();
  readonly #context: Context;
  readonly #reader: MarksReader;
  readonly #types: ReadonlySet<string> | null;

  /** @throws ParleyError 'not-found' for an annotator or document that there is not */
  constructor(context: Context, { annotators, documentIds, typeIds }: Scope) {
    this.#context = context;
    const { connection } = context.file;
    const shares = sharesOfWork(connection);
    this.annotators = annotatorsOf(
      context,
      annotators,
      new Set(shares.map(({ annotatorId }) => annotatorId)),
    );
    this.#types = typeIds.length > 0 ? new Set(typeIds) : null;
    this.#reader = new MarksReader(connection);
    for (const id of documentIds) context.need('document', id);
    const places = new Map(this.annotators.map(({ id }, place) => [id, place]));
    const wanted = documentIds.length > 0 ? new Set(documentIds) : null;
    for (const { documentId, annotatorId, layerId } of shares) {
      const place = places.get(annotatorId);
      if (place === undefined || (wanted && !wanted.has(documentId))) continue;
      const known = this.#shares.get(documentId);
      if (known) known.set(place, layerId);
      else this.#shares.set(documentId, new Map([[place, layerId]]));
    }
    this.documents = documentHeads(connection).filter(({ id }) => this.#shares.has(id));
  }

  /** How many of the annotators did a document. */
  annotatorsAt(documentId: string): number {
    return this.#shares.get(documentId)!.size;
  }

  /** Each annotator's work on a document, in the order of the annotators; only labels asked for. */
  read(documentId: string): ComparedLayer[] {
    const shares = [...this.#shares.get(documentId)!].sort(([a], [b]) => a - b);
    const rows = this.#reader.spans(documentId);
    const stances = this.#reader.stances(documentId);
    const layerIds = new Set(shares.map(([, layerId]) => layerId));
    const named = new Set(stances.flatMap(mentionsNamed));
    const mentions =
      named.size === 0
        ? new Map<string, string>()
        : mentionKeys(
            this.#context.textOf(documentId),
            rows.filter(({ layerId }) => layerIds.has(layerId)),
            named,
          );
    const spansOf = groupedBy(rows, this.#types);
    const stancesOf = groupedBy(stances, null);
    return shares.map(([annotator, layerId]) => ({
      annotator,
      spans: (layerId !== null && spansOf.get(layerId)) || [],
      stances: ((layerId !== null && stancesOf.get(layerId)) || []).map((row) => judged(row, mentions)),
    }));
  }
}

function annotatorsOf(
  context: Context,
  wanted: readonly LayerOwner[],
  present: ReadonlySet<string | null>,
): ComparedAnnotator[] {
  const known = context.file.records.where('annotator', 'true', [], 'name, id');
  if (wanted.length === 0) return known.filter(({ id }) => present.has(id));
  const found: ComparedAnnotator[] = known.filter(({ id }) => wanted.includes(id));
  const missing = wanted.find((id) => id !== 'gold' && !known.some((one) => one.id === id));
  if (missing !== undefined)
    throw new ParleyError('not-found', { cause: `There is no annotator ${missing} in this project` });
  return wanted.includes('gold') ? [...found, { id: null, name: 'gold' }] : found;
}

function groupedBy<Row extends SpanRow | StanceRow>(
  rows: readonly Row[],
  types: ReadonlySet<string> | null,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (types && 'typeId' in row && !types.has(row.typeId)) continue;
    const group = groups.get(row.layerId);
    if (group) group.push(row);
    else groups.set(row.layerId, [row]);
  }
  return groups;
}

function mentionsNamed({ holder, target }: StanceRow): string[] {
  return [holder, target].flatMap((party) => (party?.kind === 'mention' ? [party.id] : []));
}

function judged(row: StanceRow, mentions: ReadonlyMap<string, string>): JudgedStance {
  const { id, evidence, polarity, expression, modality } = row;
  const holder = partyKey(row.holder, mentions);
  const target = partyKey(row.target, mentions);
  return {
    id,
    evidence,
    holder,
    target,
    fields: {
      polarity,
      expression,
      modality,
      holder,
      target,
      intensity: row.intensity === null ? null : String(row.intensity),
      confidence: row.confidence === null ? null : String(row.confidence),
    },
  };
}

/** The same for the same entity, however it is named; mentions go by what they count as in the review. */
function partyKey(party: Party | StanceTarget | null, mentions: ReadonlyMap<string, string>): string {
  if (party === null) return NOBODY;
  if (party.kind === 'author') return AUTHOR;
  if (party.kind !== 'mention') return `${party.kind}:${party.id}`;
  return mentions.get(party.id) ?? `mention:${party.id}`;
}
