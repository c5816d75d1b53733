import { type Schema, SchemaDefinition } from '../model/schema';
import { schemaClashes } from '../model/schema-clashes';
import { inForce } from '../model/schema-nesting';
import conflictNews from './conflict-news.json';
import conll2003 from './conll-2003.json';
import mpqa from './mpqa.json';
import ontonotes from './ontonotes-18.json';
import semeval from './semeval-2016-stance.json';

/** Ready-made schemas; the first is that of a new project. */
export const readyMadeSchemas: readonly SchemaDefinition[] = [
  conflictNews,
  conll2003,
  ontonotes,
  semeval,
  mpqa,
].map((definition) => {
  const schema = SchemaDefinition.parse(definition);
  const clashes = schemaClashes(schema);
  if (clashes.length > 0) throw new RangeError(`schema '${schema.id}': ${clashes.join('; ')}`);
  return schema;
});

export const defaultSchema: Schema = inForce(readyMadeSchemas[0]!);
