import { Id } from '@core/model/ids';
import { Stance } from '@core/model/stance';
import { z } from 'zod';

/** A stance outside its document, with all that is needed to read it there. */
export const NamedStance = z.strictObject({
  stance: Stance,
  documentName: z.string(),
  language: z.string(),
  /** Null for the gold layer. */
  annotatorName: z.string().nullable(),
  /** Is it the asker's own? */
  own: z.boolean(),
  /** The text that shows it. */
  quote: z.string(),
  /** What its parties are called: names of entities and propositions, quotes of mentions. */
  names: z.record(Id, z.string()),
});
export type NamedStance = z.infer<typeof NamedStance>;

export const NamedStances = z.strictObject({ total: z.int().min(0), stances: z.array(NamedStance) });
