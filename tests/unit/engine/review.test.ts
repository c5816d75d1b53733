import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '@contract/index';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openProject } from '../../../src/engine/index';
import { ParleyJson } from '../../../src/formats/parley-json/model';
import { call, identity, testEnvironment } from '../../support/project';
import { annotatorA, annotatorB, over, type ThreeLayers, threeLayers } from '../../support/three-layers';

type Position = Output<'review.compare'>['positions'][number];

let given: ThreeLayers;
const engine = () => given.project.engine;
const compared = () => call(engine(), 'review.compare', { documentId: given.documentId });

/** The position of A's span over some words. */
async function at(words: string): Promise<Position> {
  const { positions } = await compared();
  const id = given.ids.a[words]!;
  return positions.find(({ readings }) => readings.some(({ recordIds }) => recordIds.includes(id)))!;
}

function judgement(
  position: Position,
  verdict: Input<'review.decide'>['verdict'],
  take: string[] = [],
): Input<'review.decide'> {
  const targets = position.readings.flatMap(({ recordIds }) =>
    recordIds.map((id) => ({ id, label: position.documentLabel })),
  );
  return { documentId: given.documentId, targets, class: position.class, verdict, take };
}

async function decide(words: string, verdict: Input<'review.decide'>['verdict'], take: string[] = []) {
  return call(engine(), 'review.decide', judgement(await at(words), verdict, take));
}

async function gold() {
  const marks = await call(engine(), 'document.annotations', { id: given.documentId });
  const layer = marks.layers.find(({ kind }) => kind === 'gold');
  const own = ({ layerId }: { layerId: string }) => layerId === layer?.id;
  return {
    annotations: marks.annotations.filter(own),
    stances: marks.stances.filter(own),
    relations: marks.relations.filter(own),
    appraisals: marks.appraisals.filter(own),
  };
}

const bulk = (rule: Input<'review.decideMany'>['rule']): Input<'review.decideMany'> => ({
  documentIds: [given.documentId],
  rule,
});

beforeEach(async () => {
  given = await threeLayers();
});

describe('comparing', () => {
  test('names the layers, the differences and who has what', async () => {
    const { layers, positions } = await compared();
    expect(layers.map(({ name }) => name)).toEqual(['Annotator A', 'Annotator B', 'Annotator C']);
    expect(positions.map((position) => `${position.kind} ${position.class} ${position.state}`)).toEqual([
      'span boundary open',
      'span agree open',
      'relation ends open',
      'stance missing open',
      'span missing open',
      'span label open',
    ]);
  });

  test('who is done without a mark has said that there is nothing', async () => {
    const otherId = await given.project.addText('Talks go on.', 'other');
    await call(engine(), 'annotation.create', {
      documentId: otherId,
      typeId: 'event',
      fragments: [{ start: 0, end: 5 }],
    });
    const summary = async () => (await call(engine(), 'review.summary', {})).documents;
    expect(await summary()).toHaveLength(1);
    given.project.reopen({ as: annotatorB });
    await call(engine(), 'document.setStatus', { id: otherId, status: 'done' });
    expect(await summary()).toMatchObject([
      {},
      { documentId: otherId, layers: 2, conflicts: { missing: 1 } },
    ]);
    const { layers, positions } = await call(engine(), 'review.compare', { documentId: otherId });
    expect(layers.map(({ name }) => name)).toEqual(['Annotator A', 'Annotator B']);
    expect(positions).toMatchObject([{ class: 'missing', missing: [layers[1]!.layerId] }]);
    await call(engine(), 'annotation.create', {
      documentId: otherId,
      typeId: 'event',
      fragments: [{ start: 0, end: 5 }],
    });
    const after = await call(engine(), 'review.compare', { documentId: otherId });
    expect(after.layers).toEqual(layers);
    expect(after.positions).toMatchObject([{ class: 'agree' }]);
    await call(engine(), 'annotation.remove', { ids: after.positions[0]!.readings[1]!.recordIds });
    await call(engine(), 'document.setStatus', { id: otherId, status: 'new' });
  });

  test('takes only the layers that are asked for', async () => {
    const { layers, positions } = await call(engine(), 'review.compare', {
      documentId: given.documentId,
      annotatorIds: [annotatorA.annotator.id, annotatorB.annotator.id],
    });
    expect(layers).toHaveLength(2);
    expect(positions.filter(({ kind }) => kind === 'span').map((position) => position.class)).toEqual([
      'boundary',
      'agree',
      'agree',
      'agree',
    ]);
  });

  test('counts by document, and counts anew what changes', async () => {
    const { documents } = await call(engine(), 'review.summary', {});
    expect(documents).toMatchObject([
      { layers: 3, positions: 6, agreed: 1, unsettled: 5, states: { open: 6, decided: 0 } },
    ]);
    await decide('Doha', 'reject');
    const after = await call(engine(), 'review.summary', {});
    expect(after.documents).toMatchObject([{ unsettled: 4, states: { open: 5, decided: 1 } }]);
  });
});

