import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CheckedInput } from '@contract/index';
import { ParleyError } from '@core/errors';
import type { Layer } from '@core/model/project';
import { SchemaDefinition } from '@core/model/schema';
import { inForce } from '@core/model/schema-nesting';
import manifest from '../../package.json';
import type { DatasetDocument, DatasetHeader, DatasetLayer } from '../formats/dataset';
import { formats } from '../formats/index';
import { asParleyError } from '../store/errors';
import type { ProjectFile } from '../store/project-file';
import type { QueryHandler } from './context';

const CHUNK = 1 << 20;

/**
 * Writes a dataset from a view of the project that stands still meanwhile, document by document,
 * to a temporary file beside the goal, which takes the goal's name only when it is whole and on
 * disk. A cancelled or failed export leaves nothing.
 */
export const writeExport: QueryHandler<'export.write'> = async (context, input, work) => {
  refuseBadGoal(context.file, input);
  const snapshot = context.file.snapshot();
  const part = join(dirname(input.path), `.${basename(input.path)}.${context.environment.newId()}.part`);
  let handle: FileHandle | null = null;
  try {
    const ids = documentIds(snapshot, input);
    const tally = { documents: 0, annotations: 0, stances: 0 };
    handle = await open(part, 'wx');
    const out = new HashedOutput(handle);
    const chunks = formats[input.format].write(
      headerOf(snapshot),
      documentsOf(snapshot, ids, input, (document) => {
        tally.documents++;
        for (const layer of document.layers) {
          tally.annotations += layer.annotations.length;
          tally.stances += layer.stances.length;
        }
        work.progress({ done: tally.documents, total: ids.length, what: document.document.name });
      }),
      { includeText: input.includeText, offsetUnit: input.offsetUnit, generatorVersion: manifest.version },
    );
    for (const chunk of chunks) if (await out.write(chunk)) await work.breathe();
    const written = await out.finish();
    await work.breathe();
    await handle.close();
    handle = null;
    await rename(part, input.path);
    return { path: input.path, ...written, ...tally };
  } catch (thrown) {
    await handle?.close();
    await rm(part, { force: true });
    throw asParleyError(thrown, input.path);
  } finally {
    snapshot.close();
  }
};

function refuseBadGoal(file: ProjectFile, { path, overwrite }: CheckedInput<'export.write'>): void {
  if (!existsSync(dirname(path))) {
    throw new ParleyError('not-found', { file: path, cause: 'There is no such folder' });
  }
  const real = existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
  if (['', '-wal', '-shm', '-lock'].some((suffix) => real === file.path + suffix)) {
    throw new ParleyError('bad-input', {
      file: path,
      cause: 'This is the project itself',
      remedy: 'Choose another name for the dataset.',
    });
  }
  if (existsSync(path) && !overwrite) {
    throw new ParleyError('exists', {
      file: path,
      remedy: 'Choose another name, or say that it may be replaced.',
    });
  }
}

function documentIds(file: ProjectFile, input: CheckedInput<'export.write'>): string[] {
  const all = file.records.where('document', 'true', [], 'position, id').map(({ id }) => id);
  if (!input.documentIds) return all;
  const wanted = new Set(input.documentIds);
  const found = all.filter((id) => wanted.delete(id));
  for (const id of wanted)
    throw new ParleyError('not-found', { cause: `There is no document ${id} in this project` });
  return found;
}

function headerOf({ records }: ProjectFile): DatasetHeader {
  const [project] = records.where('project', 'true');
  const schema = records.where('schema', 'true', [], 'version').at(-1);
  return {
    project: project!,
    schema: inForce(SchemaDefinition.parse(schema!.definition)),
    annotators: records.where('annotator', 'true'),
    entities: records.where('entity', 'true'),
    propositions: records.where('proposition', 'true'),
  };
}

function* documentsOf(
  file: ProjectFile,
  ids: readonly string[],
  input: CheckedInput<'export.write'>,
  tell: (document: DatasetDocument) => void,
): Generator<DatasetDocument> {
  for (const id of ids) {
    const document = file.records.get('document', id)!;
    const text = file.texts.get(document.textSha256);
    if (text === null)
      throw new ParleyError('damaged', { file: document.name, cause: 'The text is missing' });
    const layers = file.records
      .where('layer', 'document_id = ?', [id])
      .filter((layer) => isWanted(layer, input));
    const decisions = input.gold ? file.records.where('decision', 'document_id = ?', [id]) : [];
    const comments = input.comments ? file.records.where('comment', 'document_id = ?', [id]) : [];
    const whole = {
      document,
      text,
      layers: layers.map((layer) => layerOf(file, layer)),
      decisions,
      comments,
    };
    tell(whole);
    yield whole;
  }
}

function isWanted(layer: Layer, { annotatorIds, gold }: CheckedInput<'export.write'>): boolean {
  return layer.annotatorId === null ? gold : (annotatorIds?.includes(layer.annotatorId) ?? true);
}

function layerOf({ records }: ProjectFile, layer: Layer): DatasetLayer {
  const [progress] = records.where('progress', 'document_id = ? AND annotator_id = ?', [
    layer.documentId,
    layer.annotatorId,
  ]);
  const [appraisal] = records.where('appraisal', 'layer_id = ?', [layer.id]);
  return {
    layer,
    status: progress?.status ?? 'new',
    labels: appraisal?.labels ?? {},
    note: appraisal?.note ?? '',
    annotations: records.where('annotation', 'layer_id = ?', [layer.id]),
    stances: records.where('stance', 'layer_id = ?', [layer.id]),
    relations: records.where('relation', 'layer_id = ?', [layer.id]),
    events: records.where('event', 'layer_id = ?', [layer.id]),
  };
}

/** Gathers strings into large writes, and counts and hashes the bytes on the way. */
class HashedOutput {
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #waiting: string[] = [];
  #waitingLength = 0;
  #bytes = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** @returns whether this call went to the file */
  async write(chunk: string): Promise<boolean> {
    this.#waiting.push(chunk);
    this.#waitingLength += chunk.length;
    if (this.#waitingLength < CHUNK) return false;
    await this.#flush();
    return true;
  }

  async finish(): Promise<{ bytes: number; sha256: string }> {
    await this.#flush();
    await this.#handle.sync();
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(''), 'utf8');
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    await this.#handle.writeFile(bytes);
  }
}
