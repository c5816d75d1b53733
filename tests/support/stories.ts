import { join } from 'node:path';
import { projectRoot } from './app.ts';
import { reported } from './reported-stances.ts';
import type { Marking, Position } from './seed-session.ts';

/** What a careful reader makes of a text: its mentions, who is who, and who stands where. */
export interface Story {
  language: string;
  /** The text's file; null for the seed document, which a new project opens with. */
  file: string | null;
  direction: 'ltr' | 'rtl';
  markings: Marking[];
  positions: Position[];
  /** Entities with the number of mentions that corefer. */
  corefering: Record<string, number>;
  /** One cell of the matrix, by its accessible name. */
  cell: string;
  /** Words marked as a place, and one of another label, to be watched while the schema changes. */
  place: string;
}

export const stories: Story[] = [
  {
    language: 'English, the seed document',
    file: null,
    direction: 'ltr',
    markings: [
      { words: 'Zabihullah Mujahid', key: '1', entity: 'Zabihullah Mujahid' },
      { words: 'Mujahid', nth: 1, key: '1', entity: 'Zabihullah Mujahid' },
      { words: 'Taliban', key: '3', entity: 'Taliban' },
      { words: 'Tehreek-e-Taliban Pakistan', key: '3', entity: 'Tehreek-e-Taliban Pakistan' },
      { words: 'Islamabad', nth: 1, key: '4', entity: 'Pakistan' },
      { words: 'Kabul', key: '4', entity: 'Afghanistan' },
      { words: 'Afghanistan', nth: 1, key: '4', entity: 'Afghanistan' },
      { words: 'Pakistani military establishment', key: '2' },
      { words: 'Istanbul', key: '5', entity: 'Istanbul' },
      { words: 'Doha', key: '5', entity: 'Doha' },
      { words: 'Durand Line', key: '5' },
      { words: 'Khawaja Muhammad Asif', key: '1', entity: 'Khawaja Muhammad Asif' },
      { words: 'Recep Tayyip Erdoğan', key: '1', entity: 'Recep Tayyip Erdoğan' },
      { words: 'the ceasefire signed in Doha in October', key: '9' },
      { words: 'November 8, 2025', key: '-' },
    ],
    positions: reported,
    corefering: { 'Zabihullah Mujahid': 2, Afghanistan: 2 },
    cell: 'Afghanistan toward Pakistan: 1 favor, 1 against',
    place: 'Istanbul',
  },
  {
    language: 'Urdu',
    file: join(projectRoot, 'tests', 'texts', 'urdu.txt'),
    direction: 'rtl',
    markings: [
      { words: 'وزیرِ خارجہ', key: '1', entity: 'وزیرِ خارجہ' },
      { words: 'انہوں', key: '1', entity: 'وزیرِ خارجہ' },
      { words: 'اسلام آباد', key: '5', entity: 'اسلام آباد' },
      { words: 'جنگ بندی', key: '9' },
      { words: 'بدھ کے روز', key: '-' },
      { words: 'نومبر', key: '-' },
      { words: 'استنبول (Istanbul)', key: '5', entity: 'استنبول' },
      { words: 'اقوامِ متحدہ', key: '2', entity: 'اقوامِ متحدہ' },
      { words: 'ترکیہ', key: '4', entity: 'ترکیہ' },
      { words: 'قطر', key: '4', entity: 'قطر' },
    ],
    positions: [
      {
        evidence: 'جنگ بندی برقرار رہے گی',
        holder: 'وزیرِ خارجہ',
        target: 'جنگ بندی کا برقرار رہنا',
        keys: ['f', '2', 'e', 's'],
      },
      {
        evidence: 'کسی بھی حملے کا جواب دیا جائے گا',
        holder: 'وزیرِ خارجہ',
        target: 'سرحد پار حملے',
        keys: ['a', '3', 'e', 'w'],
      },
      {
        evidence: 'اس مطالبے کو مسترد کر دیا',
        holder: 'کابل کا اہلکار',
        target: 'داخلی سلامتی کی ذمہ داری',
        keys: ['a', '3', 'e', 'y'],
      },
      {
        evidence: 'تحمل کی اپیل کی ہے',
        holder: 'اقوامِ متحدہ',
        target: 'تحمل',
        keys: ['f', '1', 'e', 'd'],
      },
    ],
    corefering: { 'وزیرِ خارجہ': 2 },
    cell: 'وزیرِ خارجہ toward جنگ بندی کا برقرار رہنا: 1 favor',
    place: 'اسلام آباد',
  },
];
