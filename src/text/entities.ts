import { createRequire } from 'node:module';
import type he from 'he';
import { once } from '../assets/once.ts';

const library = once(() => createRequire(import.meta.url)('he') as typeof he);

/** A text with its HTML entities decoded (he). The names are loaded with the first text that needs them. */
export function decodeEntities(text: string): string {
  return library().decode(text);
}
