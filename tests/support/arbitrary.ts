import { createHash } from 'node:crypto';
import type { SpanAnnotation } from '@core/model/annotation';
import type { Event } from '@core/model/event';
import { canonicalFragments } from '@core/model/fragment';
import type { Relation } from '@core/model/relation';
import type { Stance } from '@core/model/stance';
import { defaultSchema } from '@core/schemas/index';
import { codePointLength } from '@core/text/offsets';
import fc from 'fast-check';
import type { DatasetDocument, DatasetHeader } from '../../src/formats/dataset';

const pieces = [
  'Talks ',
  'مذاکرات ',
  'ناکام ہو گئے۔ ',
  'کتاب‌ها ',
  '停火',
  '👩‍👩‍👧',
  '🇵🇰🇦🇫',
  '🕊️',
  'e\u0301',
  'a\u0300\u0316\u0323',
  '\r\n',
  '\n',
  '\u2028',
  '\t',
  ' ',
  '한국',
  'क्षि',
  '\u200f',
  '“',
  '\\"',
  '𝔘',
];

/** Texts of many scripts, with joiners, flags, combining marks and every kind of line end. */
export const anyText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join('').toWellFormed().replaceAll('\0', ''))
  .filter((text) => text.length > 0);

function idOf(space: number, number: number): string {
  return `00000000-0000-7000-8${space.toString(16).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;
}

const ends = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 });

function fragmentsFrom(text: string, pairs: [number, number][]) {
  const fragments = pairs.map(([a, b]) => {
    const start = a % text.length;
    return { start, end: start + 1 + (b % (text.length - start)) };
  });
  return canonicalFragments(text, fragments);
}

/** A document with one layer of span annotations and stances that lie right in its text. */
export function anyDocument(number: number): fc.Arbitrary<DatasetDocument> {
  return fc
    .record({
      text: anyText,
      remark: fc.string({ maxLength: 8 }),
      spans: fc.array(fc.record({ ends, type: fc.nat(), note: fc.string(), linked: fc.boolean() }), {
        maxLength: 8,
      }),
      stances: fc.array(fc.record({ ends, polarity: fc.nat(), grade: fc.constantFrom(1, 2, 3, null) }), {
        maxLength: 4,
      }),
      joins: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
      events: fc.array(fc.record({ ends, filler: fc.nat() }), { maxLength: 3 }),
    })
    .map(({ text, remark, spans, stances, joins, events }) => {
      const documentId = idOf(1, number);
      const layerId = idOf(2, number);
      return {
        document: {
          id: documentId,
          name: `Document ${number}`,
          textSha256: createHash('sha256').update(text).digest('hex'),
          length: text.length,
          codePoints: codePointLength(text),
          language: 'und',
          direction: 'ltr',
          metadata: { title: 'T', date: '2025-11-08' },
          tags: ['a'],
          position: number,
          source: null,
        },
        text,
        layers: [
          {
            layer: { id: layerId, documentId, kind: 'annotator', annotatorId: idOf(3, 1) },
            status: 'in-progress',
            labels: remark === '' ? {} : { genre: ['report'] },
            note: remark,
            annotations: spans.map(
              (span, index): SpanAnnotation => ({
                id: idOf(4, number * 1000 + index),
                layerId,
                documentId,
                typeId: defaultSchema.entityTypes[span.type % defaultSchema.entityTypes.length]!.id,
                fragments: fragmentsFrom(text, span.ends),
                attributes: {},
                note: span.note,
                entityId: span.linked ? idOf(5, 1) : null,
                origin: 'human',
              }),
            ),
            stances: stances.map(
              (stance, index): Stance => ({
                id: idOf(6, number * 1000 + index),
                layerId,
                documentId,
                holder: { kind: 'entity', id: idOf(5, 1) },
                target: { kind: 'proposition', id: idOf(7, 1) },
                polarity: defaultSchema.stance.polarities[stance.polarity % 5]!.id,
                intensity: stance.grade as Stance['intensity'],
                expression: null,
                modality: null,
                sources: [{ kind: 'author' }],
                evidence: fragmentsFrom(text, stance.ends),
                confidence: null,
                note: '',
                origin: 'human',
              }),
            ),
            relations: joins
              .filter(() => spans.length > 0)
              .map(
                ([from, to], index): Relation => ({
                  id: idOf(9, number * 1000 + index),
                  layerId,
                  documentId,
                  typeId: 'located-in',
                  fromId: idOf(4, number * 1000 + (from % spans.length)),
                  toId: idOf(4, number * 1000 + (to % spans.length)),
                  attributes: {},
                  note: '',
                  origin: 'human',
                }),
              ),
            events: events.map(
              (event, index): Event => ({
                id: idOf(10, number * 1000 + index),
                layerId,
                documentId,
                typeId: 'reject',
                trigger: fragmentsFrom(text, event.ends),
                roles: [
                  {
                    roleId: 'source',
                    filler:
                      spans.length > 0 && event.filler % 2 === 0
                        ? { kind: 'mention', id: idOf(4, number * 1000 + (event.filler % spans.length)) }
                        : { kind: 'entity', id: idOf(5, 1) },
                  },
                ],
                attributes: {},
                note: '',
                origin: 'human',
              }),
            ),
          },
        ],
      };
    });
}

export const someHeader: DatasetHeader = {
  project: { id: idOf(8, 1), name: 'A project', guidelines: '' },
  schema: defaultSchema,
  annotators: [{ id: idOf(3, 1), name: 'Annotator A' }],
  entities: [
    {
      id: idOf(5, 1),
      name: 'Somebody',
      typeId: 'person',
      aliases: ['S.'],
      externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
      note: '',
    },
    { id: idOf(5, 2), name: 'Another', typeId: null, aliases: [], externalIds: [], note: '' },
  ],
  propositions: [{ id: idOf(7, 1), name: 'keeping the ceasefire', note: '' }],
};
