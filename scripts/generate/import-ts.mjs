import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const RELATIVE = /from '(\.[^']*)\.ts'/g;

// The modules stand as they do in the package, so that they find its assets and what npm installs.
const copy = mkdtempSync(path.join(tmpdir(), 'copydesk-'));
for (const name of ['assets', 'node_modules']) {
  symlinkSync(path.join(ROOT, name), path.join(copy, name));
}
writeFileSync(path.join(copy, 'package.json'), '{"type":"module"}');
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));

/** Modules that stand in the copy. */
const done = new Set();

/**
 * Imports a TypeScript module of src that imports nothing but others of it, so that a script uses the product's own
 * code before there is a build.
 * @param {string} name path without its ending, in src: `text/tokens`
 */
export async function importTs(name) {
  transpile(name);
  return import(pathToFileURL(fileOf(name)).href);
}

function fileOf(name) {
  return path.join(copy, 'src', `${name}.js`);
}

function transpile(name) {
  if (done.has(name)) return;
  done.add(name);
  const source = readFileSync(path.join(ROOT, 'src', `${name}.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  for (const [, imported] of outputText.matchAll(RELATIVE)) {
    transpile(path.posix.join(path.posix.dirname(name), imported));
  }
  mkdirSync(path.dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), outputText.replace(RELATIVE, "from '$1.js'"));
}
