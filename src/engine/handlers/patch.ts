/** The fields of a patch that were given, without the id and without those left undefined. */
export function given<Patch extends object>(
  patch: Patch,
): { [Field in Exclude<keyof Patch, 'id'>]?: Exclude<Patch[Field], undefined> } {
  const entries = Object.entries(patch).filter(([field, value]) => field !== 'id' && value !== undefined);
  return Object.fromEntries(entries) as ReturnType<typeof given<Patch>>;
}
