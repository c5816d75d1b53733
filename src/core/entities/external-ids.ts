/** Registers whose identifiers have a form that can be checked without asking them. */
export const identifierSchemes: Record<string, { name: string; form: RegExp; example: string }> = {
  wikidata: { name: 'Wikidata', form: /^Q[1-9][0-9]*$/, example: 'Q42' },
  geonames: { name: 'GeoNames', form: /^[1-9][0-9]{0,9}$/, example: '745044' },
  viaf: { name: 'VIAF', form: /^[1-9][0-9]{1,21}$/, example: '113230702' },
};

/** What is wrong with the form of an external identifier, as a sentence; null where it is right or not known. */
export function identifierProblem({ scheme, value }: { scheme: string; value: string }): string | null {
  const known = Object.hasOwn(identifierSchemes, scheme) ? identifierSchemes[scheme] : undefined;
  if (!known || known.form.test(value)) return null;
  return `'${value}' is no ${known.name} identifier, which looks like ${known.example}`;
}
