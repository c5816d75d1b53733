import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Estimate } from '@contract/agreement';
import type { Input } from '@contract/index';
import { describe, expect, test } from 'vitest';
import { parley } from '../../support/parley';
import { call, identity, newProject, type TestProject } from '../../support/project';

const TEXT = 'Amir met Zahra in Kabul. The envoy spoke of peace in Herat and in Kabul.';
const [A, B, C] = [identity(), identity('Annotator B', 2), identity('Annotator C', 3)];

async function mark(project: TestProject, documentId: string, words: string, typeId: string, nth = 0) {
  let start = -1;
  for (let n = 0; n <= nth; n++) start = TEXT.indexOf(words, start + 1);
  const fragments = [{ start, end: start + words.length }];
  return call(project.engine, 'annotation.create', { documentId, typeId, fragments });
}

/** A and B mark the first document, B differing in one label and one end; the second is A's alone. */
async function twoAnnotators() {
  const project = newProject(A);
  const first = await project.addText(TEXT, 'first');
  const second = await project.addText(`${TEXT} `, 'second');
  for (const words of ['Amir', 'Zahra', 'The envoy']) await mark(project, first, words, 'person');
  await mark(project, first, 'Kabul', 'place');
  await mark(project, second, 'Kabul', 'place');
  project.reopen({ as: B });
  await mark(project, first, 'Amir', 'person');
  await mark(project, first, 'Zahra', 'organisation');
  await mark(project, first, 'envoy', 'person');
  await mark(project, first, 'Kabul', 'place');
  await mark(project, first, 'Herat', 'place');
  return { project, first, second };
}

const value = ({ measure }: Estimate) => (measure.defined ? measure.value : measure.reason);

