import { type ScriptGroup, scriptGroupOf } from '@core/text/script-group';
import { usePersonal } from '../data/preferences';
import { defaultTextStyles, resized, type TextStyles, widened, withStyle } from '../data/text-styles';
import { workbench } from '../data/workbench';

/** The group of scripts of the open text; that of Latin where none is open. */
export function groupOfOpenText(): ScriptGroup {
  const { session } = workbench.get();
  return session ? scriptGroupOf(session.document.language, session.document.direction) : 'latin';
}

function change(how: (styles: TextStyles, group: ScriptGroup) => TextStyles): void {
  usePersonal.setState(({ text }) => ({ text: how(text, groupOfOpenText()) }));
}

/** Sets texts in the script of the open one larger (1) or smaller (-1). */
export function resizeText(by: 1 | -1): void {
  change((styles, group) => resized(styles, group, by));
}

export function resetTextSize(): void {
  change((styles, group) => withStyle(styles, group, { size: defaultTextStyles[group].size }));
}

/** Makes the column of texts in the script of the open one wider (1) or narrower (-1). */
export function widenColumn(by: 1 | -1): void {
  change((styles, group) => widened(styles, group, by));
}
