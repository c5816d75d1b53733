import type { ProjectInfo } from '@contract/project';
import { displayQuote } from '@core/model/fragment';
import { attempt } from '../data/notices';
import { useAnswer } from '../data/queries';
import { send } from '../data/save-state';
import { useSession } from '../data/use-session';
import { chosenIds, useWorkbench, workbench } from '../data/workbench';
import { type EntityChoice, entityChoices, typeNamer } from '../entities/entity-choices';
import { useEntityNames } from '../entities/use-name-index';
import { KeyCap } from '../ui/keycap';
import { closeOverlay, Overlay } from '../ui/overlay';
import { Picker } from './picker';

/** Links the chosen mentions, or all with the same text, to an entity, or to a new one named by what is typed. */
export function EntityPicker({ info }: { info: ProjectInfo }) {
  const session = useSession();
  const selectedId = useWorkbench((state) => state.selectedId);
  const names = useEntityNames();
  const annotation = selectedId ? session?.annotations.get(selectedId) : undefined;
  const quote = session && annotation ? displayQuote(session.text, annotation.fragments) : '';
  const linked = annotation ? annotation.entityId !== null : false;
  if (!session || !annotation || !names) return null;
  const { typeId } = annotation;

  const pick = ({ target }: EntityChoice) => {
    const annotationIds = chosenIds();
    closeOverlay();
    attempt(() =>
      target.kind === 'newEntity'
        ? send('entity.create', { name: target.name, typeId, mentions: annotationIds })
        : send('mention.link', { annotationIds, entityId: target.id }),
    );
  };
  const pickAll = ({ target, named }: EntityChoice) =>
    workbench.openOverlay({ kind: 'link-equal', text: quote, entity: target, name: named, linked });

  return (
    <Overlay title="Link to entity" quick>
      <Picker<EntityChoice>
        label="Entity"
        placeholder="Name of the entity"
        initial={quote}
        find={(typed) =>
          entityChoices(names, typed, { typeId, typeName: typeNamer(info.schema.entityTypes) })
        }
        onPick={pick}
        onPickAll={pickAll}
      />
      <PickerKeys quote={quote} linked={linked} />
    </Overlay>
  );
}

function PickerKeys({ quote, linked }: { quote: string; linked: boolean }) {
  const equal = useAnswer('mention.equal', { text: quote, linked, limit: 1 });
  const count = chosenIds().length;
  return (
    <p className="muted picker-keys">
      <span>
        <KeyCap press="Enter" /> links {count > 1 ? `the ${count} picked` : 'this one'}
      </span>
      {equal && equal.total > 1 && (
        <span>
          <KeyCap press="Shift+Enter" /> links all {equal.total} that read “<bdi>{quote}</bdi>”…
        </span>
      )}
    </p>
  );
}
