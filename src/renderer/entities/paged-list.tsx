import { type ReactNode, useEffect, useState } from 'react';
import { ListBox } from '../ui/list-box';

const ROW = 44;

/** Which of a list are chosen; colleagues' things cannot be. */
export interface Chosen {
  ids: ReadonlySet<string>;
  toggle(id: string): void;
}

interface Item {
  own: boolean;
  /** Null for the gold layer. */
  annotatorName: string | null;
  documentName: string;
  language: string;
}

interface Props<Some extends Item> {
  id: string;
  label: string;
  total: number;
  /** Undefined until it has been fetched. */
  itemAt(index: number): Some | undefined;
  /** An item is looked at that has not been fetched. */
  look(index: number): void;
  idOf(item: Some): string;
  go(item: Some): void;
  chosen?: Chosen | undefined;
  /** What stands in the first line of a row. */
  first(item: Some): ReactNode;
  /** What stands in the second line, before the document. */
  second?(item: Some): string;
}

/** Things from all documents in two lines each; Enter goes to one. */
export function PagedList<Some extends Item>(props: Props<Some>) {
  const { id, label, total, itemAt, look, idOf, go, chosen, first, second } = props;
  const [at, setAt] = useState(0);
  const several = chosen && {
    has: (index: number) => {
      const item = itemAt(index);
      return item !== undefined && chosen.ids.has(idOf(item));
    },
    toggle: (index: number) => {
      const item = itemAt(index);
      if (item?.own) chosen.toggle(idOf(item));
    },
  };
  return (
    <ListBox
      id={id}
      label={label}
      className="mention-list"
      fit
      count={total}
      row={ROW}
      at={Math.min(at, total - 1)}
      onMove={setAt}
      onEnter={(index) => {
        const item = itemAt(index);
        if (item) go(item);
      }}
      several={several}
      render={(index) => {
        const item = itemAt(index);
        if (!item) return <Missing look={() => look(index)} />;
        const owner = item.own ? '' : ` · ${item.annotatorName ?? 'gold'}`;
        return (
          <div className="two-lines">
            {several && (
              <span className="check" aria-hidden>
                {item.own ? (several.has(index) ? '☑' : '☐') : '·'}
              </span>
            )}
            {first(item)}
            <span className="second muted" dir="auto" lang={item.language}>
              {second && `${second(item)} · `}
              {item.documentName}
              {owner}
            </span>
          </div>
        );
      }}
    />
  );
}

function Missing({ look }: { look(): void }) {
  useEffect(look);
  return <span className="muted">…</span>;
}