describe('deciding', () => {
  test('takes one reading to the gold layer and keeps who, when, on what and why', async () => {
    const decision = await call(engine(), 'review.decide', {
      ...judgement(await at('Doha'), 'accept', [given.ids.c.Doha!]),
      rationale: 'It is the agreement of Doha that is meant',
      view: 'blind',
    });
    const { annotations } = await gold();
    expect(annotations).toMatchObject([{ typeId: 'agreement', fragments: [over('Doha')] }]);
    expect(decision).toMatchObject({
      class: 'label',
      verdict: 'accept',
      resultIds: [annotations[0]!.id],
      adjudicatorId: annotatorA.annotator.id,
      view: 'blind',
    });
    expect(decision.targets).toHaveLength(3);
    expect(await at('Doha')).toMatchObject({ state: 'decided', goldIds: [annotations[0]!.id] });
  });

  test('takes several readings where both are true', async () => {
    await decide('Doha', 'accept', [given.ids.a.Doha!, given.ids.c.Doha!]);
    expect((await gold()).annotations.map(({ typeId }) => typeId).sort()).toEqual(['agreement', 'place']);
  });

  test('rejects and puts off as records of their own', async () => {
    await decide('Doha', 'reject');
    await decide('Monday', 'defer');
    expect((await at('Doha')).state).toBe('decided');
    expect((await at('Monday')).state).toBe('deferred');
    expect((await gold()).annotations).toEqual([]);
    expect((await compared()).decisions.map(({ verdict }) => verdict)).toEqual(['defer', 'reject']);
  });

  test('anew replaces what was taken before, under the same identity, and keeps the earlier decision', async () => {
    await decide('Doha', 'accept', [given.ids.a.Doha!]);
    const [before] = (await gold()).annotations;
    await decide('Doha', 'accept', [given.ids.c.Doha!]);
    const { annotations } = await gold();
    expect(annotations).toMatchObject([{ id: before!.id, typeId: 'agreement' }]);
    expect((await compared()).decisions).toHaveLength(2);
    await decide('Doha', 'reject');
    expect((await gold()).annotations).toEqual([]);
  });

  test('is taken back as one step', async () => {
    await decide('Doha', 'accept', [given.ids.c.Doha!]);
    await call(engine(), 'history.undo', {});
    expect((await gold()).annotations).toEqual([]);
    expect((await at('Doha')).state).toBe('open');
    await call(engine(), 'history.redo', {});
    expect((await at('Doha')).state).toBe('decided');
  });

  test('refuses what is not there, and to take nothing', async () => {
    const position = await at('Doha');
    await expect(call(engine(), 'review.decide', judgement(position, 'accept'))).rejects.toThrow(
      'Nothing is taken',
    );
    await expect(
      call(engine(), 'review.decide', judgement(position, 'accept', [given.ids.a.Monday!])),
    ).rejects.toThrow('none of what is decided about');
  });

  test('a later change of a source makes it stale, and the next decision settles it', async () => {
    await decide('Doha', 'accept', [given.ids.c.Doha!]);
    await call(engine(), 'annotation.update', { id: given.ids.a.Doha!, typeId: 'agreement' });
    expect((await at('Doha')).state).toBe('stale');
    await decide('Doha', 'accept', [given.ids.a.Doha!]);
    expect((await at('Doha')).state).toBe('decided');
    await call(engine(), 'annotation.update', { id: given.ids.a.Doha!, note: 'Only a note' });
    expect((await at('Doha')).state).toBe('decided');
  });

  test('can be let stand although a source has changed, with the gold as it is', async () => {
    const first = await decide('Doha', 'accept', [given.ids.c.Doha!]);
    await call(engine(), 'annotation.update', { id: given.ids.a.Doha!, typeId: 'facility' });
    const { targets, class: foremost } = judgement(await at('Doha'), 'defer');
    const kept = await call(engine(), 'review.confirm', { decisionId: first.id, targets, class: foremost });
    expect(kept).toMatchObject({ verdict: 'accept', resultIds: first.resultIds });
    expect(await at('Doha')).toMatchObject({ state: 'decided', decisionId: kept.id });
    expect((await gold()).annotations).toMatchObject([{ typeId: 'agreement' }]);
  });

  test('sources that are all gone leave a position that says so', async () => {
    given.project.reopen({ as: annotatorA });
    await call(engine(), 'stance.create', {
      documentId: given.documentId,
      holder: { kind: 'author' },
      target: null,
      polarity: 'favor',
      intensity: null,
      expression: null,
      modality: null,
      sources: [],
      evidence: [over('Talks go on')],
      confidence: null,
    });
    const { positions } = await compared();
    const position = positions.find(({ labels }) => labels.includes('favor'))!;
    const [id] = position.readings[0]!.recordIds;
    await call(engine(), 'review.decide', judgement(position, 'accept', [id!]));
    await call(engine(), 'stance.remove', { ids: [id!] });
    const gone = (await compared()).positions.find((one) => one.class === 'gone');
    expect(gone).toMatchObject({
      kind: 'stance',
      state: 'stale',
      readings: [],
      place: position.place,
    });
    expect(gone!.goldIds).toEqual((await gold()).stances.map(({ id: goldId }) => goldId));
    const keep = { decisionId: gone!.decisionId!, targets: [], class: 'gone' as const };
    await call(engine(), 'review.confirm', keep);
    const kept = (await compared()).positions.find((one) => one.class === 'new');
    expect(kept).toMatchObject({ kind: 'stance', state: 'decided', goldIds: gone!.goldIds });
    expect((await gold()).stances).toHaveLength(1);
    await call(engine(), 'history.undo', {});
    await call(engine(), 'review.reopen', { decisionIds: [gone!.decisionId!] });
    expect((await gold()).stances).toEqual([]);
    expect((await compared()).positions.some((one) => one.class === 'gone')).toBe(false);
  });
});

