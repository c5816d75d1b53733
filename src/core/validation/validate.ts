import type { Attributes, SpanAnnotation } from '../model/annotation';
import { type Fragments, hull } from '../model/fragment';
import type { AttributeType, Schema } from '../model/schema';
import type { Stance } from '../model/stance';
import type { DocumentProblem } from './problem';
import type { Ends, Frame, Rule, Subject } from './rule';
import { rules } from './rules/index';

const over = <Kind extends Rule['over']>(kind: Kind) =>
  rules.filter((rule): rule is Extract<Rule, { over: Kind }> => rule.over === kind);

const annotationRules = over('annotation');
const attributesRules = over('attributes');
const stanceRules = over('stance');
const documentRules = over('document');
const relationRules = over('relation');
const eventRules = over('event');
const appraisalRules = over('appraisal');

/** All problems of one document, in text order. */
export function validate(subject: Subject): DocumentProblem[] {
  return new Validator(subject).problems(subject);
}

/**
 * Validates one document again and again while it changes. What was found about a record is kept
 * as long as that record is the same object, so that a further mark costs little however many
 * there are.
 */
export class Validator {
  readonly #frame: Frame;
  readonly #found = new WeakMap<SpanAnnotation | Stance, readonly DocumentProblem[]>();

  constructor({ schema, text }: Frame) {
    this.#frame = { schema, text };
  }

  /** Is this validator made for another schema or text? */
  fits({ schema, text }: { schema: Schema; text: string }): boolean {
    return this.#frame.schema === schema && this.#frame.text === text;
  }

  /** All problems, in text order; those of the document as a whole first. */
  problems(subject: Subject): DocumentProblem[] {
    const problems: DocumentProblem[] = [];
    for (const annotation of subject.annotations) {
      const found = this.#ofAnnotation(annotation);
      if (found !== NONE) problems.push(...found);
    }
    for (const rule of documentRules)
      for (const { annotation, message } of rule.check(subject))
        problems.push(problem(rule, 'annotation', annotation, annotation.fragments, message));
    problems.push(...ofJoins(subject));
    for (const appraisal of subject.appraisals)
      for (const rule of appraisalRules)
        for (const message of rule.check(appraisal, this.#frame))
          problems.push(problem(rule, 'appraisal', appraisal, [], message));
    for (const stance of subject.stances) problems.push(...this.#ofStance(stance));
    const placeOf = ({ place }: DocumentProblem) => place?.start ?? -1;
    return problems.sort((a, b) => placeOf(a) - placeOf(b));
  }

  #ofAnnotation(annotation: SpanAnnotation): readonly DocumentProblem[] {
    let found = this.#found.get(annotation);
    if (!found) {
      const type = this.#frame.schema.entityTypes.find(({ id }) => id === annotation.typeId);
      found = [
        ...annotationRules.flatMap((rule) =>
          rule
            .check(annotation, this.#frame)
            .map((message) => problem(rule, 'annotation', annotation, annotation.fragments, message)),
        ),
        ...ofAttributes(type, 'annotation', annotation, annotation.fragments),
      ];
      if (found.length === 0) found = NONE;
      this.#found.set(annotation, found);
    }
    return found;
  }

  #ofStance(stance: Stance): readonly DocumentProblem[] {
    let found = this.#found.get(stance);
    if (!found) {
      found = stanceRules.flatMap((rule) =>
        rule
          .check(stance, this.#frame)
          .map((message) => problem(rule, 'stance', stance, stance.evidence, message)),
      );
      this.#found.set(stance, found);
    }
    return found;
  }
}

/** Relations stand where they begin, events at their triggers. */
function ofJoins({ schema, annotations, relations, events, entityType }: Subject): DocumentProblem[] {
  if (relations.length === 0 && events.length === 0) return [];
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const ends: Ends = { schema, entityType, annotation: (id) => byId.get(id) };
  return [
    ...relations.flatMap((relation) => {
      const place = byId.get(relation.fromId)?.fragments ?? [];
      const type = schema.relationTypes.find(({ id }) => id === relation.typeId);
      return [
        ...relationRules.flatMap((rule) =>
          rule.check(relation, ends).map((message) => problem(rule, 'relation', relation, place, message)),
        ),
        ...ofAttributes(type, 'relation', relation, place),
      ];
    }),
    ...events.flatMap((event) => {
      const type = schema.eventTypes.find(({ id }) => id === event.typeId);
      return [
        ...eventRules.flatMap((rule) =>
          rule.check(event, ends).map((message) => problem(rule, 'event', event, event.trigger, message)),
        ),
        ...ofAttributes(type, 'event', event, event.trigger),
      ];
    }),
  ];
}

function ofAttributes(
  type: { name: string; attributes: readonly AttributeType[] } | undefined,
  kind: 'annotation' | 'relation' | 'event',
  record: { id: string; attributes: Attributes },
  place: Fragments,
): DocumentProblem[] {
  if (!type) return [];
  return attributesRules.flatMap((rule) =>
    rule.check(type, record.attributes).map((message) => problem(rule, kind, record, place, message)),
  );
}

const NONE: readonly DocumentProblem[] = [];

function problem(
  { id, severity }: Rule,
  recordKind: DocumentProblem['recordKind'],
  record: { id: string },
  fragments: Fragments,
  message: string,
): DocumentProblem {
  return {
    rule: id,
    severity,
    message,
    recordKind,
    recordId: record.id,
    place: fragments.length === 0 ? null : hull(fragments),
  };
}
