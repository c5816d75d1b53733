import type { ProjectInfo } from '@contract/project';
import { CommentsDialog } from '../comments/comments-dialog';
import { type Overlay, useWorkbench } from '../data/workbench';
import { ContextMenu } from '../editor/menu/context-menu';
import { LinkEqualDialog } from '../entities/link-equal-dialog';
import { Register } from '../entities/register';
import { UnlinkedQueue } from '../entities/unlinked-queue';
import { HandOverDialog } from '../exchange/hand-over-dialog';
import { TakeInDialog } from '../exchange/take-in-dialog';
import { MarkHits } from '../find/mark-hits';
import { GuidelinesDialog } from '../guidelines/guidelines-dialog';
import { Insight } from '../insight/insight';
import { EventTypePicker, RolePicker } from '../joins/event-picker';
import { RelationPicker } from '../joins/relation-picker';
import { CommandPalette } from '../pickers/command-palette';
import { EntityPicker } from '../pickers/entity-picker';
import { LabelPalette } from '../pickers/label-palette';
import { OccurrencesDialog } from '../propagate/occurrences-dialog';
import { BulkDialog } from '../review/bulk-dialog';
import { ReviewDocuments } from '../review/documents-dialog';
import { SchemaDialog } from '../schema/schema-dialog';
import { SettingsDialog } from '../settings/settings-dialog';
import { TeamDialog } from '../team/team-dialog';
import { CheckDialog } from './check-dialog';
import { ExportDialog } from './export-dialog';
import { HistoryDialog } from './history-dialog';
import { ImportReport } from './import-report';
import { KeySheet } from './key-sheet';
import { Working } from './working';

/** Whatever lies over the window now. */
export function Overlays({ info }: { info: ProjectInfo }) {
  const overlay = useWorkbench((state) => state.overlay);
  switch (overlay) {
    case null:
      return null;
    case 'labels':
      return <LabelPalette schema={info.schema} />;
    case 'entity':
      return <EntityPicker info={info} />;
    case 'commands':
      return <CommandPalette />;
    case 'keys':
      return <KeySheet schema={info.schema} />;
    case 'export':
      return <ExportDialog info={info} />;
    case 'team':
      return <TeamDialog info={info} />;
    case 'comments':
      return <CommentsDialog info={info} />;
    case 'hand-over':
      return <HandOverDialog info={info} />;
    case 'history':
      return <HistoryDialog info={info} />;
    case 'schema':
      return <SchemaDialog info={info} />;
    case 'guidelines':
      return <GuidelinesDialog info={info} />;
    case 'check':
      return <CheckDialog />;
    case 'mark-hits':
      return <MarkHits info={info} />;
    case 'unlinked':
      return <UnlinkedQueue info={info} />;
    case 'review-documents':
      return <ReviewDocuments info={info} />;
    default:
      return <OverlayWithData overlay={overlay} info={info} />;
  }
}

function OverlayWithData({ overlay, info }: { overlay: Exclude<Overlay, string>; info: ProjectInfo }) {
  switch (overlay.kind) {
    case 'take-in':
      return <TakeInDialog paths={overlay.paths} />;
    case 'working':
      return <Working title={overlay.title} cancel={overlay.cancel} />;
    case 'relation':
      return <RelationPicker key={overlay.toId} place={overlay} info={info} />;
    case 'event':
      return <EventTypePicker place={overlay} info={info} />;
    case 'role':
      return <RolePicker place={overlay} info={info} />;
    case 'menu':
      return <ContextMenu place={overlay} info={info} />;
    case 'settings':
      return <SettingsDialog page={overlay.page} schema={info.schema} />;
    case 'register':
      return <Register info={info} start={overlay} />;
    case 'link-equal':
      return <LinkEqualDialog source={overlay} info={info} />;
    case 'insight':
      return <Insight info={info} view={overlay.view} />;
    case 'review-bulk':
      return <BulkDialog info={info} documentIds={overlay.documentIds} begin={overlay.rule} />;
    case 'import-report':
      return <ImportReport report={overlay.report} />;
    case 'occurrences':
      return <OccurrencesDialog source={overlay} info={info} />;
  }
}
