import { theClient, useConnection } from '../bridge/connection';
import { DocumentSession, type Moment } from './document-session';
import { notify } from './notices';
import { usePreferences } from './preferences';
import { queryClient } from './queries';
import { workbench } from './workbench';

let latest = 0;

/** Shows a document as it is; when several are asked for quickly, the last one wins. */
export async function openDocument(id: string): Promise<void> {
  await show(id, () => DocumentSession.load(theClient(), id));
}

/** Shows a document as it was right after an entry of the journal. */
export async function openAsOf(id: string, moment: Moment): Promise<void> {
  await show(id, () => DocumentSession.loadAsOf(theClient(), id, moment));
}

async function show(id: string, load: () => Promise<DocumentSession>): Promise<void> {
  const request = ++latest;
  const session = await load();
  if (request !== latest) return;
  workbench.set({
    session,
    selectedId: null,
    pickedIds: [],
    selectedJoin: null,
    selection: { start: 0, end: 0 },
    stanceDraft: null,
  });
  const { project } = useConnection.getState();
  if (project.state === 'open') {
    const { lastDocument } = usePreferences.getState();
    usePreferences.setState({ lastDocument: { ...lastDocument, [project.path]: id } });
  }
}

/** The document to begin with: the one last open in this project, else the first. */
export async function openFirstDocument(): Promise<void> {
  const documents = await theClient().call('document.list', {});
  const { project } = useConnection.getState();
  const last = project.state === 'open' ? usePreferences.getState().lastDocument[project.path] : undefined;
  const first = documents.find(({ id }) => id === last) ?? documents[0];
  if (first) await openDocument(first.id);
  else workbench.set({ session: null, selectedId: null, pickedIds: [], stanceDraft: null });
}

/** Brings what is shown up to date after the engine was restarted; what is being typed stays. */
export async function catchUp(): Promise<void> {
  await queryClient.invalidateQueries();
  await workbench.get().session?.catchUp(theClient());
}

/** Goes so many documents on in the list's order. */
export async function stepDocument(by: number): Promise<void> {
  const documents = await theClient().call('document.list', {});
  const at = documents.findIndex(({ id }) => id === workbench.get().session?.document.id);
  const next = documents[Math.max(0, Math.min(documents.length - 1, at + by))];
  if (next && next.id !== workbench.get().session?.document.id) await openDocument(next.id);
}

/** Opens the next document that is assigned to the person at the window and not done, from the open one on and round. */
export async function nextAssigned(): Promise<void> {
  const documents = await theClient().call('document.list', {});
  const at = documents.findIndex(({ id }) => id === workbench.get().session?.document.id);
  const onward = [...documents.slice(at + 1), ...documents.slice(0, at + 1)];
  const next = onward.find(({ assignedToMe, status }) => assignedToMe && status !== 'done');
  if (next) await openDocument(next.id);
  else notify('All documents that are assigned to you are done.');
}
