import { call, identity, newProject, type TestProject } from './project';

export const reviewText =
  'The Ministry of Defence, led by Khalid Noor, rejected the ceasefire on Monday. Talks go on in Doha.';

export const annotatorA = identity('Annotator A', 1);
export const annotatorB = identity('Annotator B', 2);
export const annotatorC = identity('Annotator C', 3);

/** The offsets of the first occurrence of some words. */
export function over(words: string, text = reviewText): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`'${words}' is not in the text`);
  return { start, end: start + words.length };
}

export interface ThreeLayers {
  project: TestProject;
  documentId: string;
  /** Ids of spans by annotator and words. */
  ids: Record<'a' | 'b' | 'c', Record<string, string>>;
}

type Marks = Record<string, { typeId: string; entityId?: string }>;

/** A document that three annotators have marked, each in their own way; the session is then A's. */
export async function threeLayers(): Promise<ThreeLayers> {
  const project = newProject(annotatorA);
  const documentId = await project.addText(reviewText, 'talks');
  const noor = await call(project.engine, 'entity.create', {
    name: 'Khalid Noor',
    typeId: 'person',
  });
  const ids: ThreeLayers['ids'] = { a: {}, b: {}, c: {} };
  const mark = async (who: 'a' | 'b' | 'c', marks: Marks) => {
    for (const [words, { typeId, entityId = null }] of Object.entries(marks)) {
      const { id } = await call(project.engine, 'annotation.create', {
        documentId,
        typeId,
        entityId,
        fragments: [over(words)],
      });
      ids[who][words] = id;
    }
  };
  // All agree on Noor; the ministry's ends differ; Doha's label differs; Monday is A's and B's alone.
  await mark('a', {
    'Khalid Noor': { typeId: 'person', entityId: noor.id },
    'Ministry of Defence': { typeId: 'organisation' },
    Doha: { typeId: 'place' },
    Monday: { typeId: 'time' },
  });
  await call(project.engine, 'stance.create', {
    documentId,
    holder: { kind: 'mention', id: ids.a['Khalid Noor']! },
    target: { kind: 'newProposition', name: 'the ceasefire' },
    polarity: 'against',
    intensity: 3,
    expression: null,
    modality: null,
    sources: [],
    evidence: [over('rejected the ceasefire')],
    confidence: null,
  });
  await call(project.engine, 'relation.create', {
    fromId: ids.a['Khalid Noor']!,
    toId: ids.a['Ministry of Defence']!,
    typeId: 'leads',
  });
  project.reopen({ as: annotatorB });
  await mark('b', {
    'Khalid Noor': { typeId: 'person', entityId: noor.id },
    'The Ministry of Defence': { typeId: 'organisation' },
    Doha: { typeId: 'place' },
    Monday: { typeId: 'time' },
  });
  await call(project.engine, 'relation.create', {
    fromId: ids.b['Khalid Noor']!,
    toId: ids.b['The Ministry of Defence']!,
    typeId: 'leads',
  });
  project.reopen({ as: annotatorC });
  await mark('c', {
    'Khalid Noor': { typeId: 'person', entityId: noor.id },
    'Ministry of Defence': { typeId: 'organisation' },
    Doha: { typeId: 'agreement' },
  });
  project.reopen({ as: annotatorA });
  return { project, documentId, ids };
}
