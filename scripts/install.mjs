// Installs what the lock file names, unless that is there already, so that tests and build need no network then.
// usage: node scripts/install.mjs
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const WANTED = `${root}package-lock.json`;
/** npm writes down here what it has installed. */
const INSTALLED = `${root}node_modules/.package-lock.json`;
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

if (!isInstalled()) {
  execFileSync('npm', ['ci', ...QUIET], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** Whether every package is there in its version; those for other platforms may be missing. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const installed = packagesOf(INSTALLED);
  return Object.entries(packagesOf(WANTED)).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] === undefined ? optional === true : installed[path].version === version;
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
