import { scriptGroups } from '@core/text/script-group';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultTextStyles,
  LEAST,
  MOST,
  resized,
  TextStyles,
  widened,
  withStyle,
} from '../../../src/renderer/data/text-styles';
import { familiesFor, fontStack } from '../../../src/renderer/theme/fonts';

describe('how texts are set', () => {
  test('stays inside its bounds, whatever is pressed how often', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(resized, widened), fc.constantFrom(1, -1)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(steps, fc.constantFrom(...scriptGroups), (list, group) => {
        let styles = defaultTextStyles;
        for (const [step, by] of list) styles = step(styles, group, by as 1 | -1);
        expect(TextStyles.parse(styles)).toEqual(styles);
        for (const other of scriptGroups) {
          if (other !== group) expect(styles[other]).toEqual(defaultTextStyles[other]);
        }
      }),
    );
  });

  test('wider than the widest is the whole width, and narrower than that the widest', () => {
    const widest = withStyle(defaultTextStyles, 'latin', { width: MOST.width });
    const whole = widened(widest, 'latin', 1);
    expect(whole.latin.width).toBe(0);
    expect(widened(whole, 'latin', 1)).toBe(whole);
    expect(widened(whole, 'latin', -1)).toEqual(widest);
  });

  test('a choice outside the bounds goes to the nearest, and a font without a name to the usual one', () => {
    const odd = withStyle(defaultTextStyles, 'cjk', { size: 1000, line: 0, width: 3, family: ' ' }).cjk;
    expect(odd).toEqual({ family: 'serif', size: MOST.size, line: LEAST.line, width: LEAST.width });
  });
});

describe('fonts', () => {
  test('every group has its usual family among those to choose from', () => {
    for (const group of scriptGroups) {
      expect(familiesFor(group).map(({ id }) => id)).toContain(defaultTextStyles[group].family);
    }
  });

  test('of Chinese, Japanese and Korean are those of the country', () => {
    expect(fontStack('cjk', 'serif', 'ja')).toContain('"Noto Serif CJK JP"');
    expect(fontStack('cjk', 'sans', 'ko')).toContain('"Noto Sans CJK KR"');
    expect(fontStack('cjk', 'serif', 'zh-Hant')).toContain('"Noto Serif CJK TC"');
    expect(fontStack('cjk', 'serif', 'zh')).toContain('"Noto Serif CJK SC"');
  });

  test('a name of one’s own comes first, and can say nothing else to CSS', () => {
    expect(fontStack('latin', 'Gentium Plus')).toMatch(/^"Gentium Plus", /);
    expect(fontStack('latin', 'x"; color: red; "')).toMatch(/^"x; color: red; ", /);
  });
});
