import type { ProjectInfo } from '@contract/project';
import type { Term } from '@core/model/schema';
import { itemsOf, partWords, type SchemaPart, withItems } from '@core/schema-change/parts';
import { create } from 'zustand';
import { theClient } from '../bridge/connection';
import { notify } from '../data/notices';
import { isNarrow, showPane, visiblePanes } from '../data/panes';
import { usePreferences } from '../data/preferences';
import { send } from '../data/save-state';
import { workbench } from '../data/workbench';
import { exampleFrom } from './example';

/** The project as a whole, or one label. */
export type Subject = 'general' | { part: SchemaPart; id: string };

interface Shown {
  /** What is shown beside the text; 'hand' follows the label at hand. */
  subject: Subject | 'hand';
  /** What is being written. */
  writing: Subject;
}

export const useGuidelines = create<Shown>(() => ({ subject: 'hand', writing: 'general' }));

/** The label of the selected annotation, else the one last used. */
export function labelAtHand(): string | null {
  const { session, selectedId, lastTypeId } = workbench.get();
  return (selectedId && session?.annotations.get(selectedId)?.typeId) || lastTypeId;
}

/** Shows the guidelines of the label at hand beside the text, or hides them. */
export function toggleGuidelines(): void {
  const wanted = usePreferences.getState();
  const isShown = wanted.guidelines && visiblePanes(wanted, isNarrow()).inspector;
  useGuidelines.setState({ subject: 'hand' });
  usePreferences.setState({ guidelines: !isShown });
  if (!isShown) showPane('inspector');
}

export function writeGuidelines(subject?: Subject): void {
  const id = labelAtHand();
  useGuidelines.setState({ writing: subject ?? (id ? { part: 'entityTypes', id } : 'general') });
  workbench.openOverlay('guidelines');
}

/** The guidelines of a subject as they are saved. */
export function textOf(info: ProjectInfo, subject: Subject): string {
  return subject === 'general' ? info.project.guidelines : (termOf(info, subject)?.guidelines ?? '');
}

export function termOf(info: ProjectInfo, subject: Exclude<Subject, 'general'>): Term | undefined {
  return itemsOf(info.schema, subject.part).find(({ id }) => id === subject.id) as Term | undefined;
}

/** Every label that can have guidelines, by part. */
export function guidelineParts(info: ProjectInfo): { part: SchemaPart; words: string; terms: Term[] }[] {
  const parts: SchemaPart[] = [
    'entityTypes',
    'polarities',
    'expressions',
    'modalities',
    'relationTypes',
    'eventTypes',
  ];
  return parts.map((part) => ({
    part,
    words: partWords[part].many,
    terms: itemsOf(info.schema, part) as Term[],
  }));
}

export async function saveGuidelines(subject: Subject, text: string): Promise<void> {
  if (subject === 'general') await send('project.update', { guidelines: text });
  else await changeTerm(subject.part, subject.id, () => ({ guidelines: text }), 'Guidelines written.');
}

/** Changes one term of the schema in force; nothing that is annotated is touched. */
async function changeTerm(
  part: SchemaPart,
  id: string,
  patch: (term: Term) => Partial<Term>,
  reason: string,
): Promise<void> {
  const { definition } = await theClient().call('schema.get', {});
  const items = itemsOf(definition, part).map((item) =>
    item.id === id ? { ...item, ...patch(item as Term) } : item,
  );
  await send('schema.change', { definition: withItems(definition, part, items), reason });
}

/** Adds the selected annotation, with the words around it, to the examples of its label. */
export async function takeAsExample(): Promise<void> {
  const { session, selectedId } = workbench.get();
  const annotation = selectedId ? session?.annotations.get(selectedId) : undefined;
  if (!session || !annotation) {
    notify('No annotation is selected. Click one, or go to it with N.');
    return;
  }
  const example = exampleFrom(session.text, annotation.fragments);
  await changeTerm(
    'entityTypes',
    annotation.typeId,
    ({ examples }) => ({ examples: [...examples, example] }),
    'An example taken from a marked span.',
  );
  notify('Taken as an example of its label. The guidelines show it.');
}
