import type { EntityTypeDefinition, SchemaDefinition } from '@core/model/schema';
import { colourOf } from '@core/model/schema-nesting';
import { partWords, type SchemaItem, type SchemaPart } from '@core/schema-change/parts';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { drawn } from '../theme/colour';
import { KeyCap } from '../ui/keycap';
import { dropItem, indentItem, listed, moveItem } from './draft';
import { schemaEditor } from './editor-state';

/** The colour of a thing's swatch; null where it has none. */
export function swatchOf(schema: SchemaDefinition, part: SchemaPart, item: SchemaItem): string | null {
  if (part === 'entityTypes') return colourOf(schema.entityTypes, item as EntityTypeDefinition);
  return 'colour' in item ? String(item.colour) : null;
}

/**
 * The things of one part as a tree. Arrows choose, Alt+arrows move a thing up, down, in and out;
 * it can be dragged, too.
 */
export function TermList({
  schema,
  part,
  selectedId,
}: {
  schema: SchemaDefinition;
  part: SchemaPart;
  selectedId: string | null;
}) {
  const list = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const hadFocus = useRef(false);
  const rows = listed(schema, part);
  const at = rows.findIndex(({ item }) => item.id === selectedId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the thing that is chosen or moved
  useEffect(() => {
    if (!hadFocus.current) return;
    list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [selectedId, schema]);

  const move = (id: string, by: 1 | -1) => schemaEditor.edit((draft) => moveItem(draft, part, id, by));

  const onKeyDown = (event: React.KeyboardEvent) => {
    const row = rows[at];
    const inList = (event.target as HTMLElement).getAttribute('role') === 'treeitem';
    if (!row || !inList) return;
    const { id } = row.item;
    hadFocus.current = true;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (step && event.altKey) move(id, step);
    else if (step) {
      const next = rows[at + step];
      if (next) schemaEditor.select(part, next.item.id);
    } else if (event.altKey && /^Arrow(Left|Right)$/.test(event.key) && part === 'entityTypes') {
      schemaEditor.edit((draft) => indentItem(draft, id, event.key === 'ArrowRight'));
    } else if (event.key === 'Home') schemaEditor.select(part, rows[0]!.item.id);
    else if (event.key === 'End') schemaEditor.select(part, rows.at(-1)!.item.id);
    else if (event.key === 'Delete') schemaEditor.remove(part, id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const { one, many } = partWords[part];
  return (
    <div className="term-list">
      <div
        ref={list}
        role="tree"
        className="term-tree"
        aria-label={many}
        onKeyDown={onKeyDown}
        onBlur={() => {
          hadFocus.current = false;
        }}
      >
        {rows.map(({ item, depth }, index) => {
          const colour = swatchOf(schema, part, item);
          const key = 'key' in item && typeof item.key === 'string' ? item.key : null;
          return (
            <div
              key={item.id}
              role="treeitem"
              aria-level={depth + 1}
              aria-selected={item.id === selectedId}
              tabIndex={index === Math.max(0, at) ? 0 : -1}
              className={`${item.retired ? 'retired' : ''} ${dragged === item.id ? 'dragged' : ''}`}
              style={{ paddingInlineStart: `${8 + depth * 16}px` }}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(item.id);
              }}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                event.stopPropagation();
              }}
              onDrop={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                event.stopPropagation();
                const box = event.currentTarget.getBoundingClientRect();
                const side = event.clientY > box.top + box.height / 2 ? 'after' : 'before';
                schemaEditor.edit((draft) => dropItem(draft, part, dragged, item.id, side));
                setDragged(null);
              }}
              onFocus={() => schemaEditor.select(part, item.id)}
              onClick={() => schemaEditor.select(part, item.id)}
              onKeyDown={() => {}}
            >
              {colour && <span className="swatch" style={{ background: drawn(colour) }} aria-hidden />}
              <span className="term-name" dir="auto">
                {item.name || '—'}
              </span>
              {item.retired && <span className="muted">retired</span>}
              {key && <KeyCap press={key} />}
            </div>
          );
        })}
      </div>
      <div className="term-list-acts">
        <button type="button" onClick={() => schemaEditor.add(part)}>
          <Plus size={14} aria-hidden /> Add {one}
        </button>
        {selectedId !== null && (
          <span className="reorder">
            <button
              type="button"
              className="icon"
              aria-label="Move up"
              title="Move up (Alt+↑)"
              onClick={() => move(selectedId, -1)}
            >
              <ArrowUp size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="icon"
              aria-label="Move down"
              title="Move down (Alt+↓)"
              onClick={() => move(selectedId, 1)}
            >
              <ArrowDown size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="icon"
              aria-label={`Remove ${one}`}
              title="Remove (Delete)"
              onClick={() => schemaEditor.remove(part, selectedId)}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </span>
        )}
      </div>
    </div>
  );
}
