import type { PortClient } from '@contract/client';
import type { ProjectInfo } from '@contract/project';
import type { Change } from '@core/journal/change';
import { offered } from '@core/model/schema';
import { useEffect, useMemo, useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { importPaths } from '../actions/import';
import { listenToKeys } from '../actions/keyboard';
import { callHost } from '../bridge/host';
import { attempt, notify, withdrawOffers } from '../data/notices';
import { catchUp, openFirstDocument } from '../data/open-document';
import { usePersonal, usePreferences } from '../data/preferences';
import { queryClient, refreshLists, useAnswer } from '../data/queries';
import { useWorkbench, workbench } from '../data/workbench';
import { Overlays } from '../dialogs/overlays';
import { DocumentList } from '../documents/document-list';
import { DocumentPane } from '../documents/document-pane';
import { usePreparedNames } from '../entities/use-name-index';
import { findSwitches, useFindOptions } from '../find/options';
import { Inspector } from '../inspector/inspector';
import { Outline } from '../outline/outline';
import { ReviewPane } from '../review/review-pane';
import { useReview } from '../review/state';
import { StatusBar } from '../status/status-bar';
import { applySchemaColours } from '../theme/schema-styles';
import { Announcer } from '../ui/announcer';
import { usePanes } from '../ui/use-panes';
import { DialogBoundary } from './drawing-failed';

interface Props {
  /** Null while the engine is being started again. */
  client: PortClient | null;
  readOnly: boolean;
  restarted: boolean;
}

/** One open project: documents, text, inspector, status. */
export function Workbench({ client, readOnly, restarted }: Props) {
  const info = useFollowedProject(client, restarted);
  const { documents, inspector } = usePanes();
  const outline = usePreferences((state) => state.outline);
  const reviewing = useReview(({ isOpen, editing }) => isOpen && !editing);
  const panelIds = [documents && 'documents', 'text', inspector && 'inspector'].filter((id) => id !== false);
  const layout = useDefaultLayout({ id: 'parley-panes', storage: localStorage, panelIds });
  useDroppedFiles();
  usePreparedNames();
  useMenuState();
  useEffect(listenToKeys, []);
  const isPast = useWorkbench(({ session }) => session !== null && session.asOf !== null);
  const current = useMemo(() => info && { ...info, readOnly: info.readOnly || isPast }, [info, isPast]);
  if (!info || !current) return <main className="splash" aria-busy="true" />;

  return (
    <div className="workbench">
      {readOnly && (
        <p className="banner" role="status">
          This project is open for reading only: nothing that you do here is saved.
        </p>
      )}
      {!client && (
        <p className="banner" role="status">
          The engine that keeps the project stopped; it is being started again. Everything that was shown as
          saved is safe.
        </p>
      )}
      <Group orientation="horizontal" className="panes" {...layout}>
        {documents && (
          <>
            <Panel id="documents" defaultSize="20%" minSize="160px" className="pane">
              <div className="left-pane">
                <DocumentList info={info} />
                {outline && <Outline />}
              </div>
            </Panel>
            <Separator className="separator" aria-label="Width of the document list" />
          </>
        )}
        <Panel id="text" minSize="320px" className="pane">
          <DocumentPane info={current} />
        </Panel>
        {inspector && (
          <>
            <Separator className="separator" aria-label="Width of the inspector" />
            <Panel id="inspector" defaultSize="26%" minSize="240px" className="pane">
              {reviewing ? <ReviewPane info={current} /> : <Inspector info={current} />}
            </Panel>
          </>
        )}
      </Group>
      <StatusBar info={info} />
      <DialogBoundary>
        <Overlays info={info} />
      </DialogBoundary>
      <Announcer />
    </div>
  );
}

/** Where a project works blind, being done with a document shows what colleagues have in it; so does ceasing to be blind. */
function showsOthers(changes: readonly Change[]): boolean {
  return changes.some(({ kind, before, after }) => {
    if (kind === 'project')
      return before?.blind !== after?.blind || String(before?.adjudicators) !== String(after?.adjudicators);
    const info = queryClient.getQueryData<ProjectInfo>(['project.info', {}]);
    return kind === 'progress' && info?.project.blind === true;
  });
}

/** Keeps lists and the open document in step with the engine's commits. */
function useFollowedProject(client: PortClient | null, restarted: boolean) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!client) return;
    const stop = client.onChanged(({ changes }) => {
      const { session } = workbench.get();
      withdrawOffers();
      session?.apply(changes);
      if (
        session &&
        changes.some(({ kind, id, after }) => kind === 'document' && id === session.document.id && !after)
      ) {
        attempt(openFirstDocument);
      }
      if (showsOthers(changes)) {
        attempt(catchUp);
      } else refreshLists(changes);
    });
    if (restarted) notify('The engine was restarted. Everything that was shown as saved is safe.');
    if (restarted && workbench.get().session) attempt(catchUp);
    else {
      queryClient.clear();
      workbench.set({ session: null, selectedId: null, overlay: null, stanceDraft: null });
      attempt(openFirstDocument);
    }
    setReady(true);
    return stop;
  }, [client, restarted]);
  const info = useAnswer('project.info', {});
  useEffect(() => {
    if (!info) return;
    applySchemaColours(info.schema);
    const { lastTypeId } = workbench.get();
    if (!offered(info.schema.entityTypes).some(({ id }) => id === lastTypeId))
      workbench.set({ lastTypeId: null });
  }, [info]);
  return ready ? info : undefined;
}

/** Files dropped anywhere on the window are imported; packages and projects are taken in. */
function useDroppedFiles(): void {
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const paths = [...(event.dataTransfer?.files ?? [])].map((file) => window.parley.pathOf(file));
      const packages = paths.filter((path) => path.toLowerCase().endsWith('.parley'));
      if (packages.length > 0) workbench.openOverlay({ kind: 'take-in', paths: packages });
      else attempt(() => importPaths(paths.filter((path) => path !== '')));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
}

/** Keeps the check marks of the menus right. */
function useMenuState(): void {
  const { labels, outline, guidelines, theme } = usePreferences();
  const snap = usePersonal(({ marking }) => marking.all.snap);
  const { documents, inspector } = usePanes();
  const find = useFindOptions();
  const reviewing = useReview((state) => state.isOpen);
  const hasOverlay = useWorkbench((state) => state.overlay !== null);
  useEffect(() => {
    const themes = { system: 'view.themeSystem', light: 'view.themeLight', dark: 'view.themeDark' };
    const checked = [
      documents && 'view.documents',
      inspector && 'view.inspector',
      labels && 'view.labels',
      outline && documents && 'view.outline',
      guidelines && inspector && 'view.guidelines',
      reviewing && 'review.toggle',
      themes[theme],
      ...findSwitches(find),
      snap === 'word' ? 'annotate.snapWords' : 'annotate.snapLetters',
    ].filter((id) => id !== false);
    if (!hasOverlay) attempt(() => callHost('menu.state', { checked }));
  }, [documents, inspector, labels, outline, guidelines, reviewing, theme, snap, find, hasOverlay]);
}