describe('what names mentions', () => {
  test('names those of the gold layer', async () => {
    await decide('Khalid Noor', 'accept', [given.ids.b['Khalid Noor']!]);
    const { positions } = await compared();
    const stance = positions.find(({ kind }) => kind === 'stance')!;
    await call(engine(), 'review.decide', judgement(stance, 'accept', stance.readings[0]!.recordIds));
    const now = await gold();
    expect(now.stances).toMatchObject([{ holder: { kind: 'mention', id: now.annotations[0]!.id } }]);
  });

  test('names the entity where the mention is not there', async () => {
    const { positions } = await compared();
    const stance = positions.find(({ kind }) => kind === 'stance')!;
    await call(engine(), 'review.decide', judgement(stance, 'accept', stance.readings[0]!.recordIds));
    expect((await gold()).stances).toMatchObject([{ holder: { kind: 'entity' } }]);
  });

  test('relations wait for their ends, and go with them', async () => {
    const relation = async () => (await compared()).positions.find(({ kind }) => kind === 'relation')!;
    const take = async () => {
      const position = await relation();
      return call(engine(), 'review.decide', judgement(position, 'accept', position.readings[0]!.recordIds));
    };
    await expect(take()).rejects.toThrow('which is not in the gold layer');
    await decide('Khalid Noor', 'accept', [given.ids.a['Khalid Noor']!]);
    await decide('Ministry of Defence', 'accept', [given.ids.b['The Ministry of Defence']!]);
    await take();
    const { annotations, relations } = await gold();
    expect(relations).toMatchObject([{ fromId: annotations[1]!.id, toId: annotations[0]!.id }]);
    await decide('Ministry of Defence', 'reject');
    expect((await gold()).relations).toEqual([]);
    expect((await relation()).state).toBe('stale');
  });
});

