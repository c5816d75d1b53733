import type { ScriptGroup } from '@core/text/script-group';

/** A kind of font, and the fonts of that kind that a computer may have, the best first. */
export interface Family {
  id: string;
  name: string;
  fonts: readonly string[];
  /** What CSS falls back to; a family with one is there on every computer. */
  generic?: 'serif' | 'sans-serif' | 'monospace';
}

const NASTALIQ: Family = {
  id: 'nastaliq',
  name: 'Nastaliq',
  fonts: ['Noto Nastaliq Urdu Variable', 'Noto Nastaliq Urdu', 'Jameel Noori Nastaleeq', 'Urdu Typesetting'],
};
const NASKH: Family = {
  id: 'naskh',
  name: 'Naskh',
  fonts: ['Noto Naskh Arabic', 'Scheherazade New', 'Amiri', 'Traditional Arabic', 'Geeza Pro'],
};
const SERIF: Family = {
  id: 'serif',
  name: 'Serif',
  fonts: ['Noto Serif', 'Georgia', 'Times New Roman'],
  generic: 'serif',
};
const SANS: Family = {
  id: 'sans',
  name: 'Sans',
  fonts: ['Noto Sans', 'Segoe UI', 'Helvetica Neue', 'Arial'],
  generic: 'sans-serif',
};
const MONO: Family = {
  id: 'mono',
  name: 'Monospaced',
  fonts: ['Noto Sans Mono', 'Cascadia Mono', 'Menlo', 'Consolas', 'DejaVu Sans Mono'],
  generic: 'monospace',
};
const ARABIC_SANS: Family = {
  id: 'sans',
  name: 'Sans',
  fonts: ['Noto Sans Arabic', 'Vazirmatn', 'Noto Kufi Arabic', 'Segoe UI', 'Tahoma', 'SF Arabic'],
  generic: 'sans-serif',
};

/** Fonts of Chinese, Japanese and Korean differ by country for the same characters. */
function ofEastAsia(language: string): Family[] {
  const tag = language.toLowerCase();
  const place = tag.startsWith('ja')
    ? 'JP'
    : tag.startsWith('ko')
      ? 'KR'
      : /hant|tw|hk|mo|^yue/.test(tag)
        ? 'TC'
        : 'SC';
  const songs = { SC: 'SimSun', TC: 'PMingLiU', JP: 'Yu Mincho', KR: 'Batang' };
  const heis = { SC: 'Microsoft YaHei', TC: 'Microsoft JhengHei', JP: 'Yu Gothic', KR: 'Malgun Gothic' };
  return [
    { ...SERIF, fonts: [`Noto Serif CJK ${place}`, `Noto Serif ${place}`, `Songti ${place}`, songs[place]] },
    { ...SANS, fonts: [`Noto Sans CJK ${place}`, `Noto Sans ${place}`, `PingFang ${place}`, heis[place]] },
    { ...MONO, fonts: [`Noto Sans Mono CJK ${place}`] },
  ];
}

/** The families to choose from for a group of scripts, the usual one first. */
export function familiesFor(group: ScriptGroup, language = 'und'): Family[] {
  if (group === 'cjk') return ofEastAsia(language);
  if (group === 'arabic') return [NASKH, ARABIC_SANS, NASTALIQ];
  if (group === 'nastaliq') return [NASTALIQ, NASKH, ARABIC_SANS];
  return [SERIF, SANS, MONO];
}

/** Words whose letters reach high and low; in Nastaliq a word climbs with each letter that it joins. */
export const samples: Record<ScriptGroup, string> = {
  latin: 'ÁÄbdfhklgjpqyQ,;()',
  arabic: 'إلى أجل كل صحيح عميق غنيٍّ خروج',
  nastaliq: 'آگے پیچھے گئے لیکن ٹھیک صحیح مستقبل کوئی نہیں',
  cjk: '停火協議あゔ국',
};

const lastResort: Record<ScriptGroup, readonly string[]> = {
  latin: ['Noto Naskh Arabic', 'Noto Serif CJK SC'],
  arabic: ['Noto Naskh Arabic', 'Noto Serif'],
  nastaliq: ['Noto Nastaliq Urdu Variable', 'Noto Serif'],
  cjk: ['Noto Serif'],
};

/** The value of font-family for a choice: a family's id, or the name of a font. */
export function fontStack(group: ScriptGroup, choice: string, language = 'und'): string {
  const family = familiesFor(group, language).find(({ id }) => id === choice);
  const names = [...(family?.fonts ?? [choice]), ...lastResort[group]];
  const generic = family?.generic ?? (group === 'arabic' || group === 'latin' ? 'serif' : 'sans-serif');
  return [...new Set(names)].map(quoted).concat(generic).join(', ');
}

function quoted(name: string): string {
  return `"${name.replace(/["\\\n\r]/g, '')}"`;
}
