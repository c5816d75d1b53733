import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Desktop, projectRoot } from './app.ts';

export const SEED_TEXT = join(projectRoot, 'seeds', '000_2cbf52ee599dbb9c.txt');
export const URDU_TEXT = join(projectRoot, 'tests', 'texts', 'urdu.txt');

/** One operation of the contract, as `parley run` takes it. */
export interface Line {
  name: string;
  input?: unknown;
  as?: string;
}

/** A project in the home folder, made from the terminal by the person who will open it in the window. */
export class PreparedProject {
  readonly path: string;
  readonly #profile: string;

  constructor(desktop: Desktop, texts: readonly string[] = [SEED_TEXT, URDU_TEXT]) {
    this.path = desktop.path('Documents', 'talks.parley');
    this.#profile = desktop.path('profile');
    this.#parley(['new', this.path, '--import', ...texts]);
  }

  /** Runs operations and returns the value of each; `profile` is the folder of whoever does it. */
  run(lines: readonly Line[], profile = this.#profile): unknown[] {
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    const out = this.#parley(['run', this.path], input, profile);
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).value);
  }

  /** Marks all occurrences of some words in the nth document. */
  mark(document: number, words: string, typeId: string): void {
    const [documents] = this.run([{ name: 'document.list' }]) as [{ id: string }[]];
    const documentId = documents[document]!.id;
    const [{ text }] = this.run([{ name: 'document.get', input: { id: documentId } }]) as [{ text: string }];
    const spans: { start: number; end: number }[][] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      spans.push([{ start: at, end: at + words.length }]);
    this.run([{ name: 'annotation.createMany', input: { documentId, typeId, spans } }]);
  }

  #parley(args: readonly string[], input = '', profile = this.#profile): string {
    const program = join(projectRoot, 'out', 'main', 'cli.cjs');
    return execFileSync(process.execPath, [program, '--profile', profile, ...args], {
      encoding: 'utf8',
      input,
    });
  }
}
