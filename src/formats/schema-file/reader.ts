import { ParleyError } from '@core/errors';
import type { SchemaDefinition } from '@core/model/schema';
import { findClashes } from '@core/model/schema-clashes';
import { issueWords } from '@core/model/schema-issues';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { SchemaFile } from './model';

type Path = readonly PropertyKey[];

/**
 * A schema from the text of a YAML or JSON file (JSON is YAML too).
 * @param fileName named in errors
 * @throws ParleyError 'bad-input' with the line of the first thing that is wrong, and what to do
 */
export function readSchemaText(text: string, fileName: string): SchemaDefinition {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  const refuse = (offset: number, cause: string, remedy: string) => {
    const { line } = lines.linePos(offset);
    return new ParleyError('bad-input', {
      file: fileName,
      place: `line ${Math.max(1, line)}`,
      cause,
      remedy,
    });
  };
  if (error)
    throw refuse(error.pos[0], `This is neither YAML nor JSON: ${error.message}`, 'Correct the line.');
  const at = (path: Path) => refuse(offsetOf(document, path), '', '').data.place!;
  let value: unknown;
  try {
    value = document.toJS();
  } catch (thrown) {
    throw refuse(0, `This cannot be read: ${(thrown as Error).message}`, 'Write it without aliases.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse(0, 'This is no schema: a schema has an id, a name and entityTypes', 'See docs/schema.md.');
  }
  const checked = SchemaFile.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    throw new ParleyError('bad-input', {
      file: fileName,
      place: at(issue.path),
      cause: issueWords(value, issue),
      remedy: 'See docs/schema.md for what a schema holds.',
    });
  }
  const { format: _, ...definition } = checked.data;
  const [clash] = findClashes(definition);
  if (clash) {
    throw new ParleyError('bad-input', {
      file: fileName,
      place: at(clash.path),
      cause: clash.message,
      remedy: 'Correct it and read the file again.',
    });
  }
  return definition;
}

/** Where in the text a thing stands; where it is missing, the nearest thing around it. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
