import { Note } from '@core/model/annotation';
import { Proposition } from '@core/model/entity';
import { Id } from '@core/model/ids';
import { z } from 'zod';
import { command, query } from './define';
import { NamedStances } from './named-stances';
import { page } from './page';

export const propositionOperations = {
  'proposition.list': query({
    summary: 'All propositions by name, with the number of stances toward them.',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ ...Proposition.shape, stances: z.int().min(0) })),
  }),
  'proposition.stances': query({
    summary: 'Stances toward a proposition.',
    input: z.strictObject({ id: Id, ...page }),
    output: NamedStances,
  }),
  'proposition.create': command({
    summary: 'Make a proposition: a statement or issue toward which positions are taken.',
    input: z.strictObject({ name: Proposition.shape.name, note: Note.default('') }),
    output: Proposition,
  }),
  'proposition.update': command({
    summary: 'Rename a proposition or change its note.',
    input: z.strictObject({
      id: Id,
      name: Proposition.shape.name.optional(),
      note: Note.optional(),
    }),
    output: Proposition,
  }),
  'proposition.merge': command({
    summary: 'Merge propositions into one: stances of all layers are toward it, notes come together.',
    input: z.strictObject({ id: Id, from: z.array(Id).min(1).max(1_000) }),
    output: z.strictObject({ proposition: Proposition, stances: z.int().min(0) }),
  }),
  'proposition.remove': command({
    summary: 'Delete a proposition toward which there is no stance.',
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ removed: z.int().min(0) }),
  }),
};
