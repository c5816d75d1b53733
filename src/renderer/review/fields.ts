import type { ReviewPosition } from '@contract/review';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Event, Filler } from '@core/model/event';
import { canonicalFragments, displayQuote, type Fragment, type Fragments } from '@core/model/fragment';
import type { Relation } from '@core/model/relation';
import type { AttributeType, Schema } from '@core/model/schema';
import type { Stance } from '@core/model/stance';
import { inARow, inLine } from '@core/text/direction';
import type { DocumentSession } from '../data/document-session';
import type { Names } from '../data/names';
import { partyName } from '../stance/readable';

/** One thing that a record says, under the name that the engine has for it. */
export interface FieldLine {
  field: string;
  name: string;
  value: string;
  /** Words of the document, to be shown as such. */
  isQuote?: true;
  /** The words before and behind them. */
  around?: { before: string; after: string };
}

const AROUND = 24;
const NOTHING = '–';
const SAME_NAME = 'another of this name';

/** What a record says, field by field, for putting readings side by side. */
export function fieldLines(id: string, documentLabel: string | null, given: Given): FieldLine[] {
  const { session } = given;
  const appraisal = session.appraisals.get(id);
  if (appraisal) {
    const values = appraisal.labels[documentLabel ?? ''] ?? [];
    const type = given.schema.documentLabels.find((label) => label.id === documentLabel);
    const words = values.map(
      (value) => type?.options.find((option) => option.id === value)?.name ?? String(value),
    );
    return [{ field: 'label', name: type?.name ?? documentLabel ?? '', value: words.join(', ') }];
  }
  const annotation = session.annotations.get(id);
  if (annotation) return ofSpan(annotation, given);
  const stance = session.stances.get(id);
  if (stance) return ofStance(stance, given);
  const relation = session.relations.get(id);
  if (relation) return ofRelation(relation, given);
  const event = session.events.get(id);
  return event ? ofEvent(event, given) : [];
}

export interface Given {
  session: DocumentSession;
  schema: Schema;
  names: Names;
}

function quoteLine({ session }: Given, name: string, fragments: Fragments): FieldLine[] {
  const [first] = fragments;
  const last = fragments.at(-1);
  if (!first || !last) return [];
  const { text } = session;
  return [
    {
      field: 'boundary',
      name,
      value: displayQuote(text, fragments),
      isQuote: true,
      around: {
        before: text.slice(Math.max(0, first.start - AROUND), first.start).replace(/^(?:.*\n|\S*\s)/s, ''),
        after: text.slice(last.end, last.end + AROUND).replace(/(?:\n.*|\s\S*)$/s, ''),
      },
    },
  ];
}

function attributeLines(
  types: readonly AttributeType[],
  attributes: Readonly<Record<string, string | number | boolean>>,
): FieldLine[] {
  return Object.entries(attributes).map(([id, value]) => {
    const type = types.find((attribute) => attribute.id === id);
    const option = type?.options.find((candidate) => candidate.id === value)?.name;
    const words = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
    return { field: `attributes.${id}`, name: type?.name ?? id, value: option ?? words };
  });
}

function ofSpan({ typeId, fragments, entityId, attributes }: SpanAnnotation, given: Given): FieldLine[] {
  const { names, schema } = given;
  const type = schema.entityTypes.find(({ id }) => id === typeId);
  return [
    { field: 'label', name: 'Label', value: names.type(typeId) },
    ...quoteLine(given, 'Text', fragments),
    { field: 'entity', name: 'Entity', value: entityId ? names.entity(entityId) : NOTHING },
    ...attributeLines(type?.attributes ?? [], attributes),
  ];
}

function ofStance(stance: Stance, given: Given): FieldLine[] {
  const { names } = given;
  const { holder, target, polarity, intensity, expression, modality, sources, evidence } = stance;
  return [
    { field: 'holder', name: 'Holder', value: partyName(holder, names) },
    { field: 'label', name: 'Polarity', value: names.polarity(polarity) },
    { field: 'target', name: 'Toward', value: partyName(target, names) },
    { field: 'intensity', name: 'Intensity', value: intensity === null ? NOTHING : String(intensity) },
    { field: 'expression', name: 'Expression', value: expression ? names.expression(expression) : NOTHING },
    { field: 'modality', name: 'Modality', value: modality ? names.modality(modality) : NOTHING },
    {
      field: 'sources',
      name: 'Reported by',
      value: inARow(sources.map((source) => partyName(source, names))) || NOTHING,
    },
    ...quoteLine(given, 'Evidence', evidence),
  ];
}

