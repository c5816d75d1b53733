/** The main process: life cycle, windows, menus and dialogs. It never opens a project file itself. */
import { app } from 'electron';
import { answerHostCalls } from './host/calls';
import { onKeysChanged } from './keys';
import { filesToOpen } from './launch';
import { liveOnce } from './life-cycle';
import { installMenu } from './menu';
import { refuseRequests, switchNetworkOff } from './network';
import { chooseProfile } from './profile';
import { declareAppScheme, serveBundle } from './protocol';
import { denyPermissions, lockDown } from './security';
import { startTheme } from './theme';
import { tellAll } from './windows';

chooseProfile();
switchNetworkOff();
lockDown();
declareAppScheme();

const appFolder = app.isPackaged ? null : app.getAppPath();
liveOnce(filesToOpen(process.argv, process.cwd(), appFolder), () => {
  serveBundle();
  denyPermissions();
  refuseRequests();
  startTheme();
  answerHostCalls();
  installMenu();
  onKeysChanged((keys) => tellAll({ type: 'keys', keys }));
});
