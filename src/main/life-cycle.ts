import { app } from 'electron';
import { z } from 'zod';
import { closeEngines, openProjectFile, showAnyWindow } from './windows';

/** What a second start of the program tells the first; from another process, so it is checked. */
const SecondStart = z.object({ files: z.array(z.string().min(1)).max(100) });
type SecondStart = z.infer<typeof SecondStart>;

/**
 * Runs the program once for a profile, from its first window to its end. A second start hands its
 * files to the first and ends.
 * @param asked the files to open at the start
 * @param setUp what has to stand before the first window
 */
export function liveOnce(asked: string[], setUp: () => void): void {
  if (!app.requestSingleInstanceLock({ files: asked } satisfies SecondStart)) {
    app.exit(0);
    return;
  }
  const requests = new Requests();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    requests.add([path]);
  });
  app.on('second-instance', (_event, _words, _cwd, data) => {
    const said = SecondStart.safeParse(data);
    requests.add(said.success ? said.data.files : []);
  });
  app.on('activate', () => requests.add([]));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  quitWhenEnginesHaveClosed(requests);
  void app.whenReady().then(() => {
    setUp();
    requests.add(asked);
    requests.serve();
  });
}

/** What people ask to be shown; it waits while no window can be made, before the start and near the end. */
class Requests {
  #waiting: string[][] | null = [];

  add(files: string[]): void {
    if (this.#waiting) this.#waiting.push(files);
    else show(files);
  }

  hold(): void {
    this.#waiting ??= [];
  }

  /** Shows what has been waiting, and from now on at once. Returns false when nothing was. */
  serve(): boolean {
    const waiting = this.#waiting ?? [];
    if (waiting.length === 0) return false;
    this.#waiting = null;
    show(waiting.flat());
    return true;
  }
}

function show(files: string[]): void {
  if (files.length > 0) for (const file of files) openProjectFile(file);
  else showAnyWindow();
}

/**
 * The program ends only when every project file is closed. Who starts it again in that moment
 * reaches this process, which then goes on.
 */
function quitWhenEnginesHaveClosed(requests: Requests): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    requests.hold();
    void closeEngines().then(() => {
      if (requests.serve()) return;
      closed = true;
      // Not while this event is still being dealt with: to quit in it would count for nothing.
      setImmediate(() => app.quit());
    });
  });
}
