import type { Input } from '@contract/index';
import type { Engine } from '../../src/engine/index';

type Draft = Pick<
  Input<'stance.create'>,
  'polarity' | 'intensity' | 'expression' | 'modality' | 'confidence'
> & {
  evidence: string;
  holder: string | null;
  /** A proposition, or with `at` an entity. */
  target: string;
  at?: true;
  sources?: string[];
};

/** Positions that the seed article really reports, each with the words that show it. */
export const reported: Draft[] = [
  {
    evidence: 'a request Kabul dismissed as beyond its “capacity and mandate.”',
    holder: 'Afghanistan',
    target: 'responsibility for Pakistan’s security',
    polarity: 'against',
    intensity: 3,
    expression: 'explicit',
    modality: 'denies',
    confidence: 3,
    sources: ['Zabihullah Mujahid'],
  },
  {
    evidence:
      'Islamabad allegedly demanded that Afghanistan take responsibility for Pakistan’s internal security',
    holder: 'Pakistan',
    target: 'responsibility for Pakistan’s security',
    polarity: 'favor',
    intensity: 3,
    expression: 'explicit',
    modality: 'demands',
    confidence: 2,
    sources: ['Zabihullah Mujahid'],
  },
  {
    evidence: 'it will continue to be observed',
    holder: 'Zabihullah Mujahid',
    target: 'keeping the ceasefire',
    polarity: 'favor',
    intensity: 2,
    expression: 'explicit',
    modality: 'states',
    confidence: 3,
  },
  {
    evidence: '“would continue as long as there are no attacks from Afghan soil.”',
    holder: 'Khawaja Muhammad Asif',
    target: 'keeping the ceasefire',
    polarity: 'mixed',
    intensity: 2,
    expression: 'explicit',
    modality: 'states',
    confidence: 3,
  },
  {
    evidence: '“yield results toward lasting stability,”',
    holder: 'Recep Tayyip Erdoğan',
    target: 'the peace talks',
    polarity: 'favor',
    intensity: 2,
    expression: 'explicit',
    modality: 'hopes',
    confidence: 3,
  },
  {
    evidence: 'elements within the Pakistani military establishment of pursuing “anti-Afghanistan policies”',
    holder: 'Afghanistan',
    target: 'Pakistan',
    at: true,
    polarity: 'against',
    intensity: 3,
    expression: 'explicit',
    modality: 'accuses',
    confidence: 3,
  },
  {
    evidence: 'no group will be allowed to use Afghan territory to launch attacks against another country',
    holder: 'Taliban',
    target: 'attacks from Afghan soil',
    polarity: 'against',
    intensity: 2,
    expression: 'explicit',
    modality: 'states',
    confidence: 3,
  },
  {
    evidence: 'entering into war is not our first choice',
    holder: 'Zabihullah Mujahid',
    target: 'war',
    polarity: 'against',
    intensity: 1,
    expression: 'implied',
    modality: 'states',
    confidence: 2,
  },
  {
    evidence: 'irresponsible and non-cooperative attitude',
    holder: 'Afghanistan',
    target: 'Pakistan',
    at: true,
    polarity: 'against',
    intensity: 2,
    expression: 'explicit',
    modality: 'accuses',
    confidence: 3,
  },
  {
    evidence: 'the people of Pakistan are regarded as brothers',
    holder: 'Afghanistan',
    target: 'Pakistan',
    at: true,
    polarity: 'favor',
    intensity: 1,
    expression: 'explicit',
    modality: 'states',
    confidence: 2,
  },
];

/** Records them in a document with the article's text. @returns the ids of the stances */
export async function recordReported(engine: Engine, documentId: string): Promise<string[]> {
  const { text } = (await engine.execute('document.get', { id: documentId })) as { text: string };
  const ids: string[] = [];
  for (const { evidence, holder, target, at, sources = [], ...rest } of reported) {
    const start = text.indexOf(evidence);
    if (start < 0) throw new Error(`'${evidence}' does not stand in the text`);
    const stance = (await engine.execute('stance.create', {
      documentId,
      ...rest,
      holder: holder && { kind: 'newEntity', name: holder },
      target: { kind: at ? 'newEntity' : 'newProposition', name: target },
      sources: sources.map((name) => ({ kind: 'newEntity', name })),
      evidence: [{ start, end: start + evidence.length }],
    })) as { id: string };
    ids.push(stance.id);
  }
  return ids;
}
