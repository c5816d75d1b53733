import { Schema, schemaClashes } from '../model/schema';
import conflictNews from './conflict-news.json';

/** Ready-made schemas by id; the first is that of a new project. */
export const readyMadeSchemas: readonly Schema[] = [conflictNews].map((definition) => {
  const schema = Schema.parse(definition);
  const clashes = schemaClashes(schema);
  if (clashes.length > 0) throw new RangeError(`schema '${schema.id}': ${clashes.join('; ')}`);
  return schema;
});

export const defaultSchema: Schema = readyMadeSchemas[0]!;
