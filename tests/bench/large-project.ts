import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Change, created } from '../../src/core/journal/change.ts';
import { createProject, type Engine, type Identity, openProject } from '../../src/engine/index.ts';
import { ProjectFile } from '../../src/store/project-file.ts';

export interface LargeProject {
  annotators: number;
  documents: number;
  /** Spans over all documents and annotators. */
  annotations: number;
}

/** Ten annotators, each of whom has done every document: the most pairs to compare. */
export const LARGE_PROJECT: LargeProject = { annotators: 10, documents: 5_000, annotations: 500_000 };

const TYPES = ['person', 'organisation', 'place', 'armed-group', 'state'];
const WORDS =
  'the talks on a ceasefire between both governments went on while groups at the border waited'.split(' ');

/** A sequence of ids that are valid UUIDs: `kind` tells the kinds of records apart. */
const idOf = (kind: number, n: number) =>
  `00000000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;

export const benchIdentity = (n = 0): Identity => ({
  deviceId: idOf(1, n),
  annotator: { id: idOf(2, n), name: `Annotator ${String.fromCharCode(65 + n)}` },
});

/** The words of a document, the same each time, and where each begins (UTF-16 code units). */
function textOf(document: number): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = `Report ${document}.`;
  for (let word = 0; word < 240; word++) {
    text += ' ';
    starts.push(text.length);
    text += WORDS[(word * 7 + document * 3 + (word >> 3)) % WORDS.length];
  }
  return { text: `${text}.`, starts };
}

/**
 * Writes a large project straight into the file, without a journal, and opens it. Annotators mostly agree:
 * now and then one has another label, another end or nothing.
 */
export function makeLargeProject(
  folder: string,
  size: LargeProject = LARGE_PROJECT,
): { path: string; engine: Engine } {
  const path = join(folder, 'large.parley');
  createProject({ path, name: 'Large', identity: benchIdentity() }).close();
  const file = ProjectFile.open(path, {
    annotator: 'Benchmark',
    token: 'bench',
    since: new Date(0).toISOString(),
  });
  const each = Math.max(1, Math.round(size.annotations / size.documents / size.annotators));
  const people = Array.from({ length: size.annotators }, (_, n) => benchIdentity(n).annotator);
  const write = (changes: Change[]) =>
    file.connection.transaction(() => file.records.apply(changes)).immediate();
  write(people.slice(1).map((person) => created('annotator', person)));
  for (let from = 0; from < size.documents; from += 500) {
    const changes: Change[] = [];
    const texts = new Map<string, string>();
    for (let d = from; d < Math.min(size.documents, from + 500); d++) {
      const { text, starts } = textOf(d);
      const textSha256 = createHash('sha256').update(text).digest('hex');
      texts.set(textSha256, text);
      changes.push(
        created('document', {
          id: idOf(3, d),
          name: `report-${d}`,
          textSha256,
          length: text.length,
          codePoints: text.length,
          language: 'en',
          direction: 'ltr',
          metadata: {},
          tags: [],
          position: d + 1,
          source: null,
        }),
      );
      for (const [a, person] of people.entries()) {
        const layerId = idOf(4, d * people.length + a);
        changes.push(
          created('layer', {
            id: layerId,
            documentId: idOf(3, d),
            kind: 'annotator',
            annotatorId: person.id,
          }),
        );
        changes.push(
          created('progress', {
            id: idOf(5, d * people.length + a),
            documentId: idOf(3, d),
            annotatorId: person.id,
            status: 'done',
          }),
        );
        for (let s = 0; s < each; s++) {
          const chance = (d * 7919 + a * 104_729 + s * 1_299_709) % 20;
          const word = Math.floor((s * (starts.length - 4)) / each) + (chance === 0 ? 1 : 0);
          const length = chance === 1 ? 3 : 2;
          changes.push(
            created('annotation', {
              id: idOf(6, (d * people.length + a) * each + s),
              layerId,
              documentId: idOf(3, d),
              typeId: TYPES[(s + d + (chance === 2 ? 1 : 0)) % TYPES.length]!,
              fragments: [{ start: starts[word]!, end: starts[word + length]! - 1 }],
              attributes: {},
              note: '',
              entityId: null,
              origin: 'human',
            }),
          );
        }
      }
    }
    file.connection
      .transaction(() => {
        for (const [sha256, content] of texts) file.texts.put(sha256, content);
        file.records.apply(changes);
      })
      .immediate();
  }
  file.close();
  return { path, engine: openProject({ path, identity: benchIdentity() }) };
}
