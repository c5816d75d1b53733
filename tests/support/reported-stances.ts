import type { Position } from './seed-session.ts';

/** Positions that the seed article really reports, each with the words that show it. */
export const reported: Position[] = [
  {
    evidence: 'a request Kabul dismissed as beyond its “capacity and mandate.”',
    holder: 'Afghanistan',
    target: 'responsibility for internal security',
    keys: ['a', '3', 'e', 'y'],
    source: 'Zabihullah Mujahid',
  },
  {
    evidence:
      'Islamabad allegedly demanded that Afghanistan take responsibility for Pakistan’s internal security',
    holder: 'Pakistan',
    target: 'responsibility for internal security',
    keys: ['f', '3', 'e', 'd'],
    source: 'Zabihullah Mujahid',
  },
  {
    evidence: 'it will continue to be observed',
    holder: 'Zabihullah Mujahid',
    target: 'keeping the ceasefire',
    keys: ['f', '2', 'e', 's'],
  },
  {
    evidence: '“would continue as long as there are no attacks from Afghan soil.”',
    holder: 'Khawaja Muhammad Asif',
    target: 'keeping the ceasefire',
    keys: ['m', '2', 'e', 's'],
  },
  {
    evidence: '“yield results toward lasting stability,”',
    holder: 'Recep Tayyip Erdoğan',
    target: 'the peace talks',
    keys: ['f', '2', 'e', 'h'],
  },
  {
    evidence: 'pursuing “anti-Afghanistan policies”',
    holder: 'Afghanistan',
    target: 'Pakistan',
    keys: ['a', '3', 'e', 'c'],
  },
  {
    evidence: 'no group will be allowed to use Afghan territory',
    holder: 'Taliban',
    target: 'attacks from Afghan soil',
    keys: ['a', '2', 'e', 's'],
  },
  {
    evidence: 'entering into war is not our first choice',
    holder: 'Zabihullah Mujahid',
    target: 'war',
    keys: ['a', '1', 'i', 's'],
  },
  {
    evidence: 'the people of Pakistan are regarded as brothers',
    holder: 'Afghanistan',
    target: 'Pakistan',
    keys: ['f', '1', 'e', 's'],
  },
];
