import { folded } from './fold';

/**
 * Titles, offices and forms of address before a name, by language, in the words of a text. They are
 * compared folded.
 */
const before: Record<string, readonly string[]> = {
  en: [
    'the',
    'mr',
    'mrs',
    'ms',
    'miss',
    'dr',
    'prof',
    'professor',
    'sir',
    'lady',
    'lord',
    'president',
    'vice president',
    'prime minister',
    'deputy prime minister',
    'pm',
    'foreign minister',
    'defence minister',
    'defense minister',
    'interior minister',
    'minister',
    'secretary general',
    'senator',
    'ambassador',
    'governor',
    'king',
    'queen',
    'prince',
    'general',
    'gen',
    'lt gen',
    'maj gen',
    'brig',
    'colonel',
    'col',
    'major',
    'captain',
    'capt',
    'commander',
    'spokesman',
    'spokeswoman',
    'spokesperson',
    'mullah',
    'mulla',
    'maulana',
    'mawlana',
    'maulvi',
    'mawlawi',
    'molavi',
    'imam',
    'ayatollah',
    'sheikh',
    'shaikh',
    'haji',
    'hajji',
    'mufti',
    'qari',
    'hafiz',
    'sayyid',
    'syed',
  ],
  ar: [
    'السيد',
    'السيدة',
    'الدكتور',
    'د',
    'الرئيس',
    'رئيس الوزراء',
    'وزير الخارجية',
    'وزير الدفاع',
    'الوزير',
    'الشيخ',
    'الإمام',
    'الملك',
    'الأمير',
    'الملا',
    'الجنرال',
    'اللواء',
  ],
  fa: [
    'آقای',
    'خانم',
    'دکتر',
    'رئیس جمهور',
    'نخست وزیر',
    'وزیر خارجه',
    'وزیر دفاع',
    'ملا',
    'مولوی',
    'مولانا',
    'آیت الله',
    'حاجی',
    'شیخ',
    'امام',
    'جنرال',
    'ژنرال',
    'سردار',
    'سید',
  ],
  ur: [
    'جناب',
    'محترم',
    'محترمہ',
    'ڈاکٹر',
    'صدر',
    'وزیراعظم',
    'وزیر اعظم',
    'وزیر خارجہ',
    'وزیر دفاع',
    'جنرل',
    'ترجمان',
    'مفتی',
    'قاری',
  ],
  ps: ['ښاغلی', 'مېرمن', 'ولسمشر', 'لومړی وزیر', 'ویاند'],
  tr: ['sayın', 'bay', 'bayan', 'cumhurbaşkanı', 'başbakan', 'dışişleri bakanı', 'bakan', 'orgeneral'],
  fr: ['m', 'mme', 'mlle', 'monsieur', 'madame', 'le président', 'président', 'premier ministre', 'ministre'],
  de: ['herr', 'frau', 'präsident', 'präsidentin', 'bundeskanzler', 'minister', 'ministerin'],
  es: ['señor', 'señora', 'sr', 'sra', 'don', 'doña', 'presidente', 'ministro'],
};

/** The same behind a name. */
const behind: readonly string[] = ['صاحب', 'جان', 'خان صاحب', 'sahib', 'saheb', 'bey', 'jr', 'sr'];

const LONGEST = 3;
const heads = wordKeys(Object.values(before).flat());
const tails = wordKeys(behind);

function wordKeys(titles: readonly string[]): Set<string> {
  return new Set(titles.map(folded));
}

/**
 * A folded name without the titles before and the forms of address behind it; at least one word
 * is left. 'prime minister shehbaz sharif' becomes 'shehbaz sharif'.
 */
export function withoutTitles(foldedName: string): string {
  let words = foldedName.split(' ');
  for (let cut = 1; cut > 0; words = words.slice(cut)) cut = titleLength(words, heads, 'head');
  for (let cut = 1; cut > 0; words = words.slice(0, words.length - cut))
    cut = titleLength(words, tails, 'tail');
  return words.join(' ');
}

/** How many words at one end are a title; the longest counts, and never all of them. */
function titleLength(words: readonly string[], titles: ReadonlySet<string>, end: 'head' | 'tail'): number {
  for (let count = Math.min(LONGEST, words.length - 1); count > 0; count--) {
    const part = end === 'head' ? words.slice(0, count) : words.slice(-count);
    if (titles.has(part.join(' '))) return count;
  }
  return 0;
}
