import type { z } from 'zod';

/**
 * One thing that can be asked of a project. A query changes nothing in it; a command changes it
 * in one transaction with one journal entry. `long` marks what reports progress and can be
 * cancelled.
 */
export interface Operation<
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  kind: Kind;
  /** One sentence for the reference and the command line. */
  summary: string;
  input: Input;
  output: Output;
  long: boolean;
}

interface Definition<Input extends z.ZodType, Output extends z.ZodType> {
  summary: string;
  input: Input;
  output: Output;
  long?: boolean;
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): Operation<'query', Input, Output> {
  return { long: false, ...definition, kind: 'query' };
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Definition<Input, Output>,
): Operation<'command', Input, Output> {
  return { long: false, ...definition, kind: 'command' };
}
