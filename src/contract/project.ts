import { Id } from '@core/model/ids';
import { Annotator, Project } from '@core/model/project';
import { Schema } from '@core/model/schema';
import { z } from 'zod';
import { command, query } from './define';

const Count = z.int().min(0);

export const ProjectInfo = z.strictObject({
  project: Project,
  /** The annotator whose work this session records. */
  annotator: Annotator,
  annotators: z.array(Annotator),
  schema: Schema,
  /** Absolute path of the project file. */
  path: z.string(),
  readOnly: z.boolean(),
  counts: z.strictObject({
    documents: Count,
    annotations: Count,
    entities: Count,
    propositions: Count,
    stances: Count,
    journal: Count,
  }),
});
export type ProjectInfo = z.infer<typeof ProjectInfo>;

export const Problem = z.strictObject({
  severity: z.enum(['error', 'warning']),
  /** What is wrong, in one sentence. */
  message: z.string(),
  documentId: z.string().nullable(),
  recordId: z.string().nullable(),
});
export type Problem = z.infer<typeof Problem>;

export const projectOperations = {
  'project.info': query({
    summary: 'Name, schema, annotators and counts of the project.',
    input: z.strictObject({}),
    output: ProjectInfo,
  }),
  'project.check': query({
    summary: 'Look for damage: the file, every text against its hash, every annotation against its text.',
    input: z.strictObject({}),
    output: z.strictObject({ problems: z.array(Problem) }),
    long: true,
  }),
  'project.update': command({
    summary: 'Rename the project, replace its guidelines, or say how its team works.',
    input: z.strictObject({
      name: Project.shape.name.optional(),
      guidelines: Project.shape.guidelines.optional(),
      /** Hide colleagues' work on a document from an annotator until their own is done. */
      blind: z.boolean().optional(),
      /** Annotators who see everything all the same. */
      adjudicators: z.array(Id).optional(),
    }),
    output: Project,
  }),
  'annotator.update': command({
    summary: 'Rename the annotator of this session.',
    input: z.strictObject({ name: Annotator.shape.name }),
    output: Annotator,
  }),
};
