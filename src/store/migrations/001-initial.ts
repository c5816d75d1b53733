/** The first project file. Identities and JSON are TEXT; every reference is checked at commit. */
export const initial = /* sql */ `
CREATE TABLE project (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  guidelines TEXT NOT NULL
) STRICT;

CREATE TABLE annotator (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE schema (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL UNIQUE,
  definition TEXT NOT NULL
) STRICT;

CREATE TABLE text (
  sha256 TEXT PRIMARY KEY,
  content TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  text_sha256 TEXT NOT NULL REFERENCES text (sha256) DEFERRABLE INITIALLY DEFERRED,
  length INTEGER NOT NULL,
  code_points INTEGER NOT NULL,
  language TEXT NOT NULL,
  direction TEXT NOT NULL,
  metadata TEXT NOT NULL,
  tags TEXT NOT NULL,
  position REAL NOT NULL,
  source TEXT
) STRICT;
CREATE INDEX document_by_position ON document (position, id);
CREATE INDEX document_by_text ON document (text_sha256);

CREATE TABLE progress (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  annotator_id TEXT NOT NULL REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  UNIQUE (document_id, annotator_id)
) STRICT;
CREATE INDEX progress_by_annotator ON progress (annotator_id);

CREATE TABLE layer (
  id TEXT PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  annotator_id TEXT REFERENCES annotator (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX layer_by_owner ON layer (document_id, kind, ifnull(annotator_id, ''));
CREATE INDEX layer_by_annotator ON layer (annotator_id);

CREATE TABLE entity (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type_id TEXT,
  aliases TEXT NOT NULL,
  external_ids TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX entity_by_name ON entity (name);

CREATE TABLE proposition (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX proposition_by_name ON proposition (name);

CREATE TABLE annotation (
  id TEXT PRIMARY KEY,
  layer_id TEXT NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  type_id TEXT NOT NULL,
  fragments TEXT NOT NULL,
  attributes TEXT NOT NULL,
  note TEXT NOT NULL,
  entity_id TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL
) STRICT;
CREATE INDEX annotation_by_place ON annotation (document_id, span_start, span_end);
CREATE INDEX annotation_by_layer ON annotation (layer_id);
CREATE INDEX annotation_by_entity ON annotation (entity_id);

CREATE TABLE stance (
  id TEXT PRIMARY KEY,
  layer_id TEXT NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  holder TEXT,
  target TEXT,
  polarity TEXT NOT NULL,
  intensity INTEGER,
  expression TEXT,
  modality TEXT,
  sources TEXT NOT NULL,
  evidence TEXT NOT NULL,
  confidence INTEGER,
  note TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE INDEX stance_by_document ON stance (document_id);
CREATE INDEX stance_by_layer ON stance (layer_id);

CREATE TABLE stance_party (
  stance_id TEXT NOT NULL REFERENCES stance (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  place INTEGER NOT NULL,
  entity_id TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  annotation_id TEXT REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  proposition_id TEXT REFERENCES proposition (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (stance_id, role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX stance_party_by_entity ON stance_party (entity_id);
CREATE INDEX stance_party_by_annotation ON stance_party (annotation_id);
CREATE INDEX stance_party_by_proposition ON stance_party (proposition_id);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  reverts TEXT REFERENCES journal (id),
  annotator_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  hlc TEXT NOT NULL,
  name TEXT NOT NULL,
  input TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_annotator ON journal (annotator_id, seq);
CREATE UNIQUE INDEX journal_by_reverts ON journal (reverts) WHERE reverts IS NOT NULL;

CREATE TABLE journal_document (
  seq INTEGER NOT NULL REFERENCES journal (seq),
  document_id TEXT NOT NULL,
  PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_document_by_seq ON journal_document (seq);
`;
