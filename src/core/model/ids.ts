import { z } from 'zod';

/** Identity of a record, for ever and everywhere: a UUID (version 7 where Parley makes it;
 * version 5 where there can be only one such record, see engine/only-id.ts). */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** Identity of a thing in a schema: lower-case letters, digits and hyphens; its name may change, this never. */
export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens');
export type Slug = z.infer<typeof Slug>;
