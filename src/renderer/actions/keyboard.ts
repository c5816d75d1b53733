import { keyPressOf } from '@actions/keys';
import { type ActionContext, actionForKey } from '@actions/table';
import type { Output } from '@contract/index';
import { isMac } from '../bridge/host';
import { attempt } from '../data/notices';
import { queryClient } from '../data/queries';
import { workbench } from '../data/workbench';
import { isTextFocused } from '../editor/control';
import { markAs } from './annotate';
import { runAction } from './run';

/** The entity type whose key is pressed, by its place on the keyboard; null for none. */
function labelOf(code: string): string | null {
  const info = queryClient.getQueryData<Output<'project.info'>>(['project.info', {}]);
  return info?.schema.entityTypes.find((type) => type.key === code)?.id ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

const editing = new Set(['edit.undo', 'edit.redo']);

function onKey(event: KeyboardEvent): void {
  // While an input method composes, keys are its own (key code 229 in older ones).
  if (event.isComposing || event.keyCode === 229 || workbench.get().overlay !== null) return;
  const press = keyPressOf(event, isMac);
  const inText = isTextFocused();
  const contexts: ActionContext[] = inText ? ['text', 'global'] : ['global'];
  const typeId = inText && !press.includes('+') ? labelOf(event.code) : null;
  const action = typeId === null ? actionForKey(press, contexts) : null;
  if (typeId === null && (!action || action.runsIn === 'main')) return;
  if (action && isTyping(event.target) && (editing.has(action.id) || !/Mod|F\d/.test(press))) return;
  event.preventDefault();
  event.stopPropagation();
  if (typeId !== null) attempt(() => markAs(typeId));
  else if (action) runAction(action.id);
}

/** Takes key presses before anything else in the window does. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', onKey, true);
  return () => window.removeEventListener('keydown', onKey, true);
}
