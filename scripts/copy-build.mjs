// A copy of the build with its assets, so that a script can exchange a table and leave the build as it is.
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Makes `folder` a copy of the package as it is built: `folder/dist` with `folder/assets`. */
export function copyBuild(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['dist', 'assets']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  for (const name of ['node_modules', 'package.json']) {
    symlinkSync(join(root, name), join(folder, name));
  }
}
