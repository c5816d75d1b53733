import type { AttributeType, SchemaDefinition } from '../model/schema';
import { inForce } from '../model/schema-nesting';
import type { Mark } from './migrate';
import { itemsOf, partWords, type SchemaItem } from './parts';

/** What is told of: how many records of which kind a mark stands for. */
export interface CountedMark extends Mark {
  what: 'annotation' | 'entity' | 'stance' | 'relation' | 'event';
  count: number;
}

const nouns = {
  annotation: ['annotation', 'annotations'],
  entity: ['entity', 'entities'],
  stance: ['stance', 'stances'],
  relation: ['relation', 'relations'],
  event: ['event', 'events'],
} as const;

const brokenRule: Record<CountedMark['what'], string> = {
  annotation: 'what may overlap',
  relation: 'what may be joined',
  event: 'what may fill a role',
  entity: '',
  stance: '',
};

function countWords({ what, count }: CountedMark): string {
  return `${count} ${nouns[what][count === 1 ? 0 : 1]}`;
}

/**
 * What a change of schema does to some records, in words without a full stop.
 * @param others what the change does for the same reason to records of other kinds
 */
export function effectWords(
  effect: CountedMark,
  before: SchemaDefinition,
  after: SchemaDefinition,
  others: readonly CountedMark[] = [],
): string {
  const { what, count, part, id } = effect;
  const old = itemsOf(inForce(before), part).find((item) => item.id === id);
  const name = old?.name ?? id;
  const things = [effect, ...others].map(countWords).join(' and ');
  const label = `${partWords[part].one} '${name}'`;
  const they = count === 1 && others.length === 0;
  if (effect.attribute !== null) return `${things} with the ${label}: ${attributeWords(effect, old, after)}`;
  if (effect.role !== null) return `${things} with the ${label}: ${roleWords(effect, before, after)}`;
  switch (effect.action) {
    case 'keep':
      return `${things} with the ${label} ${they ? 'stays' : 'stay'}${keptAs(effect, name, after)}`;
    case 'merge':
      return `${things} with the ${label} ${they ? 'gets' : 'get'} ${nameIn(after, effect, effect.into!)}`;
    case 'delete':
      if (what === 'relation' && part === 'entityTypes')
        return `${things} ${they ? 'begins or ends' : 'begin or end'} at a deleted mention of the ${label} and ${they ? 'goes' : 'go'} with it`;
      return `${things} with the ${label} ${they ? 'is' : 'are'} deleted`;
    case 'clear':
      return (what === 'stance' || what === 'event') && part === 'entityTypes'
        ? `${things} ${they ? 'names' : 'name'} a deleted mention of the ${label}: its entity takes its place, or nothing does`
        : `${things} with the ${label} ${they ? 'is' : 'are'} left without one`;
    case 'breaks':
      return `${things} with the ${label} ${they ? 'stays' : 'stay'}, and ${they ? 'breaks' : 'break'} a rule now: ${brokenRule[what]}`;
    default:
      return `${things} with the ${label}, which the new schema does not have`;
  }
}

function roleWords(
  { action, role, into, id }: CountedMark,
  before: SchemaDefinition,
  after: SchemaDefinition,
): string {
  const nameOf = (roleId: string) =>
    [before, after]
      .flatMap(({ eventTypes }) => eventTypes)
      .filter((type) => type.id === id)
      .flatMap(({ roles }) => roles)
      .find((candidate) => candidate.id === roleId)?.name ?? roleId;
  if (action === 'delete') return `what fills the role '${nameOf(role!)}' is left out`;
  if (action === 'move') return `what fills the role '${nameOf(role!)}' fills '${nameOf(into!)}'`;
  return `the role '${nameOf(role!)}' is gone, or has no room`;
}

function attributeWords(
  { action, attribute, value, into, part, id }: CountedMark,
  old: SchemaItem | undefined,
  after: SchemaDefinition,
): string {
  const now = itemsOf(inForce(after), part).find((item) => item.id === id);
  const known = attributeOf(old, attribute!) ?? attributeOf(now, attribute!);
  const what = `attribute '${known?.name ?? attribute}'`;
  const shown =
    value === null ? '' : ` '${known?.options?.find((option) => option.id === value)?.name ?? value}'`;
  if (action === 'lacks') return `the ${what} is now required and has no value`;
  if (action === 'delete') return `the value${shown} of the ${what} is deleted`;
  if (action === 'move') return `the value${shown} of the ${what} becomes '${into}'`;
  return attributeOf(now, attribute!) || value !== null
    ? `the value${shown} of the ${what} does not fit any more`
    : `the ${what} is gone`;
}

function attributeOf(item: object | undefined, id: string): AttributeType | undefined {
  const list = item && 'attributes' in item ? (item.attributes as AttributeType[]) : [];
  return list.find((attribute) => attribute.id === id);
}

function keptAs({ part, id }: CountedMark, name: string, after: SchemaDefinition): string {
  const now = itemsOf(after, part).find((item) => item.id === id);
  if (now && now.name !== name) return ` under the name '${now.name}'`;
  return now?.retired ? '; it is no longer offered' : '; it is offered again';
}

function nameIn(schema: SchemaDefinition, { part }: CountedMark, id: string): string {
  return `'${itemsOf(schema, part).find((item) => item.id === id)?.name ?? id}'`;
}
