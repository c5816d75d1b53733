import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../../src/cli/program';

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs one command line in this process, with a profile of its own in `folder`. */
export async function parley(
  folder: string,
  args: readonly string[],
  { input = '', signal }: { input?: string; signal?: AbortSignal } = {},
): Promise<Ended> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await run(
    ['--profile', join(folder, 'profile'), ...args],
    { stdin: Readable.from([input]), stdout, stderr },
    signal,
  );
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}
