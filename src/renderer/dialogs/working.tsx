import { useWorkProgress } from '../data/work-progress';
import { Overlay } from '../ui/overlay';

/** Long work under way: how far it is, and the way to stop it. */
export function Working({ title, cancel }: { title: string; cancel(): void }) {
  return (
    <Overlay title={title} onClose={cancel}>
      <Progress />
      <p className="button-row">
        <button type="button" onClick={cancel}>
          Cancel
        </button>
      </p>
    </Overlay>
  );
}

export function Progress() {
  const { progress } = useWorkProgress();
  return (
    <div role="status">
      <progress
        className="bar"
        aria-label="Progress"
        {...(progress?.total ? { value: progress.done, max: progress.total } : {})}
      />
      <p className="muted" dir="auto">
        {progress
          ? `${progress.done}${progress.total ? ` of ${progress.total}` : ''}: ${progress.what}`
          : 'Beginning…'}
      </p>
    </div>
  );
}
