import { flushSync } from 'react-dom';
import { type SidePane, showPane } from '../data/panes';

/** Shows a pane and gives a field in it the keyboard, before the next key comes. */
export function showAndFocus(pane: SidePane, field: string): void {
  flushSync(() => showPane(pane));
  const element = document.querySelector<HTMLElement>(`[data-focus="${field}"]`);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}
