import { type ActionId, actionOf } from '@actions/table';
import type { ProjectInfo } from '@contract/project';
import { displayQuote } from '@core/model/fragment';
import { offered } from '@core/model/schema';
import { useRef } from 'react';
import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { markAs } from '../../actions/annotate';
import { runAction } from '../../actions/run';
import type { DocumentSession } from '../../data/document-session';
import { useLabelStrokes } from '../../data/keymap';
import { useNames } from '../../data/names';
import { attempt } from '../../data/notices';
import { useSession } from '../../data/use-session';
import { chosenIds, type Overlay, useWorkbench, workbench } from '../../data/workbench';
import { ActionKey, Strokes } from '../../ui/keycap';
import { closeOverlay } from '../../ui/overlay';
import { editorView } from '../control';

type Place = Extract<Overlay, { kind: 'menu' }>;

const onAnnotation: ActionId[] = [
  'annotate.entity',
  'annotate.unlink',
  'annotate.stance',
  'annotate.relate',
  'annotate.event',
  'annotate.note',
  'annotate.comment',
  'annotate.all',
];
const shaping: ActionId[] = ['annotate.split', 'annotate.join', 'annotate.pick', 'annotate.pickAlike'];
const onSelection: ActionId[] = ['annotate.palette', 'annotate.all', 'annotate.stance', 'edit.find'];
const anywhere: ActionId[] = ['go.nextCandidate', 'annotate.palette', 'edit.find'];

/** What can be done at a place of the text: with the annotations there, with the selection, with the word. */
export function ContextMenu({ place, info }: { place: Place; info: ProjectInfo }) {
  const anchor = useRef<HTMLDivElement>(null);
  const session = useSession();
  const strokes = useLabelStrokes(info.schema);
  const { selection, selectedId, pickedIds, lastAnnotationId } = useWorkbench();
  if (!session) return null;
  const hasText = selection.start < selection.end;
  const selected = selectedId ? session.annotations.get(selectedId) : undefined;
  const chosen = chosenIds({ selectedId, pickedIds });
  const several = chosen.length;
  const isLinked = chosen.some((id) => session.annotations.get(id)?.entityId != null);
  const markTitle = hasText
    ? 'Mark as'
    : several > 1
      ? `Change the label of ${several} to`
      : selected
        ? 'Change the label to'
        : 'Mark the word as';
  const canJoin = several > 1 || (selected !== undefined && selected.fragments.length > 1);
  const isOfUse = (id: ActionId) =>
    id === 'annotate.unlink' ? isLinked : id === 'annotate.join' ? canJoin : true;
  const toAdd = hasText && session.annotations.has(lastAnnotationId ?? '');

  return (
    <>
      <div ref={anchor} className="menu-anchor" style={{ left: place.x, top: place.y }} />
      <Popover
        isOpen
        onOpenChange={(open) => !open && closeOverlay()}
        triggerRef={anchor}
        placement="bottom start"
        className="menu-popover"
      >
        <Menu
          className="menu"
          aria-label="What can be done here"
          autoFocus="first"
          onAction={(key) => {
            closeOverlay();
            carryOut(String(key));
          }}
        >
          <SubmenuTrigger>
            <MenuItem className="menu-item" isDisabled={info.readOnly}>
              {markTitle}
              <span aria-hidden>▸</span>
            </MenuItem>
            <Popover className="menu-popover">
              <Menu
                className="menu"
                aria-label={markTitle}
                onAction={(key) => {
                  closeOverlay();
                  carryOut(String(key));
                }}
              >
                {offered(info.schema.entityTypes).map((type) => (
                  <MenuItem
                    key={type.id}
                    id={`label ${type.id}`}
                    textValue={type.name}
                    className={`menu-item type-${type.id}`}
                  >
                    <span className="swatch" aria-hidden />
                    <span className="menu-words">{type.name}</span>
                    <Strokes strokes={strokes.get(type.id)?.strokes ?? []} />
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </SubmenuTrigger>
          {place.annotationIds.length > 1 && <Here session={session} ids={place.annotationIds} />}
          <Separator className="menu-line" />
          {hasText && (
            <MenuItem id="copy" className="menu-item">
              Copy
            </MenuItem>
          )}
          {(hasText ? onSelection : selected ? onAnnotation : anywhere).filter(isOfUse).map((id) => item(id))}
          {toAdd && item('annotate.fragment')}
          {!hasText && selected && <Separator className="menu-line" />}
          {!hasText && selected && shaping.filter(isOfUse).map((id) => item(id))}
          {selected && <Separator className="menu-line" />}
          {selected && item('annotate.delete', several > 1 ? `Delete ${several} annotations` : undefined)}
        </Menu>
      </Popover>
    </>
  );
}

function item(id: ActionId, title = actionOf(id).title) {
  return (
    <MenuItem key={id} id={id} className="menu-item" textValue={title}>
      <span className="menu-words">{title}</span>
      <ActionKey id={id} />
    </MenuItem>
  );
}

/** The annotations that lie over each other at the place, to choose one of them. */
function Here({ session, ids }: { session: DocumentSession; ids: readonly string[] }) {
  const names = useNames(session);
  return (
    <MenuSection>
      <Header className="menu-head">Annotations here</Header>
      {ids.map((id) => {
        const annotation = session.annotations.get(id);
        if (!annotation) return null;
        const words = `${names.type(annotation.typeId)}: ${displayQuote(session.text, annotation.fragments)}`;
        return (
          <MenuItem
            key={id}
            id={`select ${id}`}
            textValue={words}
            className={`menu-item type-${annotation.typeId}`}
          >
            <span className="swatch" aria-hidden />
            <span className="menu-words" dir="auto">
              {words}
            </span>
          </MenuItem>
        );
      })}
    </MenuSection>
  );
}

function carryOut(key: string): void {
  const [what, id] = key.split(' ') as [string, string | undefined];
  if (what === 'label' && id) attempt(() => markAs(id));
  else if (what === 'select' && id) workbench.set({ selectedId: id });
  // The clipboard's own interface asks for a permission that no page gets here.
  else if (what === 'copy') document.execCommand('copy');
  else runAction(what);
  if (what === 'copy') editorView()?.focus();
}
