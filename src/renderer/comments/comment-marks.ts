import { type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { DocumentSession } from '../data/document-session';
import { sessionChanged } from '../editor/marks';
import { threadsOf } from './threads-of';

const mark = Decoration.mark({
  class: 'commented',
  attributes: { title: 'Comments: see the list beside the text' },
});

/** Marks what open threads are on. */
export function commentMarks(session: DocumentSession): Extension {
  const all = (): DecorationSet =>
    Decoration.set(
      threadsOf(session).flatMap(({ isOpen, fragments }) =>
        isOpen ? (fragments ?? []).map(({ start, end }) => mark.range(start, end)) : [],
      ),
      true,
    );
  return StateField.define<DecorationSet>({
    create: all,
    update(before, { effects }) {
      const isTouched = effects.some(
        (effect) =>
          effect.is(sessionChanged) &&
          effect.value.some(
            ({ kind }) => kind === 'comment' || (session.comments.size > 0 && kind !== 'layer'),
          ),
      );
      return isTouched ? all() : before;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
