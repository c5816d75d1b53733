import type { Relation } from '@core/model/relation';
import type { Stance } from '@core/model/stance';
import { comparePositions } from '@core/review/compare';
import type { Position } from '@core/review/position';
import { describe, expect, test } from 'vitest';
import { comparison, reviewDocumentId, reviewId, type span, spanOver } from '../../support/layers';

const text = 'The Ministry of Defence, led by Khalid Noor, rejected the ceasefire on Monday. Talks go on.';
const entity = (number: number) => reviewId(5, number);
const brief = ({ kind, class: foremost, readings, missing }: Position) =>
  `${kind} ${foremost} ${readings.length}/${readings.length + missing.length}`;

function spansCompared(...annotations: ReturnType<typeof span>[]): Position[] {
  const layers = new Set(annotations.map(({ layerId }) => layerId)).size;
  return comparePositions(comparison(text, Math.max(2, layers), { annotations }));
}

describe('spans of two layers', () => {
  test('agree where place, label, entity and attributes are the same, whatever the notes say', () => {
    const [position] = spansCompared(
      spanOver(text, 1, 'Khalid Noor', 'person', { note: 'sure' }),
      spanOver(text, 2, 'Khalid Noor', 'person'),
    );
    expect(position).toMatchObject({ class: 'agree', classes: ['agree'], differs: [], labels: ['person'] });
    expect(position!.versions).toEqual([[reviewId(2, 1), reviewId(2, 2)]]);
  });

  test.each([
    ['label', { typeId: 'organisation' }, ['label']],
    ['link', { entityId: entity(1) }, ['entity']],
    ['attribute', { attributes: { role: 'leader' } }, ['attributes.role']],
  ])('differ in their %s', (found, more, differs) => {
    const [position, ...others] = spansCompared(
      spanOver(text, 1, 'Khalid Noor', 'person'),
      spanOver(text, 2, 'Khalid Noor', 'person', more),
    );
    expect(others).toEqual([]);
    expect(position).toMatchObject({ class: found, differs });
    expect(position!.versions).toHaveLength(2);
  });

  test.each([
    ['Ministry of Defence', 'Ministry of Defence,', 'blank'],
    ['The Ministry of Defence', 'Ministry of Defence', 'contained'],
    ['The Ministry of', 'Ministry of Defence', 'crossing'],
  ])('differ in their ends: ‘%s’ and ‘%s’', (one, two, boundary) => {
    expect(
      spansCompared(spanOver(text, 1, one, 'organisation'), spanOver(text, 2, two, 'organisation')),
    ).toMatchObject([{ class: 'boundary', boundary, differs: ['boundary'] }]);
    expect(
      spansCompared(spanOver(text, 1, one, 'organisation'), spanOver(text, 2, two, 'place')),
    ).toMatchObject([{ class: 'boundary-label', boundary, differs: ['boundary', 'label'] }]);
  });

  test('share less than three tenths: each is missing in the other layer', () => {
    const positions = spansCompared(
      spanOver(text, 1, 'The Ministry of Defence, led by Khalid Noor', 'organisation'),
      spanOver(text, 2, 'Khalid Noor', 'organisation'),
    );
    expect(positions.map(brief)).toEqual(['span missing 1/2', 'span missing 1/2']);
  });

  test('one span here and its pieces there', () => {
    const whole = spanOver(text, 1, 'Ministry of Defence, led by Khalid Noor', 'organisation');
    const pieces = [
      spanOver(text, 2, 'Ministry of Defence', 'organisation'),
      spanOver(text, 2, 'Khalid Noor', 'organisation'),
    ];
    expect(spansCompared(whole, ...pieces)).toMatchObject([
      {
        classes: ['split'],
        differs: ['boundary'],
        readings: [{ recordIds: [whole.id] }, { recordIds: pieces.map(({ id }) => id) }],
      },
    ]);
  });

  test('a span inside another of its own layer is no piece of it', () => {
    const positions = spansCompared(
      spanOver(text, 1, 'Ministry of Defence', 'organisation'),
      spanOver(text, 2, 'Ministry of Defence', 'organisation'),
      spanOver(text, 2, 'Defence', 'organisation'),
    );
    expect(positions.map(brief)).toEqual(['span agree 2/2', 'span missing 1/2']);
  });

  test('a label that the schema does not have comes before all other differences', () => {
    expect(
      spansCompared(spanOver(text, 1, 'Khalid Noor', 'warlord'), spanOver(text, 2, 'Khalid Noor', 'person')),
    ).toMatchObject([{ class: 'unknown-label', classes: ['unknown-label', 'label'] }]);
  });

  test('the pairing that shares most wins, not the first one', () => {
    const a = spanOver(text, 1, 'Ministry of Defence', 'organisation');
    const b = spanOver(text, 1, 'Defence, led by', 'organisation');
    const c = spanOver(text, 2, 'of Defence', 'organisation');
    const positions = spansCompared(a, b, c);
    expect(positions[0]!.readings.map(({ recordIds }) => recordIds)).toEqual([[a.id], [c.id]]);
  });
});

