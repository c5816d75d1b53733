import { join } from 'node:path';
import type { HostMessage, ProjectState } from '@contract/host';
import { app, BrowserWindow } from 'electron';
import { EngineHost } from './engine-host';
import type { Goal } from './engine-messages';
import { ownKeys } from './keys';
import { pageAddress } from './page';
import { reviveAfterCrash } from './page-crash';
import { rememberProject } from './recent';
import { projectName } from './recent-list';
import { backgroundColor } from './theme';
import { keepWindowState, storedWindow } from './window-memory';
import { SMALLEST } from './window-state';
import { keepZoom } from './zoom';

/** So long a page may take to draw before its window is shown without, in milliseconds. */
const SHOW_ANYWAY = 5_000;

/** One window with one project in it, or none yet. */
export class ProjectWindow {
  readonly window: BrowserWindow;
  /** The switches that are on, as the page has last said. */
  checked: ReadonlySet<string> = new Set();
  #engine: EngineHost | null = null;
  #state: ProjectState = { state: 'none' };
  #pageListens = false;

  constructor() {
    const { bounds, maximized, zoomLevel } = storedWindow();
    this.window = new BrowserWindow({
      ...bounds,
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Parley',
      backgroundColor: backgroundColor(),
      webPreferences: {
        preload: join(__dirname, '..', 'preload', 'index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    this.#showWhenDrawn(maximized);
    keepZoom(this.window.webContents, zoomLevel);
    keepWindowState(this.window);
    reviveAfterCrash(this.window);
    this.#watchPage();
    this.window.on('page-title-updated', (event) => event.preventDefault());
    this.window.loadURL(pageAddress()).catch((error: unknown) => {
      console.error('parley: the window could not be loaded:', error);
    });
  }

  get state(): ProjectState {
    return this.#state;
  }

  /** Path of the project that is open or opening here; null where there is none. */
  get path(): string | null {
    return this.#state.state === 'none' || this.#state.state === 'failed' ? null : this.#state.path;
  }

  /**
   * Opens a project in this window, which has none.
   * @param before what has to be over first, such as the closing of the same file elsewhere
   */
  open(goal: Goal, before: Promise<void>): void {
    const engine = new EngineHost(goal, (state) => {
      if (this.#engine === engine) this.#setState(state);
    });
    this.#engine = engine;
    this.#setState({ state: 'opening', path: goal.path });
    void before.then(() => engine.start());
  }

  /** Closes the project and opens it again for somebody else; does nothing where none is open. */
  reopen(identity: Goal['identity']): void {
    const state = this.#state;
    if (!this.#engine || (state.state !== 'open' && state.state !== 'stopped')) return;
    const readOnly = state.state === 'open' && state.readOnly;
    const closed = this.#engine.close();
    this.open({ type: 'open', path: state.path, readOnly, identity, importPaths: [] }, closed);
  }

  /** Shows why a project could not be opened before an engine was asked. */
  fail(state: Extract<ProjectState, { state: 'failed' }>): void {
    this.#engine = null;
    this.#setState(state);
  }

  /** The page listens now: it is told how the project stands, with a port where it is open. */
  pageReady(): void {
    this.#pageListens = true;
    this.send({ type: 'keys', keys: ownKeys() });
    this.#tell(this.#state);
  }

  /** Tells the page; what it is told while it loads is lost, since it would know nothing to do with it. */
  send(message: HostMessage): void {
    if (this.#pageListens) this.window.webContents.postMessage('host-message', message);
  }

  focus(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.focus();
  }

  #setState(state: ProjectState): void {
    this.#state = state;
    if (this.window.isDestroyed()) return;
    this.window.setTitle(state.state === 'none' ? 'Parley' : `${projectName(state.path)} — Parley`);
    if (process.platform === 'darwin') this.window.setRepresentedFilename(this.path ?? '');
    if (state.state === 'open') rememberProject(state.path);
    this.#tell(state);
    if (state.state === 'open') this.#state = { ...state, restarted: false };
  }

  #tell(project: ProjectState): void {
    if (!this.#pageListens) return;
    const port = project.state === 'open' ? this.#engine?.connect() : null;
    const message: HostMessage = { type: 'project', project };
    this.window.webContents.postMessage('host-message', message, port ? [port] : []);
  }

  #watchPage(): void {
    const deaf = () => {
      this.#pageListens = false;
    };
    this.window.on('closed', () => {
      deaf();
      void this.#engine?.close();
    });
    this.window.webContents.on('render-process-gone', deaf);
    this.window.webContents.on('did-start-navigation', (event) => {
      if (event.isMainFrame && !event.isSameDocument) deaf();
    });
  }

  #showWhenDrawn(maximized: boolean): void {
    const show = () => {
      if (this.window.isDestroyed() || this.window.isVisible()) return;
      if (maximized) this.window.maximize();
      this.window.show();
    };
    this.window.once('ready-to-show', show);
    const timer = setTimeout(show, SHOW_ANYWAY);
    this.window.once('closed', () => clearTimeout(timer));
  }
}
