import { monthOf, monthsOver } from '@core/insight/month';
import { describe, expect, test } from 'vitest';
import { defaultSchema } from '../../../src/core/schemas/index';
import { csvOf } from '../../../src/renderer/insight/figure-table';
import { layOut } from '../../../src/renderer/insight/network-layout';
import { shortened, tallies } from '../../../src/renderer/insight/tally';
import { problemFrom } from '../../../src/renderer/problems/neighbour';

const { polarities } = defaultSchema.stance;

describe('months', () => {
  test.each([
    ['2025-11-08', '2025-11'],
    ['2025-11', '2025-11'],
    [' 2025/1/2', '2025-01'],
    ['2025-13-01', null],
    ['November 8, 2025', null],
    ['2025', null],
    [undefined, null],
  ])('%s lies in %s', (date, month) => expect(monthOf(date)).toBe(month));

  test('run on without gaps', () => {
    expect(monthsOver(['2026-02', '2025-11'])).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsOver([])).toEqual([]);
  });

  test('are those that there are when one lies centuries away', () => {
    expect(monthsOver(['2025-11', '1404-08', '2026-02'])).toEqual(['1404-08', '2025-11', '2026-02']);
  });
});

const cell = (polarity: string, month: string | null, count: number, intensity: number) => ({
  holder: 'entity:a',
  target: 'entity:b',
  polarity,
  month,
  count,
  graded: intensity === 0 ? 0 : count,
  intensity,
});

describe('a matrix', () => {
  test('puts months together and means intensities over those that have one', () => {
    expect(
      tallies(
        [cell('against', '2025-10', 1, 3), cell('favor', null, 2, 0), cell('against', null, 1, 2)],
        polarities,
      ),
    ).toEqual([
      {
        holder: 'entity:a',
        target: 'entity:b',
        count: 4,
        shares: [
          { polarity: 'favor', count: 2, intensity: null },
          { polarity: 'against', count: 2, intensity: 2.5 },
        ],
      },
    ]);
  });

  test('shortens names by what people see as letters', () => {
    expect(shortened('👩🏽‍⚖️👩🏽‍⚖️👩🏽‍⚖️', 2)).toBe('👩🏽‍⚖️…');
    expect(shortened('مذاکرات', 7)).toBe('مذاکرات');
  });
});

describe('a network', () => {
  const actor = (key: string) => ({ key, kind: 'entity' as const, name: key, typeId: null, count: 1 });
  const drawn = tallies([cell('against', null, 1, 3), cell('favor', null, 1, 1)], polarities);

  test('looks the same each time, and leaves out whom no arrow reaches', () => {
    const network = layOut([actor('entity:a'), actor('entity:b'), actor('entity:c')], drawn);
    expect(network.nodes.map(({ actor: { key } }) => key)).toEqual(['entity:a', 'entity:b']);
    expect(network.edges.map(({ share }) => share.polarity)).toEqual(['favor', 'against']);
    expect(layOut([actor('entity:a'), actor('entity:b'), actor('entity:c')], drawn)).toEqual(network);
  });

  test('draws what somebody says of themselves as a loop, and nothing where nothing is', () => {
    const self = { ...drawn[0]!, target: 'entity:a' };
    expect(layOut([actor('entity:a')], [self]).edges[0]!.path).toMatch(/^M.*C/);
    expect(layOut([], [])).toMatchObject({ nodes: [], edges: [], width: 0, height: 0 });
  });
});

test('numbers go out as CSV that spreadsheets read rightly and cannot be made to run', () => {
  expect(
    csvOf({
      columns: ['Holder', 'n'],
      rows: [
        ['a, "b"', 2],
        ['=1+1', -3],
        ['طالبان', 0],
      ],
    }),
  ).toBe('\ufeffHolder,n\r\n"a, ""b""",2\r\n\'=1+1,-3\r\nطالبان,0\r\n');
});

test('the next problem comes round about', () => {
  expect(problemFrom(3, 2, 1)).toBe(0);
  expect(problemFrom(3, 0, -1)).toBe(2);
  expect(problemFrom(0, -1, 1)).toBeNull();
});
