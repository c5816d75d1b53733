import type { DocumentRow } from '@contract/documents';
import { describe, expect, test } from 'vitest';
import {
  DocumentView,
  everyDocument,
  filtersSet,
  searchFor,
  viewed,
} from '../../../src/renderer/documents/view';

const row = (id: string, more: Partial<DocumentRow> = {}): DocumentRow =>
  ({
    id,
    name: id,
    metadata: {},
    tags: [],
    language: 'en',
    status: 'new',
    annotations: 0,
    stances: 0,
    ...more,
  }) as DocumentRow;

const rows = [
  row('b', { status: 'done', annotations: 3, tags: ['x'], metadata: { date: '2025-11-08' } }),
  row('a', { language: 'ur', stances: 2, metadata: { title: 'Z' } }),
  row('c', { annotations: 1, metadata: { date: '2024-01-01' } }),
];
const ids = (view: Partial<DocumentView>, found: Parameters<typeof viewed>[2] = null) =>
  viewed(rows, { ...everyDocument, ...view }, found).map(({ id }) => id);

describe('the list of documents', () => {
  test('shows all in the order of the project unless told otherwise', () => {
    expect(ids({})).toEqual(['b', 'a', 'c']);
    expect(searchFor(everyDocument)).toBeNull();
    expect(filtersSet(everyDocument)).toBe(0);
  });

  test('filters by status, language, tag and stances', () => {
    expect(ids({ status: 'done' })).toEqual(['b']);
    expect(ids({ language: 'ur' })).toEqual(['a']);
    expect(ids({ tag: 'x' })).toEqual(['b']);
    expect(ids({ stances: 'with' })).toEqual(['a']);
    expect(ids({ stances: 'without' })).toEqual(['b', 'c']);
  });

  test('sorts by name, date, annotations and problems, either way', () => {
    expect(ids({ sort: 'name' })).toEqual(['b', 'c', 'a']);
    expect(ids({ sort: 'date' })).toEqual(['c', 'b', 'a']);
    expect(ids({ sort: 'annotations', descending: true })).toEqual(['b', 'c', 'a']);
    const found = { ids: ['a', 'b'], problems: { a: 1, b: 0 } };
    expect(ids({ sort: 'problems' }, found)).toEqual(['b', 'a']);
  });

  test('asks the engine only for what the rows do not tell', () => {
    expect(searchFor({ ...everyDocument, status: 'done' })).toBeNull();
    expect(searchFor({ ...everyDocument, labelId: 'genre', value: '"report"' })).toMatchObject({
      labelId: 'genre',
      value: 'report',
      problems: 'ignore',
    });
    expect(searchFor({ ...everyDocument, sort: 'problems' })).toMatchObject({ problems: 'count' });
  });

  test('is read back part by part from what was kept', () => {
    expect(DocumentView.parse({ sort: 'size', status: 'done', atLeast: 0 })).toEqual({
      ...everyDocument,
      status: 'done',
    });
  });
});
