import type { Attributes, SpanAnnotation } from '../model/annotation';
import type { Appraisal } from '../model/appraisal';
import type { Event } from '../model/event';
import type { Relation } from '../model/relation';
import type { AttributeType, Schema } from '../model/schema';
import type { Stance } from '../model/stance';
import type { RuleId, Severity } from './problem';

/** One document with all that is marked in it, as rules look at it. */
export interface Subject {
  schema: Schema;
  text: string;
  /** In text order. */
  annotations: readonly SpanAnnotation[];
  stances: readonly Stance[];
  relations: readonly Relation[];
  events: readonly Event[];
  appraisals: readonly Appraisal[];
  /** The type of an entity; null where it has none, undefined where it is not known. */
  entityType(id: string): string | null | undefined;
}

/** What stays the same while one document is annotated. */
export type Frame = Pick<Subject, 'schema' | 'text'>;

interface About {
  id: RuleId;
  severity: Severity;
  /** What it asks for, in one short line. */
  title: string;
}

/** A rule about a span annotation alone: what it finds holds as long as that record stays the same. */
export interface AnnotationRule extends About {
  over: 'annotation';
  /** @returns one sentence for each thing that is wrong */
  check(annotation: SpanAnnotation, frame: Frame): string[];
}

/** A rule about the attributes of an annotation, a relation or an event, by its type. */
export interface AttributesRule extends About {
  over: 'attributes';
  check(type: { name: string; attributes: readonly AttributeType[] }, given: Attributes): string[];
}

/** A rule about a stance alone. */
export interface StanceRule extends About {
  over: 'stance';
  check(stance: Stance, frame: Frame): string[];
}

/** A rule about how annotations of one document stand to each other or to entities. */
export interface DocumentRule extends About {
  over: 'document';
  check(subject: Subject): { annotation: SpanAnnotation; message: string }[];
}

/** What joins find about the ends of a relation and the fillers of roles. */
export interface Ends {
  schema: Schema;
  annotation(id: string): SpanAnnotation | undefined;
  entityType: Subject['entityType'];
}

export interface RelationRule extends About {
  over: 'relation';
  check(relation: Relation, ends: Ends): string[];
}

export interface EventRule extends About {
  over: 'event';
  check(event: Event, ends: Ends): string[];
}

/** A rule about what is said of the document as a whole. */
export interface AppraisalRule extends About {
  over: 'appraisal';
  check(appraisal: Appraisal, frame: Frame): string[];
}

export type Rule =
  | AnnotationRule
  | AttributesRule
  | StanceRule
  | DocumentRule
  | RelationRule
  | EventRule
  | AppraisalRule;
