import { languageByLetters } from '@core/text/language';
import { franc } from 'franc-min';

/**
 * A guess at a text's language as a BCP 47 tag, for a person to correct: first by letters that
 * only one alphabet has (no detector tried tells Pashto or Dari apart), then, for Latin and
 * Cyrillic, by the trigrams of franc-min; 'und' for short texts.
 */
export function guessLanguage(text: string): string {
  const byLetters = languageByLetters(text);
  if (byLetters !== 'und') return byLetters;
  const found = franc(text.slice(0, 20_000), { minLength: 40 });
  return found === 'und' ? 'und' : (Intl.getCanonicalLocales(found)[0] ?? 'und');
}
