import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const RELATIVE = /from '(\.[^']*\.ts)'/g;

/**
 * Imports a TypeScript module that imports nothing but a few files beside it, so that a script uses the product's
 * own code before there is a build.
 * @param {URL} url
 */
export async function importTs(url) {
  return import(await moduleOf(url));
}

/** The module, and what it imports, as one address that holds its code. */
async function moduleOf(url) {
  const source = await readFile(url, 'utf8');
  let { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  for (const [from, path] of outputText.matchAll(RELATIVE)) {
    outputText = outputText.replace(from, `from '${await moduleOf(new URL(path, url))}'`);
  }
  return `data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`;
}
