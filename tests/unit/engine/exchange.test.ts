import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createProject, type Engine, openProject } from '../../../src/engine/index';
import { call, identity, newProject, temporaryFolder, testEnvironment } from '../../support/project';

const TEXT = 'Kabul and Doha hold talks.';
const A = identity('Annotator A', 1);
const B = identity('Annotator B', 2);

const place = (documentId: string, start: number, end: number, typeId = 'place') => ({
  documentId,
  typeId,
  fragments: [{ start, end }],
});

let made = 1;

/** A project of somebody's own with a text in it. */
async function ownProject(folder: string, who = B, text = TEXT) {
  const path = join(folder, `own-${made}.parley`);
  const engine = createProject({
    path,
    name: 'Own project',
    identity: who,
    environment: testEnvironment(0x100 + made++),
  });
  const file = join(folder, `text-${made}.txt`);
  writeFileSync(file, text);
  const { imported } = await call(engine, 'document.import', { paths: [file] });
  return { path, engine, documentId: imported[0]!.documentId };
}

/** A copy of a project in which somebody else works. */
function copyFor(path: string, who = B): { path: string; engine: Engine } {
  const copy = join(temporaryFolder(), 'copy.parley');
  copyFileSync(path, copy);
  return {
    path: copy,
    engine: openProject({ path: copy, identity: who, environment: testEnvironment(0x200 + made++) }),
  };
}

/** A with a document, and what B did in a copy of it, handed over. */
async function handedOver(doing: (engine: Engine, documentId: string) => Promise<unknown>) {
  const project = newProject(A);
  const documentId = await project.addText(TEXT);
  const mine = await call(project.engine, 'annotation.create', place(documentId, 0, 5));
  project.engine.close();
  const { engine, path } = copyFor(project.path);
  await doing(engine, documentId);
  const parcel = join(temporaryFolder(), 'from-b.parley');
  const handed = await call(engine, 'exchange.handOver', { path: parcel });
  engine.close();
  return { project, engine: project.reopen(), documentId, mine, parcel, handed, theirs: path };
}

