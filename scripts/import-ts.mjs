import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/**
 * Imports a TypeScript module that imports nothing itself, so that a script uses the product's own code
 * before there is a build.
 * @param {URL} url
 */
export async function importTs(url) {
  const source = await readFile(url, 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}
