import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { CallOptions, Client } from '@contract/client';
import { isOperationName } from '@contract/index';
import { errorTitle, ParleyError, toWireError } from '@core/errors';
import { z } from 'zod';
import { resolveReferences } from './references';

const Line = z.strictObject({
  name: z.string(),
  input: z.unknown().optional(),
  /** Comes back with the result. */
  id: z.unknown().optional(),
  /** Keeps the result under this name for "$ref" of later lines. */
  as: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/)
    .optional(),
});

export interface RunOptions extends CallOptions {
  keepGoing: boolean;
  /** Named in errors. */
  sourceName: string;
}

/**
 * Runs contract operations, one JSON object a line, and prints one JSON result a line. Empty
 * lines and lines that begin with # are passed over.
 * @returns the first error, or null when all went well
 */
export async function runCommands(
  client: Client,
  source: Readable,
  out: Writable,
  { keepGoing, sourceName, ...options }: RunOptions,
): Promise<ParleyError | null> {
  const results = new Map<string, unknown>();
  let firstError: ParleyError | null = null;
  let number = 0;
  const lines = createInterface({
    input: source,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  for await (const line of lines) {
    number++;
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    let order: z.infer<typeof Line> | null = null;
    try {
      order = parseLine(text);
      if (!isOperationName(order.name)) {
        throw new ParleyError('bad-input', {
          cause: `There is no operation '${order.name}'`,
          remedy: 'See docs/contract.md.',
        });
      }
      const input = resolveReferences(order.input ?? {}, results);
      const value = await client.call(order.name, input as never, options);
      if (order.as) results.set(order.as, value);
      print(out, { ok: true, ...echo(order), value });
    } catch (thrown) {
      const error = atLine(thrown, sourceName, number);
      print(out, {
        ok: false,
        ...(order ? echo(order) : {}),
        error: { kind: error.kind, message: error.message, ...error.data },
      });
      firstError ??= error;
      if (!keepGoing || error.kind === 'cancelled') break;
    }
  }
  return options.signal?.aborted ? new ParleyError('cancelled') : firstError;
}

function parseLine(text: string): z.infer<typeof Line> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw new ParleyError('bad-input', { cause: `This is no JSON object (${(thrown as Error).message})` });
  }
  const checked = Line.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0]!;
  throw new ParleyError('bad-input', { cause: `${issue.path.join('.') || 'the line'}: ${issue.message}` });
}

function echo(line: z.infer<typeof Line>): Record<string, unknown> {
  return { ...(line.id === undefined ? {} : { id: line.id }), name: line.name };
}

/** The same error, placed at a line of the script. */
function atLine(thrown: unknown, sourceName: string, number: number): ParleyError {
  const { kind, data } = toWireError(thrown);
  const place = [`line ${number}`, data.place].filter(Boolean).join(', ');
  const cause = data.cause ?? errorTitle(kind);
  return new ParleyError(kind, {
    ...data,
    file: sourceName,
    place,
    cause: data.file ? `${data.file}: ${cause}` : cause,
  });
}

function print(out: Writable, value: unknown): void {
  out.write(`${JSON.stringify(value)}\n`);
}
