import { runAction } from '../actions/run';
import { ActionKey } from '../ui/keycap';
import { useReview } from './state';

/** Says that what is changed now is in the gold layer. */
export function EditingBanner() {
  const editing = useReview(({ isOpen, editing }) => isOpen && editing);
  if (!editing) return null;
  return (
    <p className="banner" role="status">
      You are changing the gold layer.{' '}
      <button type="button" onClick={() => runAction('review.back')}>
        Done <ActionKey id="review.back" />
      </button>
    </p>
  );
}
