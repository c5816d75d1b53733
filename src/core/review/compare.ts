import type { SpanAnnotation } from '../model/annotation';
import type { Appraisal } from '../model/appraisal';
import type { Event } from '../model/event';
import type { Relation } from '../model/relation';
import type { Schema } from '../model/schema';
import type { Stance } from '../model/stance';
import { type BuildOptions, buildPosition, type Compared } from './build';
import { alignEvents, alignRelations, classOfJoinField, comparedEvent, comparedRelation } from './joins';
import { mentionKey } from './mentions';
import { type Position, positionKinds } from './position';
import { alignSpans, classOfSpanField, comparedSpan } from './spans';
import { alignStances, classOfStanceField, comparedStance, type PartyWords } from './stances';

/** The layers of one document that are compared, with all that is in them. */
export interface Comparison {
  schema: Schema;
  text: string;
  /** All layers that are compared, those in which nothing is marked too. */
  layerIds: readonly string[];
  annotations: readonly SpanAnnotation[];
  stances: readonly Stance[];
  relations: readonly Relation[];
  events: readonly Event[];
  appraisals: readonly Appraisal[];
  /** The record that a record was made from, for records of different layers that come from one. */
  lineage?: ReadonlyMap<string, string>;
}

/**
 * All places where some layers of a document agree or differ, in text order; what is of the whole
 * document first. Every record is in exactly one position, an appraisal in one for each of its labels.
 */
export function comparePositions(comparison: Comparison): Position[] {
  const { text, schema, layerIds } = comparison;
  const lineage = (id: string) => comparison.lineage?.get(id) ?? id;
  const known = (terms: readonly { id: string; retired: boolean }[]) => {
    const ids = new Set(terms.filter(({ retired }) => !retired).map(({ id }) => id));
    return (id: string) => ids.has(id);
  };
  const base = { text, layerIds };

  const spans = alignSpans(text, comparison.annotations.map(comparedSpan), lineage).map((group) =>
    buildPosition(group, {
      ...base,
      kind: 'span',
      classOf: classOfSpanField,
      isKnown: known(schema.entityTypes),
    }),
  );
  const spansById = new Map(spans.map((position) => [position.id, position]));
  const spanPosition = new Map<string, Position>();
  for (const position of spans)
    for (const { recordIds } of position.readings) for (const id of recordIds) spanPosition.set(id, position);
  const byId = new Map(comparison.annotations.map((annotation) => [annotation.id, annotation]));
  const party = partyWords(spanPosition, byId);

  const stanceOptions: BuildOptions = {
    ...base,
    kind: 'stance',
    classOf: classOfStanceField,
    isKnown: known(schema.stance.polarities),
  };
  const stances = alignStances(
    text,
    comparison.stances.map((stance) => comparedStance(stance, party)),
    lineage,
  ).map((group) => buildPosition(group, stanceOptions));

  const relations = comparedRelations(comparison, spanPosition, byId, lineage).map((group) =>
    buildPosition(group, {
      ...base,
      kind: 'relation',
      classOf: classOfJoinField,
      isKnown: known(schema.relationTypes),
      endsDiffer: group.some(({ fields }) =>
        fields.joined!.split(' ').some((id) => (spansById.get(id)?.class ?? 'agree') !== 'agree'),
      ),
    }),
  );
  const events = alignEvents(
    text,
    comparison.events.map((event) => comparedEvent(event, party)),
    lineage,
  ).map((group) =>
    buildPosition(group, {
      ...base,
      kind: 'event',
      classOf: classOfJoinField,
      isKnown: known(schema.eventTypes),
    }),
  );
  return [...documentPositions(comparison), ...spans, ...stances, ...relations, ...events].sort(
    comparePlaces,
  );
}

function comparedRelations(
  { relations, schema }: Comparison,
  spanPosition: ReadonlyMap<string, Position>,
  byId: ReadonlyMap<string, SpanAnnotation>,
  lineage: (id: string) => string,
): Compared[][] {
  const symmetric = new Set(schema.relationTypes.filter((type) => type.symmetric).map(({ id }) => id));
  return alignRelations(
    relations.map((relation) =>
      comparedRelation(
        relation,
        symmetric.has(relation.typeId),
        (id) => spanPosition.get(id)?.id ?? id,
        (id) => byId.get(id),
      ),
    ),
    lineage,
  );
}

function partyWords(
  spanPosition: ReadonlyMap<string, Position>,
  byId: ReadonlyMap<string, SpanAnnotation>,
): PartyWords {
  const words = new Map<string, string>();
  const ofPosition = ({ id, readings }: Position) => {
    let found = words.get(id);
    if (found === undefined) {
      found = mentionKey(readings.flatMap(({ recordIds }) => recordIds.map((one) => byId.get(one)!)));
      words.set(id, found);
    }
    return found;
  };
  return (party) => {
    if (party === null) return '';
    if (party.kind === 'author') return 'author';
    if (party.kind !== 'mention') return `${party.kind}:${party.id}`;
    const position = spanPosition.get(party.id);
    return position ? ofPosition(position) : `mention:${party.id}`;
  };
}

function documentPositions({ appraisals, schema, text, layerIds }: Comparison): Position[] {
  const labels = new Set(appraisals.flatMap((appraisal) => Object.keys(appraisal.labels)));
  return [...labels].sort().map((labelId) => {
    const type = schema.documentLabels.find(({ id }) => id === labelId);
    const items = appraisals.flatMap((appraisal): Compared[] => {
      const values = appraisal.labels[labelId];
      if (!values) return [];
      const label = [...values].map(String).sort().join(', ');
      return [
        {
          id: appraisal.id,
          layerId: appraisal.layerId,
          place: null,
          fragments: [],
          label,
          fields: { label },
        },
      ];
    });
    return buildPosition(items, {
      text,
      kind: 'document',
      layerIds,
      classOf: () => 'label',
      isKnown: () => type !== undefined && !type.retired,
      documentLabel: labelId,
    });
  });
}

/** In text order, what has no place first. */
export function comparePlaces(a: Position, b: Position): number {
  return (
    (a.place?.start ?? -1) - (b.place?.start ?? -1) ||
    positionKinds.indexOf(a.kind) - positionKinds.indexOf(b.kind) ||
    (a.place?.end ?? -1) - (b.place?.end ?? -1) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
