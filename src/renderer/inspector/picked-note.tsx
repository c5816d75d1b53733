import { clearSelection } from '../actions/move';
import { chosenIds, useWorkbench } from '../data/workbench';
import { focusText } from '../editor/control';
import { ActionKey } from '../ui/keycap';

/** Says that several annotations are picked, so that the next act is on all of them. */
export function PickedNote() {
  const selectedId = useWorkbench((state) => state.selectedId);
  const pickedIds = useWorkbench((state) => state.pickedIds);
  const count = chosenIds({ selectedId, pickedIds }).length;
  if (pickedIds.length === 0) return null;
  return (
    <p className="picked-note" role="status">
      <strong>{count === 1 ? '1 annotation is picked.' : `${count} annotations are picked.`}</strong> Labels,
      entity and Delete are for all of them.{' '}
      <button
        type="button"
        className="link"
        onClick={() => {
          clearSelection();
          focusText();
        }}
      >
        Let them go
      </button>{' '}
      <ActionKey id="go.clear" />
    </p>
  );
}
