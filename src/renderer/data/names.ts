import type { Output } from '@contract/index';
import { displayQuote } from '@core/model/fragment';
import type { DocumentSession } from './document-session';
import { queryClient, useAnswer } from './queries';

/** How records and schema terms are called, by id. */
export interface Names {
  type(id: string): string;
  polarity(id: string): string;
  relationType(id: string): string;
  eventType(id: string): string;
  role(eventTypeId: string, id: string): string;
  expression(id: string): string;
  modality(id: string): string;
  entity(id: string): string;
  proposition(id: string): string;
  /** The quote of a span annotation. */
  mention(id: string): string;
}

/** The schema in force, as this window has it now. */
export function currentSchema(): Output<'project.info'>['schema'] | undefined {
  return queryClient.getQueryData<Output<'project.info'>>(['project.info', {}])?.schema;
}

/** Names of schema terms and records as the lists of this window have them now. */
export function currentNames(session: DocumentSession): Names {
  const info = queryClient.getQueryData<Output<'project.info'>>(['project.info', {}]);
  const entities = queryClient.getQueryData<Output<'entity.list'>>(['entity.list', {}]) ?? [];
  const propositions = queryClient.getQueryData<Output<'proposition.list'>>(['proposition.list', {}]) ?? [];
  return namesFrom(info?.schema, entities, propositions, session);
}

/** Looking names up is done for every mark on the screen, so each list is indexed once. */
const indexes = new WeakMap<readonly Named[], Map<string, string>>();

interface Named {
  id: string;
  name: string;
}

function nameIn(list: readonly Named[] | undefined, id: string): string {
  if (!list) return id;
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.map((record) => [record.id, record.name]));
    indexes.set(list, index);
  }
  return index.get(id) ?? id;
}

type Schema = Output<'project.info'>['schema'] | undefined;

/** What the terms of a schema are called. */
export function termNames(schema: Schema): Omit<Names, 'entity' | 'proposition' | 'mention'> {
  return {
    type: (id) => nameIn(schema?.entityTypes, id),
    polarity: (id) => nameIn(schema?.stance.polarities, id),
    relationType: (id) => nameIn(schema?.relationTypes, id),
    eventType: (id) => nameIn(schema?.eventTypes, id),
    role: (eventTypeId, id) => nameIn(schema?.eventTypes.find((type) => type.id === eventTypeId)?.roles, id),
    expression: (id) => nameIn(schema?.stance.expressions, id),
    modality: (id) => nameIn(schema?.stance.modalities, id),
  };
}

function namesFrom(
  schema: Schema,
  entities: Output<'entity.list'>,
  propositions: Output<'proposition.list'>,
  session: DocumentSession,
): Names {
  return {
    ...termNames(schema),
    entity: (id) => nameIn(entities, id),
    proposition: (id) => nameIn(propositions, id),
    mention: (id) => {
      const annotation = session.annotations.get(id);
      return annotation ? displayQuote(session.text, annotation.fragments) : 'a mention';
    },
  };
}

const nameLists = new Set<unknown>(['project.info', 'entity.list', 'proposition.list']);

/** Tells when names may have changed: a list that has them came anew. Returns the way to stop. */
export function onNamesChanged(listener: () => void): () => void {
  return queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success' && nameLists.has(event.query.queryKey[0]))
      listener();
  });
}

/** The same, for components: they are drawn anew when a name changes. */
export function useNames(session: DocumentSession): Names {
  const info = useAnswer('project.info', {});
  const entities = useAnswer('entity.list', {}) ?? [];
  const propositions = useAnswer('proposition.list', {}) ?? [];
  return namesFrom(info?.schema, entities, propositions, session);
}
