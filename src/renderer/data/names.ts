import type { Output } from '@contract/index';
import { displayQuote } from '@core/model/fragment';
import type { DocumentSession } from './document-session';
import { queryClient, useAnswer } from './queries';

/** How records and schema terms are called, by id. */
export interface Names {
  type(id: string): string;
  polarity(id: string): string;
  expression(id: string): string;
  modality(id: string): string;
  entity(id: string): string;
  proposition(id: string): string;
  /** The quote of a span annotation. */
  mention(id: string): string;
}

/** Names of schema terms and records as the lists of this window have them now. */
export function currentNames(session: DocumentSession): Names {
  const info = queryClient.getQueryData<Output<'project.info'>>(['project.info', {}]);
  const entities = queryClient.getQueryData<Output<'entity.list'>>(['entity.list', {}]) ?? [];
  const propositions = queryClient.getQueryData<Output<'proposition.list'>>(['proposition.list', {}]) ?? [];
  return namesFrom(info?.schema, entities, propositions, session);
}

function namesFrom(
  schema: Output<'project.info'>['schema'] | undefined,
  entities: Output<'entity.list'>,
  propositions: Output<'proposition.list'>,
  session: DocumentSession,
): Names {
  const term = (terms: readonly { id: string; name: string }[] | undefined, id: string) =>
    terms?.find((candidate) => candidate.id === id)?.name ?? id;
  return {
    type: (id) => term(schema?.entityTypes, id),
    polarity: (id) => term(schema?.stance.polarities, id),
    expression: (id) => term(schema?.stance.expressions, id),
    modality: (id) => term(schema?.stance.modalities, id),
    entity: (id) => term(entities, id),
    proposition: (id) => term(propositions, id),
    mention: (id) => {
      const annotation = session.annotations.get(id);
      return annotation ? displayQuote(session.text, annotation.fragments) : 'a mention';
    },
  };
}

/** The same, for components: they are drawn anew when a name changes. */
export function useNames(session: DocumentSession): Names {
  const info = useAnswer('project.info', {});
  const entities = useAnswer('entity.list', {}) ?? [];
  const propositions = useAnswer('proposition.list', {}) ?? [];
  return namesFrom(info?.schema, entities, propositions, session);
}
