import { Event } from '@core/model/event';
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

/** An event outside its document. */
export const NamedEvent = z.strictObject({
  event: Event,
  documentName: z.string(),
  language: z.string(),
  /** Null for the gold layer. */
  annotatorName: z.string().nullable(),
  /** Is it the asker's own? */
  own: z.boolean(),
  /** The words that tell it. */
  quote: z.string(),
});
export type NamedEvent = z.infer<typeof NamedEvent>;

export const NamedEvents = z.strictObject({ total: z.int().min(0), events: z.array(NamedEvent) });
export const NamedStances = z.strictObject({ total: z.int().min(0), stances: z.array(NamedStance) });
