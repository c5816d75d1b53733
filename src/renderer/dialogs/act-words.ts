import type { CommandName } from '@contract/index';

const words: Record<Exclude<CommandName, 'history.undo' | 'history.redo'>, string> = {
  'project.update': 'changed the project',
  'annotator.update': 'changed their name',
  'document.import': 'imported documents',
  'document.update': 'changed a document’s data',
  'document.remove': 'removed documents',
  'document.appraise': 'labelled a document, or wrote a note on it',
  'document.setStatus': 'set a document’s status',
  'annotation.create': 'marked a span',
  'annotation.createMany': 'marked several spans',
  'annotation.createAcross': 'marked spans in several documents',
  'annotation.update': 'changed a span',
  'annotation.relabel': 'gave spans another label',
  'annotation.split': 'split a span',
  'annotation.merge': 'joined spans',
  'annotation.remove': 'deleted spans',
  'entity.create': 'made an entity',
  'entity.update': 'changed an entity',
  'entity.remove': 'removed an entity',
  'entity.merge': 'merged entities',
  'entity.split': 'split an entity',
  'mention.link': 'linked mentions',
  'mention.linkEqual': 'linked equal mentions',
  'proposition.create': 'made a proposition',
  'proposition.update': 'changed a proposition',
  'proposition.merge': 'merged propositions',
  'proposition.remove': 'removed a proposition',
  'stance.create': 'recorded a stance',
  'stance.update': 'changed a stance',
  'stance.updateMany': 'changed several stances',
  'stance.remove': 'deleted stances',
  'relation.create': 'joined spans by a relation',
  'relation.update': 'changed a relation',
  'relation.remove': 'deleted relations',
  'event.create': 'recorded an event',
  'event.update': 'changed an event',
  'event.remove': 'deleted events',
  'schema.change': 'changed the schema',
  'assignment.set': 'assigned documents',
  'assignment.distribute': 'distributed documents',
  'comment.add': 'commented',
  'comment.reply': 'replied to a comment',
  'comment.edit': 'changed a comment',
  'comment.remove': 'deleted a comment',
  'comment.resolve': 'settled or reopened comments',
  'exchange.takeIn': 'took in colleagues’ work',
  'review.decide': 'decided about what annotators have',
  'review.decideMany': 'took what annotators agree on',
  'review.mark': 'marked a span in the gold layer',
  'review.amend': 'changed something in the gold layer',
  'review.confirm': 'let a decision stand',
  'review.explain': 'wrote why something was decided',
  'review.reopen': 'reopened decisions',
};

/** What a journal entry did, for people; names that are no commands of the contract are shown as they are. */
export function actWords(name: string): string {
  if (name === 'project.create') return 'made the project';
  if (name === 'annotator.join') return 'joined the project';
  if (name === 'history.undo') return 'took something back';
  if (name === 'history.redo') return 'did something again';
  return (words as Record<string, string>)[name] ?? name;
}

/** All commands with their words, for choosing one. */
export const actChoices: readonly (readonly [name: string, words: string])[] = Object.entries(words);
