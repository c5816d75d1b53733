import { contrast, DARK_PAGE, LIGHT_PAGE, parseColour, readableOn } from '@core/colour/contrast';
import { safePalette } from '@core/colour/palette';
import { distance, visions } from '@core/colour/vision';
import { readyMadeSchemas } from '@core/schemas/index';
import { describe, expect, test } from 'vitest';

/** About twice what is just seen side by side. */
const TOLD_APART = 4;

describe.each([
  ['light', LIGHT_PAGE],
  ['dark', DARK_PAGE],
] as const)('on the %s page', (_name, page) => {
  test.each(visions)('any two of the safe colours are told apart with %s vision', (vision) => {
    const drawn = safePalette.map(({ colour }) => readableOn(parseColour(colour), page));
    for (const [index, a] of drawn.entries())
      for (const [other, b] of drawn.slice(index + 1).entries()) {
        const names = `${safePalette[index]!.name}, ${safePalette[index + 1 + other]!.name}`;
        expect(distance(a, b, vision), names).toBeGreaterThan(TOLD_APART);
      }
  });

  test('safe colours have a contrast of 4.5 at least', () => {
    for (const { colour, name } of safePalette)
      expect(contrast(readableOn(parseColour(colour), page), page), name).toBeGreaterThanOrEqual(4.5);
  });
});

test('schemas of few labels are colour-blind safe: their colours are of the safe palette', () => {
  const safe = new Set<string>(safePalette.map(({ colour }) => colour));
  for (const { id, entityTypes } of readyMadeSchemas) {
    const own = entityTypes.map(({ colour }) => colour).filter((colour) => colour !== null);
    expect(new Set(own).size, id).toBe(own.length);
    if (own.length <= safePalette.length)
      expect(
        own.filter((colour) => !safe.has(colour)),
        id,
      ).toEqual([]);
  }
});

test('favor and against differ for everybody', () => {
  for (const { id, stance } of readyMadeSchemas) {
    const [first, second] = stance.polarities;
    for (const page of [LIGHT_PAGE, DARK_PAGE])
      for (const vision of visions) {
        const [a, b] = [first!, second!].map(({ colour }) => readableOn(parseColour(colour), page));
        expect(distance(a!, b!, vision), `${id} ${vision}`).toBeGreaterThan(2);
      }
  }
});

test('deutans see some red and some green alike, and others do not', () => {
  const [red, green] = [parseColour('#d04040'), parseColour('#808020')];
  expect(distance(red, green, 'deutan')).toBeLessThan(2);
  expect(distance(red, green, 'full')).toBeGreaterThan(20);
});
