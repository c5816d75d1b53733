import type { ProjectInfo } from '@contract/project';
import { displayQuote } from '@core/model/fragment';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { useWorkbench } from '../data/workbench';
import { closeOverlay, Overlay } from '../ui/overlay';
import { Picker } from './picker';
import type { Choice } from './rank';

const NEW = 'new';

/** Links the selected mention to an entity, or to a new one named by what is typed. */
export function EntityPicker({ info }: { info: ProjectInfo }) {
  const session = useSession();
  const selectedId = useWorkbench((state) => state.selectedId);
  const entities = useAnswer('entity.list', {});
  const annotation = selectedId ? session?.annotations.get(selectedId) : undefined;
  if (!session || !annotation || !entities) return null;
  const typeName = (id: string | null) =>
    info.schema.entityTypes.find((type) => type.id === id)?.name ?? 'any type';
  const quote = displayQuote(session.text, annotation.fragments);

  const pick = (choice: Choice & { newName?: string }) => {
    closeOverlay();
    attempt(() =>
      choice.newName
        ? send('entity.create', {
            name: choice.newName,
            typeId: annotation.typeId,
            mentions: [annotation.id],
          })
        : send('mention.link', { annotationIds: [annotation.id], entityId: choice.id }),
    );
  };

  return (
    <Overlay title="Link to entity" quick>
      <Picker<Choice & { newName?: string }>
        label="Entity"
        placeholder="Name of the entity"
        initial={quote}
        choices={entities.map(({ id, name, aliases, typeId, mentions }) => ({
          id,
          name,
          aliases,
          detail: `${typeName(typeId)}, ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`,
          ...(typeId ? { className: `type-${typeId}` } : {}),
        }))}
        extra={(typed) =>
          typed === '' || entities.some(({ name }) => name === typed)
            ? []
            : [
                {
                  id: NEW,
                  name: `New entity “${typed}”`,
                  newName: typed,
                  detail: typeName(annotation.typeId),
                },
              ]
        }
        onPick={pick}
      />
    </Overlay>
  );
}
