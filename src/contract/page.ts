import { z } from 'zod';

/** Part of a long list: from which entry, and how many. */
export const page = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1_000).default(100),
};
