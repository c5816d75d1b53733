import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Manifest } from '@contract/exchange';
import { ParleyError } from '@core/errors';
import { recordKinds } from '@core/journal/records';
import type { StampedChange } from '@core/merge/fold';
import type { Document } from '@core/model/document';
import { Id } from '@core/model/ids';
import type { Annotator, Layer, Project, SchemaVersion } from '@core/model/project';
import { readManifest } from '../../store/package';
import { ProjectFile } from '../../store/project-file';
import type { Context, Work } from '../context';

const PAUSE = 5_000;

/** Records of which there is one for each document and person: two ids of one thing are one. */
export interface Unique {
  kind: 'layer' | 'progress' | 'appraisal';
  id: string;
  documentId: string;
  owner: string;
}

/** What a package or another project file holds, read into memory. */
export interface Source {
  path: string;
  manifest: Manifest | null;
  project: Project;
  annotators: Annotator[];
  documents: Document[];
  layers: Layer[];
  uniques: Unique[];
  schemas: SchemaVersion[];
  /** Texts by SHA-256 that this project does not have yet. */
  texts: Map<string, string>;
  changes: StampedChange[];
}

/**
 * Reads a file that is to be taken in; the file stays as it is, whatever its age.
 * @throws ParleyError what opening a project throws, naming the file
 */
export async function readSource(context: Context, path: string, work: Work): Promise<Source> {
  const opened = openAnyAge(path, context);
  try {
    const { file } = opened;
    if (file.path === context.file.path)
      throw new ParleyError('bad-input', {
        file: path,
        cause: 'This is the project that is open',
        remedy: 'Choose the file of a colleague.',
      });
    const documents = file.records.where('document', 'true');
    const layers = file.records.where('layer', 'true');
    const texts = new Map<string, string>();
    for (const { textSha256, name } of documents) {
      if (context.file.texts.get(textSha256) !== null) continue;
      const text = file.texts.get(textSha256);
      if (text === null)
        throw new ParleyError('damaged', { file: path, place: name, cause: 'The text is missing' });
      texts.set(textSha256, text);
    }
    const changes: StampedChange[] = [];
    for (const all of [file.journal.made(), file.received.all()])
      for (const stamped of wholeOnes(all, path)) {
        changes.push(stamped);
        if (changes.length % PAUSE === 0) await tell(work, path, changes.length);
      }
    const [project] = file.records.where('project', 'true');
    if (!project) throw new ParleyError('damaged', { file: path, cause: 'It has no project in it' });
    return {
      path,
      manifest: Manifest.safeParse(readManifest(file.connection)).data ?? null,
      project,
      annotators: file.records.where('annotator', 'true'),
      documents,
      layers,
      uniques: uniquesOf(file, layers),
      schemas: file.records.where('schema', 'true', [], 'version'),
      texts,
      changes,
    };
  } finally {
    opened.close();
  }
}

/** @throws ParleyError 'damaged' at the first change that is none */
function* wholeOnes(changes: Iterable<StampedChange>, path: string): Generator<StampedChange> {
  try {
    for (const stamped of changes) {
      const { kind, id } = stamped.change;
      if (!recordKinds.includes(kind) || !Id.safeParse(id).success) throw new SyntaxError(`${kind} ${id}`);
      yield stamped;
    }
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError) && !(thrown instanceof TypeError)) throw thrown;
    throw new ParleyError('damaged', {
      file: path,
      place: 'its history',
      cause: `An entry cannot be read (${thrown.message})`,
      remedy: 'Ask for the file again. Nothing was taken in.',
    });
  }
}

async function tell(work: Work, path: string, done: number): Promise<void> {
  work.progress({ done, total: null, what: `Reading ${basename(path)}` });
  await work.breathe();
}

/** Opens for reading; a file of an older version is brought up to date as a copy, never itself. */
function openAnyAge(path: string, context: Context): { file: ProjectFile; close(): void } {
  const session = { annotator: context.annotator.name, token: context.environment.newId(), since: '' };
  try {
    const file = ProjectFile.open(path, session, { readOnly: true });
    return { file, close: () => file.close() };
  } catch (thrown) {
    if (!(thrown instanceof ParleyError) || thrown.kind !== 'read-only') throw thrown;
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-take-in-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(path));
    copyFileSync(path, copy);
    const file = ProjectFile.open(copy, session);
    return {
      file,
      close() {
        file.close();
        remove();
      },
    };
  } catch (thrown) {
    remove();
    throw thrown;
  }
}

/** The records of which a document has one for each person, or for each layer. */
export function uniquesOf(file: ProjectFile, layers: readonly Layer[], documentId?: string): Unique[] {
  const ownerOf = new Map(layers.map(({ id, annotatorId }) => [id, annotatorId ?? 'gold']));
  const [where, values]: [string, string[]] = documentId ? ['document_id = ?', [documentId]] : ['true', []];
  return [
    ...layers.map((layer): Unique => ({ ...layer, kind: 'layer', owner: ownerOf.get(layer.id)! })),
    ...file.records
      .where('progress', where, values)
      .map((one): Unique => ({ ...one, kind: 'progress', owner: one.annotatorId })),
    ...file.records
      .where('appraisal', where, values)
      .map((one): Unique => ({ ...one, kind: 'appraisal', owner: ownerOf.get(one.layerId) ?? '' })),
  ].map(({ kind, id, documentId: of, owner }) => ({ kind, id, documentId: of, owner }));
}
