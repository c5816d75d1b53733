import { ParleyError, toWireError } from '@core/errors';
import { changed, created, deleted, effective, inverse, sameValue } from '@core/journal/change';
import { describe, expect, test } from 'vitest';

const before = { id: 'p', name: 'Before', note: '' };
const after = { ...before, name: 'After' };

describe('changes', () => {
  test('are taken back last first', () => {
    const acts = [
      created('proposition', before),
      changed('proposition', before, after),
      deleted('proposition', after),
    ];
    expect(inverse(acts)).toEqual([
      created('proposition', after),
      changed('proposition', after, before),
      deleted('proposition', before),
    ]);
  });

  test('that change nothing are left out', () => {
    expect(effective([changed('proposition', before, { ...before })])).toEqual([]);
    expect(effective([changed('proposition', before, after)])).toHaveLength(1);
  });
});

test('equality of values looks inside, and not at the order of keys', () => {
  expect(sameValue({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 })).toBe(true);
  expect(sameValue({ a: undefined }, {})).toBe(true);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue([], {})).toBe(false);
  expect(sameValue(null, {})).toBe(false);
  expect(sameValue('1', 1)).toBe(false);
});

describe('errors that cross a border', () => {
  test('keep their kind and facts', () => {
    const error = new ParleyError('exists', { file: 'out.json', remedy: 'Choose another name.' });
    expect(toWireError(error)).toEqual({ kind: 'exists', data: error.data });
    expect(error.message).toBe('out.json: There is a file of that name already. Choose another name.');
  });

  test('a stranger is internal, an abort is cancelled', () => {
    expect(toWireError(new TypeError('boom'))).toEqual({ kind: 'internal', data: { cause: 'boom' } });
    expect(toWireError('boom')).toEqual({ kind: 'internal', data: { cause: 'boom' } });
    expect(toWireError(new DOMException('stop', 'AbortError'))).toEqual({ kind: 'cancelled', data: {} });
  });
});