test('of three layers the majority is one version', () => {
  const annotations = [
    spanOver(text, 1, 'Khalid Noor', 'person'),
    spanOver(text, 2, 'Khalid Noor', 'organisation'),
    spanOver(text, 3, 'Khalid Noor', 'person'),
  ];
  const [position] = comparePositions(comparison(text, 4, { annotations }));
  expect(position).toMatchObject({
    class: 'label',
    classes: ['label', 'missing'],
    missing: [reviewId(2, 4)],
  });
  expect(position!.versions).toEqual([[reviewId(2, 1), reviewId(2, 3)], [reviewId(2, 2)]]);
});

const stance = (layer: number, more: Partial<Stance> = {}): Stance => ({
  id: reviewId(6, layer),
  layerId: reviewId(2, layer),
  documentId: reviewDocumentId,
  holder: { kind: 'entity', id: entity(1) },
  target: { kind: 'proposition', id: reviewId(7, 1) },
  polarity: 'against',
  intensity: 2,
  expression: null,
  modality: null,
  sources: [],
  evidence: [{ start: 45, end: 67 }],
  confidence: 1,
  note: '',
  origin: 'human',
  ...more,
});

describe('stances', () => {
  const known = 'stance';
  test.each([
    ['agree', { confidence: 3 as const, note: 'mine' }, []],
    ['label', { polarity: 'favor' }, ['label']],
    ['party', { holder: { kind: 'author' as const } }, ['holder']],
    ['attribute', { intensity: 3 as const }, ['intensity']],
    ['boundary', { evidence: [{ start: 45, end: 60 }] }, ['boundary']],
  ])('are compared field by field: %s', (found, more, differs) => {
    const [position, ...others] = comparePositions(
      comparison(text, 2, { stances: [stance(1), stance(2, more)] }),
    );
    expect(others).toEqual([]);
    expect(position).toMatchObject({ kind: known, differs });
    expect(position!.classes).toContain(found);
  });

  test('over different text are different ones, unless one names no text', () => {
    const elsewhere = stance(2, { evidence: [{ start: 0, end: 20 }] });
    expect(comparePositions(comparison(text, 2, { stances: [stance(1), elsewhere] }))).toHaveLength(2);
    const nowhere = stance(2, { evidence: [] });
    expect(comparePositions(comparison(text, 2, { stances: [stance(1), nowhere] }))).toHaveLength(1);
  });

  test('name the same holder by entity, or by a mention linked to it', () => {
    const mentions = [
      spanOver(text, 1, 'Khalid Noor', 'person', { entityId: entity(1) }),
      spanOver(text, 2, 'Khalid Noor', 'person', { entityId: entity(1) }),
    ];
    const [, position] = comparePositions(
      comparison(text, 2, {
        annotations: mentions,
        stances: [stance(1), stance(2, { holder: { kind: 'mention', id: mentions[1]!.id } })],
      }),
    );
    expect(position).toMatchObject({ kind: known, class: 'agree' });
  });
});

test('relations belong together by what they join, and differ where their ends do', () => {
  const noor = [1, 2].map((layer) => spanOver(text, layer, 'Khalid Noor', 'person'));
  const ministry = [
    spanOver(text, 1, 'Ministry of Defence', 'organisation'),
    spanOver(text, 2, 'The Ministry of Defence', 'organisation'),
  ];
  const relation = (layer: number, typeId: string): Relation => ({
    id: reviewId(9, layer),
    layerId: reviewId(2, layer),
    documentId: reviewDocumentId,
    typeId,
    fromId: noor[layer - 1]!.id,
    toId: ministry[layer - 1]!.id,
    attributes: {},
    note: '',
    origin: 'human',
  });
  const compared = (second: string) =>
    comparePositions(
      comparison(text, 2, {
        annotations: [...noor, ...ministry],
        relations: [relation(1, 'member-of'), relation(2, second)],
      }),
    ).filter(({ kind }) => kind === 'relation');
  expect(compared('member-of')).toMatchObject([{ classes: ['ends'] }]);
  expect(compared('located-in')).toMatchObject([{ classes: ['label', 'ends'] }]);
});

test('labels of the document are positions of their own', () => {
  const appraisal = (layer: number, labels: Record<string, string[]>) => ({
    id: reviewId(11, layer),
    layerId: reviewId(2, layer),
    documentId: reviewDocumentId,
    labels,
    note: '',
  });
  const positions = comparePositions(
    comparison(text, 2, {
      appraisals: [
        appraisal(1, { genre: ['report'], phase: ['talks'] }),
        appraisal(2, { genre: ['speech'] }),
      ],
    }),
  );
  expect(positions.map(({ id, place, readings }) => [id, place, readings.length])).toEqual([
    ['document:genre', null, 2],
    ['document:phase', null, 1],
  ]);
});
