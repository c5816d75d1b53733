import { type KeyPress, keyPressOf } from '@actions/keys';
import type { ActionContext } from '@actions/table';
import type { Output } from '@contract/index';
import { isMac } from '../bridge/host';
import { pressText, strokesOf, useKeys } from '../data/keymap';
import { leaveLabelPrefix, useLabelPrefix } from '../data/label-prefix';
import { attempt, notify } from '../data/notices';
import { queryClient } from '../data/queries';
import { workbench } from '../data/workbench';
import { isTextFocused } from '../editor/control';
import { isGestureUnderWay } from '../editor/gesture';
import { isReviewFocused } from '../review/decide';
import { markAs } from './annotate';
import { mustWait, releaseKeys, wait } from './key-queue';
import { runAction } from './run';

/**
 * The entity type that is named by a key of its own, or by the second of two; null for none.
 * @param stroke 0 for the first or only key, 1 for the one after the prefix
 */
function labelOf(press: KeyPress, stroke: 0 | 1): string | null {
  const info = queryClient.getQueryData<Output<'project.info'>>(['project.info', {}]);
  if (!info) return null;
  for (const [id, { strokes }] of strokesOf(info.schema)) {
    if (strokes.length === stroke + 1 && strokes[stroke] === press) return id;
  }
  return null;
}

/** The key after the prefix names a label, also one that needs no prefix; Escape and keys that name none leave. */
function secondOfTwo(press: KeyPress): void {
  leaveLabelPrefix();
  const typeId = labelOf(press, 1) ?? labelOf(press, 0);
  if (typeId !== null) attempt(() => markAs(typeId));
  else if (press !== 'Escape') notify(`No label has ${pressText(press)} as its second key.`);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** The contexts of the place that has the focus, without the window's own. */
function innerContexts(inText: boolean): ActionContext[] {
  if (inText) return ['text'];
  if (isReviewFocused()) return ['review'];
  return document.activeElement?.closest('[data-keys="find"]') ? ['find'] : [];
}

const editing = new Set(['edit.undo', 'edit.redo']);

/** Carries out a key; false when it has no meaning for the window where the focus is now. */
function carryOut(event: KeyboardEvent): boolean {
  if (workbench.get().overlay !== null || isGestureUnderWay()) return false;
  const press = keyPressOf(event, isMac);
  const inText = isTextFocused();
  if (inText && useLabelPrefix.getState().waiting) {
    secondOfTwo(press);
    return true;
  }
  const contexts: ActionContext[] = [...innerContexts(inText), 'global'];
  const typeId = inText ? labelOf(press, 0) : null;
  if (typeId !== null) {
    attempt(() => markAs(typeId));
    return true;
  }
  const action = useKeys.getState().keymap.actionFor(press, contexts);
  if (!action || action.runsIn === 'main') return false;
  if (isTyping(document.activeElement) && (editing.has(action.id) || !/Mod|Alt|F\d/.test(press)))
    return false;
  runAction(action.id);
  return true;
}

function onKey(event: KeyboardEvent): void {
  // While an input method composes, keys are its own (key code 229 in older ones). Modifiers alone mean nothing.
  if (event.isComposing || event.keyCode === 229 || /^(Control|Shift|Alt|Meta)/.test(event.code)) return;
  const mustBeHeld = event.isTrusted && mustWait(isTextFocused() || isReviewFocused());
  if (mustBeHeld) wait(event);
  if (mustBeHeld || carryOut(event)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Takes key presses before anything else in the window does. */
export function listenToKeys(): () => void {
  const stopReleasing = releaseKeys(carryOut);
  window.addEventListener('keydown', onKey, true);
  return () => {
    stopReleasing();
    window.removeEventListener('keydown', onKey, true);
  };
}
