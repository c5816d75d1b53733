import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import type { Output } from '@contract/index';
import type { SpanAnnotation } from '@core/model/annotation';
import { displayQuote } from '@core/model/fragment';
import { inARow } from '@core/text/direction';
import type { DocumentSession } from '../data/document-session';
import { currentNames } from '../data/names';
import { queryClient } from '../data/queries';
import { workbench } from '../data/workbench';
import { useReview } from '../review/state';
import { readableStance } from '../stance/readable';
import { annotationsAt } from './places';

const LONGEST_QUOTE = 80;

/** A card with every annotation and stance under the pointer; a click picks one. */
export function hoverCards(session: DocumentSession): Extension {
  return hoverTooltip(
    (_view, position) => {
      const annotations = annotationsAt(session, position);
      const stances = session.orderedStances.filter(({ evidence }) =>
        evidence.some(({ start, end }) => start <= position && position < end),
      );
      if (annotations.length + stances.length === 0 || tellsNothingNew(annotations, stances)) return null;
      return {
        pos: position,
        // Names stand above the line.
        above: false,
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
            row.append(text(cut(displayQuote(session.text, annotation.fragments)), 'quoted'));
            const from = whence(session, annotation);
            if (from) row.append(text(from, 'whence'));
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

/** Is the inspector at hand for something else, or does it tell all of this already? */
function tellsNothingNew(annotations: readonly SpanAnnotation[], stances: readonly unknown[]): boolean {
  const { stanceDraft, selectedId } = workbench.get();
  if (stanceDraft) return true;
  return stances.length === 0 && annotations.length === 1 && annotations[0]!.id === selectedId;
}

/** Whose an annotation is and where it came from, as far as that is not one's own hand. */
function whence({ layers }: DocumentSession, { layerId, origin }: SpanAnnotation): string {
  const info = queryClient.getQueryData<Output<'project.info'>>(['project.info', {}]);
  const layer = layers.get(layerId);
  const owner = info?.annotators.find(({ id }) => id === layer?.annotatorId);
  const whose =
    layer?.kind === 'gold'
      ? 'gold'
      : !owner || owner.id === info?.annotator.id
        ? ''
        : useReview.getState().blind
          ? 'a colleague'
          : owner.name;
  return inARow([whose, origins[origin]].filter((words) => words !== ''));
}

const origins = { human: '', imported: 'imported', suggestion: 'suggested' } as const;

function cut(words: string): string {
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : words;
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
