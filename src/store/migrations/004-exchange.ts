/** Changes that came from colleagues' files, and what a package that was handed over says of itself. */
export const exchange = `
CREATE TABLE received (
  entry_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  nth INTEGER NOT NULL,
  hlc TEXT NOT NULL,
  annotator_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  name TEXT NOT NULL,
  document_id TEXT,
  change TEXT NOT NULL,
  PRIMARY KEY (entry_id, kind, record_id, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_by_record ON received (kind, record_id);
CREATE INDEX received_by_document ON received (document_id);

CREATE TABLE package (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  manifest TEXT NOT NULL
) STRICT;
`;
