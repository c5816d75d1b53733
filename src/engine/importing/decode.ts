import type { ImportSource } from '@core/model/document';

export interface Decoded {
  text: string;
  encoding: ImportSource['encoding'];
  byteOrderMark: boolean;
  removedNulls: number;
  replaced: number;
}

/** Why bytes are no text, in words that follow the file's name. */
export class NotText extends Error {}

const magics: [bytes: number[], what: string][] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive or an office document'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old office document'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'an RTF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a database'],
  [[0x1f, 0x8b], 'a compressed file'],
];

/**
 * Plain text from a file's bytes: UTF-8, or UTF-16 by its byte order mark or its pattern of
 * zero bytes. Line ends stay as they are. U+0000 is taken out and counted; unpaired surrogates
 * become U+FFFD and are counted.
 * @throws NotText when the bytes are neither
 */
export function decodeText(bytes: Uint8Array): Decoded {
  for (const [magic, what] of magics) {
    if (magic.every((byte, index) => bytes[index] === byte)) {
      throw new NotText(`This is ${what}, not plain text. Save its text as UTF-8 and import that.`);
    }
  }
  const { encoding, markLength } = encodingOf(bytes);
  const body = bytes.subarray(markLength);
  const raw = encoding === 'utf-8' ? decodeUtf8(body, markLength) : decodeUtf16(body, encoding);
  const wellFormed = raw.toWellFormed();
  const text = wellFormed.replaceAll('\0', '');
  return {
    text,
    encoding,
    byteOrderMark: markLength > 0,
    removedNulls: wellFormed.length - text.length,
    replaced: raw === wellFormed ? 0 : countDifferences(raw, wellFormed),
  };
}

function encodingOf(bytes: Uint8Array): { encoding: ImportSource['encoding']; markLength: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { encoding: 'utf-8', markLength: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', markLength: 2 };
  const sample = bytes.subarray(0, 4096);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) evenZeros++;
    else oddZeros++;
  }
  const many = sample.length / 8;
  if (oddZeros > many && evenZeros < oddZeros / 8) return { encoding: 'utf-16le', markLength: 0 };
  if (evenZeros > many && oddZeros < evenZeros / 8) return { encoding: 'utf-16be', markLength: 0 };
  return { encoding: 'utf-8', markLength: 0 };
}

function decodeUtf8(bytes: Uint8Array, markLength: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotText(
      `This is not UTF-8 or UTF-16 text: byte ${markLength + firstBadByte(bytes)} fits neither. ` +
        'Save it as UTF-8 in the program it comes from and import it again.',
    );
  }
}

/** Offset of the first byte of the first sequence that is not UTF-8, found by bisection. */
function firstBadByte(bytes: Uint8Array): number {
  const decodes = (length: number, stream: boolean) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle, true)) good = middle;
    else bad = middle;
  }
  while (good > 0 && !decodes(good, false)) good--;
  return good;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  if (bytes.length % 2 === 1) {
    throw new NotText(
      'This looks like UTF-16 text that ends in the middle of a character; the file is cut short.',
    );
  }
  const copy = Buffer.from(bytes);
  return (encoding === 'utf-16be' ? copy.swap16() : copy).toString('utf16le');
}

function countDifferences(a: string, b: string): number {
  let count = 0;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) count++;
  return count;
}
