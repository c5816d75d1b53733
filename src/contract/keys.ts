import { z } from 'zod';

/** A key press in the spelling of the table of actions, such as 'Mod+Shift+KeyZ'. */
const Press = z.string().regex(/^((Mod|Ctrl|Shift|Alt)\+){0,4}[A-Z][A-Za-z0-9]{0,19}$/, 'a key press');

/** A person's own keys by action id. What they mean and whether they clash is for the keymap to say. */
export const OwnKeys = z.record(z.string().min(1).max(100), z.array(Press).min(1).max(8));
export type OwnKeys = z.infer<typeof OwnKeys>;

/** A set of keys as a file: that of the profile, and what is exchanged with others. */
export const KeySet = z.strictObject({
  format: z.literal('parley-keys'),
  version: z.literal(1),
  keys: OwnKeys,
});
export type KeySet = z.infer<typeof KeySet>;
