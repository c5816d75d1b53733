import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Output } from '@contract/index';
import { type Change, created } from '@core/journal/change';
import type { Document } from '@core/model/document';
import { directionOf } from '@core/text/direction';
import { codePointLength } from '@core/text/offsets';
import type { Context, PreparedCommand, Work } from '../context';
import { sha256 } from '../hash';
import { type Decoded, decodeText, NotText } from './decode';
import { guessLanguage } from './language';
import { filesIn, unreadable } from './walk';

const LARGEST_FILE = 200_000_000;
const LONGEST_TEXT = 20_000_000;

type Report = Output<'document.import'>;

interface Candidate {
  file: string;
  decoded: Decoded;
  fileSha256: string;
  textSha256: string;
  codePoints: number;
  language: string;
}

interface Prepared {
  candidates: Candidate[];
  refused: Report['refused'];
  warnings: Report['warnings'];
}

/** Reads and decodes files outside any transaction; then all of them go in at once. */
export const importDocuments: PreparedCommand<'document.import', Prepared> = {
  async prepare(_context, input, work) {
    const found = await filesIn(input.paths, work);
    const prepared: Prepared = { candidates: [], refused: found.refused, warnings: [] };
    if (found.passedOver > 0) {
      prepared.warnings.push({
        file: input.paths.join(', '),
        message: `${found.passedOver} ${found.passedOver === 1 ? 'file is' : 'files are'} of no kind that can be imported and was passed over.`,
      });
    }
    for (const [index, { path, size }] of found.files.entries()) {
      work.progress({ done: index, total: found.files.length, what: basename(path) });
      await work.breathe();
      const outcome = await read(path, size, input.language, work);
      if (typeof outcome === 'string') prepared.refused.push({ file: path, message: outcome });
      else prepared.candidates.push(outcome);
    }
    return prepared;
  },

  plan(context, input, { candidates, refused, warnings }) {
    const report: Report = { imported: [], duplicates: [], warnings: [...warnings], refused };
    const changes: Change[] = [];
    const texts = new Map<string, string>();
    const known = knownDocuments(context);
    for (const candidate of candidates) {
      const same = known.byText.get(candidate.textSha256);
      if (same && !input.allowDuplicates) {
        report.duplicates.push({ file: candidate.file, sameAs: same.id, name: same.name });
        continue;
      }
      const document = documentOf(candidate, context.environment.newId(), known);
      known.add(document);
      texts.set(candidate.textSha256, candidate.decoded.text);
      changes.push(created('document', document));
      report.imported.push({ file: candidate.file, documentId: document.id, name: document.name });
      report.warnings.push(...remarks(candidate).map((message) => ({ file: candidate.file, message })));
    }
    return { changes, output: report, texts };
  },
};

async function read(
  path: string,
  size: number,
  language: string | undefined,
  work: Work,
): Promise<Candidate | string> {
  if (size > LARGEST_FILE) return `It is ${Math.round(size / 1e6)} MB; ${LARGEST_FILE / 1e6} MB is the most.`;
  let bytes: Buffer;
  try {
    bytes = await readFile(path, { signal: work.signal });
  } catch (thrown) {
    if (work.signal.aborted) await work.breathe();
    return unreadable(thrown);
  }
  let decoded: Decoded;
  try {
    decoded = decodeText(bytes);
  } catch (thrown) {
    if (thrown instanceof NotText) return thrown.message;
    throw thrown;
  }
  const { text } = decoded;
  if (text.length > LONGEST_TEXT) {
    return `Its text has ${text.length} characters; ${LONGEST_TEXT} is the most. Split it into parts.`;
  }
  return {
    file: path,
    decoded,
    fileSha256: sha256(bytes),
    textSha256: sha256(text),
    codePoints: codePointLength(text),
    language: language ?? guessLanguage(text),
  };
}

function documentOf(candidate: Candidate, id: string, known: Known): Document {
  const fileName = basename(candidate.file);
  const { text, encoding, byteOrderMark, removedNulls, replaced } = candidate.decoded;
  return {
    id,
    name: known.freeName(fileName.slice(0, fileName.length - extname(fileName).length) || fileName),
    textSha256: candidate.textSha256,
    length: text.length,
    codePoints: candidate.codePoints,
    language: candidate.language,
    direction: directionOf(text),
    metadata: titleOf(text),
    tags: [],
    position: known.nextPosition(),
    source: { fileName, sha256: candidate.fileSha256, encoding, byteOrderMark, removedNulls, replaced },
  };
}

const LONGEST_TITLE = 200;

/** The title that a text begins with: a short first line with an empty one after it. */
function titleOf(text: string): { title?: string } {
  const [, title] = /^\s*(\S[^\r\n]*)\r?\n[ \t]*\r?\n/.exec(text.slice(0, 2 * LONGEST_TITLE)) ?? [];
  return title && title.length <= LONGEST_TITLE ? { title: title.trim() } : {};
}

const HIDDEN_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

function remarks({ decoded }: Candidate): string[] {
  const hidden = decoded.text.match(HIDDEN_DIRECTION)?.length ?? 0;
  return [
    decoded.text.trim() === '' && 'There is no text in it.',
    decoded.removedNulls > 0 && `${decoded.removedNulls} zero characters (U+0000) were taken out.`,
    decoded.replaced > 0 && `${decoded.replaced} broken characters were replaced by U+FFFD.`,
    hidden > 0 && `${hidden} hidden characters steer the direction of the text; they are kept, and shown.`,
  ].filter((remark) => remark !== false);
}

interface Known {
  byText: Map<string, Document>;
  add(document: Document): void;
  /** The name, or the name with a number where another document has it. */
  freeName(name: string): string;
  nextPosition(): number;
}

function knownDocuments(context: Context): Known {
  const documents = context.file.records.where('document', 'true', [], 'position, id');
  const byText = new Map(documents.map((document) => [document.textSha256, document]));
  const names = new Set(documents.map((document) => document.name));
  let position = documents.at(-1)?.position ?? 0;
  return {
    byText,
    add(document) {
      byText.set(document.textSha256, document);
      names.add(document.name);
    },
    freeName(wanted) {
      const name = wanted.trim().slice(0, 480) || 'Untitled';
      let free = name;
      for (let number = 2; names.has(free); number++) free = `${name} (${number})`;
      return free;
    },
    nextPosition: () => ++position,
  };
}