describe('in bulk', () => {
  test('takes what all have, after showing it', async () => {
    const preview = await call(engine(), 'review.preview', bulk({ rule: 'all' }));
    expect(preview).toMatchObject({ decided: 1, byKind: { span: 1 }, left: [] });
    expect(preview.positions).toMatchObject([{ quote: 'Khalid Noor', by: 3, of: 3 }]);
    expect((await gold()).annotations).toEqual([]);
    const { decided } = await call(engine(), 'review.decideMany', bulk({ rule: 'all' }));
    expect(decided).toBe(1);
    expect((await gold()).annotations).toHaveLength(1);
    expect(await call(engine(), 'review.decideMany', bulk({ rule: 'all' }))).toMatchObject({ decided: 0 });
  });

  test('takes what most have, in one step, with what names it', async () => {
    const { decided, byKind } = await call(engine(), 'review.decideMany', bulk({ rule: 'majority' }));
    expect({ decided, byKind }).toEqual({ decided: 5, byKind: { span: 4, relation: 1 } });
    const { annotations, relations } = await gold();
    expect(annotations.map(({ typeId }) => typeId)).toEqual(['organisation', 'person', 'time', 'place']);
    expect(relations).toHaveLength(1);
    await call(engine(), 'history.undo', {});
    expect((await gold()).annotations).toEqual([]);
  });

  test('takes one annotator’s, and leaves alone what is decided', async () => {
    await decide('Doha', 'reject');
    const rule = { rule: 'annotator' as const, annotatorId: annotatorB.annotator.id };
    expect(await call(engine(), 'review.decideMany', bulk(rule))).toMatchObject({ decided: 4 });
    const { annotations } = await gold();
    expect(annotations.map(({ fragments }) => fragments[0])).toEqual([
      over('The Ministry of Defence'),
      over('Khalid Noor'),
      over('Monday'),
    ]);
  });
});

describe('the gold layer', () => {
  test('is changed by amending alone, and the decision tells it', async () => {
    await decide('Doha', 'accept', [given.ids.c.Doha!]);
    const [span] = (await gold()).annotations;
    const change = { id: span!.id, typeId: 'place' };
    await expect(call(engine(), 'annotation.update', change)).rejects.toThrow('gold layer');
    await call(engine(), 'review.amend', { command: 'annotation.update', input: change });
    expect((await gold()).annotations).toMatchObject([{ typeId: 'place' }]);
    expect((await compared()).decisions).toMatchObject([{ verdict: 'edit', resultIds: [span!.id] }]);
    expect((await at('Doha')).state).toBe('decided');
    await call(engine(), 'review.amend', { command: 'annotation.remove', input: { ids: [span!.id] } });
    expect((await compared()).decisions).toMatchObject([{ verdict: 'reject', resultIds: [] }]);
  });

  test('colleagues’ layers stay theirs even then', async () => {
    const foreign = {
      command: 'annotation.update' as const,
      input: { id: given.ids.b.Doha!, typeId: 'place' },
    };
    await expect(call(engine(), 'review.amend', foreign)).rejects.toThrow('Annotator B');
  });

  test('can have what nobody marked', async () => {
    const { decision, annotation } = await call(engine(), 'review.mark', {
      documentId: given.documentId,
      typeId: 'agreement',
      fragments: [over('the ceasefire')],
    });
    expect(decision).toMatchObject({ verdict: 'new', targets: [], resultIds: [annotation.id] });
    const listed = (await compared()).positions.find((one) => one.class === 'new');
    expect(listed).toMatchObject({
      kind: 'span',
      place: over('the ceasefire'),
      state: 'decided',
      goldIds: [annotation.id],
    });
    await call(engine(), 'review.reopen', { decisionIds: [decision.id] });
    expect((await gold()).annotations).toEqual([]);
  });

  test('keeps why it is as it is', async () => {
    const { id } = await decide('Doha', 'reject');
    await call(engine(), 'review.explain', { decisionId: id, rationale: 'Not named here' });
    expect((await compared()).decisions[0]).toMatchObject({ rationale: 'Not named here' });
  });
});

