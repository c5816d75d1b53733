import type { Desktop } from './app.ts';
import { type Line, PreparedProject } from './prepared-project.ts';

interface Mark {
  words: string;
  typeId: string;
  /** Name of the entity that it is linked to. */
  entity?: string;
}

interface Person {
  name: string;
  marks: readonly Mark[];
  /** Polarity of the stance that the request was dismissed. */
  polarity?: string;
}

const EVIDENCE = 'a request Kabul dismissed as beyond its “capacity and mandate.”';

/** Three people who have marked the beginning of the seed document, each in their own way. */
const people: Record<'a' | 'b' | 'c', Person> = {
  a: {
    name: 'Annotator A',
    marks: [
      { words: 'Islamabad', typeId: 'state', entity: 'Pakistan' },
      { words: 'Zabihullah Mujahid', typeId: 'person', entity: 'Zabihullah Mujahid' },
      { words: 'Istanbul', typeId: 'place' },
      { words: 'the ceasefire signed in Doha in October', typeId: 'agreement' },
    ],
    polarity: 'against',
  },
  b: {
    name: 'Annotator B',
    marks: [
      { words: 'Islamabad', typeId: 'place' },
      { words: 'Zabihullah Mujahid', typeId: 'person', entity: 'Zabihullah Mujahid' },
      { words: 'Istanbul', typeId: 'place' },
      { words: 'ceasefire signed in Doha', typeId: 'agreement' },
    ],
    polarity: 'neutral',
  },
  c: {
    name: 'Annotator C',
    marks: [
      { words: 'Islamabad', typeId: 'state' },
      { words: 'Zabihullah Mujahid', typeId: 'person', entity: 'Zabihullah Mujahid' },
      { words: 'Khawaja Muhammad Asif', typeId: 'person' },
    ],
  },
};

/** A project in which three annotators have marked the first document; Annotator A opens it in the window. */
export class ReviewedProject extends PreparedProject {
  readonly documentId: string;
  readonly #desktop: Desktop;
  readonly #text: string;

  constructor(desktop: Desktop) {
    super(desktop);
    this.#desktop = desktop;
    const [documents] = this.run([{ name: 'document.list' }]) as [{ id: string }[]];
    this.documentId = documents[0]!.id;
    const [{ text }] = this.run([{ name: 'document.get', input: { id: this.documentId } }]) as [
      { text: string },
    ];
    this.#text = text;
    for (const who of ['a', 'b', 'c'] as const)
      this.as(who, [naming(people[who].name), ...this.#work(people[who])]);
  }

  /** Runs operations as one of the three. */
  as(who: 'a' | 'b' | 'c', lines: readonly Line[]): unknown[] {
    return this.run(lines, this.#desktop.path(who === 'a' ? 'profile' : `profile-${who}`));
  }

  /** The stretch of the first occurrence of some words, in UTF-16 code units. */
  over(words: string): { start: number; end: number } {
    const start = this.#text.indexOf(words);
    if (start < 0) throw new Error(`'${words}' does not stand in the text`);
    return { start, end: start + words.length };
  }

  #work({ marks, polarity }: Person): Line[] {
    const [entities] = this.run([{ name: 'entity.list' }]) as [{ id: string; name: string }[]];
    const { documentId } = this;
    const lines: Line[] = [];
    for (const [index, { words, typeId, entity }] of marks.entries()) {
      const known = entities.find(({ name }) => name === entity);
      const link = entity ? { entityId: known?.id ?? { $ref: `entity${index}.id` } } : {};
      if (entity && !known)
        lines.push({ name: 'entity.create', input: { name: entity, typeId }, as: `entity${index}` });
      lines.push({
        name: 'annotation.create',
        input: { documentId, typeId, fragments: [this.over(words)], ...link },
      });
    }
    if (polarity) {
      lines.push({
        name: 'stance.create',
        input: {
          documentId,
          holder: { kind: 'newEntity', name: 'Kabul', typeId: 'state' },
          target: { kind: 'newProposition', name: 'handing militants over' },
          polarity,
          intensity: 2,
          expression: null,
          modality: null,
          sources: [],
          evidence: [this.over(EVIDENCE)],
          confidence: null,
        },
      });
    }
    return lines;
  }
}

function naming(name: string): Line {
  return { name: 'annotator.update', input: { name } };
}
