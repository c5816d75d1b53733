import { SpanAnnotation } from '../model/annotation';
import { Document, Progress } from '../model/document';
import { Entity, Proposition } from '../model/entity';
import { Annotator, Layer, Project, SchemaVersion } from '../model/project';
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
}

export type RecordKind = keyof Records;
export const recordKinds = Object.keys(recordSchemas) as RecordKind[];
