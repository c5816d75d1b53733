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
  #value: Value | undefined;

  /** @param path asked for at first use, when the profile's folder is settled */
  constructor(path: () => string, schema: z.ZodType<Value>, defaults: Value) {
    this.#path = path;
    this.#schema = schema;
    this.#defaults = defaults;
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
      keepAside(path);
      return this.#defaults;
    }
  }
}

function keepAside(path: string): void {
  try {
    renameSync(path, `${path}.bad`);
  } catch (error) {
    console.error(`parley: ${path} cannot be read nor set aside:`, error);
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
