import { useSaveState } from '../data/save-state';

/**
 * Keys pressed while a command is on its way to disk. They mean what they mean after it (a key for
 * the entity links the span that is just being made), so they wait for it, in order: nobody types
 * too fast, and no key is lost.
 */
const waiting: KeyboardEvent[] = [];

/** Must a key wait? In the text, while a command is under way; anywhere, while earlier keys wait. */
export function mustWait(inText: boolean): boolean {
  return waiting.length > 0 || (inText && useSaveState.getState().pending > 0);
}

export function wait(event: KeyboardEvent): void {
  waiting.push(event);
}

/**
 * Lets the waiting keys go when the command is done.
 * @param handle carries out a key of the window; false when it is none
 * @returns the way to stop
 */
export function releaseKeys(handle: (event: KeyboardEvent) => boolean): () => void {
  // One key a turn: what it opens must be drawn before the next one comes.
  const release = () => {
    if (useSaveState.getState().pending > 0) return;
    const event = waiting[0];
    if (!event) return;
    if (!handle(event)) replay(event);
    waiting.shift();
    if (waiting.length > 0) setTimeout(release);
  };
  return useSaveState.subscribe(({ pending }, before) => {
    // What the command's caller does with its result comes first.
    if (pending === 0 && before.pending > 0 && waiting.length > 0) setTimeout(release);
  });
}

/** Gives a key to whatever has the focus now: to a field as text, to anything else as a key press. */
function replay(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (isField && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
    target.setRangeText(event.key, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end');
    target.dispatchEvent(
      new InputEvent('input', { bubbles: true, data: event.key, inputType: 'insertText' }),
    );
    return;
  }
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  target.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code,
      ctrlKey,
      metaKey,
      shiftKey,
      altKey,
      bubbles: true,
      cancelable: true,
    }),
  );
}
