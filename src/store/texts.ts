import type { Connection } from './sqlite';

/** Texts by the SHA-256 of their UTF-8 form. A text is written once and never changed. */
export class TextStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  put(sha256: string, content: string): void {
    this.#connection
      .prepare('INSERT INTO text (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .run(sha256, content);
  }

  get(sha256: string): string | null {
    const content = this.#connection.prepare('SELECT content FROM text WHERE sha256 = ?').pluck().get(sha256);
    return typeof content === 'string' ? content : null;
  }
}
