import type { Document } from '@core/model/document';
import { type ScriptGroup, scriptGroupOf } from '@core/text/script-group';
import { type CSSProperties, useEffect, useState } from 'react';
import { usePersonal } from '../data/preferences';
import type { TextStyle } from '../data/text-styles';
import { leastLine, markDrop, type Reach, reachOf } from './font-metrics';
import { fontStack, samples } from './fonts';

/**
 * The CSS variables that set a text: font, size, distance of lines, width of the column, and how
 * deep underlines lie. Lines stand at least so far apart that underlines meet no letters.
 */
export function useTextStyle(group: ScriptGroup, style: TextStyle, language: string): CSSProperties {
  const stack = fontStack(group, style.family, language);
  const reach = useReach(stack, group);
  return {
    '--text-font': stack,
    '--text-size': `${style.size}px`,
    '--text-line': Math.max(style.line, leastLine(reach, style.size)).toFixed(3),
    '--text-width': columnWidth(style.width, group),
    '--mark-drop': markDrop(reach),
  } as CSSProperties;
}

/** How the text of the open document is set. */
export function useDocumentStyle({ language, direction }: Document): CSSProperties {
  const group = scriptGroupOf(language, direction);
  const style = usePersonal(({ text }) => text[group]);
  return useTextStyle(group, style, language);
}

/** A character of Chinese is as wide as the font is high; 'ch' is the width of a digit. */
function columnWidth(width: number, group: ScriptGroup): string {
  return width === 0 ? 'none' : `${width}${group === 'cjk' ? 'em' : 'ch'}`;
}

/** Measured at once, and again when the font has been loaded. */
function useReach(stack: string, group: ScriptGroup): Reach {
  const [loaded, setLoaded] = useState<{ stack: string; reach: Reach } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const measure = () => {
      if (isCurrent) setLoaded({ stack, reach: reachOf(stack, group) });
    };
    document.fonts.load(`20px ${stack}`, samples[group]).then(measure, measure);
    return () => {
      isCurrent = false;
    };
  }, [stack, group]);
  return loaded?.stack === stack ? loaded.reach : reachOf(stack, group);
}
