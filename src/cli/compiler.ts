import * as modules from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Measured on Node 20; other engines name and weigh their flags otherwise.
const FLAGS = process.versions.v8.startsWith('11.3.')
  ? ['--interrupt-budget=540000', '--max-inlined-bytecode-size-cumulative=300']
  : [];

/**
 * Lets this process optimize later and inline less. Most runs are over before what the optimizing compiler does pays:
 * with its defaults (67584 and 920) it takes half of the CPU of the first hundred pages. This way they cost a third
 * less, and later ones no more.
 */
export function tuneCompiler(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/**
 * Lets Node keep what it compiles in its cache (in the folder for temporary files, or `NODE_COMPILE_CACHE`), so that
 * the next run need not. Node has it since 22.1; before, and where the folder cannot be written, nothing happens.
 */
export function cacheCompiled(): void {
  const { enableCompileCache } = modules as { readonly enableCompileCache?: () => unknown };
  enableCompileCache?.();
}
