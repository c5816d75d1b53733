import type { ProjectInfo } from '@contract/project';
import { useAnswer } from '../data/queries';

/** Says that colleagues' work on the open document is hidden for now, and until when. */
export function HiddenBanner({ info, documentId }: { info: ProjectInfo; documentId: string }) {
  const hidden = useAnswer('document.hidden', { id: documentId });
  if (!info.project.blind || !hidden || hidden.layers === 0) return null;
  return (
    <p className="banner" role="status">
      {hidden.layers === 1
        ? 'A colleague’s layer is hidden'
        : `${hidden.layers} layers of colleagues are hidden`}{' '}
      until you are done with this document.
    </p>
  );
}
