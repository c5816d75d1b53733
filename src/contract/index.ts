import type { z } from 'zod';
import { agreementOperations } from './agreement';
import { annotationOperations } from './annotations';
import { commentOperations } from './comments';
import { documentSearchOperations } from './document-search';
import { documentOperations } from './documents';
import { entityOperations } from './entities';
import { eventOperations } from './events';
import { exchangeOperations } from './exchange';
import { exportOperations } from './exports';
import { historyOperations } from './history';
import { mentionOperations } from './mentions';
import { projectOperations } from './project';
import { propositionOperations } from './propositions';
import { relationOperations } from './relations';
import { reportOperations } from './reports';
import { reviewOperations } from './review';
import { schemaOperations } from './schema';
import { stanceViewOperations } from './stance-views';
import { stanceOperations } from './stances';
import { statisticsOperations } from './statistics';
import { teamOperations } from './team';
import { textOperations } from './texts';
import { validationOperations } from './validation';

/**
 * Everything that can be asked of a project, by name. The renderer's client, the engine's
 * dispatcher, the command line and the reference in docs/contract.md follow from this map.
 */
export const contract = {
  ...projectOperations,
  ...documentOperations,
  ...documentSearchOperations,
  ...annotationOperations,
  ...entityOperations,
  ...mentionOperations,
  ...propositionOperations,
  ...stanceOperations,
  ...relationOperations,
  ...eventOperations,
  ...schemaOperations,
  ...stanceViewOperations,
  ...statisticsOperations,
  ...agreementOperations,
  ...reportOperations,
  ...validationOperations,
  ...reviewOperations,
  ...historyOperations,
  ...exportOperations,
  ...exchangeOperations,
  ...commentOperations,
  ...teamOperations,
  ...textOperations,
};

export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type QueryName = {
  [N in OperationName]: Contract[N]['kind'] extends 'query' ? N : never;
}[OperationName];
export type CommandName = Exclude<OperationName, QueryName>;

/** What a caller passes: defaults may be left out. */
export type Input<Name extends OperationName> = z.input<Contract[Name]['input']>;
/** What a handler receives: checked, defaults filled in. */
export type CheckedInput<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type Output<Name extends OperationName> = z.output<Contract[Name]['output']>;

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}