describe('handing over', () => {
  test('a package is a project of its own with what was chosen', async () => {
    const { parcel, handed } = await handedOver((engine, documentId) =>
      call(engine, 'annotation.create', place(documentId, 10, 14)),
    );
    expect(handed.manifest).toMatchObject({
      format: 'parley-package',
      by: { name: 'Annotator B' },
      documents: 1,
      layers: 1,
      annotations: 1,
    });
    const opened = openProject({ path: parcel, identity: A });
    const [document] = await call(opened, 'document.list', {});
    const { annotations } = await call(opened, 'document.annotations', { id: document!.id });
    expect(annotations.map(({ fragments }) => fragments)).toEqual([[{ start: 10, end: 14 }]]);
    opened.close();
  });

  test('only what is named goes along', async () => {
    const project = newProject(A);
    const [one, two] = [await project.addText(TEXT), await project.addText('Herat is quiet.')];
    const mention = await call(project.engine, 'annotation.create', place(one, 0, 5));
    await call(project.engine, 'entity.create', { name: 'Kabul', mentions: [mention.id] });
    await call(project.engine, 'entity.create', { name: 'Secret' });
    await call(project.engine, 'annotation.create', place(two, 0, 5));
    const path = join(project.folder, 'package.parley');
    await call(project.engine, 'exchange.handOver', { path, documentIds: [one] });
    const opened = openProject({ path, identity: B });
    expect((await call(opened, 'document.list', {})).map(({ id }) => id)).toEqual([one]);
    expect((await call(opened, 'entity.list', {})).map(({ name }) => name)).toEqual(['Kabul']);
    opened.close();
    expect(readFileSync(path).includes('Herat is quiet')).toBe(false);
    expect(readFileSync(path).includes('Secret')).toBe(false);
  });

  test('a file that is there is left alone, and nothing half made is left', async () => {
    const project = newProject(A);
    await project.addText(TEXT);
    const path = join(project.folder, 'taken.parley');
    writeFileSync(path, 'mine');
    await expect(call(project.engine, 'exchange.handOver', { path })).rejects.toMatchObject({
      kind: 'exists',
    });
    const stopped = project.engine.execute(
      'exchange.handOver',
      { path: join(project.folder, 'new.parley') },
      { signal: AbortSignal.abort() },
    );
    await expect(stopped).rejects.toMatchObject({ kind: 'cancelled' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(
      readdirSync(project.folder).filter((name) => name.includes('part') || name === 'new.parley'),
    ).toEqual([]);
  });
});

describe('taking in', () => {
  test('a colleague’s layer stands beside one’s own; the preview says the same and changes nothing', async () => {
    const { engine, parcel, documentId, mine } = await handedOver(async (theirs, id) => {
      await call(theirs, 'annotation.create', place(id, 10, 14));
    });
    const before = await call(engine, 'history.list', {});
    const preview = await call(engine, 'exchange.preview', { paths: [parcel] });
    expect(await call(engine, 'history.list', {})).toEqual(before);
    const report = await call(engine, 'exchange.takeIn', { paths: [parcel] });
    expect(report).toEqual(preview);
    expect(report).toMatchObject({
      notJoined: [],
      conflicts: [],
      schema: 'same',
      annotators: expect.arrayContaining([{ id: B.annotator.id, name: 'Annotator B', isNew: true }]),
      documents: [{ match: 'id', layers: [{ name: 'Annotator B', changed: 0, deleted: 0 }] }],
    });
    const { annotations, layers } = await call(engine, 'document.annotations', { id: documentId });
    expect(annotations).toHaveLength(2);
    expect(annotations).toContainEqual(mine);
    expect(layers.map(({ annotatorId }) => annotatorId).toSorted()).toEqual([A.annotator.id, B.annotator.id]);

    expect(await call(engine, 'exchange.takeIn', { paths: [parcel] })).toMatchObject({ received: 0 });
    await call(engine, 'history.undo', {});
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toEqual([mine]);
    await call(engine, 'exchange.takeIn', { paths: [parcel] });
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(2);
  });

  test('the history says what colleagues did, when they did it, once their work is taken in', async () => {
    const { engine, parcel, documentId } = await handedOver(async (theirs, id) => {
      await call(theirs, 'annotation.create', place(id, 10, 14));
      await call(theirs, 'entity.create', { name: 'Doha' });
      await call(theirs, 'history.undo', {});
    });
    await call(engine, 'exchange.takeIn', { paths: [parcel] });
    const entries = await call(engine, 'history.list', {});
    const times = entries.map(({ hlc }) => hlc);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(entries[0]).toMatchObject({ name: 'exchange.takeIn', annotatorName: 'Annotator A' });
    const theirs = entries.filter(({ seq }) => seq === null);
    expect(theirs.every(({ annotatorName }) => annotatorName === 'Annotator B')).toBe(true);
    expect(theirs.map(({ name, subject }) => [name, subject])).toEqual(
      expect.arrayContaining([['annotation.create', 'Doha']]),
    );
    expect(await call(engine, 'history.list', { annotatorId: B.annotator.id })).toEqual(theirs);
    const marked = await call(engine, 'history.list', { documentId, name: 'annotation.create' });
    expect(marked.map(({ annotatorName, documentIds }) => [annotatorName, documentIds])).toEqual([
      ['Annotator B', [documentId]],
      ['Annotator A', [documentId]],
    ]);
    const older = await call(engine, 'history.list', { before: entries[1]!.hlc });
    expect(older).toEqual(entries.slice(2));
    expect(await call(engine, 'history.list', { limit: 2 })).toEqual(entries.slice(0, 2));
  });

  test('projects that were made apart are joined by the text', async () => {
    const mine = newProject(A);
    const documentId = await mine.addText(TEXT);
    await call(mine.engine, 'annotation.create', place(documentId, 0, 5));
    const theirs = await ownProject(mine.folder);
    const mention = await call(theirs.engine, 'annotation.create', place(theirs.documentId, 0, 5));
    await call(theirs.engine, 'entity.create', { name: 'kabul', mentions: [mention.id] });
    await call(mine.engine, 'entity.create', { name: 'Kabul' });
    await call(theirs.engine, 'document.setStatus', { id: theirs.documentId, status: 'done' });
    theirs.engine.close();
    const report = await call(mine.engine, 'exchange.takeIn', { paths: [theirs.path] });
    expect(report.documents).toMatchObject([{ documentId, match: 'text' }]);
    expect(report.sameNames).toMatchObject([{ name: 'kabul' }]);
    expect(await call(mine.engine, 'document.list', {})).toHaveLength(1);
    expect((await call(mine.engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(2);
    expect(await call(mine.engine, 'exchange.takeIn', { paths: [theirs.path] })).toMatchObject({
      received: 0,
    });
  });

  test('what a document is called here stays so, whatever another project over the same text calls it', async () => {
    const mine = newProject(A);
    const documentId = await mine.addText(TEXT);
    await call(mine.engine, 'document.update', {
      id: documentId,
      name: 'Talks',
      language: 'fa',
      metadata: { title: 'Report of the talks' },
    });
    const theirs = await ownProject(mine.folder);
    await call(theirs.engine, 'annotation.create', place(theirs.documentId, 0, 5));
    await call(theirs.engine, 'document.update', { id: theirs.documentId, name: 'Another name' });
    theirs.engine.close();
    const report = await call(mine.engine, 'exchange.takeIn', { paths: [theirs.path] });
    expect(report).toMatchObject({ conflicts: [], created: 4, changed: 0 });
    const [document] = await call(mine.engine, 'document.list', {});
    expect(document).toMatchObject({
      name: 'Talks',
      language: 'fa',
      metadata: { title: 'Report of the talks' },
    });
  });

  test('a document that a colleague has removed stays where it is, with every layer', async () => {
    const project = newProject(A);
    const documentId = await project.addText(TEXT);
    project.engine.close();
    const b = copyFor(project.path);
    await call(b.engine, 'annotation.create', place(documentId, 0, 5));
    b.engine.close();
    const a = project.reopen();
    await call(a, 'exchange.takeIn', { paths: [b.path] });
    await call(a, 'document.remove', { ids: [documentId] });
    a.close();
    const there = openProject({ path: b.path, identity: B, environment: testEnvironment(0x300 + made++) });
    const report = await call(there, 'exchange.takeIn', { paths: [project.path] });
    expect(report).toMatchObject({ deleted: 0, kept: [{ documentId }] });
    expect((await call(there, 'document.annotations', { id: documentId })).annotations).toHaveLength(1);
    expect(await call(there, 'exchange.takeIn', { paths: [project.path] })).toMatchObject({ received: 0 });
    there.close();
  });

  test('a document that was removed here comes back whole when a colleague has gone on with it', async () => {
    const project = newProject(A);
    const documentId = await project.addText(TEXT);
    await call(project.engine, 'annotation.create', place(documentId, 0, 5));
    project.engine.close();
    const b = copyFor(project.path);
    await call(b.engine, 'annotation.create', place(documentId, 10, 14));
    const gone = await call(b.engine, 'annotation.create', place(documentId, 0, 9));
    const first = join(temporaryFolder(), 'first.parley');
    await call(b.engine, 'exchange.handOver', { path: first });
    const a = project.reopen();
    await call(a, 'exchange.takeIn', { paths: [first] });
    await call(a, 'document.remove', { ids: [documentId] });
    expect(await call(a, 'exchange.takeIn', { paths: [first] })).toMatchObject({ received: 0, created: 0 });
    await call(b.engine, 'annotation.remove', { ids: [gone.id] });
    await call(b.engine, 'annotation.create', place(documentId, 15, 19));
    const second = join(temporaryFolder(), 'second.parley');
    await call(b.engine, 'exchange.handOver', { path: second });
    b.engine.close();
    await call(a, 'exchange.takeIn', { paths: [second] });
    const { annotations } = await call(a, 'document.annotations', { id: documentId });
    expect(annotations.map(({ fragments }) => fragments[0]!.start)).toEqual([0, 10, 15]);
    a.close();
    const c = await ownProject(temporaryFolder(), identity('Annotator C', 3), 'Another text.');
    await call(c.engine, 'exchange.takeIn', { paths: [second] });
    expect((await call(c.engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(2);
    c.engine.close();
  });

  test('undone and taken in again says what it brings', async () => {
    const { engine, parcel } = await handedOver((theirs, id) =>
      call(theirs, 'annotation.create', place(id, 10, 14)),
    );
    const { created } = await call(engine, 'exchange.takeIn', { paths: [parcel] });
    await call(engine, 'history.undo', {});
    const again = await call(engine, 'exchange.preview', { paths: [parcel] });
    expect(again).toMatchObject({ received: 0, created });
  });

  test('propositions of one name are told like entities', async () => {
    const stance = (documentId: string) => ({
      documentId,
      holder: null,
      target: { kind: 'newProposition' as const, name: 'the talks' },
      polarity: 'favor',
      intensity: null,
      expression: null,
      modality: null,
      sources: [],
      evidence: [{ start: 0, end: 5 }],
      confidence: null,
    });
    const { engine, parcel, documentId } = await handedOver((theirs, id) =>
      call(theirs, 'stance.create', stance(id)),
    );
    await call(engine, 'stance.create', stance(documentId));
    const { sameNames } = await call(engine, 'exchange.takeIn', { paths: [parcel] });
    expect(sameNames).toMatchObject([{ kind: 'proposition', name: 'the talks' }]);
  });

  test('a document whose text was changed stays out, and the rest is joined', async () => {
    const { engine, parcel, documentId } = await handedOver(async (theirs, id) => {
      await call(theirs, 'annotation.create', place(id, 10, 14));
      const file = join(temporaryFolder(), 'other.txt');
      writeFileSync(file, 'Herat is quiet.');
      const { imported } = await call(theirs, 'document.import', { paths: [file] });
      await call(theirs, 'annotation.create', place(imported[0]!.documentId, 0, 5));
    });
    const database = new Database(parcel);
    const other = 'f'.repeat(64);
    database.exec(`INSERT INTO text VALUES ('${other}', 'Another text.');
      UPDATE document SET text_sha256 = '${other}' WHERE id = '${documentId}'`);
    database.close();
    const report = await call(engine, 'exchange.takeIn', { paths: [parcel] });
    expect(report.notJoined).toMatchObject([{ reason: 'other-text', documentId, annotations: 1 }]);
    expect(report.documents).toMatchObject([{ match: 'new' }]);
    expect(await call(engine, 'document.list', {})).toHaveLength(2);
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(1);
  });

  test('an edit stays against a deletion, and says so', async () => {
    const project = newProject(A);
    const documentId = await project.addText(TEXT);
    const entity = await call(project.engine, 'entity.create', { name: 'Kabul' });
    project.engine.close();
    const theirs = copyFor(project.path);
    await call(theirs.engine, 'entity.update', { id: entity.id, note: 'The capital.' });
    await call(theirs.engine, 'annotation.create', place(documentId, 0, 5));
    theirs.engine.close();
    const engine = project.reopen();
    await call(engine, 'entity.remove', { id: entity.id });
    const report = await call(engine, 'exchange.takeIn', { paths: [theirs.path] });
    expect(report.conflicts).toMatchObject([{ class: 'edit-against-delete', words: 'Kabul' }]);
    expect(await call(engine, 'entity.list', {})).toMatchObject([{ name: 'Kabul', note: 'The capital.' }]);
  });

  test('what somebody still needs comes back, and says so', async () => {
    const project = newProject(A);
    const documentId = await project.addText(TEXT);
    const entity = await call(project.engine, 'entity.create', { name: 'Kabul' });
    project.engine.close();
    const theirs = copyFor(project.path);
    const mention = await call(theirs.engine, 'annotation.create', place(documentId, 0, 5));
    await call(theirs.engine, 'mention.link', { annotationIds: [mention.id], entityId: entity.id });
    theirs.engine.close();
    const engine = project.reopen();
    await call(engine, 'entity.remove', { id: entity.id });
    const report = await call(engine, 'exchange.takeIn', { paths: [theirs.path] });
    expect(report.conflicts).toMatchObject([{ class: 'still-needed', words: 'Kabul' }]);
    expect(await call(engine, 'entity.list', {})).toMatchObject([{ name: 'Kabul' }]);
  });

  test('a newer schema of one’s own line is taken over; one that went another way is told', async () => {
    const { engine, parcel, project } = await handedOver(async (theirs, id) => {
      const { definition } = await call(theirs, 'schema.get', {});
      const [first] = definition.entityTypes;
      const entityTypes = [...definition.entityTypes, { ...first!, id: 'route', name: 'Route', key: null }];
      await call(theirs, 'schema.change', { definition: { ...definition, entityTypes } });
      await call(theirs, 'annotation.create', place(id, 10, 14, 'route'));
    });
    project.engine.close();
    const other = copyFor(project.path, A);
    expect(await call(other.engine, 'exchange.takeIn', { paths: [parcel] })).toMatchObject({
      schema: 'taken-over',
      unknownLabels: [],
    });
    other.engine.close();

    const mine = project.reopen();
    const { definition } = await call(mine, 'schema.get', {});
    await call(mine, 'schema.change', { definition: { ...definition, name: 'Ours' } });
    const report = await call(mine, 'exchange.takeIn', { paths: [parcel] });
    expect(report).toMatchObject({
      schema: 'differs',
      unknownLabels: [{ part: 'entityTypes', id: 'route', name: 'Route', count: 1 }],
      notJoined: [],
    });
    expect((await call(mine, 'schema.get', {})).definition.name).toBe('Ours');

    const change = { definition: report.schemaWithThem! };
    expect((await call(mine, 'schema.preview', change)).effects).toEqual([]);
    await call(mine, 'schema.change', change);
    const now = await call(mine, 'schema.get', {});
    expect(now.definition.name).toBe('Ours');
    expect(now.definition.entityTypes.at(-1)).toMatchObject({ id: 'route', name: 'Route' });
    expect(engine).toBeDefined();
  });

  test('files that are no package are told by name, and nothing is changed', async () => {
    const project = newProject(A);
    await project.addText(TEXT);
    const bad = join(project.folder, 'bad.parley');
    writeFileSync(bad, 'no database');
    const before = await call(project.engine, 'history.list', {});
    for (const path of [bad, join(project.folder, 'gone.parley'), project.path])
      await expect(call(project.engine, 'exchange.takeIn', { paths: [path] })).rejects.toMatchObject({
        data: { file: expect.stringContaining('.parley') },
      });
    expect(await call(project.engine, 'history.list', {})).toEqual(before);
    expect(readFileSync(bad, 'utf8')).toBe('no database');
    expect(existsSync(`${bad}-wal`)).toBe(false);
  });

  test('a history that was tampered with is told, and nothing is taken in', async () => {
    const { engine, parcel } = await handedOver((theirs, id) =>
      call(theirs, 'annotation.create', place(id, 10, 14)),
    );
    const database = new Database(parcel);
    database.exec("UPDATE journal SET changes = replace(changes, 'annotation', 'nonsense')");
    database.close();
    await expect(call(engine, 'exchange.takeIn', { paths: [parcel] })).rejects.toMatchObject({
      kind: 'damaged',
    });
  });

  test('records that are not as they should be stay out alone', async () => {
    const { engine, parcel, documentId } = await handedOver(async (theirs, id) => {
      await call(theirs, 'annotation.create', place(id, 10, 14));
      await call(theirs, 'annotation.create', place(id, 15, 19));
    });
    const database = new Database(parcel);
    database.exec(`UPDATE journal SET changes = replace(changes, '"end":19', '"end":1900')`);
    database.close();
    const report = await call(engine, 'exchange.takeIn', { paths: [parcel] });
    expect(report.notJoined).toMatchObject([{ reason: 'unreadable-record', annotations: 1 }]);
    expect((await call(engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(2);
  });

  test('what was taken in is passed on', async () => {
    const { engine, parcel, documentId, project } = await handedOver((theirs, id) =>
      call(theirs, 'annotation.create', place(id, 10, 14)),
    );
    await call(engine, 'exchange.takeIn', { paths: [parcel] });
    const passed = join(project.folder, 'passed.parley');
    await call(engine, 'exchange.handOver', { path: passed, layers: 'all' });
    const third = newProject(identity('Annotator C', 3));
    const report = await call(third.engine, 'exchange.takeIn', { paths: [passed] });
    expect(report.documents).toMatchObject([{ documentId, match: 'new' }]);
    expect((await call(third.engine, 'document.annotations', { id: documentId })).annotations).toHaveLength(
      2,
    );
  });
});
