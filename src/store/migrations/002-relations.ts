/** Relations between span annotations, events, and an index of who fills their roles. */
export const relations = `
CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  layer_id TEXT NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  type_id TEXT NOT NULL,
  from_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  to_id TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  attributes TEXT NOT NULL,
  note TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE INDEX relation_by_document ON relation (document_id);
CREATE INDEX relation_by_layer ON relation (layer_id);
CREATE INDEX relation_by_from ON relation (from_id);
CREATE INDEX relation_by_to ON relation (to_id);

CREATE TABLE event (
  id TEXT PRIMARY KEY,
  layer_id TEXT NOT NULL REFERENCES layer (id) DEFERRABLE INITIALLY DEFERRED,
  document_id TEXT NOT NULL REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  type_id TEXT NOT NULL,
  "trigger" TEXT NOT NULL,
  roles TEXT NOT NULL,
  attributes TEXT NOT NULL,
  note TEXT NOT NULL,
  origin TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL
) STRICT;
CREATE INDEX event_by_place ON event (document_id, span_start, span_end);
CREATE INDEX event_by_layer ON event (layer_id);

CREATE TABLE event_filler (
  event_id TEXT NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  entity_id TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
  annotation_id TEXT REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (event_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_filler_by_entity ON event_filler (entity_id);
CREATE INDEX event_filler_by_annotation ON event_filler (annotation_id);
`;
