import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * A small JSON file of the profile. What cannot be understood is kept aside as `.bad` and read
 * as the defaults; writing replaces the file whole.
 */
export class JsonFile<Value> {
  readonly #path: string;
  readonly #schema: z.ZodType<Value>;
  readonly #defaults: Value;

  constructor(path: string, schema: z.ZodType<Value>, defaults: Value) {
    this.#path = path;
    this.#schema = schema;
    this.#defaults = defaults;
  }

  read(): Value {
    let content: string;
    try {
      content = readFileSync(this.#path, 'utf8');
    } catch {
      return this.#defaults;
    }
    try {
      return this.#schema.parse(JSON.parse(content));
    } catch {
      renameSync(this.#path, `${this.#path}.bad`);
      return this.#defaults;
    }
  }

  write(value: Value): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(`${this.#path}.part`, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(`${this.#path}.part`, this.#path);
  }
}
