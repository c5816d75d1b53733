import type { Readable, Writable } from 'node:stream';
import type { CallOptions } from '@contract/client';
import type { Command } from 'commander';
import type { SessionOptions } from './session';

/** What every command of the command line is given beside its own arguments. */
export interface Shell {
  print(text: string): void;
  printJson(value: unknown): void;
  /** Whose session it is, from the options before the command. */
  session(): SessionOptions;
  /** Cancelling and progress, for the engine's calls. */
  options: CallOptions;
  stdin: Readable;
  stdout: Writable;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, shell: Shell) => void;
