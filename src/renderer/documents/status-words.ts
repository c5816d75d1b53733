import type { DocumentStatus } from '@core/model/document';

/** How statuses are called and signed; the sign differs by shape, not by colour alone. */
export const statusWords: Record<DocumentStatus, { name: string; sign: string }> = {
  new: { name: 'New', sign: '○' },
  'in-progress': { name: 'In progress', sign: '◐' },
  done: { name: 'Done', sign: '●' },
};
