import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Input, OperationName, Output } from '@contract/index';
import { contract } from '@contract/index';
import { onTestFinished } from 'vitest';
import { recordKinds } from '../../src/core/journal/records';
import type { Environment, Identity } from '../../src/engine/context';
import { createProject, type Engine, openProject } from '../../src/engine/index';
import { ProjectFile } from '../../src/store/project-file';

export const SEED = join(import.meta.dirname, '..', '..', 'seeds', '000_2cbf52ee599dbb9c.txt');

/** A folder that is gone when the test has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** UUIDs that count up, so that the same acts give the same ids. */
export function countingIds(prefix = 0): () => string {
  let count = 0;
  return () => {
    const digits = (++count).toString(16).padStart(12, '0');
    return `00000000-0000-7000-8${prefix.toString(16).padStart(3, '0')}-${digits}`;
  };
}

export function identity(name = 'Annotator A', number = 1): Identity {
  const digits = number.toString(16).padStart(12, '0');
  return {
    deviceId: `00000000-0000-7000-9000-${digits}`,
    annotator: { id: `00000000-0000-7000-a000-${digits}`, name },
  };
}

/** Counts a millisecond at each look, from the same start, or so many milliseconds ahead of it. */
export function testEnvironment(prefix = 0, ahead = 0): Environment {
  let now = 1_700_000_000_000 + ahead;
  return { now: () => now++, newId: countingIds(prefix) };
}

/** Calls the engine and holds its output against the contract. */
export async function call<Name extends OperationName>(
  engine: Engine,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const output = await engine.execute(name, input);
  return contract[name].output.parse(output) as Output<Name>;
}

export interface TestProject {
  engine: Engine;
  folder: string;
  path: string;
  /** Closes the engine and opens the same file anew. */
  reopen(options?: { readOnly?: boolean; as?: Identity }): Engine;
  /** Imports a text under a name and returns the document's id. */
  addText(text: string | Uint8Array, name?: string): Promise<string>;
}

export function newProject(who: Identity = identity()): TestProject {
  const folder = temporaryFolder();
  const path = join(folder, 'project.parley');
  const environment = testEnvironment();
  let texts = 0;
  const project: TestProject = {
    engine: createProject({ path, name: 'Test project', identity: who, environment }),
    folder,
    path,
    reopen({ readOnly = false, as = who } = {}) {
      project.engine.close();
      project.engine = openProject({ path, identity: as, readOnly, environment });
      return project.engine;
    },
    async addText(text, name = `text-${++texts}`) {
      const file = join(folder, `${name}.txt`);
      writeFileSync(file, text);
      const report = await call(project.engine, 'document.import', { paths: [file] });
      const [imported] = report.imported;
      if (!imported) throw new Error(`not imported: ${JSON.stringify(report)}`);
      return imported.documentId;
    },
  };
  onTestFinished(() => project.engine.close());
  return project;
}

/** All that a project file has, record by record. */
export function stateOf(path: string): Record<string, unknown[]> {
  const file = ProjectFile.open(path, { annotator: 'T', token: 'T', since: '' }, { readOnly: true });
  try {
    return Object.fromEntries(recordKinds.map((kind) => [kind, file.records.where(kind, 'true')]));
  } finally {
    file.close();
  }
}