describe('agreement.compute', () => {
  test('counts matches, leaves out what only one did and says so', async () => {
    const { project, first } = await twoAnnotators();
    const result = await call(project.engine, 'agreement.compute', { gamma: true });
    expect(result.annotators.map(({ name }) => name)).toEqual(['Annotator A', 'Annotator B']);
    expect(result.documents).toEqual({ compared: 1, leftOut: 1 });
    expect(result.leftOut).toMatchObject({ positions: TEXT.length + 1, spans: 1, unpairedSpans: 1 });
    expect(result.positions).toBe(TEXT.length);
    const [pair] = result.pairs;
    expect(pair).toMatchObject({ documents: 1, spans: { first: 4, second: 5, exact: 2, overlap: 3 } });
    expect(value(result.overall.exactF1)).toBeCloseTo(4 / 9, 10);
    expect(value(result.overall.overlapF1)).toBeCloseTo(6 / 9, 10);
    // Zahra, the article and Herat differ.
    expect(value(result.overall.observed)).toBeCloseTo(1 - (5 + 4 + 5) / TEXT.length, 10);
    expect(result.gamma?.gamma.measure.defined).toBe(true);
    expect(result.byDocument).toMatchObject([{ documentId: first, name: 'first', annotators: 2 }]);
    const table = result.tables.find(({ what }) => what === 'label')!;
    expect(table.cells).toContainEqual({ row: 'person', column: 'organisation', count: 1 });
    expect(table.cells).toContainEqual({ row: '', column: 'place', count: 1 });
    // One document gives no interval.
    expect(result).toMatchObject({ replicates: 0 });
    expect(result.overall.alpha.interval).toBeNull();
  });

  test('a label that is the only one has the α of all, also where documents have none of it', async () => {
    const project = newProject(A);
    const ids: string[] = [];
    for (const name of ['one', 'two', 'three']) ids.push(await project.addText(`${TEXT} ${name}`, name));
    const done = async () => {
      for (const id of ids) await call(project.engine, 'document.setStatus', { id, status: 'done' });
    };
    await mark(project, ids[0]!, 'Kabul', 'place');
    await mark(project, ids[1]!, 'Kabul', 'place');
    await done();
    project.reopen({ as: B });
    await mark(project, ids[0]!, 'in Kabul', 'place');
    await done();
    const { overall, labels, documents } = await call(project.engine, 'agreement.compute', {});
    expect(documents.compared).toBe(3);
    expect(labels.map(({ typeId }) => typeId)).toEqual(['place']);
    expect(value(labels[0]!.alpha)).toBeCloseTo(value(overall.alpha) as number, 10);
  });

  test('holders that stand in overlapping words are one, as in the review', async () => {
    const text = 'صدر نے کہا کہ امن ضروری ہے۔';
    const project = newProject(A);
    const documentId = await project.addText(text, 'urdu');
    const say = async (holder: string) => {
      const over = (words: string) => ({
        start: text.indexOf(words),
        end: text.indexOf(words) + words.length,
      });
      const { id } = await call(project.engine, 'annotation.create', {
        documentId,
        typeId: 'person',
        fragments: [over(holder)],
      });
      await call(project.engine, 'stance.create', {
        documentId,
        holder: { kind: 'mention', id },
        target: null,
        polarity: 'favor',
        intensity: null,
        expression: null,
        modality: null,
        sources: [],
        evidence: [over('امن ضروری ہے')],
        confidence: null,
      });
    };
    await say('صدر');
    project.reopen({ as: B });
    await say('صدر نے');
    const { stances } = await call(project.engine, 'agreement.compute', {});
    const holder = stances.find(({ field, pair }) => field === 'holder' && pair === null)!;
    expect(value(holder.observed)).toBe(1);
    const { positions } = await call(project.engine, 'review.compare', { documentId });
    expect(positions.find(({ kind }) => kind === 'stance')).toMatchObject({ class: 'agree' });
  });

  test('a cell leads to its places', async () => {
    const { project, first } = await twoAnnotators();
    const places = (row: string, column: string) =>
      call(project.engine, 'agreement.places', {
        first: A.annotator.id,
        second: B.annotator.id,
        what: 'label',
        row,
        column,
      });
    expect(await places('person', 'organisation')).toMatchObject({
      total: 1,
      places: [{ documentId: first, quote: 'Zahra', before: 'Amir met ', first: { value: 'person' } }],
    });
    expect(await places('', 'place')).toMatchObject({ total: 1, places: [{ quote: 'Herat', first: null }] });
    expect(await places('place', '')).toEqual({ total: 0, places: [] });
  });

  test('only labels and documents that are asked for count', async () => {
    const { project, second } = await twoAnnotators();
    const places = await call(project.engine, 'agreement.compute', { typeIds: ['place'] });
    expect(places.labels.map(({ typeId }) => typeId)).toEqual(['place']);
    expect(places.pairs[0]!.spans).toEqual({ first: 1, second: 2, exact: 1, overlap: 1 });
    const alone = await call(project.engine, 'agreement.compute', { documentIds: [second] });
    expect(alone.documents).toEqual({ compared: 0, leftOut: 1 });
    expect(value(alone.overall.alpha)).toBe('nothing to compare');
    expect(value(alone.overall.exactF1)).toBe('no spans on either side');
  });

  test('a third annotator who found nothing counts once they have finished', async () => {
    const { project, first } = await twoAnnotators();
    project.reopen({ as: C });
    await call(project.engine, 'document.setStatus', { id: first, status: 'done' });
    const { annotators, pairs, overall, leftOut } = await call(project.engine, 'agreement.compute', {});
    expect(annotators).toHaveLength(3);
    expect(pairs.map(({ spans }) => [spans.first, spans.second])).toEqual([
      [4, 5],
      [4, 0],
      [5, 0],
    ]);
    expect(pairs[1]!.exactPrecision).toEqual({ defined: false, reason: 'the second annotator has no spans' });
    expect(overall.fleiss.measure.defined).toBe(true);
    expect(leftOut.notRatedByAll).toBe(0);
  });

  test('one label everywhere, and nobody at all, are undefined', async () => {
    const project = newProject(A);
    expect(value((await call(project.engine, 'agreement.compute', {})).overall.fleiss)).toBe(
      'no document was done by all of the annotators',
    );
    const documentId = await project.addText('Amir');
    const whole = [{ start: 0, end: 4 }];
    for (const who of [A, B]) {
      project.reopen({ as: who });
      await call(project.engine, 'annotation.create', { documentId, typeId: 'person', fragments: whole });
    }
    const { overall } = await call(project.engine, 'agreement.compute', {});
    const reason = 'only one value is used, so chance agreement is complete';
    expect([value(overall.alpha), value(overall.fleiss)]).toEqual([reason, reason]);
    expect(value(overall.exactF1)).toBe(1);
  });

  test('stances with the same evidence are compared field by field', async () => {
    const project = newProject(A);
    const documentId = await project.addText(TEXT);
    for (const [who, polarity, intensity] of [
      [A, 'favor', 1],
      [B, 'against', 3],
    ] as const) {
      project.reopen({ as: who });
      const holder = { kind: 'author' } as const;
      const said = [{ start: 25, end: 40 }];
      await call(project.engine, 'stance.create', {
        documentId,
        holder,
        polarity,
        intensity,
        evidence: said,
      });
      await call(project.engine, 'stance.create', {
        documentId,
        holder,
        polarity: 'favor',
        evidence: [{ start: 0, end: 8 }],
      });
    }
    const { stancePairs, stances, tables } = await call(project.engine, 'agreement.compute', {});
    const all = (field: string) => stances.find((row) => row.field === field && row.pair === null)!;
    expect(stancePairs).toBe(2);
    expect(value(all('polarity').observed)).toBe(0.5);
    expect(all('intensity')).toMatchObject({ compared: 1, leftOut: 1 });
    expect(value(all('expression').observed)).toBe('nothing to compare');
    expect(tables.find(({ what }) => what === 'polarity')!.cells).toContainEqual({
      row: 'favor',
      column: 'against',
      count: 1,
    });
  });

  test('is cancelled on the way', async () => {
    const { project } = await twoAnnotators();
    const abort = new AbortController();
    const done = project.engine.execute('agreement.compute', {}, { signal: abort.signal });
    abort.abort();
    await expect(done).rejects.toMatchObject({ kind: 'cancelled' });
  });
});