test('labels of the document are decided one by one', async () => {
  await call(engine(), 'document.appraise', { id: given.documentId, labels: { topic: ['Talks'] } });
  const position = (await compared()).positions.find(({ documentLabel }) => documentLabel === 'topic')!;
  await call(engine(), 'review.decide', judgement(position, 'accept', position.readings[0]!.recordIds));
  expect((await gold()).appraisals).toMatchObject([{ labels: { topic: ['Talks'] } }]);
  await call(engine(), 'document.appraise', { id: given.documentId, labels: { 'language-checked': [true] } });
  expect(
    (await compared()).positions.filter(({ kind }) => kind === 'document').map(({ state }) => state),
  ).toContain('decided');
  await call(engine(), 'review.decide', judgement(position, 'reject'));
  expect((await gold()).appraisals).toEqual([]);
});

test('a document goes with its decisions', async () => {
  await decide('Doha', 'accept', [given.ids.c.Doha!]);
  await call(engine(), 'document.remove', { ids: [given.documentId] });
  await call(engine(), 'history.undo', {});
  expect((await at('Doha')).state).toBe('decided');
});

test('the gold layer goes out with what was decided', async () => {
  const decision = await decide('Doha', 'accept', [given.ids.c.Doha!]);
  const path = join(given.project.folder, 'gold.json');
  await call(engine(), 'export.write', { path, format: 'json', annotatorIds: [], gold: true });
  const [document] = ParleyJson.parse(JSON.parse(readFileSync(path, 'utf8'))).documents;
  expect(document!.layers).toMatchObject([{ kind: 'gold', annotator: null, spans: [{ type: 'agreement' }] }]);
  expect(document!.decisions).toMatchObject([
    { id: decision.id, class: 'label', verdict: 'accept', results: [document!.layers[0]!.spans[0]!.id] },
  ]);
});

test('decisions and their gold go over to colleagues, once and whole', async () => {
  const copy = join(given.project.folder, 'copy.parley');
  given.project.engine.close();
  copyFileSync(given.project.path, copy);
  given.project.reopen({ as: annotatorA });
  await decide('Doha', 'accept', [given.ids.c.Doha!]);
  await decide('Monday', 'reject');
  const parcel = join(given.project.folder, 'parcel.parley');
  await call(engine(), 'exchange.handOver', { path: parcel, layers: 'all' });
  const bare = join(given.project.folder, 'bare.parley');
  await call(engine(), 'exchange.handOver', { path: bare, gold: false });
  const here = await compared();

  const colleague = openProject({ path: copy, identity: annotatorB, environment: testEnvironment(0x77) });
  onTestFinished(() => colleague.close());
  const there = () => call(colleague, 'review.compare', { documentId: given.documentId });
  await call(colleague, 'exchange.takeIn', { paths: [bare] });
  expect((await there()).decisions).toEqual([]);
  await call(colleague, 'exchange.takeIn', { paths: [parcel] });
  await call(colleague, 'exchange.takeIn', { paths: [parcel] });
  expect(await there()).toEqual(here);
});

