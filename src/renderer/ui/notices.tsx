import { X } from 'lucide-react';
import { dismiss, useNotices } from '../data/notices';

/** Messages at the foot of the window; errors are announced at once. */
export function Notices() {
  const { notices } = useNotices();
  return (
    // What lies over the window must not hide messages, nor take a click on one for a click outside itself.
    <div className="notices" data-react-aria-top-layer="true">
      {notices.map(({ id, kind, text, action }) => (
        <div key={id} className={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
          <span dir="auto">{text}</span>
          {action && (
            <button
              type="button"
              onClick={() => {
                dismiss(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" className="icon" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <X size={14} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  );
}
