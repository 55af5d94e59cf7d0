import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { OutputError } from '../../contract/run-errors.ts';
import { runProgram } from './run-spark.ts';

/** Calls copydesk with the Node beside it, from wherever the archive was unpacked. */
const SCRIPT = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
exec "$here/node" "$here/../package/dist/cli/main.js" "$@"
`;
/** What is published of the package. */
const PARTS = ['dist', 'assets', 'package.json'];

/**
 * Writes an archive with this Node, the package and what it depends on: `bin/copydesk` in it runs where nothing is
 * installed, on machines of the same system and processor.
 *
 * @param root folder of the package
 * @param file what is written, a .tgz
 * @throws {OutputError} when it cannot be written
 */
export async function pack(root: string, file: string, env: NodeJS.ProcessEnv): Promise<void> {
  const stage = await mkdtemp(join(tmpdir(), 'copydesk-pack-'));
  try {
    await mkdir(join(stage, 'bin'));
    await cp(process.execPath, join(stage, 'bin/node'));
    await writeFile(join(stage, 'bin/copydesk'), SCRIPT);
    for (const name of ['node', 'copydesk']) await chmod(join(stage, 'bin', name), 0o755);
    const target = join(stage, 'package');
    for (const part of PARTS) {
      await cp(join(root, part), join(target, part), { recursive: true, dereference: true });
    }
    await copyDependencies(root, target, new Map());
    const code = await runProgram(
      'tar',
      ['-czf', resolve(file), '-C', stage, 'bin', 'package'],
      env,
    );
    if (code !== 0) throw new OutputError(`cannot write ${file}: tar ended with exit code ${code}`);
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/**
 * Copies what a package depends on: beside the others, or inside the package where another version stands there.
 *
 * @param shared folders of the packages beside the others, by name
 */
async function copyDependencies(
  folder: string,
  target: string,
  shared: Map<string, string>,
  top = target,
): Promise<void> {
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    const found = await packageFolder(name, folder);
    const known = shared.get(name);
    if (known === found) continue;
    const place = join(known === undefined ? top : target, 'node_modules', name);
    if (known === undefined) shared.set(name, found);
    await cp(found, place, {
      recursive: true,
      dereference: true,
      filter: (path) => path !== join(found, 'node_modules'),
    });
    await copyDependencies(found, place, shared, top);
  }
}

async function packageFolder(name: string, from: string): Promise<string> {
  for (const folder of createRequire(join(from, 'package.json')).resolve.paths(name) ?? []) {
    const path = join(folder, name);
    const isThere = await readFile(join(path, 'package.json')).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new OutputError(
    `expected ${name} beside copydesk in ${dirname(from)}, found none; install copydesk anew`,
  );
}
