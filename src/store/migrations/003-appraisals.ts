/** What annotators say of documents as a whole, one record for each layer at most. */
export const appraisals = `
CREATE TABLE appraisal (
  id TEXT PRIMARY KEY,
  layer_id TEXT NOT NULL UNIQUE REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  labels TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX appraisal_by_document ON appraisal (document_id);
`;
