import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { alias } from '../../../aliases.ts';

const here = import.meta.dirname;
const peers = join(here, 'peers');

export const toolNames = ['parley', 'recogito', 'label-studio'] as const;
export type ToolName = (typeof toolNames)[number];

/** Installs the other tools into a folder of the benchmark's own. @returns why that cannot be, or null */
export function installPeers(): string | null {
  if (existsSync(join(peers, 'node_modules', '@recogito'))) return null;
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: peers,
    encoding: 'utf8',
  });
  return done.status === 0
    ? null
    : `npm ci in tests/bench/editor/peers: ${done.stderr || done.error?.message}`;
}

/** Makes a folder with a page of one tool and a program for Electron that shows it. @returns the folder */
export async function buildPage(tool: ToolName, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const source = join(here, 'pages', tool === 'parley' ? 'parley.tsx' : `${tool}.ts`);
  await build({
    configFile: false,
    logLevel: 'error',
    root: here,
    resolve: { alias },
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: source, formats: ['es'], fileName: () => 'page.js', cssFileName: 'page' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const isStudio = tool === 'label-studio';
  if (isStudio)
    cpSync(join(peers, 'node_modules', 'label-studio', 'build', 'static'), join(folder, 'static'), {
      recursive: true,
    });
  const styles = isStudio ? 'static/css/main.css' : 'page.css';
  const script = isStudio ? '<script src="static/js/main.js"></script>' : '';
  writeFileSync(
    join(folder, 'page.html'),
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${styles}">` +
      '<style>body{margin:0}#root{height:100vh;display:flex;flex-direction:column}</style>' +
      `<div id="root"></div>${script}<script type="module" src="page.js"></script>`,
  );
  writeFileSync(join(folder, 'package.json'), '{ "name": "bench", "version": "1.0.0", "main": "main.cjs" }');
  writeFileSync(
    join(folder, 'main.cjs'),
    "const { app, BrowserWindow } = require('electron');" +
      "app.commandLine.appendSwitch('js-flags', '--expose-gc');" +
      "app.commandLine.appendSwitch('enable-precise-memory-info');" +
      'app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 860 })' +
      ".loadFile(require('node:path').join(__dirname, 'page.html')));",
  );
  return folder;
}
