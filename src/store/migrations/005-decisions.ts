/** What adjudicators decided, and on what. */
export const decisions = `
CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  targets TEXT NOT NULL,
  class TEXT NOT NULL,
  verdict TEXT NOT NULL,
  result_ids TEXT NOT NULL,
  adjudicator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
  time TEXT NOT NULL,
  rationale TEXT NOT NULL,
  schema_version_id TEXT NOT NULL,
  view TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_document ON decision (document_id);
`;
