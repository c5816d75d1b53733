import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * A small JSON file of the profile, read once. What cannot be understood is kept aside as `.bad`
 * and read as the defaults; writing replaces the file whole. A profile that cannot be written
 * costs what it would remember, never the work: the value then holds until the program ends.
 */
export class JsonFile<Value> {
  readonly #path: () => string;
  readonly #schema: z.ZodType<Value>;
  readonly #defaults: Value;
  readonly #onSetAside: (kept: string) => void;
  #value: Value | undefined;

  /**
   * @param path asked for at first use, when the profile's folder is settled
   * @param onSetAside told where content is kept that could not be understood
   */
  constructor(
    path: () => string,
    schema: z.ZodType<Value>,
    defaults: Value,
    onSetAside: (kept: string) => void = () => {},
  ) {
    this.#path = path;
    this.#schema = schema;
    this.#defaults = defaults;
    this.#onSetAside = onSetAside;
  }

  get(): Value {
    this.#value ??= this.#read();
    return this.#value;
  }

  set(value: Value): void {
    this.#value = value;
    const path = this.#path();
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeDurably(`${path}.part`, `${JSON.stringify(value, null, 2)}\n`);
      renameSync(`${path}.part`, path);
    } catch (error) {
      console.error(`parley: ${path} could not be written:`, error);
    }
  }

  #read(): Value {
    const path = this.#path();
    let content: string;
    try {
      content = readFileSync(path, 'utf8');
    } catch {
      return this.#defaults;
    }
    try {
      return this.#schema.parse(JSON.parse(content));
    } catch {
      if (keepAside(path)) this.#onSetAside(`${path}.bad`);
      return this.#defaults;
    }
  }
}

function keepAside(path: string): boolean {
  try {
    renameSync(path, `${path}.bad`);
    return true;
  } catch (error) {
    console.error(`parley: ${path} cannot be read nor set aside:`, error);
    return false;
  }
}

/** Without the sync a power cut could leave the new name on an empty file. */
function writeDurably(path: string, content: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
