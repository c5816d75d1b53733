import { Readable, Writable } from 'node:stream';
import type { Client } from '@contract/client';
import { ParleyError } from '@core/errors';
import { describe, expect, test } from 'vitest';
import { type RunOptions, runCommands } from '../../../src/cli/run-commands';

interface Call {
  name: string;
  input: unknown;
}

/** An engine that notes what it is asked and answers with the next of `answers`. */
function clientThat(answers: (unknown | Error)[]) {
  const calls: Call[] = [];
  const client: Client = {
    call: async (name, input) => {
      calls.push({ name, input });
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer as never;
    },
    onChanged: () => () => {},
  };
  return { client, calls };
}

async function runLines(
  lines: (string | object)[],
  answers: (unknown | Error)[] = [],
  options: Partial<RunOptions> = {},
) {
  const { client, calls } = clientThat(answers);
  let out = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      out += chunk;
      done();
    },
  });
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n');
  const error = await runCommands(client, Readable.from([text]), sink, {
    keepGoing: false,
    sourceName: 'commands.jsonl',
    ...options,
  });
  const results = out.split('\n').filter(Boolean);
  return { calls, error, results: results.map((line) => JSON.parse(line)) };
}

const list = { name: 'document.list' };

describe('a script of operations', () => {
  test('passes over empty lines and comments, and counts them as lines', async () => {
    const { calls, error } = await runLines(['', '  # note', list, '   ', { name: 'burn' }], [[]]);
    expect(calls).toEqual([{ name: 'document.list', input: {} }]);
    expect(error?.message).toMatch(/^commands\.jsonl, line 5: There is no operation 'burn'/);
  });

  test.each([0, null, 'x', { deep: [1] }])('gives the id %j back', async (id) => {
    const { results } = await runLines([{ ...list, id }], [[]]);
    expect(results).toEqual([{ ok: true, id, name: 'document.list', value: [] }]);
  });

  test('puts earlier results in the place of references, with their type', async () => {
    const { calls } = await runLines(
      [
        { ...list, as: 'docs' },
        { name: 'document.get', input: { id: { $ref: 'docs.1.id' }, all: [{ $ref: 'docs' }] } },
      ],
      [[{ id: 'a' }, { id: 'b' }], {}],
    );
    expect(calls[1]?.input).toEqual({ id: 'b', all: [[{ id: 'a' }, { id: 'b' }]] });
  });

  test('keeps the newest result of a name', async () => {
    const { calls } = await runLines(
      [
        { ...list, as: 'it' },
        { ...list, as: 'it' },
        { name: 'document.get', input: { $ref: 'it' } },
      ],
      ['old', 'new', {}],
    );
    expect(calls[2]?.input).toBe('new');
  });

  test('does not reach what a result inherits', async () => {
    const { error } = await runLines(
      [
        { ...list, as: 'it' },
        { ...list, input: { $ref: 'it.constructor' } },
      ],
      [{}],
    );
    expect(error?.message).toContain("no field 'constructor'");
  });

  test('stops at the first error; told to keep going, it goes on and still reports the first', async () => {
    const refused = () => new ParleyError('not-found', { cause: 'There is no such document' });
    const stopped = await runLines([list, list], [refused()]);
    expect(stopped.calls).toHaveLength(1);
    const later = new ParleyError('conflict', { cause: 'Later' });
    const going = await runLines([list, list, list], [refused(), later, []], { keepGoing: true });
    expect(going.results.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(going.error?.message).toBe('commands.jsonl, line 1: There is no such document.');
  });

  test('has no result to refer to where a line failed', async () => {
    const { error, results } = await runLines(
      [
        { ...list, as: 'docs' },
        { ...list, input: { $ref: 'docs' } },
      ],
      [new ParleyError('io')],
      { keepGoing: true },
    );
    expect(error?.kind).toBe('io');
    expect(results[1].error).toMatchObject({ kind: 'bad-input', cause: 'No earlier line has "as": "docs"' });
  });

  test('ends when cancelled, also when told to keep going', async () => {
    const { calls, error } = await runLines([list, list], [new ParleyError('cancelled')], {
      keepGoing: true,
    });
    expect(calls).toHaveLength(1);
    expect(error?.kind).toBe('cancelled');
  });

  test.each([
    ['[1]', /line 1: /],
    ['"x"', /line 1: /],
    [{ input: {} }, /line 1: name: /],
    [{ ...list, surprise: 1 }, /line 1: .*surprise/],
    [{ ...list, as: '1st' }, /line 1: as: /],
  ])('refuses %j before anything is asked', async (line, words) => {
    const { calls, error } = await runLines([line]);
    expect(calls).toEqual([]);
    expect(error).toMatchObject({ kind: 'bad-input', message: expect.stringMatching(words) });
  });
});
