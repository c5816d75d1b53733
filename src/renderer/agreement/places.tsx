import type { Input } from '@contract/index';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { theClient } from '../bridge/connection';
import { goToPlace } from '../insight/go-to';

const MOST = 200;

/** The places behind a cell, with the words around them; Enter goes to the text, Escape back to the table. */
export function Places({
  title,
  asked,
  onClose,
}: {
  title: string;
  asked: Input<'agreement.places'>;
  onClose(): void;
}) {
  const input = { ...asked, limit: MOST };
  const { data } = useQuery({
    queryKey: ['agreement.places', input],
    queryFn: ({ signal }) => theClient().call('agreement.places', input, { signal }),
  });
  const list = useRef<HTMLUListElement>(null);
  const isThere = data !== undefined;
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
    <section className="evidence-pane" aria-label="Places">
      <header className="pane-head">
        <h3 dir="auto">{title}</h3>
        <button type="button" onClick={onClose}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      <ul className="plain-list evidence-list" ref={list} onKeyDown={step}>
        {data?.places.map(
          ({ documentId, documentName, language, place, before, quote, after, first, second }) => (
            <li key={`${first?.id} ${second?.id}`}>
              <button type="button" className="row" onClick={() => goToPlace({ documentId, place })}>
                <span dir="auto" lang={language}>
                  {before}
                  <mark>{quote || 'no words'}</mark>
                  {after}
                </span>
                <span className="muted" dir="auto">
                  {documentName}
                </span>
              </button>
            </li>
          ),
        )}
      </ul>
      {data && data.total > MOST && <p className="muted">and {(data.total - MOST).toLocaleString()} more</p>}
    </section>
  );
}
