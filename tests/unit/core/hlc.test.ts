import { formatHlc, nextHlc, parseHlc } from '@core/hlc';
import { describe, expect, test } from 'vitest';

const full = formatHlc({ time: 2_000_000_000_000, counter: 0xfffff, device: 'd' });

describe('hybrid logical time', () => {
  test('is read back from its string, also with hyphens in the device', () => {
    const time = { time: 1_700_000_000_000, counter: 31, device: '00000000-0000-7000-9000-000000000001' };
    expect(parseHlc(formatHlc(time))).toEqual(time);
  });

  test.each(['', '1700000000000', '1700000000000-0001f', '170000000000-0001f-d', '1700000000000-0001F-d'])(
    "refuses '%s'",
    (text) => expect(() => parseHlc(text)).toThrow(RangeError),
  );

  test('counts on while the clock stands still, and from 0 when it moves', () => {
    const first = nextHlc(null, 1_000, 'd');
    const second = nextHlc(first, 1_000, 'd');
    expect(parseHlc(second)).toMatchObject({ time: 1_000, counter: 1 });
    expect(parseHlc(nextHlc(second, 1_001, 'd'))).toMatchObject({ time: 1_001, counter: 0 });
  });

  test('goes on growing where the clock was set back and the counter is full', () => {
    const next = nextHlc(full, 1_000, 'd');
    expect(next > full).toBe(true);
    expect(parseHlc(next)).toMatchObject({ time: 2_000_000_000_001, counter: 0 });
    expect(nextHlc(next, 1_000, 'd') > next).toBe(true);
  });
});
