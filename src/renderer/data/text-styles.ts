import type { ScriptGroup } from '@core/text/script-group';
import { z } from 'zod';

export const MOST = { size: 48, line: 4, width: 160 };
export const LEAST = { size: 10, line: 1.2, width: 30 };

/** How the text of a group of scripts is set. */
export const TextStyle = z.strictObject({
  /** A family of the list in `theme/fonts.ts` by its id, else the name of a font. */
  family: z.string().trim().min(1).max(100),
  /** In CSS pixels. */
  size: z.number().min(LEAST.size).max(MOST.size),
  /** Of the font's size, from one line to the next. */
  line: z.number().min(LEAST.line).max(MOST.line),
  /** In characters; 0 for the whole width. */
  width: z.union([z.literal(0), z.int().min(LEAST.width).max(MOST.width)]),
});
export type TextStyle = z.infer<typeof TextStyle>;

export const TextStyles = z.strictObject({
  latin: TextStyle,
  arabic: TextStyle,
  nastaliq: TextStyle,
  cjk: TextStyle,
});
export type TextStyles = z.infer<typeof TextStyles>;

export const defaultTextStyles: TextStyles = {
  latin: { family: 'serif', size: 17, line: 1.85, width: 72 },
  arabic: { family: 'naskh', size: 19, line: 1.95, width: 72 },
  nastaliq: { family: 'nastaliq', size: 17, line: 2.9, width: 72 },
  cjk: { family: 'serif', size: 17, line: 1.85, width: 40 },
};

const between = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** The styles with one group's changed, inside the bounds. */
export function withStyle(styles: TextStyles, group: ScriptGroup, patch: Partial<TextStyle>): TextStyles {
  const style = { ...styles[group], ...patch };
  return {
    ...styles,
    [group]: {
      family: style.family.trim() || defaultTextStyles[group].family,
      size: between(style.size, LEAST.size, MOST.size),
      line: between(style.line, LEAST.line, MOST.line),
      width: style.width === 0 ? 0 : between(Math.round(style.width), LEAST.width, MOST.width),
    },
  };
}

/** One step larger (1) or smaller (-1), by a CSS pixel. */
export function resized(styles: TextStyles, group: ScriptGroup, by: 1 | -1): TextStyles {
  return withStyle(styles, group, { size: Math.round(styles[group].size) + by });
}

const COLUMN = 6;

/** One step wider (1) or narrower (-1); wider than the widest is the whole width. */
export function widened(styles: TextStyles, group: ScriptGroup, by: 1 | -1): TextStyles {
  const { width } = styles[group];
  if (width === 0) return by > 0 ? styles : withStyle(styles, group, { width: MOST.width });
  return withStyle(styles, group, { width: by > 0 && width >= MOST.width ? 0 : width + by * COLUMN });
}
