import type { SpanAnnotation } from '@core/model/annotation';
import type { Appraisal } from '@core/model/appraisal';
import type { Event } from '@core/model/event';
import type { Relation } from '@core/model/relation';
import { Schema } from '@core/model/schema';
import type { Stance } from '@core/model/stance';
import { defaultSchema } from '@core/schemas/index';
import { ruleIds } from '@core/validation/problem';
import { rules } from '@core/validation/rules/index';
import { validate } from '@core/validation/validate';
import { describe, expect, test } from 'vitest';
import { countingIds } from '../../support/project';

const newId = countingIds();
const layerId = newId();
const documentId = newId();

const span = (start: number, end: number, more: Partial<SpanAnnotation> = {}): SpanAnnotation => ({
  id: newId(),
  layerId,
  documentId,
  typeId: 'person',
  fragments: [{ start, end }],
  attributes: {},
  note: '',
  entityId: null,
  origin: 'human',
  ...more,
});

const position = (more: Partial<Stance> = {}): Stance => ({
  id: newId(),
  layerId,
  documentId,
  holder: { kind: 'author' },
  target: { kind: 'proposition', id: newId() },
  polarity: 'favor',
  intensity: null,
  expression: null,
  modality: null,
  sources: [],
  evidence: [{ start: 0, end: 5 }],
  confidence: null,
  note: '',
  origin: 'human',
  ...more,
});

const withPerson = (more: object): Schema => ({
  ...defaultSchema,
  entityTypes: defaultSchema.entityTypes.map((type) => (type.id === 'person' ? { ...type, ...more } : type)),
});

function found(
  text: string,
  {
    annotations = [],
    stances = [],
    relations = [],
    events = [],
    appraisals = [],
  }: {
    annotations?: SpanAnnotation[];
    stances?: Stance[];
    relations?: Relation[];
    events?: Event[];
    appraisals?: Appraisal[];
  },
  schema = defaultSchema,
  types: Record<string, string | null> = {},
): [rule: string, message: string][] {
  return validate({
    schema,
    text,
    annotations,
    stances,
    relations,
    events,
    appraisals,
    entityType: (id) => types[id],
  }).map(({ rule, message }) => [rule, message]);
}

