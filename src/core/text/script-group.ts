import type { Direction } from './direction';

/**
 * Scripts that want metrics of their own on the screen: 'latin' stands for all upright scripts with
 * spaces (also Cyrillic, Hebrew, Devanagari), 'arabic' for the Naskh style, 'nastaliq' for the sloping
 * style of Urdu, 'cjk' for Chinese, Japanese and Korean.
 */
export const scriptGroups = ['latin', 'arabic', 'nastaliq', 'cjk'] as const;
export type ScriptGroup = (typeof scriptGroups)[number];

const byScript: Record<string, ScriptGroup> = {
  aran: 'nastaliq',
  latn: 'latin',
  cyrl: 'latin',
  hebr: 'latin',
  deva: 'latin',
  hans: 'cjk',
  hant: 'cjk',
  jpan: 'cjk',
  kore: 'cjk',
};

const languages: Record<Exclude<ScriptGroup, 'latin'>, readonly string[]> = {
  nastaliq: ['ur', 'ks', 'pnb', 'skr', 'khw'],
  arabic: ['ar', 'fa', 'prs', 'ps', 'pbt', 'pbu', 'sd', 'ckb', 'ug', 'azb', 'bal', 'glk', 'mzn', 'lrc'],
  cjk: ['zh', 'ja', 'ko', 'yue', 'wuu', 'lzh', 'nan', 'hak'],
};

/** The group of a text by its language (BCP 47), and by its direction where the language is not known. */
export function scriptGroupOf(language: string, direction: Direction): ScriptGroup {
  const [primary = '', ...rest] = language.toLowerCase().split('-');
  for (const part of rest) {
    const group = byScript[part];
    if (group) return group;
  }
  for (const group of ['nastaliq', 'arabic', 'cjk'] as const) {
    if (languages[group].includes(primary)) return group;
  }
  return primary === 'und' && direction === 'rtl' ? 'arabic' : 'latin';
}
