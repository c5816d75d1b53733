/**
 * A guess at a text's language from its letters alone, as a BCP 47 tag. Offline detectors take
 * Pashto for Persian or Urdu; letters that only one alphabet has tell them apart. It is a
 * suggestion that a person can correct, and 'und' where letters do not decide.
 */
const SAMPLE = 20_000;

const alphabets: [language: string, letters: RegExp][] = [
  ['ps', /[ټډړږښځڅڼېۍ]/gu],
  ['ur', /[ٹڈڑںہھے]/gu],
  ['fa', /[پچژگ]/gu],
];

function share(text: string, pattern: RegExp): number {
  return (text.match(pattern)?.length ?? 0) / Math.max(1, text.match(/\p{L}/gu)?.length ?? 0);
}

/** BCP 47 tag of the language that the letters of `text` point to, or 'und'. */
export function languageByLetters(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (share(sample, /\p{Script=Arabic}/gu) > 0.5) {
    const scored = alphabets.map(([language, letters]) => ({ language, score: share(sample, letters) }));
    const best = scored.sort((a, b) => b.score - a.score)[0]!;
    return best.score > 0.005 ? best.language : 'ar';
  }
  if (share(sample, /\p{Script=Hebrew}/gu) > 0.5) return 'he';
  if (share(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(sample, /\p{Script=Hangul}/gu) > 0.3) return 'ko';
  if (share(sample, /\p{Script=Han}/gu) > 0.3) return 'zh';
  return 'und';
}
