import type { Input } from '@contract/index';
import type { ProjectInfo } from '@contract/project';
import { hull } from '@core/model/fragment';
import { useEffect, useRef } from 'react';
import { useAnswer } from '../data/queries';
import { readableStance } from '../stance/readable';
import { goToPlace } from './go-to';
import { namesOf } from './names';

const MOST = 200;

/** The stances behind a cell or an arrow; Enter goes to the text, Escape back to the figure. */
export function Evidence({
  info,
  title,
  filter,
  onClose,
}: {
  info: ProjectInfo;
  title: string;
  filter: Input<'stance.list'>;
  onClose(): void;
}) {
  const answer = useAnswer('stance.list', { ...filter, limit: MOST });
  const list = useRef<HTMLUListElement>(null);
  const isThere = answer !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard comes to each new list once
  useEffect(() => {
    if (isThere) list.current?.querySelector('button')?.focus();
  }, [isThere, title]);
  const step = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]?.focus();
  };
  return (
    <section className="evidence-pane" aria-label="Evidence">
      <header className="pane-head">
        <h3 dir="auto">{title}</h3>
        <button type="button" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <ul className="plain-list evidence-list" ref={list} onKeyDown={step}>
        {answer?.stances.map((named) => {
          const { stance, documentName, language, quote, annotatorName } = named;
          return (
            <li key={stance.id} className={`stance polarity-${stance.polarity}`}>
              <button
                type="button"
                className="row stance-text"
                onClick={() =>
                  goToPlace({
                    documentId: stance.documentId,
                    place: stance.evidence.length === 0 ? null : hull(stance.evidence),
                  })
                }
              >
                <span className="swatch" aria-hidden />
                <span dir="auto">{readableStance(stance, namesOf(named, info))}</span>
                <q className="muted" dir="auto" lang={language}>
                  {quote || 'no evidence'}
                </q>
                <span className="muted" dir="auto">
                  {documentName} · {annotatorName ?? 'gold'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {answer && answer.total > MOST && <p className="muted">and {answer.total - MOST} more, in Stances</p>}
    </section>
  );
}
