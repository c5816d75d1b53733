/** Acts of colleagues in order of time, without their changes, for the history. */
export const history = `
CREATE INDEX received_by_time ON received (hlc, entry_id, annotator_id, device_id, name, document_id);
`;
