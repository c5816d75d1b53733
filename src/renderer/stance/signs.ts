const signs: Record<string, string> = { favor: '+', against: '−', neutral: '○', mixed: '±', unclear: '?' };

/** A sign that tells a polarity without colour; for those that a schema adds, the first letter of the name. */
export function polaritySign(id: string, name: string): string {
  return signs[id] ?? [...name][0]?.toUpperCase() ?? '·';
}