test('parley agreement prints tables and JSON', async () => {
  const { project } = await twoAnnotators();
  project.engine.close();
  const shown = await parley(project.folder, ['agreement', project.path]);
  expect(shown).toMatchObject({ code: 0, err: '' });
  expect(shown.out).toContain('Annotator A – Annotator B  1');
  expect(shown.out).toMatch(/F1, exact +0\.444/);
  const json = await parley(project.folder, [
    'agreement',
    project.path,
    '--json',
    '--annotators',
    'Annotator A',
    'Annotator B',
    '--labels',
    'place',
  ]);
  expect(JSON.parse(json.out).labels).toMatchObject([{ typeId: 'place' }]);
  const wrong = await parley(project.folder, ['agreement', project.path, '--annotators', 'Nobody']);
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining("There is no annotator 'Nobody'") });
});

test('parley report writes a page that needs nothing and runs nothing, whatever names are', async () => {
  const { project, first } = await twoAnnotators();
  await call(project.engine, 'document.update', { id: first, name: '<img src=x onerror=alert(1)>' });
  project.engine.close();
  const out = join(project.folder, 'report.html');
  const written = await parley(project.folder, ['report', project.path, '-o', out]);
  expect(written).toMatchObject({ code: 0, err: '' });
  const html = readFileSync(out, 'utf8');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toMatch(/<(script|img|link|iframe)|https?:|url\(/);
  for (const part of ['Progress', 'Agreement', 'Conflicts', 'Examples of disagreement'])
    expect(html).toContain(`<h2>${part}</h2>`);
  expect(html).toContain('<mark>Zahra</mark>');
  expect(html).toContain('<bdi>Ends</bdi>');
  expect(html).not.toContain('boundary');
  expect(await parley(project.folder, ['report', project.path, '-o', out])).toMatchObject({ code: 1 });
});

test('a report tells of the documents and annotators that are asked for, in every part', async () => {
  const { project, first, second } = await twoAnnotators();
  await call(project.engine, 'document.update', { id: first, name: 'The first' });
  await call(project.engine, 'document.update', { id: second, name: 'The second' });
  await mark(project, second, 'Kabul', 'place');
  await mark(project, second, 'Herat', 'person');
  const html = async (input: Input<'report.compose'>) =>
    (await call(project.engine, 'report.compose', input)).html;
  const whole = await html({});
  expect(whole).toContain('The second');
  expect(whole).toContain('7 places');
  const one = await html({ documentIds: [first] });
  expect(one).not.toContain('The second');
  expect(one).toContain('5 places');
  const alone = await html({ annotators: [A.annotator.id] });
  expect(alone).not.toContain('Annotator B');
  expect(alone).toContain('0 places');
});

test('parley compare says differences in words, and pieces without what lies between', async () => {
  const { project, first } = await twoAnnotators();
  await call(project.engine, 'annotation.create', {
    documentId: first,
    typeId: 'event',
    fragments: [over('met Zahra'), over('in Herat')],
  });
  project.engine.close();
  const { out } = await parley(project.folder, ['compare', project.path, '--document', 'first']);
  expect(out).toContain('met Zahra … in Herat');
  expect(out).toMatch(/span +ends +open/);
});

function over(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}
