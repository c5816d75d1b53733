import type { ProgressReport } from '@contract/protocol';
import { create } from 'zustand';

/** How far the long work under way is, for the dialog that shows it. */
export const useWorkProgress = create<{ progress: ProgressReport | null }>(() => ({ progress: null }));

export const workProgress = {
  set: (progress: ProgressReport | null) => useWorkProgress.setState({ progress }),
};
