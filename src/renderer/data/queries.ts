import type { Input, Output, QueryName } from '@contract/index';
import type { Change } from '@core/journal/change';
import type { RecordKind } from '@core/journal/records';
import { QueryClient, useQuery } from '@tanstack/react-query';
import { theClient } from '../bridge/connection';

/** What is asked of the register of entities; only what is on the screen is fetched anew. */
const register: QueryName[] = [
  'entity.search',
  'entity.mentions',
  'entity.stances',
  'entity.events',
  'entity.duplicates',
  'entity.mergePreview',
  'mention.unlinked',
  'mention.equal',
  'proposition.stances',
];

/** What is counted and looked for over the project as a whole. */
const stanceViews: QueryName[] = ['stance.list', 'stance.matrix'];
const reviews: QueryName[] = ['review.compare', 'review.summary', 'review.preview'];
const agreement: QueryName[] = ['agreement.compute', 'agreement.places'];
const overviews: QueryName[] = ['project.statistics', 'project.problems', 'document.find', ...agreement];

/** Which lists a changed record of each kind makes out of date. */
const affected: Record<RecordKind, QueryName[]> = {
  project: ['project.info', 'document.hidden'],
  annotator: ['project.info', 'team.board', ...stanceViews, ...overviews, ...reviews],
  schema: ['project.info', 'schema.get', 'schema.history', 'project.problems', 'document.find', ...reviews],
  document: ['document.list', 'project.info', ...stanceViews, ...overviews],
  progress: ['document.list', 'team.board', 'document.hidden', ...agreement, ...reviews],
  layer: [...reviews, 'team.board', 'document.hidden', ...agreement],
  entity: ['entity.list', ...register, ...stanceViews, ...overviews],
  proposition: ['proposition.list', 'proposition.stances', 'entity.stances', ...stanceViews],
  annotation: ['document.list', 'entity.list', ...register, ...stanceViews, ...overviews, ...reviews],
  appraisal: ['project.problems', 'document.find', ...reviews],
  relation: ['project.problems', 'document.find', ...reviews],
  event: ['entity.list', 'entity.events', 'project.problems', 'document.find', ...reviews],
  decision: reviews,
  comment: ['comment.list'],
  assignment: ['document.list', 'team.board', 'assignment.preview'],
  stance: [
    'document.list',
    'entity.list',
    'proposition.list',
    'proposition.stances',
    'entity.stances',
    ...stanceViews,
    ...overviews,
    ...reviews,
  ],
};

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  },
});

/** Has the lists fetched anew that some changes touch. */
export function refreshLists(changes: readonly Change[]): void {
  const names = new Set<QueryName>(['history.list', 'history.state']);
  for (const change of changes) for (const name of affected[change.kind]) names.add(name);
  for (const name of names) void queryClient.invalidateQueries({ queryKey: [name] });
}

/** The answer to a query, kept up to date; undefined until it is there. */
export function useAnswer<Name extends QueryName>(name: Name, input: Input<Name>): Output<Name> | undefined {
  return useQuery({ queryKey: [name, input], queryFn: () => theClient().call(name, input) }).data;
}
