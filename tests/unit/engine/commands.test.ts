import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { call, identity, newProject, SEED } from '../../support/project';

describe('importing', () => {
  test('keeps the seed document byte for byte', async () => {
    const { engine } = newProject();
    const report = await call(engine, 'document.import', { paths: [SEED] });
    const { document, text } = await call(engine, 'document.get', { id: report.imported[0]!.documentId });
    const bytes = readFileSync(SEED);
    expect(Buffer.from(text, 'utf8').equals(bytes)).toBe(true);
    expect(document.textSha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(document).toMatchObject({ language: 'en', direction: 'ltr', length: text.length });
    expect(report.warnings).toEqual([]);
  });

  test('tells a text that is there already from a new one of the same name', async () => {
    const project = newProject();
    const first = await project.addText('Talks began in the morning.', 'report');
    const again = await call(project.engine, 'document.import', { paths: [`${project.folder}/report.txt`] });
    expect(again).toMatchObject({ imported: [], duplicates: [{ sameAs: first, name: 'report' }] });
    await project.addText('Talks ended in the evening.', 'report');
    const names = (await call(project.engine, 'document.list', {})).map(({ name }) => name);
    expect(names).toEqual(['report', 'report (2)']);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffمذاکرات', 'utf8'), 'utf-8', true],
    ['UTF-16 little endian with a mark', Buffer.from('\ufeffمذاکرات', 'utf16le'), 'utf-16le', true],
    ['UTF-16 big endian with a mark', Buffer.from('\ufeffمذاکرات', 'utf16le').swap16(), 'utf-16be', true],
    ['UTF-16 little endian without', Buffer.from('Talks in Istanbul', 'utf16le'), 'utf-16le', false],
  ])('reads %s', async (_name, bytes, encoding, byteOrderMark) => {
    const project = newProject();
    const id = await project.addText(bytes);
    const { document, text } = await call(project.engine, 'document.get', { id });
    expect(['مذاکرات', 'Talks in Istanbul']).toContain(text);
    expect(document.source).toMatchObject({ encoding, byteOrderMark });
  });

  test('leaves line ends as they are', async () => {
    const project = newProject();
    const id = await project.addText('one\r\ntwo\rthree\n\u2028four\u0085');
    expect((await call(project.engine, 'document.get', { id })).text).toBe(
      'one\r\ntwo\rthree\n\u2028four\u0085',
    );
  });

  test('takes out U+0000 and says so', async () => {
    const project = newProject();
    await project.addText('plain');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${project.folder}/nulls.txt`, 'a long enough text with a \0 and another \0 in it');
    const report = await call(project.engine, 'document.import', { paths: [`${project.folder}/nulls.txt`] });
    expect(report.warnings[0]!.message).toMatch(/^2 zero characters/);
    const { text } = await call(project.engine, 'document.get', { id: report.imported[0]!.documentId });
    expect(text).toBe('a long enough text with a  and another  in it');
  });

  test('refuses what is no text, names why, and takes the rest', async () => {
    const project = newProject();
    const { mkdirSync, writeFileSync } = await import('node:fs');
    const folder = `${project.folder}/mixed`;
    mkdirSync(`${folder}/deep`, { recursive: true });
    writeFileSync(`${folder}/a.txt`, 'Good text.');
    writeFileSync(`${folder}/deep/b.txt`, 'Another good text.');
    writeFileSync(`${folder}/picture.png`, 'x');
    writeFileSync(`${folder}/latin1.txt`, Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20]));
    writeFileSync(`${folder}/paper.txt`, '%PDF-1.7 and so on');
    const report = await call(project.engine, 'document.import', { paths: [folder, `${folder}/gone.txt`] });
    expect(report.imported.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(report.refused.map(({ message }) => message)).toEqual([
      'There is no such file.',
      expect.stringMatching(/byte 3 fits neither/),
      expect.stringMatching(/This is a PDF/),
    ]);
    expect(report.warnings[0]!.message).toMatch(/^1 file is of no kind/);
  });

  test('can be cancelled and leaves nothing', async () => {
    const project = newProject();
    const { writeFileSync } = await import('node:fs');
    for (let index = 0; index < 50; index++) writeFileSync(`${project.folder}/${index}.txt`, `Text ${index}`);
    const controller = new AbortController();
    const work = project.engine.execute(
      'document.import',
      { paths: [project.folder] },
      { signal: controller.signal, onProgress: ({ done }) => done > 20 && controller.abort() },
    );
    await expect(work).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await call(project.engine, 'document.list', {})).toEqual([]);
  });
});

describe('marking', () => {
  test('widens a span to whole grapheme clusters', async () => {
    const project = newProject();
    const text = 'a👩‍👩‍👧b';
    const documentId = await project.addText(text);
    const annotation = await call(project.engine, 'annotation.create', {
      documentId,
      typeId: 'person',
      fragments: [{ start: 2, end: 4 }],
    });
    expect(annotation.fragments).toEqual([{ start: 1, end: text.length - 1 }]);
  });

  test('of many spans is one step, which one undo takes back', async () => {
    const project = newProject();
    const documentId = await project.addText('one two one two');
    const { ids } = await call(project.engine, 'annotation.createMany', {
      documentId,
      typeId: 'person',
      spans: [[{ start: 0, end: 3 }], [{ start: 8, end: 11 }]],
    });
    const { annotations } = await call(project.engine, 'document.annotations', { id: documentId });
    expect(annotations.map(({ id }) => id)).toEqual(ids);
    await call(project.engine, 'history.undo', {});
    expect((await call(project.engine, 'document.annotations', { id: documentId })).annotations).toEqual([]);
    const wrong = { documentId, typeId: 'person', spans: [[{ start: 0, end: 3 }], [{ start: 9, end: 99 }]] };
    await expect(project.engine.execute('annotation.createMany', wrong)).rejects.toMatchObject({
      kind: 'bad-input',
    });
    expect((await call(project.engine, 'document.annotations', { id: documentId })).annotations).toEqual([]);
  });

  test('takes several fragments, in order and joined where they touch', async () => {
    const project = newProject();
    const documentId = await project.addText('left and right hands');
    const annotation = await call(project.engine, 'annotation.create', {
      documentId,
      typeId: 'person',
      fragments: [
        { start: 15, end: 20 },
        { start: 0, end: 2 },
        { start: 2, end: 4 },
      ],
    });
    expect(annotation.fragments).toEqual([
      { start: 0, end: 4 },
      { start: 15, end: 20 },
    ]);
  });

  test.each([
    [{ typeId: 'dragon', fragments: [{ start: 0, end: 1 }] }, /no entity type 'dragon'/],
    [{ typeId: 'person', fragments: [{ start: 0, end: 999 }] }, /no stretch of a text of 5/],
    [{ typeId: 'person', fragments: [{ start: 3, end: 3 }] }, /fragments\[0\].*start must lie before end/],
    [{ typeId: 'person', fragments: [] }, /fragments/],
    [
      { typeId: 'person', fragments: [{ start: 0, end: 1 }], attributes: { colour: 'red' } },
      /no attribute 'colour'/,
    ],
    [
      { typeId: 'person', fragments: [{ start: 0, end: 1 }], attributes: { 'mention-kind': 'red' } },
      /no value/,
    ],
    [{ typeId: 'person', fragments: [{ start: 0, end: 1 }], surprise: true }, /surprise/],
  ])('refuses %j and changes nothing', async (input, words) => {
    const project = newProject();
    const documentId = await project.addText('hello');
    await expect(project.engine.execute('annotation.create', { documentId, ...input })).rejects.toMatchObject(
      {
        kind: 'bad-input',
        message: expect.stringMatching(words),
      },
    );
    expect((await call(project.engine, 'document.annotations', { id: documentId })).annotations).toEqual([]);
  });

  test('makes the annotator’s layer and sets the document in progress, and undo takes both back', async () => {
    const project = newProject();
    const documentId = await project.addText('hello');
    const status = async () => (await call(project.engine, 'document.list', {}))[0]!.status;
    expect(await status()).toBe('new');
    await call(project.engine, 'annotation.create', {
      documentId,
      typeId: 'person',
      fragments: [{ start: 0, end: 5 }],
    });
    expect(await status()).toBe('in-progress');
    await call(project.engine, 'history.undo', {});
    expect(await status()).toBe('new');
    expect((await call(project.engine, 'document.annotations', { id: documentId })).layers).toEqual([]);
  });

  test('a colleague’s annotation cannot be changed', async () => {
    const project = newProject(identity('Annotator A', 1));
    const documentId = await project.addText('hello');
    const { id } = await call(project.engine, 'annotation.create', {
      documentId,
      typeId: 'person',
      fragments: [{ start: 0, end: 5 }],
    });
    const other = project.reopen({ as: identity('Annotator B', 2) });
    for (const [name, input] of [
      ['annotation.update', { id, typeId: 'place' }],
      ['annotation.remove', { ids: [id] }],
      ['mention.link', { annotationIds: [id], entityId: null }],
    ] as const) {
      await expect(other.execute(name, input)).rejects.toMatchObject({
        kind: 'conflict',
        message: expect.stringContaining('Annotator A'),
      });
    }
    expect(await call(other, 'history.undo', {})).toBeNull();
  });
});

describe('entities and stances', () => {
  async function withMention() {
    const project = newProject();
    const documentId = await project.addText('The spokesman rejects the demand.');
    const mention = await call(project.engine, 'annotation.create', {
      documentId,
      typeId: 'person',
      fragments: [{ start: 4, end: 13 }],
    });
    return { project, engine: project.engine, documentId, mention };
  }

  test('one command makes an entity and links mentions', async () => {
    const { engine, mention } = await withMention();
    const entity = await call(engine, 'entity.create', {
      name: 'The spokesman',
      typeId: 'person',
      mentions: [mention.id],
    });
    expect(await call(engine, 'entity.mentions', { id: entity.id })).toMatchObject({
      total: 1,
      mentions: [{ quote: 'spokesman', own: true }],
    });
    await call(engine, 'history.undo', {});
    expect(await call(engine, 'entity.list', {})).toEqual([]);
  });

  test('a stance makes the entities and propositions that it needs, once', async () => {
    const { engine, documentId, mention } = await withMention();
    const stance = await call(engine, 'stance.create', {
      documentId,
      holder: { kind: 'mention', id: mention.id },
      target: { kind: 'newProposition', name: 'the demand' },
      polarity: 'against',
      intensity: 3,
      expression: 'explicit',
      modality: 'denies',
      sources: [{ kind: 'newEntity', name: 'A newspaper' }, { kind: 'author' }],
      evidence: [{ start: 14, end: 32 }],
      confidence: 2,
      note: 'first',
    });
    await call(engine, 'stance.create', {
      documentId,
      holder: { kind: 'newEntity', name: 'A newspaper' },
      target: { kind: 'newProposition', name: 'the demand' },
      polarity: 'neutral',
    });
    expect(await call(engine, 'entity.list', {})).toMatchObject([{ name: 'A newspaper', stances: 2 }]);
    expect(await call(engine, 'proposition.list', {})).toMatchObject([{ name: 'the demand', stances: 2 }]);
    const { stances } = await call(engine, 'document.annotations', { id: documentId });
    expect(stances.find(({ id }) => id === stance.id)).toEqual(stance);
  });

  test('deleting a mention leaves its entity in the stances that named it', async () => {
    const { engine, documentId, mention } = await withMention();
    const entity = await call(engine, 'entity.create', { name: 'The spokesman', mentions: [mention.id] });
    const { id } = await call(engine, 'stance.create', {
      documentId,
      holder: { kind: 'mention', id: mention.id },
      polarity: 'against',
    });
    await call(engine, 'annotation.remove', { ids: [mention.id] });
    const holder = async () =>
      (await call(engine, 'document.annotations', { id: documentId })).stances.find(
        (stance) => stance.id === id,
      )?.holder;
    expect(await holder()).toEqual({ kind: 'entity', id: entity.id });
    await call(engine, 'history.undo', {});
    expect(await holder()).toEqual({ kind: 'mention', id: mention.id });
  });

  test('an entity in a stance cannot be removed unawares', async () => {
    const { engine, documentId } = await withMention();
    const stance = await call(engine, 'stance.create', {
      documentId,
      holder: { kind: 'newEntity', name: 'Somebody' },
      polarity: 'favor',
    });
    const id = (stance.holder as { id: string }).id;
    await expect(engine.execute('entity.remove', { id })).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('a word that the schema does not have is refused with those it has', async () => {
    const { engine, documentId } = await withMention();
    await expect(engine.execute('stance.create', { documentId, polarity: 'furious' })).rejects.toMatchObject({
      message: expect.stringMatching(/no polarity 'furious'.*favor, against, neutral, mixed, unclear/),
    });
  });
});

describe('undo and redo', () => {
  test('go on after a restart, in order', async () => {
    const project = newProject();
    const documentId = await project.addText('one two three');
    const mark = (start: number, end: number) =>
      call(project.engine, 'annotation.create', {
        documentId,
        typeId: 'person',
        fragments: [{ start, end }],
      });
    const spans = async () =>
      (await call(project.engine, 'document.annotations', { id: documentId })).annotations.map(
        ({ fragments }) => fragments[0]!.start,
      );
    await mark(0, 3);
    await mark(4, 7);
    await mark(8, 13);
    await call(project.engine, 'history.undo', {});
    project.reopen();
    await call(project.engine, 'history.undo', {});
    expect(await spans()).toEqual([0]);
    project.reopen();
    expect(await call(project.engine, 'history.redo', {})).toMatchObject({ name: 'annotation.create' });
    expect(await spans()).toEqual([0, 4]);
    await call(project.engine, 'history.redo', {});
    expect(await spans()).toEqual([0, 4, 8]);
    expect(await call(project.engine, 'history.redo', {})).toBeNull();
  });

  test('doing something new ends redo', async () => {
    const project = newProject();
    const id = await project.addText('hello');
    await call(project.engine, 'document.update', { id, name: 'First' });
    await call(project.engine, 'history.undo', {});
    await call(project.engine, 'document.update', { id, name: 'Second' });
    expect((await call(project.engine, 'history.state', {})).redo).toBeNull();
  });

  test('the journal keeps every act with who and when', async () => {
    const project = newProject(identity('Annotator Q'));
    const id = await project.addText('hello');
    await call(project.engine, 'document.update', { id, name: 'Renamed' });
    await call(project.engine, 'history.undo', {});
    const entries = await call(project.engine, 'history.list', { documentId: id });
    expect(entries.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'undo document.update',
      'do document.update',
      'do document.import',
    ]);
    expect(entries.every(({ annotatorName }) => annotatorName === 'Annotator Q')).toBe(true);
    const times = entries.map(({ hlc }) => hlc);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('the history says what words an act was about, and how many more', async () => {
    const project = newProject();
    const id = await project.addText('Kabul and Doha');
    const spans = [[{ start: 0, end: 5 }], [{ start: 10, end: 14 }]];
    await call(project.engine, 'annotation.createMany', { documentId: id, typeId: 'place', spans });
    await call(project.engine, 'entity.create', { name: 'Qatar', typeId: 'state' });
    const subjects = (await call(project.engine, 'history.list', { limit: 2 })).map(({ subject }) => subject);
    expect(subjects).toEqual(['Qatar', 'Kabul (+1)']);
  });

  test('what changes nothing leaves no trace', async () => {
    const project = newProject();
    const id = await project.addText('hello');
    const before = await call(project.engine, 'history.list', {});
    await call(project.engine, 'document.update', { id, name: 'text-1' });
    expect(await call(project.engine, 'history.list', {})).toEqual(before);
  });
});

describe('a project open for reading', () => {
  test('answers queries and refuses commands', async () => {
    const project = newProject();
    const id = await project.addText('hello');
    const reader = project.reopen({ readOnly: true });
    expect(await call(reader, 'document.list', {})).toHaveLength(1);
    await expect(reader.execute('document.update', { id, name: 'x' })).rejects.toMatchObject({
      kind: 'read-only',
    });
  });
});