describe('decisions stay in force', () => {
  test('where layers that they were about did not come along', async () => {
    await decide('Khalid Noor', 'accept', [given.ids.a['Khalid Noor']!]);
    await decide('Doha', 'accept', [given.ids.c.Doha!]);
    const parcel = join(given.project.folder, 'own-and-gold.parley');
    await call(engine(), 'exchange.handOver', { path: parcel });
    const opened = openProject({ path: parcel, identity: annotatorA, environment: testEnvironment(0x79) });
    onTestFinished(() => opened.close());
    const { layers, positions } = await call(opened, 'review.compare', { documentId: given.documentId });
    expect(layers).toHaveLength(1);
    const decided = positions.filter(({ decisionId }) => decisionId !== null);
    expect(decided.map(({ state }) => state)).toEqual(['decided', 'decided']);
  });

  test('until a colleague who took part takes something back', async () => {
    const copy = join(given.project.folder, 'b.parley');
    given.project.engine.close();
    copyFileSync(given.project.path, copy);
    given.project.reopen({ as: annotatorA });
    const b = openProject({ path: copy, identity: annotatorB, environment: testEnvironment(0x7a, 60_000) });
    onTestFinished(() => b.close());
    const { id } = await call(b, 'annotation.create', {
      documentId: given.documentId,
      typeId: 'event',
      fragments: [over('Talks')],
    });
    await call(engine(), 'exchange.takeIn', { paths: [copy] });
    const talks = async () => (await compared()).positions.find(({ labels }) => labels.includes('event'));
    await call(engine(), 'review.decide', judgement((await talks())!, 'accept', [id]));
    expect((await talks())!.state).toBe('decided');
    await call(b, 'annotation.remove', { ids: [id] });
    await call(engine(), 'exchange.takeIn', { paths: [copy] });
    expect((await compared()).positions.find((one) => one.class === 'gone')).toMatchObject({
      state: 'stale',
      place: over('Talks'),
    });
  });

  test('when somebody comes later who reads the same, and not when they read otherwise', async () => {
    await decide('Khalid Noor', 'accept', [given.ids.a['Khalid Noor']!]);
    await decide('Doha', 'accept', [given.ids.c.Doha!]);
    await decide('Monday', 'reject');
    given.project.reopen({ as: identity('Annotator D', 4) });
    const [noor] = await call(engine(), 'entity.list', {});
    const mark = (words: string, typeId: string, entityId: string | null = null) =>
      call(engine(), 'annotation.create', {
        documentId: given.documentId,
        typeId,
        entityId,
        fragments: [over(words)],
      });
    await mark('Khalid Noor', 'person', noor!.id);
    const { id } = await mark('Doha', 'agreement');
    await mark('Monday', 'time');
    given.project.reopen({ as: annotatorA });
    expect((await at('Khalid Noor')).state).toBe('decided');
    expect((await at('Doha')).state).toBe('decided');
    expect((await at('Monday')).state).toBe('stale');
    given.project.reopen({ as: identity('Annotator D', 4) });
    await call(engine(), 'annotation.update', { id, typeId: 'place' });
    expect((await at('Doha')).state).toBe('stale');
  });

  test('when what they name is merged with what is the same', async () => {
    await decide('Khalid Noor', 'accept', [given.ids.a['Khalid Noor']!]);
    const stance = (await compared()).positions.find(({ kind }) => kind === 'stance')!;
    await call(engine(), 'review.decide', judgement(stance, 'accept', stance.readings[0]!.recordIds));
    const [noor] = await call(engine(), 'entity.list', {});
    const minister = await call(engine(), 'entity.create', { name: 'The minister', typeId: 'person' });
    await call(engine(), 'entity.merge', { id: minister.id, from: [noor!.id] });
    const ceasefire = (await call(engine(), 'proposition.list', {}))[0]!;
    const truce = await call(engine(), 'proposition.create', { name: 'The truce' });
    await call(engine(), 'proposition.merge', { id: truce.id, from: [ceasefire.id] });
    expect((await at('Khalid Noor')).state).toBe('decided');
    const after = (await compared()).positions.find(({ kind }) => kind === 'stance')!;
    expect(after.state).toBe('decided');
    await call(engine(), 'history.undo', {});
    await call(engine(), 'history.undo', {});
    expect((await at('Khalid Noor')).state).toBe('decided');
  });

  test('all at once, if that is wanted', async () => {
    await decide('Doha', 'accept', [given.ids.c.Doha!]);
    await decide('Monday', 'reject');
    await call(engine(), 'annotation.update', { id: given.ids.a.Doha!, typeId: 'facility' });
    await call(engine(), 'annotation.update', { id: given.ids.a.Monday!, typeId: 'quantity' });
    const before = await gold();
    const preview = await call(engine(), 'review.preview', bulk({ rule: 'keep' }));
    expect(preview.positions).toMatchObject([{ quote: 'Monday' }, { quote: 'Doha', label: 'agreement' }]);
    const { decided } = await call(engine(), 'review.decideMany', bulk({ rule: 'keep' }));
    expect(decided).toBe(2);
    expect(await gold()).toEqual(before);
    expect([(await at('Doha')).state, (await at('Monday')).state]).toEqual(['decided', 'decided']);
  });
});

