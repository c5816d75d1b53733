import { flushSync } from 'react-dom';
import { isNarrow, showPane } from '../data/panes';
import { usePreferences } from '../data/preferences';
import { focusText } from '../editor/control';

/** Shows the outline and gives it the keyboard; hides it when it is shown. */
export function toggleOutline(): void {
  if (usePreferences.getState().outline) {
    usePreferences.setState({ outline: false });
    focusText();
    return;
  }
  flushSync(() => {
    usePreferences.setState({ outline: true });
    if (isNarrow() || !usePreferences.getState().documents) showPane('documents');
  });
  document.querySelector<HTMLElement>('[data-focus="outline"]')?.focus();
}
