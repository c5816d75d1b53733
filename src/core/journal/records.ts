import { SpanAnnotation } from '../model/annotation';
import { Appraisal } from '../model/appraisal';
import { Assignment } from '../model/assignment';
import { Comment } from '../model/comment';
import { Decision } from '../model/decision';
import { Document, Progress } from '../model/document';
import { Entity, Proposition } from '../model/entity';
import { Event } from '../model/event';
import { Annotator, Layer, Project, SchemaVersion } from '../model/project';
import { Relation } from '../model/relation';
import { Stance } from '../model/stance';

/** Everything that a project keeps and that commands may change, by kind. */
export const recordSchemas = {
  project: Project,
  annotator: Annotator,
  schema: SchemaVersion,
  document: Document,
  progress: Progress,
  layer: Layer,
  entity: Entity,
  proposition: Proposition,
  annotation: SpanAnnotation,
  stance: Stance,
  appraisal: Appraisal,
  relation: Relation,
  event: Event,
  decision: Decision,
  comment: Comment,
  assignment: Assignment,
} as const;

export interface Records {
  project: Project;
  annotator: Annotator;
  schema: SchemaVersion;
  document: Document;
  progress: Progress;
  layer: Layer;
  entity: Entity;
  proposition: Proposition;
  annotation: SpanAnnotation;
  stance: Stance;
  appraisal: Appraisal;
  relation: Relation;
  event: Event;
  decision: Decision;
  comment: Comment;
  assignment: Assignment;
}

export type RecordKind = keyof Records;
export const recordKinds = Object.keys(recordSchemas) as RecordKind[];
