import { createRequire } from 'node:module';
import type he from 'he';

let decoder: typeof he.decode | undefined;

/** A text with its HTML entities decoded (he). The names are loaded with the first text that has any. */
export function decodeEntities(text: string): string {
  decoder ??= (createRequire(import.meta.url)('he') as typeof he).decode;
  return decoder(text);
}
