import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import type { DocumentSession } from '../data/document-session';
import { currentNames } from '../data/names';
import { workbench } from '../data/workbench';
import { readableStance } from '../stance/readable';
import { annotationsAt } from './places';

/** A card with every annotation and stance under the pointer; a click picks one. */
export function hoverCards(session: DocumentSession): Extension {
  return hoverTooltip(
    (_view, position) => {
      const annotations = annotationsAt(session, position);
      const stances = session.orderedStances.filter(({ evidence }) =>
        evidence.some(({ start, end }) => start <= position && position < end),
      );
      if (annotations.length + stances.length === 0) return null;
      return {
        pos: position,
        above: true,
        create: () => {
          const dom = document.createElement('div');
          dom.className = 'hover-card';
          const names = currentNames(session);
          for (const annotation of annotations) {
            const row = document.createElement('button');
            row.type = 'button';
            row.className = `hover-row type-${annotation.typeId}`;
            row.append(swatch(), text(names.type(annotation.typeId), 'strong'));
            if (annotation.entityId) row.append(text(names.entity(annotation.entityId)));
            if (annotation.note) row.append(text(annotation.note, 'note'));
            row.addEventListener('click', () => workbench.set({ selectedId: annotation.id }));
            dom.append(row);
          }
          for (const stance of stances) {
            const row = document.createElement('div');
            row.className = `hover-row polarity-${stance.polarity}`;
            row.append(swatch(), text(readableStance(stance, names)));
            dom.append(row);
          }
          return { dom };
        },
      };
    },
    { hoverTime: 350, hideOnChange: true },
  );
}

function swatch(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'swatch';
  return element;
}

function text(content: string, className = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.dir = 'auto';
  element.textContent = content;
  return element;
}
