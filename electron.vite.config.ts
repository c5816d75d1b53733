import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { alias } from './aliases.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Main and preload run in Electron's Node: 20.18 in the development runtime, newer in the shipped one. */
const node = (entries: Record<string, string>) => ({
  resolve: { alias },
  build: {
    target: 'node20.18',
    externalizeDeps: { exclude: [], include: ['better-sqlite3', 'electron'] },
    rollupOptions: {
      input: entries,
      external: ['electron', 'better-sqlite3'],
      output: { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
});

export default defineConfig({
  main: node({
    index: at('src/main/index.ts'),
    engine: at('src/main/engine-process.ts'),
    cli: at('src/cli/index.ts'),
  }),
  preload: node({ index: at('src/preload/index.ts') }),
  renderer: {
    root: at('src/renderer'),
    resolve: { alias },
    plugins: [react()],
    build: { target: 'chrome130', rollupOptions: { input: at('src/renderer/index.html') } },
  },
});
