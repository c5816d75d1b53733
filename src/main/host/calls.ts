import type { HostAnswer, HostCall, HostInput, HostOutput } from '@contract/host';
import { hostContract } from '@contract/host';
import { ParleyError, toWireError } from '@core/errors';
import { clipboard, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import type { z } from 'zod';
import { runAction } from '../actions';
import {
  askForExport,
  askForImport,
  askForKeys,
  askForPackages,
  askForSchema,
  askToOpenLink,
  askWhereToKeepKeys,
} from '../dialogs';
import { saveFigure } from '../figure-file';
import { readKeySet } from '../key-file';
import { exportKeys, setOwnKeys } from '../keys';
import { setChecked } from '../menu';
import { isOwnPage } from '../page';
import { identity, knownHere, takeSetAside, workAs } from '../profile';
import type { ProjectWindow } from '../project-window';
import { recentProjects } from '../recent';
import { pdfOf } from '../report-file';
import { setTheme, theme } from '../theme';
import { openProjectFile, reopenAll, windowOf } from '../windows';

type Checked<Name extends HostCall> = z.output<(typeof hostContract)[Name]['input']>;
type Handlers = {
  [Name in HostCall]: (
    from: ProjectWindow,
    input: Checked<Name>,
  ) => HostOutput<Name> | Promise<HostOutput<Name>>;
};

const handlers: Handlers = {
  'window.ready': (from) => {
    from.pageReady();
    return null;
  },
  'dialog.import': (from, { what }) => askForImport(from.window, what),
  'dialog.takeIn': (from) => askForPackages(from.window),
  'dialog.schema': (from) => askForSchema(from.window),
  'dialog.export': (from, { suggestedName, extension }) =>
    askForExport(from.window, suggestedName, extension),
  'figure.save': async (from, { suggestedName, extension, content, encoding }) => {
    const path = await askForExport(from.window, suggestedName, extension, 'Export figure');
    if (path) await saveFigure(path, Buffer.from(content, encoding));
    return path;
  },
  'report.save': async (from, { suggestedName, format, html }) => {
    const path = await askForExport(from.window, suggestedName, format, 'Export report');
    if (path) await saveFigure(path, format === 'pdf' ? await pdfOf(html) : Buffer.from(html, 'utf8'));
    return path;
  },
  'shell.showInFolder': (_from, { path }) => {
    shell.showItemInFolder(path);
    return null;
  },
  'shell.openLink': async (from, { url }) => {
    if (await askToOpenLink(from.window, url)) await shell.openExternal(url);
    return null;
  },
  'clipboard.write': (_from, { text }) => {
    clipboard.writeText(text);
    return null;
  },
  'action.run': async (from, { id }) => {
    await runAction(id, from);
    return null;
  },
  'menu.state': (from, { checked }) => {
    setChecked(from, checked);
    return null;
  },
  'theme.set': (_from, input) => {
    setTheme(input.theme);
    return null;
  },
  'theme.get': () => theme(),
  'keys.set': (_from, { keys }) => {
    setOwnKeys(keys);
    return null;
  },
  'keys.export': async (from) => {
    const path = await askWhereToKeepKeys(from.window);
    if (path) await exportKeys(path);
    return path;
  },
  'keys.import': async (from) => {
    const path = await askForKeys(from.window);
    return path ? readKeySet(path) : null;
  },
  'profile.setAside': () => takeSetAside(),
  'annotator.known': () => knownHere(),
  'annotator.rename': (_from, { name }) => {
    workAs({ id: identity().annotator.id, name });
    return null;
  },
  'annotator.workAs': (_from, person) => {
    workAs(person);
    reopenAll();
    return null;
  },
  'projects.recent': () => recentProjects(),
  'projects.open': (from, { path, readOnly }) => {
    openProjectFile(path, { readOnly, into: from });
    return null;
  },
};

/** Answers the windows' calls: only from the top frame of our own page, and only with checked input. */
export function answerHostCalls(): void {
  ipcMain.handle('host', async (event, name: HostCall, input: HostInput<HostCall>): Promise<HostAnswer> => {
    try {
      const from = senderOf(event);
      if (!Object.hasOwn(hostContract, name)) {
        throw new ParleyError('bad-input', { cause: `There is no call '${name}'` });
      }
      const checked = hostContract[name].input.safeParse(input);
      if (!checked.success) {
        throw new ParleyError('bad-input', {
          place: name,
          cause: checked.error.issues[0]?.message ?? 'bad input',
        });
      }
      const handler = handlers[name] as (from: ProjectWindow, input: unknown) => unknown;
      return { ok: true, value: await handler(from, checked.data) };
    } catch (thrown) {
      return { ok: false, error: toWireError(thrown) };
    }
  });
}

/** @throws ParleyError when the sender is anything but the top frame of our page in one of our windows. */
function senderOf({ sender, senderFrame }: IpcMainInvokeEvent): ProjectWindow {
  const window = windowOf(sender);
  if (window && senderFrame && senderFrame.parent === null && isOwnPage(senderFrame.url)) return window;
  throw new ParleyError('bad-input', { cause: 'This call does not come from a window of Parley' });
}
