import { joinedNotes } from '@core/entities/merge';
import { ParleyError } from '@core/errors';
import { changed, created, deleted } from '@core/journal/change';
import { Note } from '@core/model/annotation';
import type { Proposition } from '@core/model/entity';
import { propositionRows, stancesNaming } from '../../store/reads/lists';
import { stancesOf } from '../../store/reads/register';
import type { CommandHandler, QueryHandler } from '../context';
import { followingRevisions } from '../review/revisions';
import { namedStances } from './in-context';
import { given } from './patch';
import { repointChanges, stancesNamingAny } from './repoint';

export const listPropositions: QueryHandler<'proposition.list'> = (context) =>
  propositionRows(context.file.connection);

export const stancesOfProposition: QueryHandler<'proposition.stances'> = (context, { id, ...slice }) => {
  context.need('proposition', id);
  const { total, stances } = stancesOf(context.file.connection, 'proposition', id, slice);
  return { total, stances: namedStances(context, stances) };
};

export const createProposition: CommandHandler<'proposition.create'> = (context, input) => {
  const proposition: Proposition = { id: context.environment.newId(), ...input };
  return { changes: [created('proposition', proposition)], output: proposition };
};

export const updateProposition: CommandHandler<'proposition.update'> = (context, input) => {
  const before = context.need('proposition', input.id);
  const after: Proposition = { ...before, ...given(input) };
  return { changes: [changed('proposition', before, after)], output: after };
};

export const mergePropositions: CommandHandler<'proposition.merge'> = (context, { id, from: fromIds }) => {
  const from = new Set(fromIds);
  if (from.has(id)) {
    throw new ParleyError('bad-input', { cause: 'A proposition cannot be merged with itself' });
  }
  const into = context.need('proposition', id);
  const others = [...from].map((other) => context.need('proposition', other));
  const note = joinedNotes([into, ...others].map((proposition) => proposition.note));
  if (!Note.safeParse(note).success) {
    throw new ParleyError('conflict', {
      cause: 'Together the notes of these propositions are too long',
      remedy: 'Shorten them first.',
    });
  }
  const proposition: Proposition = { ...into, note };
  const stances = stancesNamingAny(context, 'proposition', from);
  const repointing = repointChanges(stances, 'proposition', from, id);
  return {
    changes: [
      ...repointing,
      ...followingRevisions(context, repointing),
      changed('proposition', into, proposition),
      ...others.map((other) => deleted('proposition', other)),
    ],
    output: { proposition, stances: stances.length },
  };
};

export const removeProposition: CommandHandler<'proposition.remove'> = (context, { id }) => {
  const proposition = context.need('proposition', id);
  const stances = stancesNaming(context.file.connection, 'proposition', id);
  if (stances.length > 0) {
    throw new ParleyError('conflict', {
      cause: `${stances.length} ${stances.length === 1 ? 'stance is' : 'stances are'} toward '${proposition.name}'`,
      remedy: 'Change or delete these first.',
    });
  }
  return { changes: [deleted('proposition', proposition)], output: { removed: 1 } };
};
