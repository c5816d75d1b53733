import { basename, join } from 'node:path';
import type { HostMessage, ProjectState } from '@contract/host';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { EngineHost, type Goal } from './engine-host';
import { rememberProject } from './recent';
import { pageAddress } from './security';
import { settings, updateSettings } from './settings';
import { SMALLEST, visibleBounds } from './window-state';

/** One window with one project in it, or none yet. */
export class ProjectWindow {
  readonly window: BrowserWindow;
  readonly #engine: EngineHost;
  #pageListens = false;
  #closed: Promise<void> | null = null;

  constructor() {
    this.#engine = new EngineHost((state) => this.#tell(state));
    const { bounds, maximized, zoomLevel } = settings().window;
    const areas = screen.getAllDisplays().map((display) => display.workArea);
    this.window = new BrowserWindow({
      ...visibleBounds(bounds, areas),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Parley',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191c' : '#ffffff',
      webPreferences: {
        preload: join(__dirname, '..', 'preload', 'index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    if (maximized) this.window.maximize();
    this.window.webContents.on('did-finish-load', () => this.window.webContents.setZoomLevel(zoomLevel));
    this.window.webContents.on('did-start-loading', () => (this.#pageListens = false));
    this.window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !this.window.isDestroyed()) this.window.webContents.reload();
    });
    this.window.once('ready-to-show', () => this.window.show());
    this.window.on('page-title-updated', (event) => event.preventDefault());
    this.window.on('close', (event) => this.#close(event));
    void this.window.loadURL(pageAddress());
  }

  /** Path of the project that is open or opening here; null where there is none. */
  get path(): string | null {
    const { state } = this.#engine;
    return state.state === 'none' || state.state === 'failed' ? null : state.path;
  }

  async open(goal: Goal): Promise<void> {
    await this.#engine.close();
    await this.#engine.open(goal);
  }

  /** The page listens now: it is told how the project stands, with a port where it is open. */
  pageReady(): void {
    this.#pageListens = true;
    this.#tell(this.#engine.state);
  }

  send(message: HostMessage): void {
    if (!this.window.isDestroyed()) this.window.webContents.postMessage('host-message', message);
  }

  focus(): void {
    if (this.window.isMinimized()) this.window.restore();
    this.window.focus();
  }

  /** Closes the engine; resolves when the project file is closed. */
  closeEngine(): Promise<void> {
    this.#closed ??= this.#engine.close();
    return this.#closed;
  }

  #tell(project: ProjectState): void {
    if (this.window.isDestroyed()) return;
    if (project.state === 'open') {
      rememberProject(project.path);
      this.window.setTitle(`${basename(project.path, '.parley')} — Parley`);
      this.window.setRepresentedFilename(project.path);
    } else {
      this.window.setTitle('Parley');
    }
    if (!this.#pageListens) return;
    const port = project.state === 'open' ? this.#engine.connect() : null;
    this.window.webContents.postMessage(
      'host-message',
      { type: 'project', project } satisfies HostMessage,
      port ? [port] : [],
    );
  }

  #close(event: Electron.Event): void {
    updateSettings({
      window: {
        bounds: this.window.getNormalBounds(),
        maximized: this.window.isMaximized(),
        zoomLevel: this.window.webContents.getZoomLevel(),
      },
    });
    if (this.#closed) return;
    event.preventDefault();
    void this.closeEngine().then(() => this.window.destroy());
  }
}
