import { documentLabelProblem } from '../../model/appraisal';
import type { AppraisalRule } from '../rule';

export const documentLabel: AppraisalRule = {
  id: 'document-label',
  severity: 'error',
  title: 'Document labels and their values are in the schema',
  over: 'appraisal',
  check: ({ labels }, { schema }) =>
    Object.entries(labels).flatMap(([id, values]) => {
      const label = schema.documentLabels.find((candidate) => candidate.id === id);
      const problem = label
        ? documentLabelProblem(label, values)
        : `The schema has no document label ‘${id}’`;
      return problem === null ? [] : [problem];
    }),
};