describe('two adjudicators', () => {
  /** What B decides in a copy, merged into A's project. */
  async function withColleague(doing: (decideThere: typeof decide) => Promise<unknown>): Promise<void> {
    const copy = join(given.project.folder, 'colleague.parley');
    given.project.engine.close();
    copyFileSync(given.project.path, copy);
    const colleague = openProject({ path: copy, identity: annotatorB, environment: testEnvironment(0x78) });
    await doing(async (words, verdict, take = []) => {
      const { positions } = await call(colleague, 'review.compare', { documentId: given.documentId });
      const id = given.ids.a[words]!;
      const position = positions.find(({ readings }) =>
        readings.some(({ recordIds }) => recordIds.includes(id)),
      )!;
      return call(colleague, 'review.decide', judgement(position, verdict, take));
    });
    colleague.close();
    given.project.reopen({ as: annotatorA });
    theirs = copy;
  }
  let theirs: string;

  test('who decide the same make one gold record', async () => {
    await withColleague(async (decideThere) => {
      await decideThere('Doha', 'accept', [given.ids.a.Doha!]);
      await decideThere('Khalid Noor', 'accept', [given.ids.b['Khalid Noor']!]);
    });
    await decide('Doha', 'accept', [given.ids.b.Doha!]);
    await decide('Khalid Noor', 'accept', [given.ids.a['Khalid Noor']!]);
    await call(engine(), 'exchange.takeIn', { paths: [theirs] });
    expect((await gold()).annotations.map(({ typeId }) => typeId)).toEqual(['person', 'place']);
    expect((await at('Doha')).state).toBe('decided');
  });

  test('of whom one takes and one rejects leave it to be looked at again, and the newest can be kept', async () => {
    await withColleague((decideThere) => decideThere('Doha', 'accept', [given.ids.a.Doha!]));
    await decide('Doha', 'reject');
    await call(engine(), 'exchange.takeIn', { paths: [theirs] });
    const doha = await at('Doha');
    expect(doha.state).toBe('stale');
    expect(doha.goldIds).toHaveLength(1);
    const decisions = (await compared()).decisions;
    const rejecting = decisions.find(({ verdict }) => verdict === 'reject')!;
    expect(decisions).toHaveLength(2);
    const { targets, class: foremost } = judgement(doha, 'reject');
    await call(engine(), 'review.confirm', { decisionId: rejecting.id, targets, class: foremost });
    expect((await gold()).annotations).toEqual([]);
    expect((await at('Doha')).state).toBe('decided');
  });
});

describe('another mind about a mention', () => {
  const stance = async () => (await compared()).positions.find(({ kind }) => kind === 'stance')!;
  beforeEach(async () => {
    await call(engine(), 'mention.link', { annotationIds: [given.ids.a['Khalid Noor']!], entityId: null });
    await decide('Khalid Noor', 'accept', [given.ids.a['Khalid Noor']!]);
    const position = await stance();
    await call(engine(), 'review.decide', judgement(position, 'accept', position.readings[0]!.recordIds));
  });

  test('that takes more of it leaves the holder of a stance', async () => {
    const { b, c } = given.ids;
    await decide('Khalid Noor', 'accept', [b['Khalid Noor']!, c['Khalid Noor']!]);
    expect((await gold()).stances[0]!.holder).toMatchObject({ kind: 'mention' });
    expect((await stance()).state).toBe('decided');
  });

  test('that rejects it puts the stance out of date, until it is decided or kept without', async () => {
    await decide('Khalid Noor', 'reject');
    expect((await gold()).stances).toMatchObject([{ holder: null }]);
    const position = await stance();
    expect(position.state).toBe('stale');
    const { targets, class: foremost } = judgement(position, 'reject');
    await call(engine(), 'review.confirm', { decisionId: position.decisionId!, targets, class: foremost });
    expect((await stance()).state).toBe('decided');
    expect((await compared()).decisions[0]).toMatchObject({ verdict: 'edit' });
  });
});
