/**
 * What `electron FOLDER` runs before the folder's own program: gives the app its path, name and
 * version as package.json says, then loads its main script. `-r MODULE` loads a module first.
 */
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { isAbsolute, join, resolve } = require('node:path');

const args = process.argv.slice(1);
let folder = null;
for (let index = 0; index < args.length; index++) {
  if (args[index] === '-r' || args[index] === '--require') require(args[++index]);
  else if (!args[index].startsWith('-')) {
    folder = isAbsolute(args[index]) ? args[index] : resolve(args[index]);
    break;
  }
}
if (!folder) {
  console.error('electron: no app given');
  app.exit(2);
} else {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  const main = join(folder, manifest.main);
  if (main.endsWith('.cjs')) require(main);
  else import(main);
}
