import { ParleyError } from '@core/errors';
import type { Document } from '@core/model/document';
import type { ProjectFile } from '../store/project-file';

const MOST = 8;

/** The texts last used, so that marking in a long document does not read it anew each time. */
export class TextCache {
  readonly #file: ProjectFile;
  readonly #texts = new Map<string, string>();

  constructor(file: ProjectFile) {
    this.#file = file;
  }

  /** @throws ParleyError 'damaged' when the file has no such text */
  get(document: Document): string {
    const key = document.textSha256;
    const text = this.#texts.get(key) ?? this.#file.texts.get(key);
    if (text === null)
      throw new ParleyError('damaged', { file: document.name, cause: 'The text is missing' });
    this.#texts.delete(key);
    this.#texts.set(key, text);
    if (this.#texts.size > MOST) this.#texts.delete(this.#texts.keys().next().value!);
    return text;
  }
}
