import { fileURLToPath } from 'node:url';

const folder = (name: string) => fileURLToPath(new URL(`./src/${name}`, import.meta.url));

/** Short names of the rooms that others may import, as in tsconfig.json. */
export const alias = {
  '@core': folder('core'),
  '@contract': folder('contract'),
  '@actions': folder('actions'),
};
