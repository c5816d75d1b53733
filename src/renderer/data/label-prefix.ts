import { create } from 'zustand';

/** Has the first key of a label of two keys been pressed, so that the next one names the label? */
export const useLabelPrefix = create<{ waiting: boolean }>(() => ({ waiting: false }));

export function waitForLabelKey(): void {
  useLabelPrefix.setState({ waiting: true });
}

export function leaveLabelPrefix(): void {
  if (useLabelPrefix.getState().waiting) useLabelPrefix.setState({ waiting: false });
}
