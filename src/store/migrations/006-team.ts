/** Comments, who is asked to annotate what, and how a team works. */
export const team = `
CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  thread_id TEXT NOT NULL REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  target TEXT NOT NULL,
  annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  mentions TEXT NOT NULL,
  time TEXT NOT NULL,
  edited_time TEXT,
  resolved TEXT
) STRICT;
CREATE INDEX comment_by_document ON comment (document_id);
CREATE INDEX comment_by_thread ON comment (thread_id, time);

CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (document_id, annotator_id)
) STRICT;
CREATE INDEX assignment_by_annotator ON assignment (annotator_id);

ALTER TABLE project ADD COLUMN blind TEXT NOT NULL DEFAULT 'false';
ALTER TABLE project ADD COLUMN adjudicators TEXT NOT NULL DEFAULT '[]';
`;
