import type { SchemaDefinition } from '@core/model/schema';
import { diffSchemas } from '@core/schema-change/diff';
import { itemsOf, type SchemaPart, schemaParts } from '@core/schema-change/parts';
import { create } from 'zustand';
import { addItem, listed, removeItem, renameId, updateItem } from './draft';

export type EditorTab = SchemaPart | 'about';
export const editorTabs: readonly EditorTab[] = [...schemaParts, 'about'];

interface EditorState {
  /** The schema in force when the editor was opened, and its number. */
  base: SchemaDefinition;
  version: number;
  /** What is being edited; nothing is sent before it is applied. */
  draft: SchemaDefinition;
  tab: EditorTab;
  selected: Partial<Record<SchemaPart, string>>;
  step: 'edit' | 'apply' | 'history';
  /** The person is asked whether to throw the draft away. */
  leaving: boolean;
}

/** The schema being edited; null while the editor is closed. */
export const useSchemaEditor = create<{ editor: EditorState | null }>(() => ({ editor: null }));

function change(patch: Partial<EditorState> | ((editor: EditorState) => Partial<EditorState>)): void {
  useSchemaEditor.setState(({ editor }) =>
    editor ? { editor: { ...editor, ...(typeof patch === 'function' ? patch(editor) : patch) } } : {},
  );
}

export const schemaEditor = {
  open(base: SchemaDefinition, version: number): void {
    useSchemaEditor.setState({
      editor: { base, version, draft: base, tab: 'entityTypes', selected: {}, step: 'edit', leaving: false },
    });
  },
  close: () => useSchemaEditor.setState({ editor: null }),
  set: change,
  edit: (edit: (draft: SchemaDefinition) => SchemaDefinition) =>
    change(({ draft }) => ({ draft: edit(draft), leaving: false })),
  select: (part: SchemaPart, id: string) =>
    change(({ selected }) => ({ selected: { ...selected, [part]: id } })),
  update: (part: SchemaPart, id: string, patch: object) =>
    schemaEditor.edit((draft) => updateItem(draft, part, id, patch)),
  add: (part: SchemaPart) =>
    change(({ base, draft, selected }) => {
      const { schema, id } = addItem(base, draft, part);
      return { draft: schema, selected: { ...selected, [part]: id } };
    }),
  /** Removes a thing and selects its neighbour. */
  remove: (part: SchemaPart, id: string) =>
    change(({ draft, selected }) => {
      const ids = listed(draft, part).map(({ item }) => item.id);
      const at = ids.indexOf(id);
      const next = ids[at + 1] ?? ids[at - 1];
      const { [part]: _, ...others } = selected;
      return {
        draft: removeItem(draft, part, id),
        selected: next === undefined ? others : { ...others, [part]: next },
      };
    }),
  renameId: (part: SchemaPart, from: string, to: string) =>
    change(({ draft, selected }) => ({
      draft: renameId(draft, part, from, to),
      selected: { ...selected, [part]: to },
    })),
};

/** Whether a thing is not in force yet, so that its id may still change. */
export function isNew(base: SchemaDefinition, part: SchemaPart, id: string): boolean {
  return !itemsOf(base, part).some((item) => item.id === id);
}

export function isChanged({ base, draft }: Pick<EditorState, 'base' | 'draft'>): boolean {
  return base !== draft && diffSchemas(base, draft).length > 0;
}