describe('the rules', () => {
  test('are known by name, each once', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([...ruleIds].sort());
  });

  test('find nothing in sound work', () => {
    const annotations = [span(0, 5), span(6, 11)];
    expect(found('Asif, Mujahid', { annotations: [annotations[0]!], stances: [position()] })).toEqual([]);
  });

  test('find labels that the schema does not have', () => {
    expect(found('Asif', { annotations: [span(0, 4, { typeId: 'ghost' })] })).toEqual([
      ['unknown-label', 'The schema has no label ‘ghost’'],
    ]);
  });

  test('find attributes that are unknown, wrong or missing', () => {
    const schema = withPerson({
      attributes: [
        {
          id: 'rank',
          name: 'Rank',
          description: '',
          kind: 'choice',
          options: [{ id: 'high', name: 'High', retired: false }],
          required: true,
        },
      ],
    });
    const annotations = [
      span(0, 4),
      span(5, 9, { attributes: { rank: 'low', colour: 'red' } }),
      span(10, 14, { attributes: { rank: 'high' } }),
    ];
    expect(found('Asif Khan Amir', { annotations }, schema)).toEqual([
      ['missing-attribute', 'Person needs Rank'],
      ['attribute', 'Rank: ‘low’ is none of the choices'],
      ['attribute', 'Person has no attribute ‘colour’'],
    ]);
  });

  test('ask for nothing that is retired, and for attributes of relations and events too', () => {
    const needed = { id: 'since', name: 'Since', kind: 'number', required: true };
    const kind = (id: string, more: object) => ({ id, name: id, colour: '#000000', ...more });
    const schemaWith = (retired: boolean) => {
      const attributes = [{ ...needed, retired }];
      return Schema.parse({
        ...defaultSchema,
        entityTypes: [kind('person', { attributes })],
        relationTypes: [kind('knows', { attributes })],
        eventTypes: [
          kind('meet', { attributes, roles: [{ id: 'who', name: 'Who', required: true, retired }] }),
        ],
      });
    };
    const annotations = [span(0, 4), span(5, 9, { attributes: { since: 3 } })];
    const common = { layerId, documentId, note: '', origin: 'human' as const };
    const [from, to] = annotations;
    const given = (attributes: Relation['attributes']): Relation => ({
      ...common,
      id: newId(),
      typeId: 'knows',
      fromId: from!.id,
      toId: to!.id,
      attributes,
    });
    const relations = [given({}), given({ since: 'long' }), given({ since: 4 })];
    const events: Event[] = [
      {
        ...common,
        id: newId(),
        typeId: 'meet',
        trigger: [{ start: 10, end: 14 }],
        roles: [],
        attributes: {},
      },
    ];
    const all = { annotations, relations, events };
    expect(found('Asif Khan meet', all, schemaWith(false)).sort()).toEqual([
      ['attribute', 'Since: ‘long’ is no number'],
      ['missing-attribute', 'knows needs Since'],
      ['missing-attribute', 'meet needs Since'],
      ['missing-attribute', 'person needs Since'],
      ['role', 'meet needs Who'],
    ]);
    expect(found('Asif Khan meet', all, schemaWith(true))).toEqual([
      ['attribute', 'Since: ‘long’ is no number'],
    ]);
  });

  test('find spans that overlap where the schema forbids it, and no others', () => {
    const text = 'Khawaja Muhammad Asif';
    const annotations = [span(0, 16), span(8, 21), span(8, 21, { typeId: 'role' })];
    expect(found(text, { annotations })).toEqual([]);
    expect(found(text, { annotations }, withPerson({ overlap: 'other-types' }))).toEqual([
      ['overlap', 'Person may not overlap Person “Khawaja Muhammad”'],
    ]);
    expect(found(text, { annotations }, withPerson({ overlap: 'none' }))).toHaveLength(3);
    const apart = [
      span(0, 7, {
        fragments: [
          { start: 0, end: 7 },
          { start: 17, end: 21 },
        ],
      }),
      span(8, 16),
    ];
    expect(found(text, { annotations: apart }, withPerson({ overlap: 'none' }))).toEqual([]);
    const others = [span(0, 16), span(8, 21, { layerId: newId() })];
    expect(found(text, { annotations: others }, withPerson({ overlap: 'none' }))).toEqual([]);
  });

  test('find the same span marked twice with one label in one layer', () => {
    const twice = [span(0, 4), span(0, 4), span(0, 4, { typeId: 'role' }), span(0, 4, { layerId: newId() })];
    expect(found('Asif', { annotations: twice })).toEqual([
      ['duplicate', 'The same text is marked as Person already'],
    ]);
  });

  test('find mentions with another label than their entity', () => {
    const entityId = newId();
    const annotations = [span(0, 4, { entityId })];
    expect(found('Doha', { annotations }, defaultSchema, { [entityId]: 'place' })).toEqual([
      ['entity-type', 'Marked as Person, but its entity is a Place'],
    ]);
    expect(found('Doha', { annotations }, defaultSchema, { [entityId]: null })).toEqual([]);
  });

  test.each([
    ['Zabihullah', 2, 10, 'It begins inside a word: Za|bihullah'],
    ['Zabihullah', 0, 4, 'It ends inside a word: Zabi|hullah'],
    ['مذاکرات ناکام', 0, 3, 'It ends inside a word: مذا|کرات'],
    ['𝔘𝔘 x', 0, 2, 'It ends inside a word: 𝔘|𝔘'],
  ])('find a word that is cut: %s', (text, start, end, message) => {
    expect(found(text, { annotations: [span(start, end)] })).toEqual([['cut-word', message]]);
  });

  test.each([
    ['Pakistan’s army', 0, 8],
    ['cross-border', 0, 5],
    ['停火协议', 0, 2],
    ['(TTP)', 1, 4],
    ['👩🏽‍⚖️ Amir', 0, 7],
  ])('leave words in peace that are whole: %s', (text, start, end) => {
    expect(found(text, { annotations: [span(start, end)] })).toEqual([]);
  });

  test('find stances without holder, target, evidence, or with unknown words', () => {
    const stances = [position({ holder: null, target: null, evidence: [], polarity: 'furious' })];
    expect(found('Some text', { stances })).toEqual([
      ['missing-party', 'The stance has no holder and no target'],
      ['unknown-term', 'The schema has no polarity ‘furious’'],
      ['no-evidence', 'The stance has no evidence in the text'],
    ]);
  });

  test('find document labels that the schema does not have', () => {
    const appraisal: Appraisal = {
      id: newId(),
      layerId,
      documentId,
      labels: { genre: ['report', 'statement'], tone: ['calm'] },
      note: '',
    };
    expect(found('Some text', { appraisals: [appraisal] })).toEqual([
      ['document-label', 'Genre takes one value'],
      ['document-label', 'The schema has no document label ‘tone’'],
    ]);
  });

  test('find relations that join what they may not, and events without a required role', () => {
    const schema = Schema.parse({
      ...defaultSchema,
      relationTypes: [
        { id: 'leads', name: 'Leads', colour: '#000000', from: ['person'], to: ['organisation'] },
      ],
      eventTypes: [
        {
          id: 'attack',
          name: 'Attack',
          colour: '#000000',
          roles: [
            { id: 'attacker', name: 'Attacker', types: ['organisation'], required: true },
            { id: 'place', name: 'Place', types: ['place'], required: true },
          ],
        },
      ],
    });
    const [asif, army] = [span(0, 4), span(5, 9, { typeId: 'organisation' })];
    const common = { layerId, documentId, attributes: {}, note: '', origin: 'human' as const };
    const relation = (fromId: string, toId: string, typeId = 'leads'): Relation => ({
      id: newId(),
      typeId,
      fromId,
      toId,
      ...common,
    });
    const event: Event = {
      id: newId(),
      typeId: 'attack',
      trigger: [{ start: 10, end: 17 }],
      roles: [{ roleId: 'attacker', filler: { kind: 'mention', id: asif.id } }],
      ...common,
    };
    const relations = [
      relation(asif.id, army.id),
      relation(army.id, asif.id),
      relation(asif.id, army.id, 'ghost'),
    ];
    expect(
      found('Asif Army strikes', { annotations: [asif, army], relations, events: [event] }, schema),
    ).toEqual([
      ['join', 'The schema has no relation ‘ghost’'],
      ['join', 'Leads may not go from Organisation to Person'],
      ['role', 'Person cannot be Attacker of Attack'],
      ['role', 'Attack needs Place'],
    ]);
  });
});
