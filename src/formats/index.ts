import type { Format } from './dataset';
import { writeParleyJson } from './parley-json/writer';

/** Every format that a dataset can be written in, by the name used in the contract. */
export const formats = {
  json: { title: 'Parley JSON', extension: 'json', write: writeParleyJson },
} as const satisfies Record<string, Format>;
