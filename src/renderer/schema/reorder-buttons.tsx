import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';

/** Moves one of a list up and down, or takes it away. */
export function ReorderButtons<Item>({
  name,
  items,
  index,
  onChange,
}: {
  /** What it is, for a screen reader. */
  name: string;
  items: readonly Item[];
  index: number;
  onChange(items: Item[]): void;
}) {
  const move = (by: number) => {
    const next = [...items];
    const [item] = next.splice(index, 1);
    next.splice(index + by, 0, item!);
    onChange(next);
  };
  return (
    <span className="reorder">
      <button
        type="button"
        className="icon"
        aria-label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        <ArrowUp size={14} aria-hidden />
      </button>
      <button
        type="button"
        className="icon"
        aria-label={`Move ${name} down`}
        disabled={index === items.length - 1}
        onClick={() => move(1)}
      >
        <ArrowDown size={14} aria-hidden />
      </button>
      <button
        type="button"
        className="icon"
        aria-label={`Remove ${name}`}
        onClick={() => onChange(items.filter((_, other) => other !== index))}
      >
        <Trash2 size={14} aria-hidden />
      </button>
    </span>
  );
}

/** The list with one of it changed. */
export function replaced<Item>(items: readonly Item[], index: number, patch: Partial<Item>): Item[] {
  return items.map((item, other) => (other === index ? { ...item, ...patch } : item));
}