function ofRelation({ typeId, fromId, toId, attributes }: Relation, { names, schema }: Given): FieldLine[] {
  const type = schema.relationTypes.find(({ id }) => id === typeId);
  return [
    { field: 'label', name: 'Relation', value: names.relationType(typeId) },
    { field: 'joined', name: 'Joins', value: inLine`${names.mention(fromId)} → ${names.mention(toId)}` },
    ...attributeLines(type?.attributes ?? [], attributes),
  ];
}

function ofEvent({ typeId, trigger, roles, attributes }: Event, given: Given): FieldLine[] {
  const { names, schema } = given;
  const type = schema.eventTypes.find(({ id }) => id === typeId);
  const filled = new Map<string, string[]>();
  const nameOf = (filler: Filler) =>
    filler.kind === 'entity' ? names.entity(filler.id) : names.mention(filler.id);
  for (const { roleId, filler } of roles) filled.set(roleId, [...(filled.get(roleId) ?? []), nameOf(filler)]);
  return [
    { field: 'label', name: 'Event', value: names.eventType(typeId) },
    ...quoteLine(given, 'Text', trigger),
    ...[...filled].map(([id, fillers]) => ({
      field: `roles.${id}`,
      name: names.role(typeId, id),
      value: inARow(fillers),
    })),
    ...attributeLines(type?.attributes ?? [], attributes),
  ];
}

/** A position in one line: what it is about. */
export function headline(position: ReviewPosition, given: Given): string {
  const [id] = position.readings[0]?.recordIds ?? position.goldIds;
  const relation = id ? given.session.relations.get(id) : undefined;
  if (relation)
    return inLine`${given.names.mention(relation.fromId)} → ${given.names.mention(relation.toId)}`;
  return displayQuote(given.session.text, stretchesOf(position, given.session));
}

/** The text that a position is about: all that anybody has there, without the gaps that all leave. */
export function stretchesOf(
  { readings, goldIds, place }: ReviewPosition,
  session: DocumentSession,
): Fragment[] {
  const ids = readings.length > 0 ? readings.flatMap(({ recordIds }) => recordIds) : goldIds;
  const all = ids.flatMap((id): Fragments => {
    const { annotations, stances, events } = session;
    return annotations.get(id)?.fragments ?? stances.get(id)?.evidence ?? events.get(id)?.trigger ?? [];
  });
  if (all.length > 0) return canonicalFragments(session.text, all);
  return place ? [place] : [];
}

/**
 * What readings have in common, once, and what each has for itself. The words of the text stand over them anyway.
 * @param readings for each of the different ones the lines of its pieces
 * @param differs the fields in which they differ
 */
export function sideBySide(
  readings: readonly FieldLine[][][],
  differs: readonly string[],
): { common: FieldLine[]; apart: FieldLine[][][] } {
  const isApart = ({ field }: FieldLine) => differs.includes(field);
  const names = new Map(
    readings
      .flat(2)
      .filter(isApart)
      .map((line) => [line.field, line]),
  );
  const common = (readings[0]?.[0] ?? []).filter(
    (line) => !isApart(line) && !line.isQuote && line.value !== NOTHING,
  );
  const lineOf = (lines: readonly FieldLine[], { field, name }: FieldLine): FieldLine =>
    lines.find((line) => line.field === field) ?? { field, name, value: NOTHING };
  const seeAlike = new Set(
    [...names.values()]
      .filter(({ isQuote }) => !isQuote)
      .filter((like) => new Set(readings.flat().map((lines) => lineOf(lines, like).value)).size === 1)
      .map(({ field }) => field),
  );
  const apart = readings.map((pieces) =>
    pieces.map((lines) =>
      [...names.values()].map((like) => {
        const line = lineOf(lines, like);
        return seeAlike.has(line.field) ? { ...line, value: inLine`${line.value} (${SAME_NAME})` } : line;
      }),
    ),
  );
  return { common, apart };
}

/** How labels of any kind are called; what the schema does not have is called by its id. */
export function labelNamer(
  names: Pick<Names, 'type' | 'polarity' | 'relationType' | 'eventType'>,
): (id: string) => string {
  const kinds = [names.type, names.polarity, names.relationType, names.eventType];
  return (id) => kinds.map((nameIn) => nameIn(id)).find((name) => name !== id) ?? id;
}
