import type { SpanAnnotation } from '@core/model/annotation';
import type { DocumentLabels } from '@core/model/appraisal';
import type { Comment } from '@core/model/comment';
import type { Decision } from '@core/model/decision';
import type { Document, DocumentStatus } from '@core/model/document';
import type { Entity, Proposition } from '@core/model/entity';
import type { Event } from '@core/model/event';
import type { Annotator, Layer, Project } from '@core/model/project';
import type { Relation } from '@core/model/relation';
import type { Schema } from '@core/model/schema';
import type { Stance } from '@core/model/stance';
import type { OffsetUnit } from '@core/text/offsets';

/** What every writer is given of the project as a whole, in no particular order. */
export interface DatasetHeader {
  project: Pick<Project, 'id' | 'name' | 'guidelines'>;
  schema: Schema;
  annotators: readonly Annotator[];
  entities: readonly Entity[];
  propositions: readonly Proposition[];
}

export interface DatasetLayer {
  layer: Layer;
  /** How far the layer's annotator is with the document; 'new' for gold. */
  status: DocumentStatus;
  /** What the layer's annotator says of the document as a whole. */
  labels: DocumentLabels;
  note: string;
  annotations: readonly SpanAnnotation[];
  stances: readonly Stance[];
  relations: readonly Relation[];
  events: readonly Event[];
}

/** One document with all layers that are to be written. Offsets are UTF-16 code units. */
export interface DatasetDocument {
  document: Document;
  text: string;
  layers: readonly DatasetLayer[];
  /** What was decided about the annotators' work; only with the gold layer. */
  decisions?: readonly Decision[];
  /** What was said of it and of what is marked in it; only where that is asked for. */
  comments?: readonly Comment[];
}

export interface WriteOptions {
  includeText: boolean;
  /** The unit in which the file counts offsets. */
  offsetUnit: OffsetUnit;
  /** The version of Parley that writes. */
  generatorVersion: string;
}

/** A text format: the documents come one at a time, and the file goes out in pieces. */
export interface Format {
  title: string;
  /** Ending of its files, without the dot. */
  extension: string;
  write(header: DatasetHeader, documents: Iterable<DatasetDocument>, options: WriteOptions): Iterable<string>;
}
