/** The main process: life cycle, windows, menus and dialogs. It never opens a project file itself. */
import { resolve } from 'node:path';
import { app } from 'electron';
import { answerHostCalls } from './host/calls';
import { installMenu } from './menu';
import { declareAppScheme, serveBundle } from './protocol';
import { denyPermissions, lockDown } from './security';
import { setTheme, settings } from './settings';
import { closeAllEngines, hasWindows, openLastProject, openProjectFile } from './windows';

app.setName('Parley');
if (process.env.PARLEY_PROFILE) app.setPath('userData', resolve(process.env.PARLEY_PROFILE));
for (const feature of [
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
  'no-pings',
]) {
  app.commandLine.appendSwitch(feature);
}

/** Project files among a command line's words; switches and the app's own folder are none. */
function filesIn(words: readonly string[], folder: string): string[] {
  return words
    .filter((word) => word.endsWith('.parley') && !word.startsWith('-'))
    .map((word) => resolve(folder, word));
}

const asked = filesIn(process.argv.slice(1), process.cwd());

if (app.requestSingleInstanceLock({ files: asked })) {
  declareAppScheme();
  app.enableSandbox();
  lockDown();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (app.isReady()) openProjectFile(path);
    else asked.push(path);
  });
  app.on('second-instance', (_event, _words, _folder, data) => {
    const files = (data as { files?: string[] } | null)?.files ?? [];
    if (files.length > 0) for (const file of files) openProjectFile(file);
    else openLastProject();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (!hasWindows()) openLastProject();
  });
  let enginesClosed = false;
  app.on('will-quit', (event) => {
    if (enginesClosed) return;
    event.preventDefault();
    void closeAllEngines().then(() => {
      enginesClosed = true;
      app.quit();
    });
  });
  void app.whenReady().then(() => {
    serveBundle();
    denyPermissions();
    answerHostCalls();
    setTheme(settings().theme);
    installMenu();
    if (asked.length > 0) for (const file of asked) openProjectFile(file);
    else openLastProject();
  });
} else {
  app.quit();
}
